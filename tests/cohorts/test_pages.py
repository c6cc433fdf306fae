"""The pages of the ToT as people use them; nothing of one institution shows in another's."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.certification.models import Certificate, Decision
from lms.cohorts.models import Cohort, Nomination
from lms.cohorts.services import decide_nomination, nominate_person
from lms.core import clock
from lms.institutions.models import Institution
from lms.institutions.reference import load_reference
from lms.intake.models import Draft
from lms.people.models import Person
from lms.trainings.models import Attendance, Enrolment, Training
from lms.trainings.services import withdraw_enrolment
from tests import factories as make

from .conftest import FIRST_DAY, fields_for

REAL = Path(__file__).parents[1] / "cases" / "nominations.xlsx"
AFTER = FIRST_DAY + timedelta(days=7)


def url(name: str, row, *more) -> str:
    return reverse(f"cohorts:{name}", args=[getattr(row, "training_id", row.pk), *more])


def one(name: str, nomination) -> str:
    return reverse(f"cohorts:{name}", args=[nomination.pk])


def text(response) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.fixture
def nominate(cohort, cast, endorsed):
    def do(institution=None, **fields) -> Nomination:
        person = make.PersonFactory(institution=institution or cast.home, **fields)
        return nominate_person(cohort, person, by=cast.office, **endorsed)

    return do


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


def test_an_officer_does_not_find_the_door_to_decide_about_themselves(as_user, cast, nominate):
    own = nominate(user=cast.office)

    assert as_user(cast.office).get(one("nomination_decide", own)).status_code == 403


@pytest.mark.parametrize("name", ["training_list", "nomination_list", "training_detail", "decision_list",
                                  "teach_back_plan", "nomination_export"])  # fmt: skip
def test_a_page_asks_the_same_number_of_questions_for_one_and_for_thirty(as_user, cast, cohort, nominate, name):
    Training.objects.filter(pk=cohort.training_id).update(seats=60)
    client = as_user(cast.office)
    address = reverse("cohorts:training_list") if name == "training_list" else url(name, cohort)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    decide_nomination(nominate(), "accepted", by=cast.office)
    few = count()
    for number in range(29):
        nomination = nominate(institution=make.InstitutionFactory() if number % 2 else None)
        decide_nomination(nomination, "accepted", by=cast.office)
    if name == "training_list":
        for number in range(18):
            training = make.TrainingFactory(kind="tot", reference=f"TOT-X-{number}")
            make.CohortFactory(training=training)
    assert count() == few


# Walls ----------------------------------------------------------------------------------------------------------------


def test_no_page_of_a_focal_point_holds_anything_of_another_institution(as_user, cast, cohort, nominate):
    canary = nominate(cast.away, family_name="Kanarinac", given_name="Tajni", job_function="Canary keeper")
    own = nominate(family_name="Ilić")
    decide_nomination(canary, "accepted", by=cast.office)
    decide_nomination(own, "accepted", by=cast.office)
    client = as_user(cast.focal)
    pages = [reverse("cohorts:training_list"), cohort.get_absolute_url(), url("agenda", cohort),
             url("nomination_list", cohort), url("nomination_list", cohort) + "?q=kanarin",
             url("nomination_list", cohort) + f"?institution={cast.away.pk}", url("nomination_add", cohort),
             url("nomination_import", cohort), one("nomination_detail", own)]  # fmt: skip

    for page in pages:
        shown = text(client.get(page))
        assert not [word for word in ("Kanarinac", "Tajni", "Canary keeper", cast.away.name) if word in shown], page
    workbook = load_workbook(io.BytesIO(client.get(url("nomination_export", cohort)).content))
    cells = [str(cell.value) for row in workbook.active.iter_rows() for cell in row]
    assert "Ilić" in cells
    assert not {"Kanarinac", cast.away.name} & set(cells)
    for name in ("nomination_detail", "nomination_endorse", "nomination_decide", "nomination_withdraw"):
        assert client.get(one(name, canary)).status_code == 404


def test_the_workbook_carries_the_designation_and_its_footnote_once(as_user, cast, cohort, nominate, settings):
    kosovo = make.InstitutionFactory(
        code="xk", name="Kosovo* Police", jurisdiction=make.JurisdictionFactory(code="XK", name="Kosovo*")
    )
    nominate(kosovo, family_name="=cmd()")

    content = as_user(cast.office).get(url("nomination_export", cohort)).content
    cells = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row if cell.value]

    values = [cell.value for cell in cells]
    assert ("Kosovo* Police" in values, values.count(settings.DESIGNATION_FOOTNOTE)) == (True, 1)
    assert [cell.data_type for cell in cells if cell.value == "=cmd()"] == ["s"]


# Import ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def region(db):
    Institution.objects.filter(name="Albanian State Police").update(name="Away")
    Institution.objects.filter(name="Administrative Affairs Directorate").update(name="Home")
    return load_reference()


def test_the_real_list_goes_from_upload_to_nominations(as_user, cast, cohort, region):
    client = as_user(cast.office)
    with clock.pretend(date(2026, 9, 28)):
        assert "Import nominations" in text(client.get(url("nomination_import", cohort)))
        sent = client.post(
            url("nomination_import", cohort), {"workbook": SimpleUploadedFile("n.xlsx", REAL.read_bytes())}
        )
        draft = Draft.objects.get()
        preview = reverse("cohorts:nomination_import_preview", args=[draft.pk])
        assert sent.url == preview
        page = text(client.get(preview))
        assert "9 questions before the list can be applied" in page
        assert "“5 yrs”" in page
        answered = client.post(preview, {"version": 1, "do": "save", "answer-7-years_in_post": "5",
                                         "answer-11-english": "good"})  # fmt: skip
        assert said(answered) == [
            "Row 11: “good” is not a level of the European scale. Write A1, A2, B1, B2, C1 or C2."
        ]
        page = text(client.get(preview))
        assert "8 questions before" in page
        assert "Ask again" in page
        assert client.post(preview, {"version": 2, "do": "apply"}).url == preview
        client.post(preview, {"version": 2, "do": "empty"})
        assert "Apply 23 rows" in text(client.get(preview))
        draft.refresh_from_db()
        done = client.post(preview, {"version": draft.version, "do": "apply"})
        assert done.url == url("nomination_list", cohort)
        assert said(done)[-1] == "23 nominated, 0 completed, 0 unchanged."
        assert "What happened" in text(client.get(preview))
        again = client.post(
            url("nomination_import", cohort), {"workbook": SimpleUploadedFile("n.xlsx", REAL.read_bytes())}
        )
        assert again.url == preview
    assert Nomination.objects.count() == 23


def test_a_file_that_is_no_workbook_is_refused_on_the_page(as_user, cast, cohort):
    page = as_user(cast.office).post(
        url("nomination_import", cohort), {"workbook": SimpleUploadedFile("n.xlsx", b"PK\x03\x04 nothing")}
    )

    assert "error-summary" in text(page)
    assert not Draft.objects.exists()


def test_refused_rows_are_downloaded_with_their_reasons(as_user, cast, cohort):
    client = as_user(cast.focal)
    client.post(url("nomination_import", cohort), {"workbook": SimpleUploadedFile("n.xlsx", REAL.read_bytes())})
    draft = Draft.objects.get()
    content = client.get(reverse("cohorts:nomination_import_refused", args=[draft.pk])).content

    cells = [cell.value for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
    assert "Dritan" in cells
    assert "No institution of this name is known to you. Write it as in the list of institutions." in cells


# Certification --------------------------------------------------------------------------------------------------------


@pytest.fixture
def ready(cohort, cast, nominate):
    """One who meets everything and one who was never tested."""
    good, other = (decide_nomination(nominate(), "accepted", by=cast.office) for _number in range(2))
    training = cohort.training
    for place in Enrolment.objects.filter(training=training):
        for session in training.sessions.all():
            Attendance.objects.create(session=session, enrolment=place, present=True)
    TestResult.objects.create(training=training, person=good.person, moment="post", correct=13, items=15)
    teach_back = TeachBack.objects.create(training=training, person=good.person, held_on=FIRST_DAY)
    for _number in range(2):
        TeachBackScore.objects.create(teach_back=teach_back, assessor=make.UserFactory(), submitted_at=timezone.now(),
                                      **dict.fromkeys(TeachBackScore.CRITERIA, 3))  # fmt: skip
    with clock.pretend(AFTER):
        yield good, other


def test_teach_backs_are_planned_on_a_page(as_user, cast, cohort, nominate):
    nomination = decide_nomination(nominate(), "accepted", by=cast.office)
    client, page = as_user(cast.office), url("teach_back_plan", cohort)
    topic = cohort.training.edition.modules.get(module__code="M04").module
    prefix = f"slot-{nomination.person_id}"

    assert "1 candidate without a teach-back" in text(client.get(page))
    assert "Choose a day for at least one candidate." in text(client.post(page, {f"{prefix}-held_on": ""}))
    assert client.post(page, {f"{prefix}-held_on": "2031-01-01"}).status_code == 200
    client.post(page, {f"{prefix}-held_on": "2026-10-15", f"{prefix}-topic": topic.pk})
    teach_back = TeachBack.objects.get()
    assert (teach_back.held_on, teach_back.topic) == (date(2026, 10, 15), topic)
    assert "Planned" in text(client.get(page))


def test_each_candidate_is_explained(as_user, cast, cohort, ready):
    page = text(as_user(cast.office).get(url("decision_list", cohort)))

    assert "0 of 2 candidates decided: 0 certified, 0 provisional" in page
    assert "Confirm the proposal for 1 candidate" in page
    assert "13 of 15 items (86.6 %)" in page
    assert "no post-test recorded" in page
    detail = text(as_user(cast.office).get(url("decision_add", cohort, ready[1].person_id)))
    assert "Enter the post-test" in detail


def test_proposals_are_confirmed_and_certificates_issued(as_user, cast, cohort, ready):
    client = as_user(cast.office)

    assert "Confirm the proposal for 1 candidate?" in text(client.get(url("decisions_confirm", cohort)))
    client.post(url("decisions_confirm", cohort))
    assert Decision.objects.get().person == ready[0].person
    assert "Nobody is waiting" in text(client.get(url("decisions_confirm", cohort)))
    assert "Issue 1 certificate" in text(client.get(url("decision_list", cohort)))
    client.post(url("certificates_issue", cohort))
    client.post(url("certificates_issue", cohort))
    certificate = Certificate.objects.get(training=cohort.training_id)
    assert certificate.number in text(client.get(url("decision_list", cohort)))
    assert "and 1 provisional" in text(client.get(cohort.get_absolute_url()))
    assert "attended, provisional" in text(client.get(url("nomination_list", cohort), {"course": "provisional"}))
    assert "Certification: provisional" in text(client.get(one("nomination_detail", ready[0])))


def test_one_candidate_is_decided_below_the_proposal_with_a_reason(as_user, cast, cohort, ready):
    client, page = as_user(cast.office), url("decision_add", cohort, ready[0].person_id)

    assert "The scheme proposes: provisional." in text(client.get(page))
    assert "Give the reason" in text(client.post(page, {"outcome": "not_certified"}))
    assert client.post(page, {"outcome": "certified"}).status_code == 200
    assert not Decision.objects.exists()
    client.post(page, {"outcome": "not_certified", "reason": "Left on the third day."})
    assert Decision.objects.get().outcome == "not_certified"
    assert "A decision is made once and stays." in text(client.get(page))


def test_who_has_no_seat_is_no_candidate(as_user, cast, cohort):
    person = make.PersonFactory()

    assert as_user(cast.office).get(url("decision_add", cohort, person.pk)).status_code == 404
    assert Person.objects.filter(pk=person.pk).exists()


def test_without_candidates_the_pages_lead_to_the_selection(as_user, cast, cohort):
    client = as_user(cast.office)

    assert "Nobody has a seat yet" in text(client.get(url("decision_list", cohort)))
    assert "Nobody has a seat yet" in text(client.get(url("teach_back_plan", cohort)))
