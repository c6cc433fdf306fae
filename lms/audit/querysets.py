"""Named sets of audit entries."""

from typing import Self

from django.db import models


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """The programme office alone reads the trail."""
        return self if user.has_perm("audit.read_trail") else self.none()

    def about(self, row: models.Model) -> Self:
        """Entries about this record."""
        return self.filter(object_type=row._meta.label_lower, object_id=str(row.pk))

    def sealed(self) -> Self:
        """Entries of the chain, in its order."""
        return self.exclude(link=None).order_by("link")

    def unsealed(self) -> Self:
        """Entries that are not yet part of the chain, oldest first."""
        return self.filter(link=None).order_by("id")
