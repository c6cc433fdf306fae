"""Facts in order, for tests that spoil one of them."""

from dataclasses import replace
from datetime import date

from lms.cascade.facts import (
    EditionFacts,
    ParticipantFacts,
    PlanFacts,
    SessionFacts,
    TrainerFacts,
    VerificationFacts,
)
from lms.certification.choices import Level
from lms.trainings.choices import Half, Part
from tests.refusals import are_said

DAY_1, DAY_2, DAY_3 = date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 14)
EDITION = EditionFacts("2026.1", languages=("en", "sr-Latn"), mandatory=("M01", "M02"))


def trainer(person_id=1, part=Part.LEAD, level=Level.CERTIFIED, days=(DAY_1, DAY_2), **fields):
    return TrainerFacts(
        person_id, f"Trainer {person_id}", part, dict.fromkeys(days, level), account_id=person_id, **fields
    )


def session(day=DAY_1, half=Half.MORNING, modules=("M01",), **fields):
    return SessionFacts(day, half, tuple(modules), minutes=120, **fields)


SESSIONS = (session(), session(DAY_2, modules=("M02",)))


def plan(**fields):
    """Two days from 12 October 2026, planned on 1 October, in order."""
    defaults = {
        "today": date(2026, 10, 1), "starts_on": DAY_1, "ends_on": DAY_2, "seats": 30, "language": "sr-Latn",
        "language_name": "Serbian (Latin)", "edition": EDITION, "trainers": (trainer(),), "sessions": SESSIONS,
    }  # fmt: skip
    return PlanFacts(**defaults | fields)


def delivered(**fields):
    """A report in order: closed, recorded, two on the list and two reported; looked at after the last day."""
    sessions = tuple(
        replace(row, closed=True, delivered=row.modules, was_held=True) for row in fields.pop("sessions", SESSIONS)
    )
    people = (ParticipantFacts(11, "Person 11", account_id=11), ParticipantFacts(12, "Person 12"))
    own = {key: fields.pop(key) for key in list(fields) if key in VerificationFacts.__dataclass_fields__}
    facts = plan(**{"today": DAY_3, "sessions": sessions, "participants": people} | fields)
    return VerificationFacts(**{"plan": facts, "actor_id": 99, "worker_ids": frozenset({1, 5})} | own)


def codes(findings):
    assert are_said(findings)
    return {finding.code for finding in findings}


def blocking(findings):
    assert are_said(findings)
    return {finding.code for finding in findings if finding.blocks}


def message(findings, code):
    return next(str(finding.message) for finding in findings if finding.code == code)
