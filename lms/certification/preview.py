"""What other rules would change for the holders of today, before anybody adopts them. Writes nothing."""

from dataclasses import dataclass

from lms.core.clock import today

from .choices import FULL_LEVELS, Act, Level
from .evidence import evidence_about_all
from .models import Certificate, Scheme
from .rules import AIMS, Evidence, Terms, judge

STARTS = {Act.PROMOTION: (Level.PROVISIONAL,), Act.RENEWAL: FULL_LEVELS, Act.SENIOR: (Level.CERTIFIED,)}


@dataclass(frozen=True)
class SchemeEffect:
    """Of `holders` in force whom the act concerns, how many meet its requirements by the one rules and the other."""

    act: Act
    holders: int
    now: int
    then: int


def effects_of(scheme: Scheme, present: Terms, planned: Terms) -> list[SchemeEffect]:
    """For promotion, renewal and the senior level, on today's evidence; the window of renewal is not asked."""
    rows = Certificate.objects.trainer().latest().in_force_today().filter(curriculum=scheme.curriculum_id)
    rows = list(rows.only("level", "person_id", "valid_from", "replaces_id"))
    evidence = evidence_about_all(rows, scheme.curriculum_id, today())
    found = []
    for act, levels in STARTS.items():
        about = [evidence[row.pk] for row in rows if row.level in levels]
        found.append(SchemeEffect(act, len(about), _count(about, present, act), _count(about, planned, act)))
    return found


def _count(about: list[Evidence], terms: Terms, act: Act) -> int:
    return sum(all(row.met for row in judge(one, terms, AIMS[act])) for one in about)
