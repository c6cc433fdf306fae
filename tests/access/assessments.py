"""Doors of tests and teach-backs."""

from lms.assessments.choices import Criterion
from lms.trainings.choices import TrainingKind
from tests.access.door import Door


def teach_back(w) -> dict:
    """Of a candidate of home, in a ToT; the cast's assessor belongs to the other institution."""
    assert w.teach_back.training.kind == TrainingKind.TOT
    return {"pk": w.teach_back.pk}


def taught(w) -> dict:
    return {"pk": w.training.pk}


def cell(w) -> dict:
    return {"row": w.enrolment.pk, "column": "post", "value": "12/15"}


DRAFT = {"step": "draft", **dict.fromkeys(Criterion.values, 3), "comment": "", "version": 1}
RECORDS = {"trainer": 200, "office": 200, "focal": 403, "others": 404}

DOORS = [
    Door("assessments:teach_back_list", expect={"assessor": 200, "office": 200, "others": 403}),
    Door("assessments:teach_back_detail", kwargs=teach_back, expect={"assessor": 200, "office": 200, "others": 404}),
    Door("assessments:teach_back_score", kwargs=teach_back, expect={"assessor": 200, "office": 403, "others": 404}),
    Door(
        "assessments:teach_back_score",
        kwargs=teach_back,
        method="POST",
        data=DRAFT,
        expect={"assessor": 302, "office": 403, "others": 404},
    ),
    Door("assessments:test_results", kwargs=taught, expect=RECORDS),
    Door("assessments:test_result_save", kwargs=taught, method="POST", data=cell, expect=RECORDS),
]
