"""The facts of a training are listed once, and none is forgotten."""

import pytest

from lms.assessments.scoring import Verdict
from lms.certification.choices import Outcome, RequestState, State
from lms.cohorts.choices import LetterStatus, NominationStatus, Presence
from lms.imports.choices import RowOutcome
from lms.trainings.choices import EnrolmentStatus
from lms.trainings.fields import ADJUSTABLE, APART, CHANGEABLE, PLANNED, SETTLED, facts_of
from lms.trainings.models import Training
from lms.trainings.stages import Stage
from tests import factories as make

TONES = {"good", "info", "done", "neutral", "attention", "harm"}


def test_every_field_of_a_training_stands_in_one_list():
    fields = [field.name for field in Training._meta.get_fields() if field.concrete]
    assert sorted(fields) == sorted([*SETTLED, *CHANGEABLE, *APART])
    assert set(ADJUSTABLE) < set(PLANNED) < set(CHANGEABLE)


def test_the_trail_keeps_numbers_of_records_and_plain_values(db):
    training = make.TrainingFactory(seats=24)
    facts = facts_of(training)
    assert (facts["seats"], facts["institution"], facts["edition"]) == (
        24,
        training.institution_id,
        training.edition_id,
    )


@pytest.mark.parametrize(
    "states",
    [
        Verdict,
        Outcome,
        RequestState,
        State,
        LetterStatus,
        NominationStatus,
        Presence,
        RowOutcome,
        EnrolmentStatus,
        Stage,
    ],
)
def test_every_state_has_its_badge(states):
    assert {state.tone for state in states} <= TONES
