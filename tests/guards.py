"""Triggers keep certificates, editions and confirmed plans; a test that commits must still empty its tables."""

from django.test import TransactionTestCase

from curricula import guards as editions
from lms.assessments import guards as plans
from lms.certification import guards as certificates


def stand_aside() -> None:
    """Lift the guards while a test's tables are emptied, and put them back."""
    empty = TransactionTestCase._fixture_teardown

    def teardown(case) -> None:
        for guarded in (certificates, editions, plans):
            guarded.lift_guards()
        empty(case)
        for guarded in (certificates, editions, plans):
            guarded.install_guards()

    TransactionTestCase._fixture_teardown = teardown
