"""What the timetable of teach-backs is made of: who may score whom, read with a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lms.core.clock import today
from lms.institutions.tree import tree_now
from lms.people.choices import RoleKind
from lms.people.models import Person, Role, User
from lms.trainings.models import Training

from ..models import Recusal, TeachBack
from .proposal import ProposedSlot, TeachBackCandidate


@dataclass(frozen=True)
class AssessorPool:
    """The assessors of today: `lines` are the institutions each comes from, with those above and below."""

    users: dict[int, User]
    lines: dict[int, frozenset[int]]
    recused: frozenset[tuple[int, int]]

    def allowed(self, person: Person) -> frozenset[int]:
        """The assessors whom nothing forbids to score this candidate."""
        return frozenset(
            pk
            for pk in self.users
            if person.institution_id not in self.lines[pk]
            and person.user_id != pk
            and (person.pk, pk) not in self.recused
        )


def bench(day: date | None = None) -> AssessorPool:
    """Everybody who carries an assessor's role on the day; four queries."""
    roles = Role.objects.live(day or today()).filter(kind=RoleKind.ASSESSOR, user__is_active=True)
    users: dict[int, User] = {}
    roots: dict[int, set[int]] = {}
    for role in roles.select_related("user").order_by("user__first_name", "user__last_name", "user__email"):
        users[role.user_id] = role.user
        roots.setdefault(role.user_id, set()).add(role.institution_id)
    for person in Person.objects.filter(user__in=users):
        roots[person.user_id].add(person.institution_id)
    tree = tree_now()
    lines = {pk: tree.line_of(found) for pk, found in roots.items()}
    recused = frozenset(Recusal.objects.filter(assessor__in=users).values_list("person", "assessor"))
    return AssessorPool(users, lines, recused)


def candidates_of(training: Training) -> list[Person]:
    """Everybody with a seat, by institution and name."""
    rows = training.enrolments.holding_a_seat().select_related("person__institution__jurisdiction")
    return [row.person for row in rows.order_by("person__institution__name", "person__name_key", "pk")]


def as_candidates(people: Iterable[Person], found: AssessorPool, chosen: Iterable[int]) -> list[TeachBackCandidate]:
    """The people as the proposal sees them; only the assessors `chosen` take part."""
    chosen = frozenset(chosen)
    return [TeachBackCandidate(person.pk, found.allowed(person) & chosen) for person in people]


def slot_of(teach_back: TeachBack, assessors: Iterable[int]) -> ProposedSlot | None:
    """The slot a teach-back has, None for one that has only its day."""
    if teach_back.starts_at is None:
        return None
    return ProposedSlot(
        teach_back.person_id, teach_back.held_on, teach_back.starts_at, teach_back.minutes, teach_back.room,
        tuple(assessors),
    )  # fmt: skip


def slots_of(rows: Iterable[TeachBack]) -> list[ProposedSlot]:
    """The slots of teach-backs whose `assessors` are prefetched."""
    found = (slot_of(row, [named.assessor_id for named in row.assessors.all()]) for row in rows)
    return [slot for slot in found if slot]
