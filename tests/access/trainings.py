"""Views of participants, attendance and self-enrolment."""

from tests import factories as make
from tests.access.view import View


def training(w) -> dict:
    return {"pk": w.training.pk}


def past(w) -> dict:
    return {"pk": w.past.pk}


def enrolment(w) -> dict:
    return {"pk": w.enrolment.pk}


def code(w) -> dict:
    return {"code": w.training.enrolment_code}


def head_count(w) -> dict:
    """A training without names, taught by the trainer."""
    row = make.TrainingFactory(institution=w.home, edition=w.edition, curriculum=w.curriculum, head_count_only=True)
    make.DelivererFactory(training=row, person=w.trainer_person)
    return {"pk": row.pk}


def draft(name: str):
    return lambda w: {"pk": w.training.pk, "draft_pk": getattr(w, name).pk}


def mark(w) -> dict:
    return {"row": w.past_enrolment.pk, "column": w.past_session.pk, "value": "1"}


def another(w) -> dict:
    """Somebody of the institution without a place."""
    return {"pk": w.training_away.pk}


STAFF = {"trainer": 200, "focal": 200, "office": 200, "others": 404}
STAFF_POST = {"trainer": 302, "focal": 302, "office": 302, "others": 404}
AWAY = {"trainer_away": 200, "focal_away": 200, "office": 200, "others": 404}

VIEWS = [
    View("trainings:my_enrolments", expect={"others": 200}),
    View("trainings:roster", training, expect=STAFF),
    View("trainings:roster", another, expect=AWAY, note="of the other institution"),
    View("trainings:participant_add", training, expect=STAFF),
    View(
        "trainings:participant_add",
        training,
        method="POST",
        data={"family_name": "Savić", "given_name": "Ana"},
        expect=STAFF_POST,
    ),
    View("trainings:roster_export", training, expect=STAFF),
    View("trainings:roster_template", training, expect=STAFF),
    View("trainings:roster_import", training, expect=STAFF),
    View("trainings:roster_import", training, method="POST", expect=STAFF, note="without a file"),
    View("trainings:roster_preview", draft("draft"), expect={"trainer": 200, "others": 404}, note="the trainer's own"),
    View("trainings:roster_preview", draft("draft_focal"), expect={"focal": 200, "others": 404}, note="the focal's"),
    View(
        "trainings:roster_preview",
        draft("draft"),
        method="POST",
        data={"version": "1"},
        expect={"trainer": 302, "others": 404},
    ),
    View("trainings:roster_refused", draft("draft_office"), expect={"office": 200, "others": 404}),
    View("trainings:enrolment_withdraw", enrolment, expect={**STAFF, "trainee": 200}),
    View("trainings:enrolment_withdraw", enrolment, method="POST", expect={**STAFF_POST, "trainee": 302}),
    View("trainings:enrolment_move", enrolment, expect={**STAFF, "trainee": 404}),
    View("trainings:enrolment_move", enrolment, method="POST", expect={**STAFF, "trainee": 404}, note="nowhere to"),
    View("trainings:attendance", past, expect=STAFF),
    View("trainings:attendance", past, method="POST", expect=STAFF_POST),
    View("trainings:attendance_mark", past, method="POST", data=mark, expect=STAFF),
    View(
        "trainings:attendance_fill",
        past,
        method="POST",
        data=lambda w: {"session": w.past_session.pk, "present": "1"},
        expect=STAFF_POST,
    ),
    View("trainings:modules", past, expect=STAFF),
    View("trainings:modules", past, method="POST", expect=STAFF_POST),
    View("trainings:head_count", head_count, expect=STAFF),
    View(
        "trainings:head_count",
        head_count,
        method="POST",
        data={"women": 1, "men": 2, "not_recorded": 0},
        expect=STAFF_POST,
    ),
    View("trainings:sign_in_sheet", training, expect=STAFF),
    View("trainings:poster", training, expect=STAFF),
    View("enrol:find", expect={"public": 200, "others": 200}),
    View("enrol:start", code, expect={"public": 200, "trainee": 302, "others": 200}),
    View("enrol:email", code, expect={"public": 200, "others": 302}),
    View("enrol:email", code, method="POST", data={"email": "new@mup.example"}, expect={"public": 302, "others": 302}),
    View("enrol:confirm", code, expect={"trainee": 302, "others": 200}),
    View(
        "enrol:confirm",
        code,
        method="POST",
        data={"family_name": "Savić", "given_name": "Ana"},
        expect={"trainer": 200, "trainer_away": 200, "trainee_away": 200, "others": 302},
        note="the trainer teaches it; people of the other institution have their own",
    ),
    View("enrol:done", code, expect={"trainee": 200, "others": 302}),
    View("enrol:withdraw", code, expect={"trainee": 200, "others": 302}),
    View("enrol:withdraw", code, method="POST", expect={"others": 302}),
    View("enrol:calendar", code, expect={"trainee": 200, "others": 404}),
]
