"""Suspension, reinstatement, withdrawal: one officer asks with a reason, another decides; never about oneself."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from lms.audit.models import Entry
from lms.certification.choices import CertificateKind, EventKind, RequestState, State
from lms.certification.evidence import facts_of
from lms.certification.models import Certificate, StandingRequest
from lms.certification.services import confirm_standing, reject_standing, request_standing, take_back_standing
from lms.certification.validity import state_on
from lms.core.clock import pretend, today
from lms.people.choices import RoleKind
from tests import factories as make
from tests.refusals import refusal_of

from .scenes import reinstate, suspend, withdraw

KINDS = tuple(EventKind)
A_DAY = timedelta(days=1)


@pytest.fixture
def certificate(cast):
    return cast.trainer_person.certificates.get()


@pytest.fixture
def asked(cast, certificate):
    return ask(certificate, EventKind.SUSPENDED, cast.office)


def ask(certificate, kind, by, *, on=None, reason="An inquiry."):
    return request_standing(certificate, kind, effective_on=on or today(), reason=reason, by=by)


def state(certificate, day=None) -> State:
    return state_on(facts_of(Certificate.objects.get(pk=certificate.pk)), day or today())


def test_suspended_reinstated_withdrawn_by_two(cast, certificate):
    suspend(certificate, cast)
    assert state(certificate) == State.SUSPENDED

    reinstate(certificate, cast, reason="Nothing found.")
    assert state(certificate) == State.IN_FORCE

    event = withdraw(certificate, cast, reason="Left the service.")
    assert state(certificate) == State.WITHDRAWN
    assert state(certificate, today() - A_DAY) == State.IN_FORCE
    assert (event.by, event.request.requested_by, event.request.decided_by) == (cast.officer, cast.office, cast.officer)
    entries = Entry.objects.filter(object_id=certificate.pk, object_type="certification.certificate").order_by("id")
    assert [(entry.action, entry.actor, entry.reason) for entry in entries] == [
        ("certificate.requested", cast.office, "An inquiry."),
        ("certificate.suspended", cast.officer, "An inquiry."),
        ("certificate.requested", cast.office, "Nothing found."),
        ("certificate.reinstated", cast.officer, "Nothing found."),
        ("certificate.requested", cast.office, "Left the service."),
        ("certificate.withdrawn", cast.officer, "Left the service."),
    ]


def test_asking_changes_nothing_yet(cast, certificate, asked):
    assert (state(certificate), asked.status) == (State.IN_FORCE, RequestState.OPEN)


def test_nobody_confirms_or_rejects_what_they_asked_for(cast, asked):
    assert refusal_of(lambda: confirm_standing(asked, by=cast.office)) == {"same_person"}
    assert refusal_of(lambda: reject_standing(asked, answer="No.", by=cast.office)) == {"same_person"}


@pytest.mark.parametrize("who", ["office", None])
def test_the_database_wants_two_people(cast, asked, who):
    rows = StandingRequest.objects.filter(pk=asked.pk)
    by = getattr(cast, who) if who else None

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(decided_by=by, status=RequestState.CONFIRMED, decided_at=timezone.now())
    rows.update(decided_by=cast.officer, status=RequestState.CONFIRMED, decided_at=timezone.now())


def test_what_was_decided_stays(cast, asked):
    reject_standing(asked, answer="There is no inquiry.", by=cast.officer)
    rows = StandingRequest.objects.filter(pk=asked.pk)

    with pytest.raises(IntegrityError, match="stays as it was decided"), transaction.atomic():
        rows.update(answer="There is one.")
    with pytest.raises(IntegrityError, match="stays as it was decided"), transaction.atomic():
        rows._raw_delete(rows.db)


def test_a_rejected_request_leaves_its_answer_and_nothing_else(cast, certificate, asked):
    reject_standing(asked, answer="There is no inquiry.", by=cast.officer)

    asked.refresh_from_db()
    found = (asked.status, asked.answer, asked.decided_by)
    assert found == (RequestState.REJECTED, "There is no inquiry.", cast.officer)
    assert state(certificate) == State.IN_FORCE
    assert refusal_of(lambda: confirm_standing(asked, by=cast.officer)) == {"settled"}


def test_whoever_asked_takes_it_back_and_nobody_else(cast, asked):
    assert refusal_of(lambda: take_back_standing(asked, by=cast.officer)) == {"not_yours"}

    take_back_standing(asked, by=cast.office)

    asked.refresh_from_db()
    assert asked.status == RequestState.TAKEN_BACK
    assert refusal_of(lambda: take_back_standing(asked, by=cast.office)) == {"settled"}


def test_a_rejection_says_why(cast, asked):
    assert refusal_of(lambda: reject_standing(asked, answer="  ", by=cast.officer)) == {"no_reason"}


def test_one_request_at_a_time(cast, certificate, asked):
    assert refusal_of(lambda: ask(certificate, EventKind.WITHDRAWN, cast.officer)) == {"already_asked"}


def test_a_suspension_never_holds_before_its_confirmation(cast, certificate):
    with pretend(today() - 5 * A_DAY):
        asked = ask(certificate, EventKind.SUSPENDED, cast.office)

    assert confirm_standing(asked, by=cast.officer).effective_on == today()
    assert state(certificate, today() - A_DAY) == State.IN_FORCE


def test_a_withdrawal_holds_from_the_day_asked_for(cast, certificate):
    asked = ask(certificate, EventKind.WITHDRAWN, cast.office, on=today() - 5 * A_DAY)

    confirm_standing(asked, by=cast.officer)

    assert state(certificate, today() - 5 * A_DAY) == State.WITHDRAWN


def test_what_happened_in_the_meantime_is_asked_again_at_the_confirmation(cast, certificate, asked):
    make.TrainerCertificateFactory(person=certificate.person, replaces=certificate, valid_from=today())

    assert refusal_of(lambda: confirm_standing(asked, by=cast.officer)) == {"wrong_state"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", ["focal", "assessor", "observer", "trainer", "stranger"])
def test_only_the_office_asks(cast, certificate, kind, role):
    assert refusal_of(lambda: ask(certificate, kind, getattr(cast, role))) == {"not_allowed"}


@pytest.mark.parametrize("role", ["focal", "assessor", "observer", "trainer", "stranger"])
def test_only_the_office_decides(cast, asked, role):
    by = getattr(cast, role)
    assert refusal_of(lambda: confirm_standing(asked, by=by)) == {"not_allowed"}
    assert refusal_of(lambda: reject_standing(asked, answer="No.", by=by)) == {"not_allowed"}
    assert refusal_of(lambda: take_back_standing(asked, by=by)) == {"not_allowed"}


@pytest.mark.parametrize("kind", KINDS)
def test_never_the_holder(cast, certificate, kind):
    make.RoleFactory(user=cast.trainer, kind=RoleKind.OFFICE)

    assert refusal_of(lambda: ask(certificate, kind, cast.trainer)) == {"not_allowed"}


@pytest.mark.parametrize("kind", KINDS)
def test_never_without_a_reason(cast, certificate, kind):
    assert refusal_of(lambda: ask(certificate, kind, cast.office, reason=" \n")) == {"no_reason"}


@pytest.mark.parametrize("kind", KINDS)
def test_never_before_the_first_day(cast, certificate, kind):
    assert refusal_of(lambda: ask(certificate, kind, cast.office, on=certificate.valid_from - A_DAY)) == {"too_early"}


def test_a_suspension_is_not_put_before_what_was_decided_last(cast, certificate):
    suspend(certificate, cast)

    assert refusal_of(lambda: ask(certificate, EventKind.REINSTATED, cast.office, on=today() - A_DAY)) == {"too_early"}


def test_what_does_not_fit_the_state_is_refused(cast, certificate):
    assert refusal_of(lambda: ask(certificate, EventKind.REINSTATED, cast.office)) == {"wrong_state"}
    suspend(certificate, cast)
    assert refusal_of(lambda: ask(certificate, EventKind.SUSPENDED, cast.office)) == {"wrong_state"}


@pytest.mark.parametrize("kind", KINDS)
def test_after_a_withdrawal_nothing_more_can_be_done(cast, certificate, kind):
    withdraw(certificate, cast, on=today() + 5 * A_DAY)

    assert refusal_of(lambda: ask(certificate, kind, cast.office, on=today() + 9 * A_DAY)) == {"wrong_state"}


def test_an_expired_or_replaced_certificate_is_not_suspended(cast, certificate):
    after = certificate.valid_until + A_DAY
    assert refusal_of(lambda: ask(certificate, EventKind.SUSPENDED, cast.office, on=after)) == {"wrong_state"}
    make.TrainerCertificateFactory(person=certificate.person, replaces=certificate, valid_from=today())
    assert refusal_of(lambda: ask(certificate, EventKind.WITHDRAWN, cast.office)) == {"wrong_state"}


def test_a_completion_is_withdrawn_but_never_suspended(cast):
    row = make.TrainerCertificateFactory(kind=CertificateKind.COMPLETION, level="", valid_until=None)

    assert refusal_of(lambda: ask(row, EventKind.SUSPENDED, cast.office)) == {"not_trainer"}
    withdraw(row, cast, reason="Issued in error.")
    assert state(row) == State.WITHDRAWN
