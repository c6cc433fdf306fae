"""The one audit trail: who did what, when, and what changed. Rows are added, never edited."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .querysets import EntryQuerySet


class Entry(models.Model):
    """One state change.

    `before` and `after` hold the changed fields by name; personal data appear as record numbers,
    never as names, so that a person can be forgotten without breaking the chain. `seal` is the
    SHA-256 over this row and the seal before it, set by `seal_entries` in the order of the rows.
    """

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.CharField(_("what"), max_length=60, db_index=True)
    object_type = models.CharField(_("kind of record"), max_length=60)
    object_id = models.CharField(_("record"), max_length=40)
    institution_id = models.BigIntegerField(_("institution"), null=True, db_index=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    reason = models.TextField(_("reason"), blank=True)
    seal = models.CharField(_("seal"), max_length=64, blank=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["object_type", "object_id"])]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"
