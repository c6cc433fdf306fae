"""Suspension, reinstatement, withdrawal: by the office, with a reason, never about oneself."""

from datetime import timedelta

import pytest

from lms.audit.models import Entry
from lms.certification.choices import CertificateKind, State
from lms.certification.evidence import facts_of
from lms.certification.models import Certificate, CertificateEvent
from lms.certification.services import reinstate_certificate, suspend_certificate, withdraw_certificate
from lms.certification.standing import state_on
from lms.core.clock import today
from lms.core.rules import RuleBroken
from lms.people.choices import RoleKind
from tests import factories as make

ACTS = (suspend_certificate, reinstate_certificate, withdraw_certificate)
A_DAY = timedelta(days=1)


@pytest.fixture
def certificate(cast):
    return cast.trainer_person.certificates.get()


def state(certificate, day=None) -> State:
    return state_on(facts_of(Certificate.objects.get(pk=certificate.pk)), day or today())


def refused(act, certificate, by, *, on=None, reason="Said so.") -> set[str]:
    before = CertificateEvent.objects.count()
    with pytest.raises(RuleBroken) as refusal:
        act(certificate, effective_on=on or today(), reason=reason, by=by)
    assert CertificateEvent.objects.count() == before
    return refusal.value.codes


def test_suspended_reinstated_withdrawn(cast, certificate):
    suspend_certificate(certificate, effective_on=today(), reason="An inquiry.", by=cast.office)
    assert state(certificate) == State.SUSPENDED

    reinstate_certificate(certificate, effective_on=today(), reason="Nothing found.", by=cast.office)
    assert state(certificate) == State.IN_FORCE

    withdraw_certificate(certificate, effective_on=today(), reason="Left the service.", by=cast.office)
    assert state(certificate) == State.WITHDRAWN
    assert state(certificate, today() - A_DAY) == State.IN_FORCE
    entries = Entry.objects.filter(object_id=certificate.pk, object_type="certification.certificate").order_by("id")
    assert [(entry.action, entry.reason) for entry in entries] == [
        ("certificate.suspended", "An inquiry."),
        ("certificate.reinstated", "Nothing found."),
        ("certificate.withdrawn", "Left the service."),
    ]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", ["focal", "assessor", "observer", "trainer", "stranger"])
def test_only_the_office(cast, certificate, act, role):
    assert refused(act, certificate, getattr(cast, role)) == {"not_allowed"}


@pytest.mark.parametrize("act", ACTS)
def test_never_the_holder(cast, certificate, act):
    make.RoleFactory(user=cast.trainer, kind=RoleKind.OFFICE)

    assert refused(act, certificate, cast.trainer) == {"not_allowed"}


@pytest.mark.parametrize("act", ACTS)
def test_never_without_a_reason(cast, certificate, act):
    assert refused(act, certificate, cast.office, reason=" \n") == {"no_reason"}


@pytest.mark.parametrize("act", ACTS)
def test_never_before_the_first_day(cast, certificate, act):
    assert refused(act, certificate, cast.office, on=certificate.valid_from - A_DAY) == {"too_early"}


def test_a_suspension_is_not_put_before_what_was_decided_last(cast, certificate):
    suspend_certificate(certificate, effective_on=today(), reason="An inquiry.", by=cast.office)

    assert refused(reinstate_certificate, certificate, cast.office, on=today() - A_DAY) == {"too_early"}


def test_what_does_not_fit_the_state_is_refused(cast, certificate):
    assert refused(reinstate_certificate, certificate, cast.office) == {"wrong_state"}
    suspend_certificate(certificate, effective_on=today(), reason="An inquiry.", by=cast.office)
    assert refused(suspend_certificate, certificate, cast.office) == {"wrong_state"}


@pytest.mark.parametrize("act", ACTS)
def test_after_a_withdrawal_nothing_more_can_be_done(cast, certificate, act):
    withdraw_certificate(certificate, effective_on=today() + 5 * A_DAY, reason="Left.", by=cast.office)

    assert refused(act, certificate, cast.office, on=today() + 9 * A_DAY) == {"wrong_state"}


def test_an_expired_or_replaced_certificate_is_not_suspended(cast, certificate):
    assert refused(suspend_certificate, certificate, cast.office, on=certificate.valid_until + A_DAY) == {"wrong_state"}
    make.TrainerCertificateFactory(person=certificate.person, replaces=certificate, valid_from=today())
    assert refused(withdraw_certificate, certificate, cast.office) == {"wrong_state"}


def test_a_completion_is_withdrawn_but_never_suspended(cast):
    row = make.TrainerCertificateFactory(kind=CertificateKind.COMPLETION, level="", valid_until=None)

    assert refused(suspend_certificate, row, cast.office) == {"not_trainer"}
    withdraw_certificate(row, effective_on=today(), reason="Issued in error.", by=cast.office)
    assert state(row) == State.WITHDRAWN
