"""In force on a date: one function for the whole site, in Python and in SQL; at midnight, summer time, leap days."""

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import transaction

from lms.certification.choices import EventKind, Level, State
from lms.certification.evidence import facts_of, with_standing
from lms.certification.models import Certificate, CertificateEvent
from lms.certification.querysets import dates_say
from lms.certification.validity import CertificateFacts, days_left, is_in_force, last_day, state_on
from lms.core.clock import today
from lms.institutions.models import Jurisdiction
from lms.institutions.reference import load_reference
from tests import factories as make

HOME = Path(__file__).parents[2]
#: The one function in Python and in SQL, and the constraint that an end does not come before its beginning.
MAY_COMPARE = {
    "lms/certification/validity.py", "lms/certification/querysets.py", "lms/certification/models.py",
}  # fmt: skip
A_DAY = timedelta(days=1)


def compared(text: str) -> list[int]:
    """The lines that compare a last day: `x.valid_until < day`, or `valid_until__gte=day` in a filter."""
    tree = ast.parse(text)
    lines = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Compare) and _names_end(node)]
    lines += [
        node.value.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg and "valid_until__" in node.arg and "isnull" not in node.arg
    ]
    return sorted(lines)


def _names_end(node: ast.Compare) -> bool:
    """Is a last day on either side of an order? Whether there is one at all (`is None`) may be asked anywhere."""
    if all(isinstance(op, ast.Is | ast.IsNot) for op in node.ops):
        return False
    return any(isinstance(part, ast.Attribute) and part.attr == "valid_until" for part in _bare(node))


def _bare(node: ast.AST) -> list[ast.AST]:
    """The node and what it is made of, but for what is handed to a function: `days_left(row.valid_until, day) < 0`."""
    parts = (
        [] if isinstance(node, ast.Call) else [found for child in ast.iter_child_nodes(node) for found in _bare(child)]
    )
    return [node, *parts]


def test_nobody_else_compares_a_last_day():
    sources = [path for folder in ("lms", "curricula") for path in sorted((HOME / folder).rglob("*.py"))]
    found = {
        f"{name}:{line}"
        for path in sources
        if (name := path.relative_to(HOME).as_posix()) not in MAY_COMPARE
        for line in compared(path.read_text())
    }
    assert found == set()


@pytest.mark.parametrize(
    "text",
    [
        "if row.valid_until < day: pass",
        "rows.filter(valid_until__gte=day)",
        "day <= certificate.valid_until",
        "row.valid_until - RENEWAL <= day",
    ],
)
def test_a_comparison_elsewhere_is_caught(text):
    assert compared(text) == [1]


def test_asking_whether_there_is_an_end_is_none():
    assert compared("days_left(row.valid_until, day) < 0") == []
    assert compared("if row.valid_until is None: pass\nrows.filter(valid_until__isnull=True)") == []


# Days left, leap days -------------------------------------------------------------------------------------------------


def test_days_left_count_to_the_last_day():
    assert [days_left(date(2028, 2, 29), date(2028, 2, day)) for day in (28, 29)] == [1, 0]
    assert days_left(date(2028, 2, 29), date(2028, 3, 1)) == -1
    assert days_left(None, date(2028, 3, 1)) is None


@pytest.mark.parametrize(("months", "end"), [(12, date(2029, 2, 28)), (36, date(2031, 2, 28)), (48, date(2032, 2, 28))])
def test_what_begins_on_a_leap_day_ends_in_february(months, end):
    assert last_day(date(2028, 2, 29), months) == end


def test_a_leap_day_inside_and_at_the_end():
    row = CertificateFacts(date(2025, 3, 1), last_day(date(2025, 3, 1), 36))

    assert row.valid_until == date(2028, 2, 29)
    assert [is_in_force(row, day) for day in (date(2028, 2, 29), date(2028, 3, 1))] == [True, False]


# Midnight in every zone of the region ---------------------------------------------------------------------------------


def at(instant: datetime):
    return instant.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "winter"),
    [
        (date(2026, 3, 28), True),
        (date(2026, 3, 29), False),
        (date(2026, 10, 24), False),
        (date(2026, 10, 25), True),
        (date(2028, 2, 29), True),
        (date(2028, 12, 31), True),
    ],
)
def test_the_last_second_is_in_force_and_the_next_is_not_in_every_zone(db, monkeypatch, last, winter):
    """Midnight after the last day is 23 or 22 o'clock UTC in Belgrade, an hour earlier in Chișinău."""
    load_reference()
    zones = sorted(set(Jurisdiction.objects.values_list("time_zone", flat=True)))
    midnight = datetime.combine(last + A_DAY, datetime.min.time())
    for zone in zones:
        east = 2 if zone == "Europe/Chisinau" else 1
        turn = at(midnight) - timedelta(hours=east if winter else east + 1)
        place = Jurisdiction.objects.filter(time_zone=zone).first()
        row = make.TrainerCertificateFactory(
            person=make.PersonFactory(institution=make.InstitutionFactory(jurisdiction=place)),
            valid_from=last - 400 * A_DAY, valid_until=last,
        )  # fmt: skip
        for instant, expected in ((turn - timedelta(seconds=1), True), (turn, False)):
            monkeypatch.setattr("django.utils.timezone.now", lambda instant=instant: instant)
            assert Certificate.objects.in_force_today().filter(pk=row.pk).exists() == expected, (zone, instant)
            assert is_in_force(facts_of(row), today(zone)) == expected
        monkeypatch.undo()
    assert "Europe/Chisinau" in zones and len(zones) > 3


# Fifty histories ------------------------------------------------------------------------------------------------------


def history(random: Random, person) -> Certificate:
    """A certificate with a random validity (leap days among its edges), events and sometimes a successor."""
    start = date(2024, 2, 20) + random.randint(0, 40) * A_DAY
    row = make.TrainerCertificateFactory(
        person=person, valid_from=start, valid_until=last_day(start, random.randint(1, 14)),
        level=random.choice(Level.values),
    )  # fmt: skip
    for _turn in range(random.randint(0, 4)):
        CertificateEvent.objects.create(
            certificate=row, kind=random.choice(EventKind.values), reason="Said so.",
            effective_on=start + random.randint(-5, 420) * A_DAY,
        )  # fmt: skip
    if random.random() < 0.3:
        make.TrainerCertificateFactory(
            person=person, replaces=row, valid_from=start + random.randint(0, 400) * A_DAY, valid_until=date(2030, 1, 1)
        )
    return row


def edges(row) -> list[date]:
    """Every day on which something begins or ends, the day before and the day after."""
    turns = [row.valid_from, row.valid_until, *row.events.values_list("effective_on", flat=True)]
    turns += Certificate.objects.filter(replaces=row).values_list("valid_from", flat=True)
    return sorted({turn + number * A_DAY for turn in turns for number in (-1, 0, 1)})


def test_sql_and_python_agree_on_the_edges_and_on_days_by_chance_of_fifty_histories(db):
    random, seen = Random(20261121), set()
    person = make.PersonFactory()
    for _story in range(50):
        with transaction.atomic():
            row = history(random, person)
            facts = facts_of(with_standing(Certificate.objects.filter(pk=row.pk)).get())
            for day in [*edges(row), *(row.valid_from + random.randint(-10, 450) * A_DAY for _day in range(3))]:
                expected = state_on(facts, day)
                assert Certificate.objects.with_state(day).get(pk=row.pk).state == expected
                assert Certificate.objects.in_force(day).filter(pk=row.pk).exists() == is_in_force(facts, day)
                seen.add(expected)
            transaction.set_rollback(True)
    assert seen == set(State)


@pytest.mark.parametrize(
    "fields", [{"valid_until": date(2026, 3, 31)}, {"kind": "completion", "level": "", "valid_until": None}]
)
def test_what_the_dates_alone_say_is_the_state_of_a_certificate_without_a_history(db, fields):
    row = make.TrainerCertificateFactory(valid_from=date(2026, 3, 1), **fields)
    facts = facts_of(with_standing(Certificate.objects.filter(pk=row.pk)).get())

    for day in [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1)]:
        rows = Certificate.objects.with_own_day((day, ()))
        says = [state for state in State if rows.filter(dates_say(state)).exists()]
        assert says == [state_on(facts, day)], day
