"""Fetching what the tree of the cascade grows from: five queries, however large it is."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from lms.certification.models import Certificate
from lms.core.clock import today
from lms.trainings.choices import Part, TrainingKind
from lms.trainings.models import Deliverer, Enrolment, Training

from .listing import delivered
from .tree import CascadeTree, Origin, TreeDelivery, grow


def tree_for(user, as_of: date | None = None) -> CascadeTree:
    """The cascade as far as the user's scope reaches: trainers of these institutions, and what they delivered."""
    origins = origins_for(user)
    deliveries = deliveries_for(user, {row.person_id for row in origins})
    return grow(origins, deliveries, as_of or today())


def bare_tree_for(user, as_of: date | None = None) -> CascadeTree:
    """The same tree without the people its trainings reached: for figures about trainers only; three queries."""
    origins = origins_for(user)
    deliveries = deliveries_for(user, {row.person_id for row in origins}, with_people=False)
    return grow(origins, deliveries, as_of or today())


def origins_for(user) -> list[Origin]:
    """Each trainer once for each ToT, at the first certificate they have from it."""
    rows = Certificate.objects.trainer().filter(training__kind=TrainingKind.TOT)
    if not user.scope.everything:
        rows = rows.filter(person__institution__in=user.scope.institution_ids)
    rows = rows.select_related("training", "person__institution__jurisdiction").order_by("valid_from", "pk")
    found: dict[tuple[int, int], Origin] = {}
    for row in rows:
        found.setdefault((row.training_id, row.person_id), _origin(row))
    return list(found.values())


def _origin(row: Certificate) -> Origin:
    tot, person = row.training, row.person
    return Origin(
        tot.pk, tot.reference, tot.title, tot.ends_on, person.pk, person.full_name, person.institution.name,
        person.institution.jurisdiction.name, row.valid_from,
    )  # fmt: skip


def deliveries_for(user, person_ids: Iterable[int], *, with_people: bool = True) -> list[TreeDelivery]:
    """Delivered cascade trainings that these people led or assisted and the user may see."""
    visible = delivered(Training.objects.visible_to(user).exclude(kind=TrainingKind.TOT))
    teaching = Deliverer.objects.filter(training__in=visible.values("pk")).exclude(part=Part.SUPPORT)
    parts: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in teaching:
        parts[row.training_id][row.part].append(row.person_id)
    people = _people(visible) if with_people else {}
    wanted = set(person_ids)
    return [
        _delivery(row, parts[row.pk], people.get(row.pk, set()))
        for row in visible.select_related("institution", "head_count")
        if wanted & {pk for ids in parts[row.pk].values() for pk in ids}
    ]


def _people(trainings) -> dict[int, set[int]]:
    """{training: ids of the people with a seat}."""
    found: dict[int, set[int]] = defaultdict(set)
    seats = Enrolment.objects.holding_a_seat().filter(training__in=trainings.values("pk"))
    for training_id, person_id in seats.values_list("training", "person"):
        found[training_id].add(person_id)
    return found


def _delivery(row: Training, parts: dict[str, list[int]], people: set[int]) -> TreeDelivery:
    counted = getattr(row, "head_count", None)
    lead = next(iter(parts.get(Part.LEAD, ())), 0)
    count = counted.total if row.head_count_only and counted else len(people)
    return TreeDelivery(
        row.pk, row.reference, row.title, row.institution.name, row.starts_on, lead,
        tuple(parts.get(Part.CO_TRAINER, ())), count, frozenset(people),
    )  # fmt: skip
