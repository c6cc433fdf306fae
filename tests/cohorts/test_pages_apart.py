"""Nothing of one institution shows in another's; the import and the certification as people use them."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.certification.models import Certificate, Decision
from lms.cohorts.models import Nomination
from lms.cohorts.services import decide_nomination
from lms.core import clock
from lms.imports.models import Draft
from lms.people.models import Person
from lms.trainings.models import Attendance, Enrolment
from tests import factories as make

from .conftest import FIRST_DAY
from .helpers import one, said, text, url

REAL = Path(__file__).parents[1] / "cases" / "nominations.xlsx"
AFTER = FIRST_DAY + timedelta(days=7)


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
    assert Decision.objects.get(training=cohort.training_id).person == ready[0].person
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
    assert not Decision.objects.filter(training=cohort.training_id).exists()
    client.post(page, {"outcome": "not_certified", "reason": "Left on the third day."})
    assert Decision.objects.get(training=cohort.training_id).outcome == "not_certified"
    assert "A decision is made once and stays." in text(client.get(page))


def test_who_has_no_seat_is_no_candidate(as_user, cast, cohort):
    person = make.PersonFactory()

    assert as_user(cast.office).get(url("decision_add", cohort, person.pk)).status_code == 404
    assert Person.objects.filter(pk=person.pk).exists()


def test_without_candidates_the_pages_lead_to_the_selection(as_user, cast, cohort):
    client = as_user(cast.office)

    assert "Nobody has a seat yet" in text(client.get(url("decision_list", cohort)))
    assert "Nobody has a seat yet" in text(client.get(url("teach_back_plan", cohort)))
