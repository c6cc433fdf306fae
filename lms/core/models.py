"""Shared shapes of rows; nothing here makes a table."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Dated(models.Model):
    """A row that knows when it was made and last changed (instants, UTC)."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True, editable=False)

    class Meta:
        abstract = True


class Versioned(Dated):
    """A row two people may edit at once.

    A form carries the version it was drawn from; the service that writes compares it under the
    lock and refuses a stale one (`core.rules.refuse_stale`), so that nothing is overwritten unseen.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
