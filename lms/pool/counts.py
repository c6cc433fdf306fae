"""The pool in counts for those who may see no names: small cells, and those that give them away, are not shown."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lms.core.suppression import suppressed, total_hidden
from lms.institutions.models import Jurisdiction

from .trainers import active, deliveries, trainers_in_force


@dataclass(frozen=True)
class JurisdictionCount:
    """Trainers with a certificate in force in a jurisdiction; None: too few to be shown."""

    name: str
    trainers: int | None


@dataclass(frozen=True)
class Counts:
    """Trainers in force by jurisdiction; of all of them, those active and those who delivered at least once.

    `active` and `used` are None together where one of the groups between them would be too small.
    """

    as_of: date
    places: tuple[JurisdictionCount, ...]
    trainers: int | None
    active: int | None
    used: int | None


def counts_of(day: date) -> Counts:
    """As of today, over the whole pool; three queries for the trainers, one for the names of the places."""
    rows = trainers_in_force()
    pairs = rows.order_by().values_list("person__institution__jurisdiction", "person").distinct()
    found = Counter(place for place, _person in pairs)
    used = _people(rows.filter(Q(person__in=deliveries().values("person"))))
    names = dict(Jurisdiction.objects.values_list("pk", "name"))
    by_place = {name: found.get(pk, 0) for pk, name in names.items()}
    return conceal(day, by_place, _people(active(rows, day)), used)


def _people(rows) -> int:
    return rows.order_by().values("person").distinct().count()


def conceal(day: date, by_place: dict[str, int], active_count: int, used: int) -> Counts:
    """The counts as they may be shown. Pure. `active_count` people are among `used`, and those among all."""
    counts = list(by_place.values())
    hidden = suppressed(counts)
    no_total = total_hidden(counts, hidden)
    total = sum(counts)
    groups = [active_count, used - active_count, total - used]
    no_groups = no_total or any(suppressed(groups))
    return Counts(
        day,
        tuple(JurisdictionCount(name, None if hide else count)
              for (name, count), hide in zip(by_place.items(), hidden, strict=True)),
        None if no_total else total,
        None if no_groups else active_count,
        None if no_groups else used,
    )  # fmt: skip
