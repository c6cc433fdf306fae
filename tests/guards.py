"""Triggers keep issued certificates from change; a test that commits for real must still be able to empty its tables."""

from django.test import TransactionTestCase

from lms.certification.guards import install_guards, lift_guards


def stand_aside() -> None:
    """Lift the guards while a test's tables are emptied, and put them back."""
    empty = TransactionTestCase._fixture_teardown

    def teardown(case) -> None:
        lift_guards()
        empty(case)
        install_guards()

    TransactionTestCase._fixture_teardown = teardown
