"""What a new edition means for those who use the old one. Apps above say it: they register what they can count."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from lms.core.prepared import prepared

from ..models import Edition, EditionChange


@dataclass(frozen=True)
class EditionEffect:
    """One line of the impact: how many of what hold on to the edition; `rows` name them, each with its address."""

    label: str
    count: int
    rows: tuple[tuple[str, str], ...] = ()


Counter = Callable[[Edition], EditionEffect]
_COUNTERS: dict[str, Counter] = {}


def register(name: str, counter: Counter) -> None:
    """From now on `counter(edition)` has its say before a new edition is published; once for each name."""
    _COUNTERS[name] = counter


def effects_of(edition: Edition | None) -> list[EditionEffect]:
    """What holds on to this edition, in the order in which the apps registered."""
    return [counter(edition) for counter in _COUNTERS.values()] if edition else []


def safety_changes_since(edition: Edition) -> list[EditionChange]:
    """Changes that later editions of the curriculum marked as safety-relevant, oldest first; one query."""
    return _changes_behind(curriculum=edition.curriculum_id, edition=edition.pk)


@prepared
def _changes_behind(*, curriculum: int, edition: int) -> QuerySet:
    rows = EditionChange.objects.filter(
        edition__curriculum=curriculum, edition__pk__gt=edition, is_safety_relevant=True
    )
    return rows.select_related("edition", "module").order_by("edition_id", "module__order")
