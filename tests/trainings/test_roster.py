"""Participant lists as ministries send them: judged row by row, applied whole or not at all."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from lms.imports.choices import RowOutcome
from lms.imports.models import Draft
from lms.imports.services import apply_draft, decide_row, receive_workbook, rows_of, totals_of
from lms.institutions.models import Unit
from lms.people.models import Person
from lms.trainings.models import Enrolment
from lms.trainings.roster import COLUMNS, PURPOSE, apply_roster, judge_roster
from lms.trainings.services import set_deliverers
from tests import factories as make
from tests.refusals import refused
from tests.trainings.conftest import training_in

pytestmark = pytest.mark.django_db
CASES = Path(__file__).parent.parent / "cases"


def receive(training, upload, by) -> Draft:
    return receive_workbook(
        purpose=PURPOSE, subject=training, upload=upload, columns=COLUMNS, judge=judge_roster, by=by
    )


def case(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (CASES / name).read_bytes())


def sheet(*rows, above=()) -> SimpleUploadedFile:
    """A list with the usual headings; rows are family name, given name, service number, e-mail, unit."""
    workbook = Workbook()
    for row in (*above, ("Prezime", "Ime", "Službeni br.", "E-pošta", "Jedinica"), *rows):
        workbook.active.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return SimpleUploadedFile("list.xlsx", stream.getvalue())


def apply(draft, by, **more) -> Draft:
    return apply_draft(draft, lambda draft, rows: apply_roster(draft, rows, by=by), by=by, **more)


def by_number(draft) -> dict:
    return {row.number: row for row in rows_of(draft)}


def persons_called(*keys) -> list[Person]:
    return list(Person.objects.filter(name_key__in=keys))


# The two lists as they are -------------------------------------------------------------------------------------------


def test_latin_list_accounts_for_every_row(coming, cast):
    draft = receive(coming, case("roster-latin.xlsx"), cast.trainer)

    assert totals_of(rows_of(draft)) == {"create": 45, "match": 2, "review": 1, "refused": 2, "skipped": 1}
    assert draft.facts["blank"] == 2
    assert draft.facts["table"]["header_row"] == 4


def test_latin_list_refuses_with_the_cure_and_asks_where_nobody_can_know(coming, cast):
    rows = {
        row.shown["Given name"]: row
        for row in rows_of(receive(coming, case("roster-latin.xlsx"), cast.trainer))
        if row.outcome != "skipped"
    }

    assert rows["Bez prezimena"].outcome == RowOutcome.REFUSED
    assert rows["Bez prezimena"].problems == (
        "The family name is missing. Write it in the list and send the list again.",
    )
    assert rows["@SUM(A1)"].outcome == RowOutcome.REFUSED
    assert "formula" in rows["@SUM(A1)"].problems[0]
    assert rows["Ana  Marija"].outcome == RowOutcome.REVIEW
    assert rows["Ana  Marija"].values["given_name"] == "Ana Marija"
    assert "stored as a number" in rows["Ana  Marija"].problems[0]


@pytest.mark.parametrize(
    ("name", "created", "units"),
    [("roster-latin.xlsx", 46, {"PU Niš", "PS Zemun", "PU Novi Sad", "Uprava za upravne poslove"}),
     ("roster-cyrillic.xlsx", 32, {"ПУ Ниш", "ПС Земун", "ПУ Нови Сад", "Управа за управне послове"})],
)  # fmt: skip
def test_list_is_applied_whole(cast, name, created, units):
    training = training_in(cast, starts_in=14, seats=60)
    draft = receive(training, case(name), cast.trainer)
    (review,) = [row for row in rows_of(draft) if row.outcome == RowOutcome.REVIEW]
    draft = decide_row(draft, review.number, "create", by=cast.trainer, version=draft.version)

    done = apply(draft, cast.trainer, subject=training, columns=COLUMNS, judge=judge_roster)

    assert (done.result["created"], done.result["enrolled"], done.result["waiting"]) == (created, created, 0)
    assert training.enrolments.count() == created
    assert set(Unit.objects.values_list("name", flat=True)) == units


def test_three_spellings_of_one_officer_end_as_one_person(cast):
    training = training_in(cast, starts_in=14, seats=60)
    draft = receive(training, case("roster-latin.xlsx"), cast.trainer)
    draft = decide_row(draft, by_review(draft), "skip", by=cast.trainer, version=draft.version)
    apply(draft, cast.trainer)

    (milica,) = persons_called("petrovic milica")
    assert (milica.service_number, milica.email, milica.unit.name) == (
        "SR-11111",
        "milica.petrovic@mup.example",
        "PU Niš",
    )
    assert milica.other_spellings == ["Петровић Милица", "Petrovic Milica"]
    assert milica.enrolments.count() == 1


def by_review(draft) -> int:
    return next(row.number for row in rows_of(draft) if row.outcome == RowOutcome.REVIEW)


def test_cyrillic_list_after_the_latin_one_knows_the_officer_again(cast):
    first = training_in(cast, starts_in=14, seats=60)
    draft = receive(first, case("roster-latin.xlsx"), cast.trainer)
    apply(decide_row(draft, by_review(draft), "create", by=cast.trainer, version=draft.version), cast.trainer)
    second = training_in(cast, starts_in=40, seats=60)

    rows = rows_of(receive(second, case("roster-cyrillic.xlsx"), cast.trainer))

    assert [
        row.outcome
        for row in rows
        if row.shown.get("Family name") in ("Петровић", "Петровиц") and row.shown["Service number"] in ("SR-11111", "")
    ] == ["match"] * 3


def test_seats_are_kept_and_the_rest_waits_in_the_order_of_the_list(coming, cast):
    draft = receive(
        coming,
        sheet(*((f"Novak{n}ov".replace(str(n), "abcdefgh"[n]), "Ivan", f"SR-{n}") for n in range(5))),
        cast.trainer,
    )
    assert any("waiting list" in notice for notice in draft.facts["notices"])

    done = apply(draft, cast.trainer)

    assert (done.result["enrolled"], done.result["waiting"]) == (3, 2)
    rows = coming.enrolments.order_by("place").values_list("place", "status", "person__service_number")
    statuses = ["enrolled", "enrolled", "enrolled", "waitlisted", "waitlisted"]
    assert list(rows) == [(n + 1, status, f"SR-{n}") for n, status in enumerate(statuses)]


# People who are known ------------------------------------------------------------------------------------------------


def test_a_known_number_is_that_person_and_what_is_missing_is_filled_in(coming, cast):
    known = make.PersonFactory(
        institution=cast.home, family_name="Savić", given_name="Ana", service_number="SR-9", email="", unit=None
    )
    draft = receive(coming, sheet(("Савић", "Ана", "SR-9", "ana.savic@mup.example", "ПУ Ниш")), cast.trainer)
    assert [row.outcome for row in rows_of(draft)] == [RowOutcome.MATCH]

    apply(draft, cast.trainer)

    known.refresh_from_db()
    assert (known.email, known.unit.name, known.family_name) == ("ana.savic@mup.example", "ПУ Ниш", "Savić")
    assert coming.enrolments.get().person == known


def test_a_namesake_without_a_number_waits_for_a_decision(coming, cast):
    namesake = make.PersonFactory(institution=cast.home, family_name="Savić", given_name="Ana", service_number="SR-9")
    draft = receive(coming, sheet(("Savić", "Ana", "", "", ""), ("Babić", "Azra", "", "", "")), cast.trainer)
    first = rows_of(draft)[0]
    assert (first.outcome, first.allowed) == (RowOutcome.REVIEW, (str(namesake.pk), "create", "skip"))

    with refused("undecided"):
        apply(draft, cast.trainer)
    assert not coming.enrolments.exists()
    draft = decide_row(draft, first.number, str(namesake.pk), by=cast.trainer, version=draft.version)
    apply(draft, cast.trainer)
    assert coming.enrolments.filter(person=namesake).exists()


def test_somebody_of_another_institution_is_never_found(coming, cast):
    make.PersonFactory(institution=cast.away, family_name="Savić", given_name="Ana", service_number="SR-9")

    assert [row.outcome for row in rows_of(receive(coming, sheet(("Savić", "Ana", "SR-9")), cast.trainer))] == [
        RowOutcome.CREATE
    ]


def test_somebody_busy_on_these_days_is_refused(coming, cast, enrol):
    other = training_in(cast, starts_in=15, reference="RS-2030-007")
    other.deliverers.all().delete()
    (place,) = enrol(other)
    person = place.person

    (row,) = rows_of(
        receive(coming, sheet((person.family_name, person.given_name, person.service_number)), cast.trainer)
    )

    assert row.outcome == RowOutcome.REFUSED
    assert "RS-2030-007" in row.problems[0]


def test_the_trainer_is_not_a_participant(coming, cast):
    person = cast.trainer_person

    (row,) = rows_of(
        receive(coming, sheet((person.family_name, person.given_name, person.service_number)), cast.trainer)
    )

    assert (row.outcome, row.problems[0]) == (
        RowOutcome.REFUSED,
        "This person teaches the training. Take them out of the list.",
    )


def test_somebody_on_the_list_already_stays_as_they_are(coming, cast, enrol):
    (place,) = enrol(coming)
    person = place.person
    draft = receive(coming, sheet((person.family_name, person.given_name, person.service_number)), cast.trainer)

    done = apply(draft, cast.trainer)

    assert (done.result["already"], done.result["enrolled"]) == (1, 0)
    assert coming.enrolments.get() == place


def test_the_same_name_twice_without_a_number_is_asked_about(coming, cast):
    rows = rows_of(receive(coming, sheet(("Savić", "Ana"), ("Savić", "Ana")), cast.trainer))

    assert [row.outcome for row in rows] == [RowOutcome.CREATE, RowOutcome.REVIEW]
    assert rows[1].allowed == ("row:2", "create", "skip")


def test_a_row_that_is_another_left_out_is_left_out_too(coming, cast):
    draft = receive(
        coming, sheet(("Savić", "Ana", "SR-9"), ("Савић", "Ана", "SR-9"), ("Babić", "Azra", "SR-8")), cast.trainer
    )
    draft = decide_row(draft, 2, "skip", by=cast.trainer, version=draft.version)

    assert apply(draft, cast.trainer).result["enrolled"] == 1


def test_two_women_of_one_name_with_two_numbers_are_two(coming, cast):
    rows = rows_of(receive(coming, sheet(("Savić", "Ana", "SR-9"), ("Savić", "Ana", "SR-8")), cast.trainer))

    assert [row.outcome for row in rows] == [RowOutcome.CREATE, RowOutcome.CREATE]


# The file as a whole -------------------------------------------------------------------------------------------------


def test_other_dates_above_the_list_are_a_warning(coming, cast):
    draft = receive(coming, case("roster-latin.xlsx"), cast.trainer)

    assert any("12 October 2026" in notice or "Oct. 12, 2026" in notice for notice in draft.facts["notices"])


def test_the_same_file_again_answers_with_what_happened(coming, cast):
    content = sheet(("Savić", "Ana", "SR-9")).read()
    first = apply(receive(coming, SimpleUploadedFile("a.xlsx", content), cast.trainer), cast.trainer)

    again = receive(coming, SimpleUploadedFile("b.xlsx", content), cast.trainer)

    assert again == first
    assert apply(again, cast.trainer).result == first.result
    assert Person.objects.filter(service_number="SR-9").count() == coming.enrolments.count() == 1


def test_the_same_file_from_somebody_else_says_so_and_adds_nobody(coming, cast):
    content = sheet(("Savić", "Ana", "SR-9")).read()
    apply(receive(coming, SimpleUploadedFile("a.xlsx", content), cast.trainer), cast.trainer)

    draft = receive(coming, SimpleUploadedFile("a.xlsx", content), cast.focal)

    assert "was applied on" in draft.facts["notices"][0]
    assert apply(draft, cast.focal).result["already"] == 1
    assert coming.enrolments.count() == 1


def test_records_changed_since_the_preview_call_for_another_look(coming, cast):
    draft = receive(coming, sheet(("Savić", "Ana", "SR-9")), cast.trainer)
    person = make.PersonFactory(institution=cast.home, family_name="Savić", given_name="Ana", service_number="SR-9")

    with refused("changed", but=("intake_draft",)):
        apply(draft, cast.trainer, subject=coming, columns=COLUMNS, judge=judge_roster)
    assert not coming.enrolments.exists()
    draft = Draft.objects.get(pk=draft.pk)
    assert by_number(draft)[2].candidates[0]["id"] == person.pk
    assert apply(draft, cast.trainer, subject=coming, columns=COLUMNS, judge=judge_roster).result["enrolled"] == 1


def test_a_submitted_training_takes_no_list(coming, cast):
    draft = receive(coming, sheet(("Savić", "Ana", "SR-9")), cast.trainer)
    coming.status = "submitted"
    coming.save()

    with refused("read_only"):
        apply(draft, cast.trainer)
    assert not Person.objects.filter(service_number="SR-9").exists()
    assert Draft.objects.get(pk=draft.pk).applied_at is None


def test_a_long_list_takes_as_many_queries_as_a_short_one(cast):
    def queries(training, rows) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            apply(receive(training, sheet(*rows), cast.trainer), cast.trainer)
        return len(captured)

    letters = "abcdefghijklmnopqrstuvwxyz"
    short = training_in(cast, starts_in=14, seats=60)
    long = training_in(cast, starts_in=40, seats=60)
    few = queries(short, [("Savić", "Ana", "SR-1", "", "PU Niš")])
    many = queries(long, [(f"Savi{a}{b}", "Ana", f"SR-{a}{b}", "", "PU Niš") for a in letters[:6] for b in letters[:8]])

    assert Enrolment.objects.filter(training=long).count() == 48
    assert many <= few + 4


def test_trainers_set_after_the_preview_are_found_when_applying(coming, cast):
    draft = receive(coming, sheet(("Savić", "Ana", "SR-9")), cast.trainer)
    ana = make.PersonFactory(institution=cast.home, family_name="Savić", given_name="Ana", service_number="SR-9")
    set_deliverers(coming, [(cast.trainer_person, "lead"), (ana, "support")], by=cast.focal)

    with refused("changed", but=("intake_draft",)):
        apply(draft, cast.trainer, subject=coming, columns=COLUMNS, judge=judge_roster)

    assert by_number(Draft.objects.get(pk=draft.pk))[2].outcome == RowOutcome.REFUSED
