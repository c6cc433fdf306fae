"""Views of tests and teach-backs."""

from dataclasses import replace

from django.core.files.uploadedfile import SimpleUploadedFile

from curricula.bank.plain import Picture
from curricula.bank.services import keep_picture
from lms.assessments.bank.importing import Defaults, receive_items
from lms.assessments.choices import Criterion
from lms.assessments.rollout.rules import Promise
from lms.assessments.services import (
    begin_sheet,
    confirm_plan,
    hand_in_sheet,
    open_phone_test,
    save_plan,
    send_plan,
)
from lms.core.clock import months_later
from lms.people.choices import RoleKind
from lms.trainings.choices import TrainingKind
from tests import factories as make
from tests.access.view import View
from tests.assessments.frozen import ITEMS, freeze
from tests.cast import user_with


def teach_back(w) -> dict:
    """Of a candidate of home, in a ToT; the cast's assessor belongs to the other institution."""
    assert w.teach_back.training.kind == TrainingKind.TOT
    return {"pk": w.teach_back.pk}


def taught(w) -> dict:
    return {"pk": w.training.pk}


def cell(w) -> dict:
    return {"row": w.enrolment.pk, "column": "post", "value": "12/15"}


def whole_grid(w) -> dict:
    return {f"was-post-{w.enrolment.pk}": "", f"post-{w.enrolment.pk}": "12/15"}


DRAFT = {"step": "draft", **dict.fromkeys(Criterion.values, 3), "comment": "", "version": 1}
RECORDS = {"trainer": 200, "office": 200, "focal": 403, "others": 404}

VIEWS = [
    View("assessments:teach_back_list", expect={"assessor": 200, "office": 200, "others": 403}),
    View("assessments:teach_back_detail", kwargs=teach_back, expect={"assessor": 200, "office": 200, "others": 404}),
    View("assessments:teach_back_score", kwargs=teach_back, expect={"assessor": 200, "office": 403, "others": 404}),
    View(
        "assessments:teach_back_score",
        kwargs=teach_back,
        method="POST",
        data=DRAFT,
        expect={"assessor": 302, "office": 403, "others": 404},
    ),
    View("assessments:test_results", kwargs=taught, expect=RECORDS),
    View(
        "assessments:test_results",
        kwargs=taught,
        method="POST",
        data=whole_grid,
        expect={**RECORDS, "trainer": 302, "office": 302},
    ),
    View("assessments:test_result_save", kwargs=taught, method="POST", data=cell, expect=RECORDS),
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


VIEWS += [
    View("assessments:bank_import", kwargs=bank, expect=BANK),
    View(
        "assessments:bank_import", kwargs=bank, method="POST", data={"language": "en"}, files=items_file,
        expect={**BANK, "office": 302},
    ),
    View("assessments:bank_template", kwargs=bank, expect=BANK),
    View("assessments:bank_export", kwargs=bank, expect=BANK),
    View("assessments:bank_export_file", kwargs=lambda w: {**bank(w), "word": "gift"}, expect=BANK),
    View("assessments:bank_import_preview", kwargs=items_draft, expect={"office": 200, "others": 404}),
    View(
        "assessments:bank_import_preview", kwargs=items_draft, method="POST",
        data=lambda w: {"version": w.items_draft.version}, expect={"office": 302, "others": 404},
    ),
    View("assessments:bank_import_refused", kwargs=items_draft, expect={"office": 200, "others": 404}),
]  # fmt: skip


# Tests on the phone ---------------------------------------------------------------------------------------------------

RUNS = {"trainer": 200, "office": 200, "focal": 403, "others": 404}
DOES = {"trainer": 302, "office": 302, "focal": 403, "others": 404}


def with_test(w):
    """A pre-test of the training to come, opened on phones; the trainee has begun it."""
    codes = freeze(w.edition, make.ModuleFactory(curriculum=w.curriculum, code="M90"))
    test = open_phone_test(w.training, "pre", by=w.office)
    w.add(phone_test=test, sheet=begin_sheet(test, by=w.trainee), item_code=codes[0])
    return test


def opened(w) -> dict:
    return {"pk": with_test(w).pk}


def coded(w) -> dict:
    return {"code": with_test(w).code}


def numbered(w) -> dict:
    return {**coded(w), "number": 1}


def handed_in(w) -> dict:
    with_test(w)
    hand_in_sheet(w.phone_test, by=w.trainee)
    return {"pk": w.sheet.pk}


def pictured(w) -> dict:
    """A test whose first question has a picture."""
    picture = Picture("png", PNG)
    keep_picture(picture)
    item = replace(ITEMS[0], picture=picture.sha256, picture_kind="png")
    freeze(w.edition, make.ModuleFactory(curriculum=w.curriculum, code="M90"), [item])
    test = open_phone_test(w.training, "pre", by=w.office)
    begin_sheet(test, by=w.trainee)
    return {"code": test.code, "number": 1}


def unopened(w) -> dict:
    freeze(w.edition, make.ModuleFactory(curriculum=w.curriculum, code="M90"))
    return {"pk": w.training.pk}


def grid(w) -> dict:
    with_test(w)
    return {"pk": w.training.pk, "moment": "post"}


def an_edition(w) -> dict:
    return {"pk": w.edition.pk}


#: The smallest PNG there is: one pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
EVERYBODY = {"public": 200, "others": 200}
SITS = {"trainee": 200, "others": 302}

VIEWS += [
    View("assessments:phone_test_open", kwargs=unopened, method="POST", data={"moment": "pre"}, expect=DOES),
    View("assessments:phone_test_close", kwargs=opened, expect=RUNS),
    View("assessments:phone_test_close", kwargs=opened, method="POST", expect=DOES),
    View("assessments:phone_test_poster", kwargs=opened, expect=RUNS),
    View("assessments:result_settle", kwargs=handed_in, expect={**RUNS, "trainee": 403}),
    View(
        "assessments:result_settle", kwargs=handed_in, method="POST",
        data={"counts": "sheet", "reason": "Looked at."}, expect={**DOES, "trainee": 403},
    ),
    View("assessments:item_grid", kwargs=grid, expect=RUNS),
    View("assessments:item_grid", kwargs=grid, method="POST",
         data=lambda w: {f"was-{w.enrolment.pk}": "," * 6, f"mark-{w.enrolment.pk}-1": "1"}, expect=DOES),
    View(
        "assessments:item_mark", kwargs=grid, method="POST",
        data=lambda w: {"row": w.enrolment.pk, "column": w.item_code, "value": "1", "was": ""}, expect=RUNS,
    ),
    View("assessments:item_statistics", kwargs=an_edition, expect={"office": 200, "others": 403}),
    View("test:find", expect=EVERYBODY),
    View("test:start", kwargs=coded, expect=EVERYBODY),
    View("test:email", kwargs=coded, expect={"public": 200, "others": 302}),
    View("test:email", kwargs=coded, method="POST", data={"email": "new@mup.example"},
         expect={"public": 302, "others": 302}),
    View("test:begin", kwargs=coded, method="POST", expect={"others": 302},
         note="who is not on the list is told so"),
    View("test:question", kwargs=numbered, expect=SITS),
    View("test:question", kwargs=numbered, method="POST", data={"given": "A", "go": "next"}, expect={"others": 302}),
    View("test:check", kwargs=coded, expect=SITS),
    View("test:check", kwargs=coded, method="POST", expect={"others": 302}),
    View("test:done", kwargs=lambda w: handed_in(w) and {"code": w.phone_test.code}, expect=SITS),
    View("test:picture", kwargs=pictured, expect={"trainee": 200, "others": 404}),
]  # fmt: skip


# Slots ----------------------------------------------------------------------------------------------------------------

ONLY_OFFICE = {"office": 200, "assessor": 403, "others": 404}
OFFICE_DOES = {"office": 302, "assessor": 403, "others": 404}
LEVELS = {**dict.fromkeys(Criterion.values, 3), "comment": "", "version": 1}
ASSESSOR = {"assessor": 200, "office": 403, "others": 404}


def tot(w) -> dict:
    return {"pk": w.tot.pk}


def bare_teach_back(w) -> dict:
    """Nobody has begun to score it."""
    w.teach_back.scores.all().delete()
    return teach_back(w)


def new_slot(w) -> dict:
    judges = [user_with(RoleKind.ASSESSOR, make.InstitutionFactory()) for _number in range(2)]
    return {"held_on": w.tot.ends_on, "starts_at": "09:00", "minutes": 30, "room": "A",
            "first": judges[0].pk, "second": judges[1].pk}  # fmt: skip


def somebody(w) -> dict:
    return {"assessor": user_with(RoleKind.ASSESSOR, make.InstitutionFactory()).pk, "reason": "superior"}


VIEWS += [
    View("assessments:slot_list", kwargs=tot, expect=ONLY_OFFICE),
    View("assessments:slot_plan", kwargs=tot, expect=ONLY_OFFICE),
    View("assessments:slot_plan", kwargs=tot, method="POST", data={"step": "propose"}, expect=ONLY_OFFICE),
    View("assessments:slot_change", kwargs=bare_teach_back, expect=ONLY_OFFICE),
    View("assessments:slot_change", kwargs=bare_teach_back, method="POST", data=new_slot, expect=OFFICE_DOES),
    View("assessments:slot_swap", kwargs=teach_back, method="POST", data=lambda w: {"other": w.teach_back.pk},
         expect=OFFICE_DOES),
    View("assessments:assessor_name", kwargs=teach_back, method="POST", data=somebody, expect=OFFICE_DOES),
    View("assessments:assessor_recuse", kwargs=teach_back, method="POST", data=somebody, expect=OFFICE_DOES),
    View("assessments:teach_back_draft", kwargs=teach_back, method="POST", data=LEVELS, expect=ASSESSOR),
    View("assessments:teach_back_step_down", kwargs=teach_back, expect=ASSESSOR),
    View("assessments:teach_back_step_down", kwargs=teach_back, method="POST", data={"reason": "superior"},
         expect={**ASSESSOR, "assessor": 302}),
]  # fmt: skip


# Roll-out plans -------------------------------------------------------------------------------------------------------

PLANS = {"office": 200, "focal": 200, "others": 404}
DRAFTS = {"office": 200, "focal": 403, "others": 404}


def plan(w, *, sent: bool = False, confirmed: bool = False) -> dict:
    """Of the ToT's nominee, who is of home and has no account: entered from paper by the office."""
    due = months_later(w.tot.ends_on, 5)
    row = save_plan(w.tot, w.person, [Promise((), w.home.pk, due, 20)], by=w.office)
    if sent or confirmed:
        send_plan(row, by=w.office)
    if confirmed:
        confirm_plan(row, by=w.focal)
    w.add(plan=row)
    return {"pk": row.pk}


def version_now(w) -> dict:
    w.plan.refresh_from_db()
    return {"version": w.plan.version}


def one_line(w) -> dict:
    due = months_later(w.tot.ends_on, 5)
    return {"lines": 1, "line0-due_on": due, "line0-institution": w.home.pk, "line0-participants": 20, "step": "save"}


VIEWS += [
    View("assessments:mine", expect={"others": 200}),
    View("assessments:rollout_list", kwargs=tot, expect={"office": 200, "focal": 200, "assessor": 403, "others": 404}),
    View("assessments:rollout_edit", kwargs=lambda w: {"pk": w.tot.pk, "person_pk": w.person.pk}, expect=DRAFTS),
    View("assessments:rollout_edit", kwargs=lambda w: {"pk": w.tot.pk, "person_pk": w.person.pk}, method="POST",
         data=one_line, expect={**DRAFTS, "office": 302}),
    View("assessments:rollout_detail", kwargs=plan, expect=PLANS),
    View("assessments:rollout_print", kwargs=plan, expect=PLANS),
    View("assessments:rollout_document", kwargs=plan, expect=PLANS),
    View("assessments:rollout_send", kwargs=plan, method="POST", expect={**DRAFTS, "office": 302}),
    View("assessments:rollout_confirm", kwargs=lambda w: plan(w, sent=True), method="POST", data=version_now,
         expect={"focal": 302, "office": 403, "others": 404}),
    View("assessments:rollout_return", kwargs=lambda w: plan(w, sent=True),
         expect={"focal": 200, "office": 403, "others": 404}),
    View("assessments:rollout_return", kwargs=lambda w: plan(w, sent=True), method="POST", data={"reason": "Too many."},
         expect={"focal": 302, "office": 403, "others": 404}),
    View("assessments:rollout_revise", kwargs=lambda w: plan(w, confirmed=True), expect=DRAFTS),
    View("assessments:rollout_revise", kwargs=lambda w: plan(w, confirmed=True), method="POST",
         data={"reason": "The hall is closed."}, expect={**DRAFTS, "office": 302}),
]  # fmt: skip
