"""Named sets of institutions and of what belongs to them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Self

from django.db import models

from lms.core.prepared import prepared


def below(roots: Iterable[int], tree: Iterable[tuple[int, int | None]]) -> frozenset[int]:
    """The roots and all below them, in a tree given as (id, id of the one above). Ends in a circle, too. Pure."""
    children = defaultdict(list)
    for pk, parent in tree:
        children[parent].append(pk)
    found, waiting = set(), list(roots)
    while waiting:
        pk = waiting.pop()
        if pk not in found:
            found.add(pk)
            waiting.extend(children[pk])
    return frozenset(found)


@prepared
def parents_of(model) -> models.QuerySet:
    """(id, id of the one above) of every institution; `model` is `Institution`, which is built on this module."""
    return model._default_manager.order_by().values_list("pk", "parent_id")


class InstitutionQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Institutions in the user's scope: their own and those below it; everything for the programme office."""
        scope = user.scope
        return self if scope.everything else self.filter(pk__in=scope.institution_ids)

    def active(self) -> Self:
        """Institutions in use."""
        return self.filter(is_active=True)

    def subtree_ids(self, roots: Iterable[int]) -> frozenset[int]:
        """The ids of the given institutions and of all below them, from one query over the small tree."""
        return below(roots, parents_of(self.model))


class UnitQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Units of the institutions in the user's scope."""
        scope = user.scope
        return self if scope.everything else self.filter(institution__in=scope.institution_ids)


class TargetPopulationQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Returns of the institutions in the user's scope."""
        scope = user.scope
        return self if scope.everything else self.filter(institution__in=scope.institution_ids)

    def in_force(self, day) -> Self:
        """Rows whose day has come, and rows that say the figure is not known; newest first for each function."""
        return self.filter(models.Q(valid_from__lte=day) | models.Q(valid_from=None)).order_by(
            "institution", "job_function", models.F("valid_from").desc(nulls_last=True)
        )
