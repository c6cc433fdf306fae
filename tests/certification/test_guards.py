"""The triggers are there after every migrate, may be put in place again, and let a test empty its tables."""

import pytest
from django.db import IntegrityError

from lms.certification.guards import install_guards
from lms.certification.models import Certificate
from tests import factories as make


@pytest.mark.django_db(transaction=True)
def test_guards_hold_in_real_transactions_and_may_be_installed_again():
    install_guards()
    install_guards()
    row = make.TrainerCertificateFactory()

    with pytest.raises(IntegrityError, match="stays as it was issued"):
        Certificate.objects.filter(pk=row.pk).update(number="PSSM-T-2026-XXXX")


@pytest.mark.django_db(transaction=True)
def test_the_next_test_starts_from_empty_tables():
    assert not Certificate.objects.exists()
