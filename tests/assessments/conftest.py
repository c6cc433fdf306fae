"""A training whose edition has frozen tests; files that speak of another one say so with a fixture of their own."""

import pytest

from curricula.bank.plain import Answer, PlainItem
from curricula.choices import ItemKind
from lms.assessments.services import open_phone_test
from lms.core.clock import pretend
from tests import factories as make

from .frozen import freeze


@pytest.fixture
def training(cast):
    row = make.TrainingFactory(institution=cast.home)
    make.DelivererFactory(training=row, person=cast.trainer_person)
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=1)
    serbian = PlainItem(ItemKind.SINGLE, "Koji?", (Answer("Ovaj"), Answer("Onaj", False), Answer("Zz", False)),
                        language="sr-Latn")  # fmt: skip
    row.codes = freeze(
        row.edition, make.ModuleFactory(curriculum=row.curriculum, code="M01"), translations={1: serbian}
    )
    with pretend(row.starts_on):
        yield row


@pytest.fixture
def test(cast, training):
    return open_phone_test(training, "pre", by=cast.trainer)
