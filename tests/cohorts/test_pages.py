"""The pages of the ToT as people use them: cohorts and nominations."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.audit.models import Entry
from lms.cohorts.models import Cohort, Nomination
from lms.cohorts.services import decide_nomination, nominate_person
from lms.core import clock
from lms.trainings.models import Enrolment, Training
from lms.trainings.services import withdraw_enrolment
from tests import factories as make
from tests.recorded import begin_with, undone

from .conftest import FIRST_DAY, fields_for
from .helpers import one, said, text, url

REAL = Path(__file__).parents[1] / "cases" / "nominations.xlsx"
AFTER = FIRST_DAY + timedelta(days=7)


# The cohort -----------------------------------------------------------------------------------------------------------


def test_the_list_says_where_each_cohort_stands(as_user, cast, nominate):
    nominate()
    page = text(as_user(cast.office).get(reverse("cohorts:training_list")))

    assert "Regional ToT 2026" in page
    assert "Approved" in page


def test_an_empty_list_says_what_comes_next(as_user, cast):
    assert "Open the first one" in text(as_user(cast.office).get(reverse("cohorts:training_list")))
    assert "When the programme office sends a call" in text(as_user(cast.focal).get(reverse("cohorts:training_list")))


def test_the_office_prepares_a_cohort_and_sends_the_call(as_user, cast, edition, today):
    make.SchemeFactory()
    client = as_user(cast.office)
    fields = fields_for(cast, edition)
    form = {
        **fields, "institution": fields["institution"].pk, "edition": edition.pk, "starts_on": "2026-10-12",
        "scheme": make.SchemeFactory().pk, "nominations_close_on": "2026-09-30",
    }  # fmt: skip

    assert "Open a cohort" in text(client.get(reverse("cohorts:cohort_add")))
    late = client.post(reverse("cohorts:cohort_add"), {**form, "nominations_close_on": "2026-10-20"})
    assert "Nominations must close before the first day" in text(late)
    made = client.post(reverse("cohorts:cohort_add"), form)
    cohort = Cohort.objects.get()
    assert made.url == cohort.get_absolute_url()
    assert "Send the call" in text(client.get(made.url))
    client.post(url("nominations_open", cohort))
    assert Training.objects.get(pk=cohort.training_id).status == "approved"
    assert "Nominate somebody" in text(client.get(made.url))


def test_the_closing_day_is_moved_on_a_page(as_user, cast, cohort):
    client = as_user(cast.office)
    page = url("closing_change", cohort)

    assert "2026-09-30" in text(client.get(page))
    assert client.post(page, {"nominations_close_on": "2026-10-20"}).status_code == 200
    assert client.post(page, {"nominations_close_on": "2026-10-02"}).status_code == 302
    cohort.refresh_from_db()
    assert cohort.nominations_close_on == date(2026, 10, 2)


def test_a_tot_is_called_off_on_a_page_that_asks_why(as_user, cast, cohort):
    client, page = as_user(cast.office), url("cohort_cancel", cohort)
    assert "Cancel this ToT" in text(client.get(cohort.get_absolute_url()))
    assert "nobody has a place yet" in text(client.get(page))
    make.EnrolmentFactory(training=cohort.training)
    assert "1 person has a place and is told by mail" in text(client.get(page))

    version = Training.objects.get(pk=cohort.training_id).version
    assert client.post(page, {"version": version, "reason": ""}).status_code == 200
    assert client.post(page, {"version": version, "reason": "The venue is closed."}).status_code == 302

    shown = text(client.get(cohort.get_absolute_url()))
    assert "This ToT was called off" in shown and "The venue is closed." in shown
    assert "Cancel this ToT" not in shown and client.get(page).status_code == 403


def test_figures_add_up_and_lead_to_their_rows(as_user, cast, cohort, nominate):
    decide_nomination(nominate(sex="woman"), "accepted", by=cast.office)
    nominate(sex="man")
    nominate(cast.away, sex="not_recorded")
    page = text(as_user(cast.office).get(cohort.get_absolute_url()))

    assert "women 1, men 1, not recorded 1" in page
    assert "women 1, men 0, not recorded 0" in page
    assert f'href="{url("nomination_list", cohort)}?status=accepted">1</a>' in page


def test_a_focal_point_reads_figures_of_their_own_institutions(as_user, cast, cohort, nominate):
    nominate(sex="woman")
    nominate(cast.away, sex="man")
    page = text(as_user(cast.focal).get(cohort.get_absolute_url()))

    assert "People of your institutions" in page
    assert "women 1, men 0, not recorded 0" in page
    assert "women 0, men 1" not in page


def test_an_assessor_reads_the_timeline_without_figures(as_user, cast, cohort, nominate):
    nominate()
    page = text(as_user(cast.assessor).get(cohort.get_absolute_url()))

    assert "From the call to the certificates" in page
    assert "nominated" not in page
    assert "Nominate somebody" not in page


def test_a_place_given_back_is_said_and_filled_by_one_press(as_user, cast, cohort, nominate):
    gone = decide_nomination(nominate(), "accepted", by=cast.office)
    reserve = decide_nomination(nominate(), "reserve", by=cast.office)
    withdraw_enrolment(Enrolment.objects.get(person=gone.person), reason="", by=cast.office)
    client = as_user(cast.office)

    assert "1 accepted person gave their place back." in text(client.get(cohort.get_absolute_url()))
    assert "gave the place back" in text(client.get(url("nomination_list", cohort)))
    client.post(url("reserves_promote", cohort))
    reserve.refresh_from_db()
    assert reserve.status == "accepted"


def test_a_seat_without_a_nomination_is_remarked(as_user, cast, cohort):
    make.EnrolmentFactory(training=cohort.training)

    assert "1 person has a seat without an accepted nomination." in text(
        as_user(cast.office).get(cohort.get_absolute_url())
    )


def test_the_agenda_shows_five_days_with_their_modules(as_user, cast, cohort):
    page = text(as_user(cast.focal).get(url("agenda", cohort)))

    assert page.count("<h2 id=") == 5
    assert all(code in page for code in ("M01", "M13", "T05", "T06"))


# Nominations ----------------------------------------------------------------------------------------------------------


def test_the_list_is_filtered(as_user, cast, cohort, nominate):
    ana = nominate(family_name="Ilić", given_name="Ana")
    nominate(cast.away, family_name="Hoxha", given_name="Besa")
    decide_nomination(ana, "accepted", by=cast.office)
    client = as_user(cast.office)

    def names(**query) -> list[str]:
        page = text(client.get(url("nomination_list", cohort), query))
        return [name for name in ("Ana Ilić", "Besa Hoxha") if name in page]

    assert names() == ["Ana Ilić", "Besa Hoxha"]
    assert names(q="илић") == ["Ana Ilić"]
    assert names(status="open") == ["Besa Hoxha"]
    assert names(status="accepted") == ["Ana Ilić"]
    assert names(institution=cast.away.pk) == ["Besa Hoxha"]
    assert names(course="expected") == ["Ana Ilić"]
    assert (
        names(course="attended")
        == names(course="no_show")
        == names(course="certified")
        == names(course="provisional")
        == []
    )
    assert names(institution="nonsense", status="nonsense") == ["Ana Ilić", "Besa Hoxha"]
    with clock.pretend(AFTER):
        assert names(course="no_show") == ["Ana Ilić"]


def test_an_empty_list_of_nominations_offers_the_import(as_user, cast, cohort):
    assert "Nobody is nominated yet" in text(as_user(cast.focal).get(url("nomination_list", cohort)))


def test_many_are_decided_on_the_list(as_user, cast, cohort, nominate):
    first, second = nominate(), nominate()
    client = as_user(cast.office)
    form = {"nomination": [first.pk, second.pk], f"version-{first.pk}": 1, f"version-{second.pk}": 1,
            "status": "accepted", "reason": "", "query": "status=open"}  # fmt: skip

    answer = client.post(url("nominations_decide", cohort), form)

    assert answer.url == f"{url('nomination_list', cohort)}?status=open"
    assert said(answer) == ["2 nominations decided."]
    assert set(Nomination.objects.values_list("status", flat=True)) == {"accepted"}


def test_a_refused_bulk_decision_keeps_the_ticks_and_the_filters(as_user, cast, cohort, nominate):
    rows = [nominate(), nominate(), nominate()]
    form = {"nomination": [row.pk for row in rows], "status": "accepted", "query": "status=open"}
    form |= {f"version-{row.pk}": 1 for row in rows}

    page = text(as_user(cast.office).post(url("nominations_decide", cohort), form))

    assert "3 nominations are chosen and 2 seats are free. Choose fewer." in page
    assert page.count(" checked") == 3
    assert not Enrolment.objects.filter(training=cohort.training_id).exists()


def test_a_stale_row_in_a_bulk_decision_is_refused(as_user, cast, cohort, nominate):
    row = nominate()
    form = {"nomination": [row.pk], f"version-{row.pk}": 0, "status": "declined", "reason": "No"}

    assert "Somebody else changed this" in text(as_user(cast.office).post(url("nominations_decide", cohort), form))


def test_one_nomination_shows_what_is_known_and_what_can_be_done(as_user, cast, nominate):
    nomination = nominate(family_name="Ilić", given_name="Ana")

    assert "Decide" in text(as_user(cast.office).get(one("nomination_detail", nomination)))
    own = text(as_user(cast.focal).get(one("nomination_detail", nomination)))
    assert "Cannot come" in own
    assert one("nomination_decide", nomination) not in own


def test_a_focal_point_nominates_on_a_page(as_user, cast, cohort):
    client = as_user(cast.focal)
    page = url("nomination_add", cohort)
    form = {"institution": cast.home.pk, "family_name": "Krasniqi", "given_name": "Arta", "years_in_post": "4"}

    assert cast.away.name not in text(client.get(page))
    assert "not a name" in text(client.post(page, {**form, "family_name": "K4"}))
    assert client.post(page, {**form, "institution": cast.away.pk}).status_code == 200
    made = client.post(page, form)
    nomination = Nomination.objects.get()
    assert (made.url, nomination.years_in_post, str(nomination.person)) == (
        nomination.get_absolute_url(), 4, "Arta Krasniqi",
    )  # fmt: skip


def test_a_likely_namesake_is_asked_about_before_anything_is_written(as_user, cast, cohort):
    known = make.PersonFactory(institution=cast.home, family_name="Krasniqi", given_name="Arta")
    client, page = as_user(cast.focal), url("nomination_add", cohort)
    form = {"institution": cast.home.pk, "family_name": "Krasniqi", "given_name": "Arta"}

    assert "Is it the same person?" in text(client.post(page, form))
    assert not Nomination.objects.exists()
    client.post(page, {**form, "decision": str(known.pk)})
    assert Nomination.objects.get().person == known


def test_endorsing_deciding_and_withdrawing_on_their_pages(as_user, cast, cohort):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    focal = as_user(cast.focal)
    assert "Endorse" in text(focal.get(one("nomination_endorse", nomination)))
    focal.post(one("nomination_endorse", nomination), {"version": 1, "endorsed_by": "Director",
                                                       "endorsed_on": "2026-08-31"})  # fmt: skip
    office = as_user(cast.office)
    assert "2 of 2 seats are free." in text(office.get(one("nomination_decide", nomination)))
    stale = office.post(one("nomination_decide", nomination), {"version": 1, "status": "accepted"})
    assert "Somebody else changed this" in text(stale)
    office.post(one("nomination_decide", nomination), {"version": 2, "status": "accepted"})
    nomination.refresh_from_db()
    assert nomination.status == "accepted"
    assert "cannot come" in text(office.get(one("nomination_withdraw", nomination)))
    assert office.post(one("nomination_withdraw", nomination), {"version": 3}).status_code == 200
    office.post(one("nomination_withdraw", nomination), {"version": 3, "reason": "Ill"})
    nomination.refresh_from_db()
    assert nomination.status == "withdrawn"


def test_an_officer_does_not_find_the_view_to_decide_about_themselves(as_user, cast, nominate):
    own = nominate(user=cast.office)

    assert as_user(cast.office).get(one("nomination_decide", own)).status_code == 403


@pytest.mark.parametrize("name", ["training_list", "nomination_list", "training_detail", "decision_list",
                                  "teach_back_plan", "nomination_export", "call_detail", "panel_detail", "ranking",
                                  "ranking_print", "ranking_export", "selection_edit", "letter_list"])  # fmt: skip
def test_a_page_asks_the_same_number_of_questions_for_one_and_for_thirty(as_user, cast, cohort, nominate, name):
    client = as_user(cast.office)
    address = reverse("cohorts:training_list") if name == "training_list" else url(name, cohort)

    def count(accepted: int) -> int:
        begin_with(("accepted", accepted), lambda: accept(accepted, cast, cohort, nominate))
        if name == "training_list":
            for number in range(accepted * 18 // 30):
                make.CohortFactory(training=make.TrainingFactory(kind="tot", reference=f"TOT-X-{number}"))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    with undone():
        few = count(1)
    assert count(30) == few


def accept(count: int, cast, cohort, nominate) -> None:
    """So many accepted nominees, every other one of an institution of their own."""
    Training.objects.filter(pk=cohort.training_id).update(seats=60)
    for number in range(count):
        nomination = nominate(institution=None if number % 2 else make.InstitutionFactory())
        decide_nomination(nomination, "accepted", by=cast.office)


def test_the_offices_look_at_nominations_is_logged_once_a_page(as_user, cast, cohort, nominate):
    nominate()
    at = reverse("cohorts:nomination_list", args=[cohort.training_id])
    as_user(cast.focal).get(at)
    as_user(cast.office).get(at, {"status": "open"})

    entry = Entry.objects.get(action__endswith=" read")
    assert (entry.action, entry.actor, entry.object_id, entry.after) == (
        "nominations read", cast.office, str(cohort.pk), {},
    )  # fmt: skip
