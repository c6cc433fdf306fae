"""Doors of tests and teach-backs."""

from django.core.files.uploadedfile import SimpleUploadedFile

from lms.assessments.bank.importing import Defaults, receive_items
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


# The question bank's files --------------------------------------------------------------------------------------------

READERS = ("trainer", "trainer_away", "assessor", "trainee", "trainee_away", "focal", "focal_away")
BANK = dict.fromkeys(READERS, 403) | {"office": 200, "others": 404}


def bank(w) -> dict:
    return {"pk": w.curriculum.pk}


def items_file(w) -> dict:
    return {"file": SimpleUploadedFile("items.txt", b"Which?{=a ~b}\n")}


def items_draft(w) -> dict:
    """A file that the office sent in and that holds one item for the world's module."""
    upload = SimpleUploadedFile("items.txt", b"Which?{=a ~b}\n")
    w.add(items_draft=receive_items(w.curriculum, upload, Defaults("M01"), by=w.office))
    return {"pk": w.items_draft.pk}


DOORS += [
    Door("assessments:bank_import", kwargs=bank, expect=BANK),
    Door(
        "assessments:bank_import", kwargs=bank, method="POST", data={"language": "en"}, files=items_file,
        expect={**BANK, "office": 302},
    ),
    Door("assessments:bank_template", kwargs=bank, expect=BANK),
    Door("assessments:bank_export", kwargs=bank, expect=BANK),
    Door("assessments:bank_export_file", kwargs=lambda w: {**bank(w), "word": "gift"}, expect=BANK),
    Door("assessments:bank_import_preview", kwargs=items_draft, expect={"office": 200, "others": 404}),
    Door(
        "assessments:bank_import_preview", kwargs=items_draft, method="POST",
        data=lambda w: {"version": w.items_draft.version}, expect={"office": 302, "others": 404},
    ),
    Door("assessments:bank_import_refused", kwargs=items_draft, expect={"office": 200, "others": 404}),
]  # fmt: skip
