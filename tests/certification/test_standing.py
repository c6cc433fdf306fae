"""What a certificate is on a day; the pure rule, the queryset, and the two held together."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lms.certification.choices import EventKind, State
from lms.certification.evidence import facts_of, is_any_in_force, standing_rows, with_standing
from lms.certification.models import Certificate, CertificateEvent
from lms.certification.validity import CertificateFacts, Event, is_in_force, last_day, state_on
from lms.core.clock import pretend, today
from tests import factories as make
from tests.amounts import amount
from tests.cast import trainer_in

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
A_DAY = timedelta(days=1)


def facts(*events, replaced_from=None, valid_until=LAST) -> CertificateFacts:
    return CertificateFacts(FIRST, valid_until, tuple(Event(*event) for event in events), replaced_from)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (FIRST - A_DAY, State.NOT_YET),
        (FIRST, State.IN_FORCE),
        (LAST, State.IN_FORCE),
        (LAST + A_DAY, State.EXPIRED),
        (date(2028, 2, 29), State.IN_FORCE),
    ],
)
def test_first_and_last_day_are_included(day, state):
    assert state_on(facts(), day) == state


def test_without_a_last_day_it_stays_in_force():
    assert state_on(facts(valid_until=None), date(2099, 1, 1)) == State.IN_FORCE


def test_a_suspension_holds_from_its_day_until_the_day_of_reinstatement():
    row = facts((EventKind.SUSPENDED, date(2026, 3, 1)), (EventKind.REINSTATED, date(2026, 4, 1)))

    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)]
    assert [state_on(row, day) for day in days] == [
        State.IN_FORCE, State.SUSPENDED, State.SUSPENDED, State.IN_FORCE,
    ]  # fmt: skip


def test_suspended_reinstated_and_withdrawn_on_one_day_is_withdrawn():
    day = date(2026, 3, 1)
    kinds = (EventKind.SUSPENDED, EventKind.REINSTATED, EventKind.WITHDRAWN)
    row = facts(*((kind, day) for kind in kinds))

    assert state_on(row, day - A_DAY) == State.IN_FORCE
    assert state_on(row, day) == State.WITHDRAWN
    assert state_on(row, LAST + A_DAY) == State.WITHDRAWN


def test_of_two_events_on_one_day_the_later_recorded_counts():
    day = date(2026, 3, 1)

    assert state_on(facts((EventKind.SUSPENDED, day), (EventKind.REINSTATED, day)), day) == State.IN_FORCE
    assert state_on(facts((EventKind.REINSTATED, day), (EventKind.SUSPENDED, day)), day) == State.SUSPENDED


def test_nothing_after_a_withdrawal_brings_it_back():
    row = facts((EventKind.WITHDRAWN, date(2026, 3, 1)), (EventKind.REINSTATED, date(2026, 4, 1)))

    assert state_on(row, date(2026, 5, 1)) == State.WITHDRAWN


def test_replaced_from_the_successors_first_day_even_after_its_own_end():
    row = facts(replaced_from=date(2028, 1, 1))

    assert state_on(row, date(2027, 12, 31)) == State.IN_FORCE
    assert state_on(row, date(2028, 1, 1)) == State.REPLACED
    assert state_on(row, LAST + A_DAY) == State.REPLACED


@pytest.mark.parametrize(
    ("valid_from", "months", "expected"),
    [
        (date(2026, 1, 1), 36, date(2028, 12, 31)),
        (date(2026, 3, 15), 12, date(2027, 3, 14)),
        (date(2028, 2, 29), 36, date(2031, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 1), 12, date(2027, 2, 28)),
    ],
)
def test_the_last_day_of_a_validity(valid_from, months, expected):
    assert last_day(valid_from, months) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_a_validity_is_never_a_day_short_or_long_by_more_than_a_month_allows(valid_from, months):
    assert 28 * months <= (last_day(valid_from, months) - valid_from).days + 1 <= 31 * months


# The rule in SQL ------------------------------------------------------------------------------------------------------

DAYS = st.integers(0, 20).map(lambda number: FIRST + timedelta(days=number))
EVENTS = st.lists(st.tuples(st.sampled_from(EventKind.values), DAYS), max_size=5)


@pytest.fixture
def holder(db):
    return make.PersonFactory()


@given(
    start=DAYS,
    length=st.one_of(st.none(), st.integers(0, 12)),
    events=EVENTS,
    successor=st.one_of(st.none(), DAYS),
    day=st.integers(-3, 30).map(lambda number: FIRST + timedelta(days=number)),
)
@settings(max_examples=amount(250), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_queryset_and_rule_agree_on_every_state(holder, start, length, events, successor, day):
    end = start + timedelta(days=365 if length is None else length)
    with transaction.atomic():
        row = make.TrainerCertificateFactory(person=holder, valid_from=start, valid_until=end)
        for kind, effective_on in events:
            CertificateEvent.objects.create(certificate=row, kind=kind, effective_on=effective_on, reason="Said so.")
        if successor:
            make.TrainerCertificateFactory(person=holder, replaces=row, valid_from=successor)
        fetched = with_standing(Certificate.objects.filter(pk=row.pk)).get()

        expected = state_on(facts_of(fetched), day)
        assert Certificate.objects.with_state(day).get(pk=row.pk).state == expected
        assert Certificate.objects.in_force(day).filter(pk=row.pk).exists() == is_in_force(facts_of(fetched), day)
        with pretend(day):
            assert is_any_in_force(standing_rows(Certificate.objects.filter(pk=row.pk))) == is_in_force(
                facts_of(fetched), day
            )
        transaction.set_rollback(True)


def test_a_set_in_force_can_stand_inside_another_query(cast):
    held = Certificate.objects.trainer().in_force(date(2026, 6, 1))

    assert Certificate.objects.filter(pk__in=held).count() == 2
    assert set(held.values_list("person", flat=True)) == {cast.trainer_person.pk, cast.trainer_away_person.pk}


# Midnight, where the institution is -----------------------------------------------------------------------------------


def at(*instant):
    return datetime(*instant, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "instant", "expected"),
    [
        ("Europe/Chisinau", at(2028, 12, 31, 21, 59, 59), date(2028, 12, 31)),
        ("Europe/Chisinau", at(2028, 12, 31, 22, 0), date(2029, 1, 1)),
        ("Europe/Belgrade", at(2028, 12, 31, 22, 59, 59), date(2028, 12, 31)),
        ("Europe/Belgrade", at(2028, 12, 31, 23, 0), date(2029, 1, 1)),
        # Summer time begins and ends at 01:00 UTC: midnight before it is one or two hours from UTC.
        ("Europe/Belgrade", at(2026, 3, 28, 23, 0), date(2026, 3, 29)),
        ("Europe/Belgrade", at(2026, 3, 29, 22, 0), date(2026, 3, 30)),
        ("Europe/Belgrade", at(2026, 10, 24, 22, 0), date(2026, 10, 25)),
        ("Europe/Belgrade", at(2026, 10, 25, 22, 59), date(2026, 10, 25)),
        ("Europe/Belgrade", at(2026, 10, 25, 23, 0), date(2026, 10, 26)),
    ],
)
def test_the_day_turns_at_midnight_of_the_institution(zone, instant, expected):
    assert today(zone, now=instant) == expected


def test_in_force_today_ends_at_each_institutions_own_midnight(db, monkeypatch):
    moldova = make.JurisdictionFactory(code="MD", time_zone="Europe/Chisinau")
    in_chisinau = trainer_in(make.InstitutionFactory(jurisdiction=moldova)).certificates.get()
    in_belgrade = trainer_in(make.InstitutionFactory()).certificates.get()

    both = {in_chisinau, in_belgrade}

    def at_instant(instant):
        monkeypatch.setattr("django.utils.timezone.now", lambda: instant)
        found = set(Certificate.objects.in_force_today())
        assert {row for row in both if is_any_in_force(standing_rows(Certificate.objects.filter(pk=row.pk)))} == found
        return found

    assert at_instant(at(2028, 12, 31, 21, 59)) == {in_chisinau, in_belgrade}
    assert at_instant(at(2028, 12, 31, 22, 30)) == {in_belgrade}
    assert at_instant(at(2028, 12, 31, 23, 0)) == set()


def test_a_trainers_right_ends_with_the_next_request(cast, as_user):
    curriculum = cast.trainer_person.certificates.get().curriculum
    assert cast.trainer.has_perm("curricula.read_trainer_material", curriculum)

    CertificateEvent.objects.create(
        certificate=cast.trainer_person.certificates.get(), kind=EventKind.WITHDRAWN, effective_on=today(), reason="."
    )

    assert not cast.trainer.has_perm("curricula.read_trainer_material", curriculum)
