"""The pages of those who run a training: list, import, attendance, modules, poster."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from lms.audit.models import Entry
from lms.imports.models import Draft
from lms.trainings.models import Attendance
from lms.trainings.services import record_attendance, withdraw_enrolment
from tests import factories as make
from tests.trainings.conftest import training_in
from tests.trainings.test_enrol_pages import text
from tests.trainings.test_roster import case, sheet

pytestmark = pytest.mark.django_db


def url_of(name: str, *args) -> str:
    return reverse(f"trainings:{name}", args=[getattr(one, "pk", one) for one in args])


# The list -------------------------------------------------------------------------------------------------------------


def test_the_list_shows_seats_waiting_and_gone(as_user, cast, coming, enrol):
    rows = enrol(coming, 5)
    withdraw_enrolment(rows[0], reason="On leave", by=cast.focal)

    page = text(as_user(cast.trainer).get(url_of("roster", coming)))

    for person in (row.person for row in rows):
        assert person.family_name in page
    assert "Waiting list" in page
    assert "On leave" in page


def test_an_empty_list_says_what_to_do(as_user, cast, coming):
    assert "Hang up the poster" in text(as_user(cast.trainer).get(url_of("roster", coming)))


@pytest.mark.parametrize("name", ["roster", "attendance", "sign_in_sheet", "roster_export", "modules"])
def test_lists_ask_as_much_for_one_as_for_thirty(as_user, cast, enrol, name):
    training = training_in(cast, starts_in=-5, seats=20)
    client = as_user(cast.trainer)

    def queries(count: int) -> int:
        enrol(training, count)
        client.get(url_of(name, training))
        with CaptureQueriesContext(connection) as captured:
            client.get(url_of(name, training))
        return len(captured)

    assert queries(1) == queries(29)


def test_a_submitted_training_is_shown_but_not_changed(as_user, cast, coming, enrol):
    (row,) = enrol(coming)
    coming.status = "submitted"
    coming.save()
    client = as_user(cast.trainer)

    assert "Import a list" not in text(client.get(url_of("roster", coming)))
    for address in (url_of("participant_add", coming), url_of("roster_import", coming), url_of("enrolment_move", row)):
        assert client.get(address).status_code == 403
    for address in (
        url_of("attendance", coming),
        url_of("modules", coming),
        url_of("attendance_mark", coming),
        url_of("enrolment_withdraw", row),
    ):
        assert client.post(address).status_code == 403


def test_adding_asks_about_a_namesake_and_takes_the_answer(as_user, cast, coming):
    known = make.PersonFactory(institution=cast.home, family_name="Savić", given_name="Ana")
    client, named = as_user(cast.focal), {"family_name": "Savić", "given_name": "Ana"}

    asked = client.post(url_of("participant_add", coming), named)
    assert "Is it the same person?" in text(asked)
    assert client.post(url_of("participant_add", coming), {**named, "decision": str(known.pk)}).status_code == 302

    assert coming.enrolments.get().person == known


def test_withdrawing_and_moving(as_user, cast, coming, enrol):
    rows = enrol(coming, 2)
    other = training_in(cast, starts_in=40)
    client = as_user(cast.focal)

    assert "Withdraw Milica" in text(client.get(url_of("enrolment_withdraw", rows[0])))
    client.post(url_of("enrolment_withdraw", rows[0]), {"reason": "On leave"})
    client.post(url_of("enrolment_move", rows[1]), {"training": other.pk})

    assert [row.status for row in coming.enrolments.order_by("place")] == ["withdrawn", "withdrawn"]
    assert other.enrolments.get().person == rows[1].person


def test_nobody_is_moved_into_a_training_of_another_institution(as_user, cast, coming, enrol):
    (row,) = enrol(coming)
    away = make.TrainingFactory(institution=cast.away, starts_on=coming.starts_on)

    assert as_user(cast.office).post(url_of("enrolment_move", row), {"training": away.pk}).status_code == 200
    assert not away.enrolments.exists()


def test_exports_open_with_text_as_text_and_the_footnote(as_user, cast, coming, enrol):
    (row,) = enrol(coming)
    row.person.job_function = "=HYPERLINK(1)"
    row.person.save()
    cast.home.name = "Kosovo Police"
    cast.home.save()

    book = load_workbook(io.BytesIO(as_user(cast.trainer).get(url_of("roster_export", coming)).content))

    cells = [cell for line in book.active.iter_rows() for cell in line if cell.value]
    assert "f" not in {cell.data_type for cell in cells}
    assert "Kosovo* Police" in {cell.value for cell in cells}
    assert any("1244" in str(cell.value) for cell in cells)


def test_the_empty_list_is_read_by_the_import(as_user, cast, coming):
    client = as_user(cast.trainer)
    book = load_workbook(io.BytesIO(client.get(url_of("roster_template", coming)).content))
    book.active["A2"], book.active["B2"] = "Savić", "Ana"
    stream = io.BytesIO()
    book.save(stream)

    answer = client.post(
        url_of("roster_import", coming), {"workbook": SimpleUploadedFile("list.xlsx", stream.getvalue())}
    )
    client.post(answer.url, {"version": Draft.objects.get().version})

    assert coming.enrolments.get().person.family_name == "Savić"


# Import ---------------------------------------------------------------------------------------------------------------


def test_a_list_from_upload_to_result(as_user, cast):
    training = training_in(cast, starts_in=14, seats=40)
    client = as_user(cast.trainer)
    upload = client.post(url_of("roster_import", training), {"workbook": case("roster-latin.xlsx")})
    draft = Draft.objects.get()

    page = client.get(upload.url)
    shown = text(page)
    assert shown.index("The family name is missing") < shown.index("stored as a number") < shown.index("Jovanović")
    assert "Apply 48 rows" in shown

    refused = client.get(url_of("roster_refused", training, draft))
    assert load_workbook(io.BytesIO(refused.content)).active.max_row == 3

    client.post(upload.url, {"version": draft.version})
    assert not training.enrolments.exists(), "one row still needs a decision"
    done = client.post(upload.url, {"version": draft.version, "decision-55": "create"}, follow=True)

    assert "46 participants were added." in text(done)
    assert "6 of them wait for a seat." in text(done)
    assert "What happened" in text(client.get(upload.url))
    assert client.post(upload.url, {"version": draft.version}, follow=True).status_code == 200
    assert training.enrolments.count() == 46


def test_a_stale_preview_applies_nothing(as_user, cast, coming):
    client = as_user(cast.trainer)
    upload = client.post(url_of("roster_import", coming), {"workbook": sheet(("Savić", "Ana", "SR-9"))})
    Draft.objects.update(version=9)

    page = client.post(upload.url, {"version": "1"}, follow=True)

    assert "Somebody else changed this" in text(page)
    assert not coming.enrolments.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "old Excel"), (b"PK\x03\x04broken", "damaged"),
     (b"<html></html>", "web page"),
     (b"a,b\n1,2\n", "headings")],
)  # fmt: skip
def test_other_files_are_refused_on_the_page(as_user, cast, coming, content, words):
    page = as_user(cast.trainer).post(
        url_of("roster_import", coming), {"workbook": SimpleUploadedFile("list.xlsx", content)}
    )

    assert page.status_code == 200
    assert words in text(page)
    assert not Draft.objects.exists()


def test_somebody_elses_draft_does_not_exist(as_user, cast, coming):
    as_user(cast.trainer).post(url_of("roster_import", coming), {"workbook": sheet(("Savić", "Ana", "SR-9"))})

    assert as_user(cast.focal).get(url_of("roster_preview", coming, Draft.objects.get())).status_code == 404


# Attendance -----------------------------------------------------------------------------------------------------------


def test_a_cell_saves_itself_and_a_conflict_shows_the_others_entry(as_user, cast, over, enrol):
    (row,), session = enrol(over), over.sessions.first()
    client, cell = as_user(cast.trainer), {"row": row.pk, "column": session.pk}

    answer = client.post(url_of("attendance_mark", over), {**cell, "value": "1", "was": ""})
    assert answer.json() == {"saved": True, "value": "1", "present": 1, "total": 1}

    conflict = client.post(url_of("attendance_mark", over), {**cell, "value": "0", "was": ""})
    assert (conflict.status_code, conflict.json()["value"]) == (409, "1")
    assert Attendance.objects.get().present is True


@pytest.mark.parametrize(
    "cell", [{}, {"row": "x", "column": "1"}, {"row": "9" * 30, "column": "1"}, {"row": "1", "column": "0"}]
)
def test_a_cell_that_is_none_does_not_exist(as_user, cast, over, cell):
    assert as_user(cast.trainer).post(url_of("attendance_mark", over), cell).status_code == 404


def test_a_rule_refuses_a_cell_with_its_reason(as_user, cast, coming, enrol):
    (row,) = enrol(coming)
    cell = {"row": row.pk, "column": coming.sessions.first().pk, "value": "1"}

    answer = as_user(cast.trainer).post(url_of("attendance_mark", coming), cell)

    assert (answer.status_code, answer.json()["error"]) == (
        400,
        "This half-day has not come yet. Record it on the day itself.",
    )


def test_without_script_the_form_saves_what_was_changed_only(as_user, cast, over, enrol):
    (row,), session = enrol(over), over.sessions.first()
    record_attendance(over.sessions.last(), row, True, by=cast.focal)
    client = as_user(cast.trainer)
    names = {f"cell-{row.pk}-{session.pk}-": "0", f"cell-{row.pk}-{over.sessions.last().pk}-1": "1", "cell-9-9-": "1"}

    page = client.post(url_of("attendance", over), names, follow=True)

    assert "1 entry saved." in text(page)
    assert dict(row.attendance.values_list("session", "present")) == {session.pk: False, over.sessions.last().pk: True}


def test_without_script_a_conflict_is_told(as_user, cast, over, enrol):
    (row,), session = enrol(over), over.sessions.first()
    record_attendance(session, row, True, by=cast.focal)

    page = as_user(cast.trainer).post(url_of("attendance", over), {f"cell-{row.pk}-{session.pk}-": "0"}, follow=True)

    assert "Somebody else changed this" in text(page)
    assert row.attendance.get().present is True


def test_a_column_is_filled_with_one_button(as_user, cast, over, enrol):
    enrol(over, 3)

    page = as_user(cast.trainer).post(
        url_of("attendance_fill", over), {"session": over.sessions.first().pk, "present": "1"}, follow=True
    )

    assert "3/3" in text(page)
    assert "Record the attendance that is missing" in text(page)


def test_modules_are_ticked_per_half_day(as_user, cast, over):
    session = over.sessions.first()
    rows = [
        make.SessionModuleFactory(session=session, module=make.ModuleFactory(curriculum=over.curriculum))
        for _ in range(2)
    ]
    client = as_user(cast.trainer)

    client.post(url_of("modules", over), {f"module-{rows[0].pk}": "1", f"module-{rows[1].pk}": "0"})

    assert list(session.modules.order_by("pk").values_list("delivered", flat=True)) == [True, False]
    assert "left out" in text(client.get(url_of("modules", over)))


def test_modules_of_an_unplanned_training_say_so(as_user, cast, over):
    assert "No module is planned" in text(as_user(cast.trainer).get(url_of("modules", over)))


def test_a_head_count_is_entered_and_shown(as_user, cast):
    training = training_in(cast, starts_in=-5, head_count_only=True)
    client = as_user(cast.trainer)

    client.post(url_of("head_count", training), {"women": "4", "men": "20", "not_recorded": "1"})

    assert "25" in text(client.get(url_of("head_count", training)))
    assert client.post(url_of("head_count", training), {"women": "-4", "men": "x"}).status_code == 200


def test_poster_and_sheet_carry_what_is_needed(as_user, cast, coming, enrol):
    enrol(coming, 4)
    client = as_user(cast.trainer)

    poster = client.get(url_of("poster", coming)).content.decode()
    assert f"/enrol/{coming.enrolment_code}/" in poster
    assert "<svg" in poster
    assert "style=" not in poster
    assert "on the waiting list" in text(client.get(url_of("sign_in_sheet", coming)))


def test_the_offices_look_at_a_list_of_participants_is_logged(cast, as_user, coming, enrol):
    enrol(coming)
    as_user(cast.focal).get(reverse("trainings:roster", args=[coming.pk]))
    for name in ("roster", "roster_export", "attendance", "sign_in_sheet"):
        as_user(cast.office).get(reverse(f"trainings:{name}", args=[coming.pk]))

    entries = Entry.objects.filter(action__endswith=" read").order_by("pk")
    assert {(row.actor, row.object_id, row.institution_id) for row in entries} == {
        (cast.office, str(coming.pk), coming.institution_id)
    }
    assert [row.action for row in entries] == [
        "roster read", "roster workbook read", "attendance list read", "sheet to sign read",
    ]  # fmt: skip
