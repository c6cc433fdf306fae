"""Who sees which training."""

import pytest

from lms.cohorts.models import Cohort
from lms.trainings.choices import TrainingKind, TrainingStatus
from lms.trainings.models import Training
from tests import factories as make

pytestmark = pytest.mark.django_db
UNSEEN = {"draft", "cancelled"}


@pytest.fixture
def tots(cast) -> dict[str, Training]:
    """A ToT of an institution nobody of the cast belongs to, in each status."""
    academy = make.InstitutionFactory()
    return {
        status: make.TrainingFactory(kind=TrainingKind.TOT, institution=academy, status=status)
        for status in TrainingStatus.values
    }


def test_assessors_see_no_draft_of_a_tot_and_none_that_was_called_off(cast, tots):
    seen = set(Training.objects.visible_to(cast.assessor).values_list("status", flat=True))

    assert seen == set(TrainingStatus.values) - UNSEEN


def test_of_their_own_institution_assessors_see_no_cascade_training(cast):
    make.TrainingFactory(institution=cast.away)

    assert not Training.objects.visible_to(cast.assessor).filter(kind=TrainingKind.CASCADE).exists()


@pytest.mark.parametrize("who", ["focal", "trainer", "trainee", "observer", "stranger"])
def test_a_tot_elsewhere_is_nobody_elses(cast, tots, who):
    assert not Training.objects.visible_to(getattr(cast, who)).exists()


@pytest.mark.parametrize("who", ["assessor", "focal"])
def test_a_call_that_was_not_made_is_seen_by_the_office_alone(cast, tots, who):
    for training in tots.values():
        make.CohortFactory(training=training)

    seen = set(Cohort.objects.visible_to(getattr(cast, who)).values_list("training__status", flat=True))

    assert seen == set(TrainingStatus.values) - {"draft"}
    assert Cohort.objects.visible_to(cast.office).count() == len(tots)
