"""Trainings to come, under way and over, in the cast's own institution."""

from datetime import timedelta
from itertools import product

import pytest

from lms.core.clock import today
from lms.trainings.choices import EnrolmentSource, Part
from lms.trainings.models import Training
from lms.trainings.services import enrol_person
from tests import factories as make

NAMES = ("".join(letters).capitalize() + "ić" for letters in product("abcdefghij", repeat=4))


def training_in(cast, *, starts_in: int, days: int = 2, seats: int = 3, **fields) -> Training:
    """An approved training of home with a lead trainer and a morning and an afternoon on each day."""
    day = today("Europe/Belgrade") + timedelta(days=starts_in)
    training = make.TrainingFactory(
        institution=cast.home, starts_on=day, ends_on=day + timedelta(days=days - 1), seats=seats, **fields
    )
    make.DelivererFactory(training=training, person=cast.trainer_person, part=Part.LEAD)
    for number in range(days):
        for half in ("am", "pm"):
            make.SessionFactory(training=training, held_on=day + timedelta(days=number), half=half)
    return training


@pytest.fixture
def coming(cast) -> Training:
    """In two weeks, three seats."""
    return training_in(cast, starts_in=14)


@pytest.fixture
def over(cast) -> Training:
    """Two weeks ago, three seats."""
    return training_in(cast, starts_in=-14)


@pytest.fixture
def enrol(cast):
    """`enrol(training, 2)`: so many new people of the training's institution with a place."""

    def put(training, count: int = 1):
        people = [make.PersonFactory(institution=training.institution, family_name=next(NAMES)) for _ in range(count)]
        return [enrol_person(training, one, source=EnrolmentSource.ROSTER, by=cast.focal) for one in people]

    return put
