"""The one audit trail: who did what, when, and what changed. Rows are added, never edited."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .querysets import EntryQuerySet


class Entry(models.Model):
    """One state change.

    `before` and `after` hold the changed fields by name; personal data appear as record numbers,
    never as names, so that a person can be forgotten without breaking the chain. `seal` is the
    SHA-256 over this row and the seal before it in the chain; `link` its number there, from 1 on
    without a gap. Rows are committed in another order than they are numbered, so the chain has its own.
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
    link = models.BigIntegerField(_("number in the chain"), null=True, unique=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["object_type", "object_id"])]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"


class Checkpoint(models.Model):
    """How long the chain was after a sealing, and its last seal: a trail cut short no longer reaches it."""

    at = models.DateTimeField(_("when"), auto_now_add=True)
    link = models.BigIntegerField(_("length of the chain"))
    seal = models.CharField(_("seal"), max_length=64)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("checkpoint of the trail")
        verbose_name_plural = _("checkpoints of the trail")

    def __str__(self) -> str:
        return f"{self.link} {self.seal}"
