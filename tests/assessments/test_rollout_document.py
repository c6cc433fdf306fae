"""The roll-out plan as a PDF: what was promised, the programme's words, the name's rule, and page numbers."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from lms.assessments.models import RolloutPlan
from lms.assessments.rollout.rules import Promise
from lms.assessments.services import confirm_plan, save_plan, send_plan
from lms.core.designation import footnote
from lms.programme.models import Programme
from lms.trainings.choices import TrainingKind
from tests import factories as make


@pytest.fixture
def tot(cast):
    """The ToT ends on 13 October 2026; the trainee of home has a seat."""
    row = make.TrainingFactory(kind=TrainingKind.TOT, institution=make.InstitutionFactory())
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=1)
    make.ModuleFactory(curriculum=row.curriculum, code="M01", title="Keys and seals")
    return row


def drafted(cast, tot, number: int = 1, note: str = "") -> RolloutPlan:
    rows = [Promise((), cast.home.pk, date(2027, 1, 31), 20, note=note or "With the storage unit")]
    rows += [Promise(("M01",), cast.home.pk, date(2027, 2, 28), 7, month_only=True, note=note)] * (number - 1)
    return save_plan(tot, cast.trainee_person, rows, by=cast.trainee)


def pages_of(client, plan: RolloutPlan) -> list[str]:
    answer = client.get(reverse("assessments:rollout_document", args=[plan.pk]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(answer.content)).pages]


def test_the_sheet_says_what_was_promised_and_who_confirmed_it(cast, as_user, tot):
    plan = drafted(cast, tot, 2)
    (page,) = pages_of(as_user(cast.trainee), plan)
    assert "Not confirmed yet." in page and "Page 1 / 1" in page
    assert "31 January 2027" in page and "With the storage unit" in page and "the whole curriculum" in page
    assert "February 2027" in page and "28 February" not in page and "Keys and seals" in page
    assert "2 deliveries 27" in page and "13 April 2027" in page

    confirm_plan(send_plan(plan, by=cast.trainee), by=cast.focal)
    (page,) = pages_of(as_user(cast.office), plan)
    assert "Confirmed on" in page and tot.reference in page and cast.trainee_person.family_name in page


def test_the_programmes_words_stand_below_and_the_name_has_its_footnote(cast, as_user, tot):
    Programme.objects.create(
        code="d", title="The Decision", reference="(CFSP) 2025/1", starts_on="2020-01-01",
        funding_statement="Funded by the Union.", disclaimer="Not its views.",
    )  # fmt: skip
    plan = drafted(cast, tot)
    (page,) = pages_of(as_user(cast.focal), plan)
    assert "Funded by the Union. (CFSP) 2025/1" in page and "Not its views." in page and "The Decision" in page
    assert "Kosovo" not in page

    type(tot).objects.filter(pk=tot.pk).update(title="Training in Kosovo")
    (page,) = pages_of(as_user(cast.focal), plan)
    assert "Training in Kosovo*" in page and " ".join(footnote().split()) in page


def test_a_long_plan_runs_on_with_its_head_and_page_numbers(cast, as_user, tot):
    pages = pages_of(as_user(cast.trainee), drafted(cast, tot, 12, "A long note on it. " * 10))
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert f"Page {number} / {len(pages)}" in page and "Participants" in page
    assert "12 deliveries 97" in pages[-1]


def test_it_reads_in_the_language_of_its_reader(cast, as_user, tot):
    plan, client = drafted(cast, tot), as_user(cast.trainee)
    client.cookies["django_language"] = "sr"
    answer = client.get(reverse("assessments:rollout_document", args=[plan.pk]))
    text = PdfReader(BytesIO(answer.content)).pages[0].extract_text()
    assert "јануар 2027" in text.lower()


def test_the_plan_offers_it(cast, as_user, tot):
    plan = drafted(cast, tot)
    page = as_user(cast.trainee).get(reverse("assessments:rollout_detail", args=[plan.pk]))
    address = reverse("assessments:rollout_document", args=[plan.pk])
    assert f'href="{address}" download' in page.content.decode()
