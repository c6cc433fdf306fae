"""Named sets of audit entries."""

from django.db import models


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The programme office alone reads the trail."""
        return self if user.has_perm("audit.read_trail") else self.none()

    def about(self, row: models.Model):
        """Entries about this record."""
        return self.filter(object_type=row._meta.label_lower, object_id=str(row.pk))

    def sealed(self):
        """Entries of the chain, in its order."""
        return self.exclude(link=None).order_by("link")

    def unsealed(self):
        """Entries that are not yet part of the chain, oldest first."""
        return self.filter(link=None).order_by("id")
