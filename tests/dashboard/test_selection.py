"""What the first page says of a selection, and to whom."""

from datetime import timedelta

import pytest

from lms.cohorts.models import Criterion, Letter, PanelMember
from lms.core.clock import today
from lms.dashboard.sections.selection import selection_section
from lms.trainings.models import Decision
from tests import factories as make


@pytest.fixture
def cohort(db):
    first = today() + timedelta(days=30)
    training = make.TrainingFactory(kind="tot", starts_on=first, ends_on=first + timedelta(days=4))
    return make.CohortFactory(training=training)


def tasks_of(user) -> list[str]:
    section = selection_section(user, today())
    return [task.what for task in section.tasks] if section else []


def test_a_member_is_told_whom_to_score(cohort, cast):
    Criterion.objects.create(cohort=cohort, title="Teaching", levels=["a", "b"])
    make.NominationFactory(cohort=cohort, person=make.PersonFactory(institution=cast.home))
    assert tasks_of(cast.assessor) == []

    PanelMember.objects.create(cohort=cohort, user=cast.assessor)
    assert tasks_of(cast.assessor) == ["1 nomination to score"]


def test_the_office_is_told_of_letters_and_of_another_officers_report(cohort, cast):
    Letter.objects.create(
        cohort=cohort, institution=cast.home, number=1, kind="invitation", language="en", subject="S", body="B",
        written_on=today(),
    )  # fmt: skip
    assert (tasks_of(cast.office), tasks_of(cast.focal)) == (["1 letter waits for release"], [])

    Letter.objects.all().delete()
    type(cohort.training).objects.update(status="submitted")
    Decision.objects.create(training=cohort.training, kind="submit", by=cast.officer)
    assert (tasks_of(cast.office), tasks_of(cast.officer)) == ([f"{cohort.training.reference} to verify"], [])
