"""Reminders that went out: the only thing the pool stores. Everything else about trainers is derived."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.core.clock import now
from lms.people.models import Person, User

from .choices import Audience, ReminderKind
from .querysets import ReminderQuerySet


class Reminder(models.Model):
    """One reminder about one person to one reader, once for each threshold.

    `subject` is the record it hangs on ("certificate:12"), `threshold` the days from the day that counts (-90: ninety
    days before it). `recipient` is the reader's account, empty for a trainer without one. `line` is what was said;
    a letter may carry several. `queued_at`, `claimed_at` and `sent_at` follow the letter; `dropped_at` is set instead
    when the facts had changed before it went out.
    """

    kind = models.CharField(_("about"), max_length=20, choices=ReminderKind)
    audience = models.CharField(_("to"), max_length=12, choices=Audience)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reminders")
    subject = models.CharField(max_length=40)
    threshold = models.SmallIntegerField(_("days from the day that counts"))
    recipient = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="reminders")
    language = models.CharField(_("language"), max_length=10, blank=True)
    line = models.TextField(_("what was said"), blank=True)
    made_at = models.DateTimeField(_("made"), default=now, editable=False)
    queued_at = models.DateTimeField(default=now, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    dropped_at = models.DateTimeField(_("dropped"), null=True, editable=False)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        indexes = [models.Index(fields=["sent_at", "dropped_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "person", "subject", "threshold"],
                condition=Q(audience=Audience.TRAINER),
                name="reminder_to_trainer_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "person", "subject", "threshold", "recipient"],
                condition=Q(audience=Audience.FOCAL_POINT),
                name="reminder_to_focal_point_once",
            ),
            models.CheckConstraint(
                condition=Q(audience=Audience.TRAINER) | Q(recipient__isnull=False), name="reminder_has_reader"
            ),
            models.CheckConstraint(condition=Q(sent_at=None) | Q(dropped_at=None), name="reminder_sent_or_dropped"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.subject}, {self.threshold}"
