"""Named sets of delivery exceptions."""

from typing import Self

from django.db import models
from django.db.models import Q


class DeliveryExceptionQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Exceptions into or out of the institutions in the user's scope, and one's own."""
        scope = user.scope
        if scope.everything:
            return self
        ids = scope.institution_ids
        return self.filter(Q(institution__in=ids) | Q(person__institution__in=ids) | Q(person__user=user.pk))
