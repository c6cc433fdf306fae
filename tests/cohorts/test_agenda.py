"""The proposed hours, the agenda's pages for each reader, its paper."""

from datetime import time, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from icalendar import Calendar
from pypdf import PdfReader

from lms.audit.models import Entry
from lms.cohorts.agenda.pdf import render_agenda
from lms.cohorts.agenda.presenters import DayView, days_of, today_of, warnings_for
from lms.cohorts.agenda.times import parts_of, propose_lines
from lms.cohorts.services.agenda import propose_agenda
from lms.core import clock
from lms.programme.models import Programme
from lms.trainings.choices import Half
from lms.trainings.models import AgendaItem, SessionModule, Training
from lms.trainings.services import ItemPlan, add_item, change_item, fill_attendance, remove_item, set_status
from lms.trainings.services.agenda_rules import plan_of
from tests import factories as make
from tests.recorded import begin_with
from tests.refusals import refusal_of

from .conftest import FIRST_DAY, MINUTES
from .helpers import said, text, url

ZONE = "Europe/Belgrade"
WEDNESDAY = FIRST_DAY + timedelta(2)


@pytest.fixture
def planned(cohort, cast):
    begin_with("an agenda is proposed", lambda: propose_agenda(cohort, by=cast.office))
    return cohort


def item_on(cohort, code: str) -> AgendaItem:
    return cohort.training.agenda.standing().filter(module__code=code).first()


def form_of(item: AgendaItem | None = None, **others) -> dict:
    form = {"held_on": FIRST_DAY.isoformat(), "starts": "17:00", "ends": "17:30", "kind": "administration",
            "title": "Evening talk", "module": "", "room": "Hall", "group": "", "more": ""}  # fmt: skip
    return {**form, **({"version": item.version} if item else {}), **others}


# The hours proposed ---------------------------------------------------------------------------------------------------


def test_five_days_are_proposed_with_every_minute_of_every_module(planned):
    days = days_of(planned.training, FIRST_DAY)
    rows = [row for day in days for half in day.halves for row in half.rows]

    assert len(days) == 5
    minutes: dict[str, int] = {}
    for row in rows:
        if row.item.module:
            minutes[row.item.module.code] = minutes.get(row.item.module.code, 0) + row.item.minutes
    assert minutes == MINUTES
    assert warnings_for(planned.training, days) == []
    first = [(f"{row.starts:%H:%M}", row.name) for row in days[0].halves[0].rows]
    assert [name for name, _title in first] == ["08:30", "09:00", "09:30", "10:15", "10:30", "11:30", "12:30"]
    assert (first[0][1], first[1][1], first[-1][1]) == ("Registration and opening", "Test before the training", "Lunch")
    assert [row.name for row in days[-1].halves[-1].rows][-2:] == ["Test after the training", "Closing"]
    assert Entry.objects.filter(action="agenda_items_added").count() == 1


def test_a_proposal_is_for_an_empty_agenda_and_for_the_office(planned, cast):
    assert refusal_of(propose_agenda, planned, by=cast.office) == {"not_empty"}
    assert refusal_of(propose_agenda, planned, by=cast.focal) == {"not_office"}
    for item in planned.training.agenda.standing():
        remove_item(item, by=cast.office)
    assert SessionModule.objects.count() == 0
    assert refusal_of(propose_agenda, planned, by=cast.office) == {"no_modules"}


def test_a_half_day_that_no_day_can_hold_is_left_to_a_person(cohort, cast):
    first = cohort.training.sessions.first()
    SessionModule.objects.exclude(module__code="T05").update(session=first)

    assert refusal_of(propose_agenda, cohort, by=cast.office) == {"too_long"}


def test_long_modules_are_parted_and_a_long_morning_puts_lunch_later():
    day = FIRST_DAY
    long, short = parts_of([[(1, "T02", 240)], [(2, "M01", 45)]])
    lines = propose_lines([(day, Half.MORNING, long), (day, Half.AFTERNOON, short)])

    shown = [(line.clocks[0], line.ends - line.starts, line.name or line.module_id) for line in lines]
    assert shown == [
        (time(8, 30), 30, "opening"), (time(9), 30, "test_before"), (time(9, 30), 120, 1), (time(11, 30), 15, "pause"),
        (time(11, 45), 120, 1), (time(13, 45), 60, "lunch"), (time(14, 45), 45, 2), (time(15, 30), 15, "pause"),
        (time(15, 45), 30, "test_after"), (time(16, 15), 30, "closing"),
    ]  # fmt: skip
    assert propose_lines([]) == []


def test_a_module_in_two_half_days_shares_its_minutes_to_the_last():
    first, second = parts_of([[(5, "T05", 91)], [(5, "T05", 91)]])

    assert (first[0].minutes, second[0].minutes) == (46, 45)


# The page -------------------------------------------------------------------------------------------------------------


def test_the_office_has_hours_proposed_and_edits_them(as_user, cast, cohort):
    client, page = as_user(cast.office), url("agenda", cohort)
    assert "Propose the hours" in text(client.get(page))

    client.post(url("agenda_propose", cohort))
    shown = text(client.get(page))
    assert "Registration and opening" in shown
    assert "Copy a day" in shown
    assert "Evening talk" not in shown

    assert "Add the item" in text(client.get(url("agenda_item_add", cohort) + f"?day={WEDNESDAY}"))
    leader = make.PersonFactory(email="ana@mup.example", given_name="Ana", family_name="Kola")
    client.post(url("agenda_item_add", cohort), form_of(more="ANA@mup.example"))
    item = AgendaItem.objects.standing().get(title="Evening talk")
    assert list(item.facilitators.all()) == [leader]
    assert "Ana Kola" in text(client.get(page))

    change = url("agenda_item_change", cohort, item.pk)
    assert "Evening talk" in text(client.get(change))
    client.post(change, form_of(item, held_on=WEDNESDAY.isoformat(), leaders=[leader.pk]))
    item.refresh_from_db()
    assert (item.session.held_on, item.sequence, list(item.facilitators.all())) == (WEDNESDAY, 1, [leader])

    remove = url("agenda_item_remove", cohort, item.pk)
    assert "Remove “Evening talk”?" in text(client.get(remove))
    client.post(remove)
    assert "Evening talk" not in text(client.get(page))
    assert client.get(change).status_code == 404


def test_a_clash_is_said_beside_the_form_and_nothing_typed_is_lost(as_user, cast, planned):
    client = as_user(cast.office)

    answer = client.post(url("agenda_item_add", planned), form_of(starts="09:30", ends="10:00"))

    assert "the same participants are in “M01 Module M01”" in text(answer)
    assert 'value="Evening talk"' in text(answer)
    unknown = client.post(url("agenda_item_add", planned), form_of(more="nobody@mup.example"))
    assert "Not the address of exactly one person on record: nobody@mup.example." in text(unknown)


def test_a_day_is_copied_by_the_form(as_user, cast, planned):
    for item in planned.training.agenda.standing().filter(session__held_on=WEDNESDAY):
        remove_item(item, by=cast.office)
    client = as_user(cast.office)

    days = {"source": FIRST_DAY.isoformat(), "target": WEDNESDAY.isoformat()}
    assert said(client.post(url("agenda_day_copy", planned), days)) == ["The day is copied."]
    page = text(client.get(url("agenda", planned)))
    assert "M01 has 90 minutes in the agenda and 45 in the edition." in page
    assert "M08 is mandatory and not in the agenda." in page
    assert "90 minutes" not in text(as_user(cast.focal).get(url("agenda", planned)))


def test_today_stands_first_while_the_tot_is_under_way(as_user, cast, planned):
    with clock.pretend(WEDNESDAY):
        for name in ("agenda", "training_detail"):
            page = text(as_user(cast.focal).get(url(name, planned)))
            assert "Today <span" in page
            assert page.index("day 3") < page.index("M08 Module M08")
    assert "Today <span" not in text(as_user(cast.focal).get(url("agenda", planned)))


def test_the_present_half_day_stands_first_today(planned):
    days = days_of(planned.training, WEDNESDAY)

    assert [day.is_today for day in days] == [False, False, True, False, False]
    assert [half.session.half for half in days[2].from_now(time(12, 59))] == ["am", "pm"]
    assert [half.session.half for half in days[2].from_now(time(13))] == ["pm", "am"]
    assert today_of(days_of(planned.training, FIRST_DAY - timedelta(1)), planned.training) is None
    assert today_of([DayView(1, WEDNESDAY, (), True)], planned.training) is None


def test_whoever_comes_or_leads_reads_the_agenda_and_nobody_else(as_user, cast, planned, nominate):
    client_pages = [url(name, planned) for name in ("agenda", "agenda_document", "agenda_download")]
    assert {as_user(cast.trainee).get(page).status_code for page in client_pages} == {404}

    nomination = nominate()
    type(nomination.person).objects.filter(pk=nomination.person_id).update(user=make.UserFactory(email="n@mup.example"))
    nomination.person.refresh_from_db()
    make.EnrolmentFactory(training=planned.training, person=cast.trainee_person)
    item = item_on(planned, "M04")
    leaders = [cast.trainer_away_person.pk]
    change_item(item, plan_of(item, ZONE, leader_ids=leaders), by=cast.office)

    for user in (cast.trainee, nomination.person.user, cast.trainer_away):
        assert {as_user(user).get(page).status_code for page in client_pages} == {200}
        page = text(as_user(user).get(client_pages[0]))
        assert "Your trainings" in page
        assert url("training_detail", planned) + '"' not in page
        assert "Add an item" not in page
        assert " present" not in page
        assert as_user(user).get(url("training_detail", planned)).status_code == 404
    for user in (cast.trainee_away, cast.trainer, cast.stranger, cast.observer):
        assert {as_user(user).get(page).status_code for page in client_pages} == {404}


def test_a_participant_goes_from_their_trainings_to_the_agenda(as_user, cast, planned):
    make.EnrolmentFactory(training=planned.training, person=cast.trainee_person)

    assert url("agenda", planned) in text(as_user(cast.trainee).get(reverse("trainings:my_enrolments")))


def test_a_draft_is_read_by_the_office_alone(as_user, cast, draft_cohort):
    make.EnrolmentFactory(training=draft_cohort.training, person=cast.trainee_person)

    assert as_user(cast.trainee).get(url("agenda", draft_cohort)).status_code == 404
    assert as_user(cast.office).get(url("agenda", draft_cohort)).status_code == 200


def test_the_office_sees_how_many_were_there_and_goes_to_that_half_day(as_user, cast, planned):
    make.EnrolmentFactory(training=planned.training)
    session = planned.training.sessions.first()
    with clock.pretend(FIRST_DAY):
        fill_attendance(session, True, by=cast.office)
        page = text(as_user(cast.office).get(url("agenda", planned)))
        assert "1 of 1 present" in page
        assert f"/attendance/?session={session.pk}" in page
        assert "of 1 present" not in text(as_user(cast.focal).get(url("agenda", planned)))
        one = text(as_user(cast.office).get(f"/trainings/{planned.training_id}/attendance/?session={session.pk}"))
        assert one.count("data-column") == 1
        full = text(as_user(cast.office).get(f"/trainings/{planned.training_id}/attendance/?session=0"))
        assert full.count("data-column") == 2


def test_the_page_takes_the_same_queries_for_few_items_and_for_many(as_user, cast, cohort):
    client, page = as_user(cast.office), url("agenda", cohort)
    leaders = (cast.trainer_person.pk,)
    add_item(
        cohort.training,
        ItemPlan(FIRST_DAY, time(7), time(7, 30), "administration", "Walk", leader_ids=leaders),
        by=cast.office,
    )

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    count()
    few = count()
    for item in AgendaItem.objects.standing():
        remove_item(item, by=cast.office)
    propose_agenda(cohort, by=cast.office)
    for item in cohort.training.agenda.standing().filter(module__isnull=False):
        change_item(item, plan_of(item, ZONE, leader_ids=leaders), by=cast.office)
    assert cohort.training.agenda.standing().count() > 30
    assert count() == few


# Paper and calendar ---------------------------------------------------------------------------------------------------


def pages_of(training, programme=None) -> list[str]:
    training = Training.objects.select_related("institution__jurisdiction", "edition__curriculum").get(pk=training.pk)
    reader = PdfReader(BytesIO(render_agenda(training, days_of(training, FIRST_DAY), programme)))
    assert {tuple(map(round, page.mediabox[2:])) for page in reader.pages} == {(595, 842)}
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_five_days_print_on_two_pages_with_the_programmes_words_on_each(planned):
    programme = Programme(funding_statement="Funded by the donors.", reference="CD 2026/1", disclaimer="Views differ.")

    pages = pages_of(planned.training, programme)

    assert [[f"Day {number} ·" in page for number in range(1, 6)] for page in pages] == [
        [True, True, True, False, False], [False, False, False, True, True],
    ]  # fmt: skip
    for number, page in enumerate(pages, 1):
        assert "Funded by the donors. CD 2026/1" in page
        assert "Views differ." in page
        assert f"Page {number}" in page
        assert "Resolution 1244" not in page
    assert "Monday 12 October 2026" in pages[0]


def test_the_paper_speaks_the_readers_language_and_marks_the_name(planned, cast):
    Training.objects.filter(pk=planned.training_id).update(venue="Kosovo Academy, Вучитрн")
    item = item_on(planned, "M01")
    change_item(item, plan_of(item, ZONE, room="Сала <1> & 2"), by=cast.office)

    with translation.override("sr"):
        pages = pages_of(planned.training)

    assert "понедељак" in pages[0].lower()
    assert "Kosovo* Academy, Вучитрн" in pages[0]
    assert "Сала <1> & 2" in pages[0]
    assert all("Resolution 1244" in page for page in pages)


def test_a_day_longer_than_a_page_runs_on_with_its_head(cohort, cast):
    plans = [
        ItemPlan(FIRST_DAY, time(hour, minute), time(hour, minute + 9), "administration", f"Slot {hour}:{minute}")
        for hour in range(7, 19) for minute in range(0, 50, 10)
    ]  # fmt: skip
    for plan in plans:
        add_item(cohort.training, plan, by=cast.office)

    pages = pages_of(cohort.training)

    assert len(pages) == 2
    assert all("Facilitators" in page for page in pages)


def test_the_downloads_are_files_and_a_called_off_tot_is_called_off_in_them(as_user, cast, planned):
    client = as_user(cast.office)
    paper = client.get(url("agenda_document", planned))
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert paper["Cache-Control"] == "private, no-store"

    item = item_on(planned, "M04")
    make.EnrolmentFactory(training=planned.training, person=cast.trainee_person)
    change_item(item, plan_of(item, ZONE, leader_ids=[cast.trainer_away_person.pk]), by=cast.office)
    mine = as_user(cast.trainer_away).get(url("agenda_download", planned) + "?mine=1")
    assert [str(event["summary"]) for event in Calendar.from_ical(mine.content).events] == ["M04 Module M04"]
    assert "Only what I lead" in text(as_user(cast.trainer_away).get(url("agenda", planned)))

    set_status(planned.training, "cancel", by=cast.office, reason="No room.")
    gone = as_user(cast.trainee).get(url("agenda_download", planned))
    assert gone["Content-Type"].startswith("text/calendar")
    assert Calendar.from_ical(gone.content)["method"] == "CANCEL"
    assert "it removes the days from your calendar" in text(as_user(cast.trainee).get(url("agenda", planned)))
