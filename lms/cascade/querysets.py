"""Named sets of delivery exceptions."""

from django.db import models
from django.db.models import Q


class DeliveryExceptionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Exceptions into or out of the institutions in the user's scope, and one's own."""
        scope = user.scope
        if scope.everything:
            return self
        ids = scope.institution_ids
        return self.filter(Q(institution__in=ids) | Q(person__institution__in=ids) | Q(person__user=user.pk))

    def covering(self, start, end):
        """Exceptions in force on every day from start to end."""
        return self.filter(starts_on__lte=start, ends_on__gte=end)
