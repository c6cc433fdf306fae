"""What became of some certificates since: a second version of the scheme, a renewal, a senior, a correction, and
a request that waits for its second officer."""

from dataclasses import replace
from datetime import timedelta

from lms.certification.choices import Aim, EventKind, RequirementKind
from lms.certification.models import Certificate, Scheme
from lms.certification.rules import USUAL, Rule, Terms
from lms.certification.services import (
    adopt_rules,
    advance_certificate,
    correct_certificate,
    renew_certificate,
    request_standing,
)
from lms.core.clock import pretend

from .deliveries import Scene


def _with(*rules: Rule, **times) -> Terms:
    """The usual rules, but these in place of what is usual for renewal and the senior level."""
    kept = tuple(row for row in USUAL.rules if row.aim in (Aim.ANY, Aim.CERTIFIED))
    return replace(USUAL, rules=(*kept, *rules), provisional_first=False, **times)


# At first a certificate could be renewed early and without a refresher.
FIRST_RULES = _with(Rule(Aim.RENEWAL, RequirementKind.DELIVERIES, 1, 12), renewal_opens_months=30)
PRESENT_RULES = _with(
    Rule(Aim.RENEWAL, RequirementKind.DELIVERIES, 1, 12),
    Rule(Aim.RENEWAL, RequirementKind.REFRESHER, 1, 24),
    Rule(Aim.SENIOR, RequirementKind.DELIVERIES_SINCE, 2),
    Rule(Aim.SENIOR, RequirementKind.MONTHS_HELD, 12),
)


def make_standing(scene: Scene, scheme: Scheme) -> None:
    """Each through the service that the office uses; the number of trainers in force stays what it was."""
    office = scene.staff.office
    with pretend(scene.today - timedelta(days=100)):
        renew_certificate(_held(scene, "ba-1"), by=office)
    with pretend(scene.today - timedelta(days=60)):
        note = "Renewal asks for a refresher and opens half a year before the end; the senior level begins."
        adopt_rules(scheme, PRESENT_RULES, note=note, by=office)
    with pretend(scene.today - timedelta(days=6)):
        advance_certificate(_held(scene, "al-1"), by=office)
        reason = "It was issued in the wrong language."
        correct_certificate(_held(scene, "md-2"), reason=reason, language="ro", by=office)
    with pretend(scene.today - timedelta(days=2)):
        _ask(scene)


def _ask(scene: Scene) -> None:
    """The second officer asked; the first finds it among what needs them now."""
    request_standing(
        _held(scene, "mk-2"),
        EventKind.SUSPENDED,
        effective_on=scene.today,
        reason="Seconded abroad for a year, on the institution's letter.",
        by=scene.staff.accounts["officer2@seesac.example"],
    )


def _held(scene: Scene, key: str) -> Certificate:
    """The newest trainer certificate of the demo's trainer."""
    return scene.pool.trainers[key].certificates.trainer().latest().get()
