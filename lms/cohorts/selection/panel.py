"""Who on the panel scores whom, who still owes scores, and the ranking that follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lms.institutions.tree import line_of

from ..choices import NominationStatus
from ..models import Cohort, Criterion, Nomination, PanelMember, PanelScore
from .ranking import Ranked, Weighed, points_of, rank_all

OWN, INSTITUTION = "own", "institution"
#: Whoever is decided about before everybody scored is no debt of the panel's.
OPEN = (NominationStatus.PROPOSED, NominationStatus.ENDORSED)


def institutions_closed_to(user) -> frozenset[int]:
    """The institutions in one line with those a member comes from, by their record and every role."""
    roots = {role.institution_id for role in user.live_roles}
    person = getattr(user, "person", None)
    if person is not None:
        roots.add(person.institution_id)
    return line_of(roots)


def closed_because(user, nomination: Nomination, closed: frozenset[int]) -> str:
    """The word "own" (it is about the member), "institution" (in one line with theirs), or "" where they may score."""
    if nomination.person.user_id is not None and nomination.person.user_id == user.pk:
        return OWN
    return INSTITUTION if nomination.institution_id in closed else ""


def is_member(user, cohort: Cohort) -> bool:
    return cohort.panel_members.filter(user=user.pk).exists()


def to_score(cohort: Cohort, user) -> list[Nomination]:
    """The nominations this member may score: standing, and neither their own nor their institution's. Three queries."""
    closed = institutions_closed_to(user)
    rows = cohort.nominations.standing().in_priority().select_related("person", "institution__jurisdiction")
    return [row for row in rows if not closed_because(user, row, closed)]


def owed_by(user, cohort: Cohort) -> int:
    """How many nominations a member has still to score; 0 for whoever is not on the panel."""
    if not is_member(user, cohort):
        return 0
    done = set(_handed_in(cohort).filter(member=user.pk).values_list("nomination", flat=True))
    return sum(row.pk not in done for row in to_score(cohort, user) if row.status in OPEN)


def _handed_in(cohort: Cohort):
    return PanelScore.objects.filter(nomination__cohort=cohort).exclude(submitted_at=None)


def weighed(criteria: Iterable[Criterion]) -> list[Weighed]:
    return [Weighed(one.pk, one.weight, len(one.levels)) for one in criteria]


def points_by_nomination(cohort: Cohort, pks: Iterable[int]) -> dict[int, list[Fraction]]:
    """{nomination id: points of each member who handed in}; two queries."""
    criteria = weighed(cohort.criteria.all())
    points: dict[int, list[Fraction]] = {pk: [] for pk in pks}
    for score in _handed_in(cohort).filter(nomination__in=points).order_by("pk"):
        points[score.nomination_id].append(points_of(score.levels, criteria))
    return points


def ranking_of(cohort: Cohort, nominations: Iterable[Nomination]) -> list[Ranked]:
    """The ranking of these; two queries."""
    return rank_all(points_by_nomination(cohort, [row.pk for row in nominations]))


@dataclass(frozen=True)
class MemberLine:
    """A member of the panel: how many they may score, how many they handed in, how many are not theirs to score."""

    member: PanelMember
    scored: int
    open: int
    closed: int


def member_lines(cohort: Cohort) -> list[MemberLine]:
    """Each member's progress. A panel is a handful of people: two queries for each, and three for all."""
    rows = list(cohort.nominations.standing().select_related("person"))
    done: dict[int, int] = {}
    for member_id in _handed_in(cohort).filter(nomination__in=rows).values_list("member", flat=True):
        done[member_id] = done.get(member_id, 0) + 1
    return [_line(member, rows, done) for member in cohort.panel_members.select_related("user__person")]


def _line(member: PanelMember, rows: list[Nomination], done: dict[int, int]) -> MemberLine:
    closed = institutions_closed_to(member.user)
    may = sum(not closed_because(member.user, row, closed) for row in rows)
    scored = done.get(member.user_id, 0)
    return MemberLine(member, scored, max(may - scored, 0), len(rows) - may)
