"""Trainings of every kind: what, when, where, who teaches, who came, who completed."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.core.clock import now
from lms.core.models import Dated, Versioned
from lms.core.tokens import readable_code
from lms.institutions.models import Institution
from lms.people.models import Person, User

from .choices import (
    AgendaKind,
    CompletionOutcome,
    DecisionKind,
    EnrolmentSource,
    EnrolmentStatus,
    Half,
    ParallelGroup,
    Part,
    TrainingKind,
    TrainingStatus,
)  # fmt: skip
from .querysets import (
    AgendaFacilitatorQuerySet,
    AgendaItemQuerySet,
    CompletionQuerySet,
    EnrolmentQuerySet,
    TrainingQuerySet,
)


class Training(Versioned):
    """A ToT, a cascade training or a refresher, held in one institution on one edition and in one language.

    `reference` is spoken and printed (AL-2026-003); `enrolment_code` is the unguessable part of the enrolment link.
    `reported_participants` is what the institution's report said, kept beside what the list shows.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=TrainingKind)
    reference = models.CharField(_("reference"), max_length=30, unique=True)
    title = models.CharField(_("title"), max_length=200)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="trainings")
    curriculum = models.ForeignKey("curricula.Curriculum", on_delete=models.PROTECT, related_name="trainings")
    edition = models.ForeignKey("curricula.Edition", on_delete=models.PROTECT, related_name="trainings")
    language = models.CharField(_("language"), max_length=10, choices=settings.CONTENT_LANGUAGES)
    venue = models.CharField(_("venue"), max_length=200)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    seats = models.PositiveSmallIntegerField(_("seats"))
    enrolment_code = models.CharField(max_length=30, unique=True, default=readable_code, editable=False)
    enrolment_closes_on = models.DateField(_("enrolment closes on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=TrainingStatus, default=TrainingStatus.DRAFT)
    head_count_only = models.BooleanField(_("head count only, no names"), default=False)
    reported_participants = models.PositiveSmallIntegerField(_("participants reported"), null=True, blank=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = TrainingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-id"]
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        indexes = [models.Index(fields=["institution", "status"]), models.Index(fields=["starts_on", "ends_on"])]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="training_ends_after_start"),
            models.CheckConstraint(condition=Q(seats__gte=1) & Q(seats__lte=200), name="training_seats_sensible"),
            models.CheckConstraint(
                condition=Q(enrolment_closes_on=None) | Q(enrolment_closes_on__lte=F("ends_on")),
                name="training_enrolment_closes_in_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        """The training's own page, in the app above that its kind belongs to."""
        app = "cohorts" if self.kind == TrainingKind.TOT else "cascade"
        return reverse(f"{app}:training_detail", args=[self.pk])


class Deliverer(models.Model):
    """Who teaches a training, and in which part. Whether they may, certification answers for each day."""

    training = models.ForeignKey(Training, on_delete=models.CASCADE, related_name="deliverers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deliveries")
    part = models.CharField(_("part"), max_length=12, choices=Part)

    class Meta:
        ordering = ["training", "-part", "id"]
        verbose_name = _("trainer of a training")
        verbose_name_plural = _("trainers of trainings")
        constraints = [
            models.UniqueConstraint(fields=["training", "person"], name="deliverer_once_per_training"),
            models.UniqueConstraint(fields=["training"], condition=Q(part=Part.LEAD), name="training_has_one_lead"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_part_display()}"


class Session(models.Model):
    """A half-day. When it closes, edition and language are copied in: what was taught stays what it was."""

    training = models.ForeignKey(Training, on_delete=models.CASCADE, related_name="sessions")
    held_on = models.DateField(_("day"))
    half = models.CharField(_("half"), max_length=2, choices=Half)
    edition = models.ForeignKey(
        "curricula.Edition", null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(max_length=10, blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)

    class Meta:
        ordering = ["held_on", "half"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.UniqueConstraint(fields=["training", "held_on", "half"], name="session_half_day_once"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(edition__isnull=False), name="closed_session_pins_edition"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d} {self.get_half_display()}"


class SessionModule(models.Model):
    """A module planned for a session; `delivered` is empty until the trainer says so."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="modules")
    module = models.ForeignKey("curricula.Module", on_delete=models.PROTECT, related_name="+")
    delivered = models.BooleanField(_("delivered"), null=True)

    class Meta:
        ordering = ["module__order"]
        verbose_name = _("module of a session")
        verbose_name_plural = _("modules of sessions")
        constraints = [models.UniqueConstraint(fields=["session", "module"], name="session_module_once")]

    def __str__(self) -> str:
        return str(self.module)


class AgendaItem(Versioned):
    """A line of the agenda: from when to when (instants), what, in which room, for whom.

    `uid` names the item in calendars for ever; `sequence` rises with every change that a calendar must follow.
    A removed item keeps its row, so that the next calendar file can take it back.
    """

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="agenda")
    session = models.ForeignKey(Session, null=True, on_delete=models.PROTECT, related_name="agenda")
    kind = models.CharField(_("kind"), max_length=14, choices=AgendaKind)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    title = models.CharField(_("title"), max_length=150, blank=True)
    module = models.ForeignKey("curricula.Module", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    room = models.CharField(_("room"), max_length=80, blank=True)
    group = models.CharField(_("for whom"), max_length=1, choices=ParallelGroup, blank=True, default="")
    facilitators = models.ManyToManyField(Person, through="AgendaFacilitator", related_name="+")
    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "group", "id"]
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("items of the agenda")
        indexes = [models.Index(fields=["starts_at", "ends_at"])]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="agenda_item_ends_after_start"),
            models.CheckConstraint(condition=~Q(title="") | Q(module__isnull=False), name="agenda_item_says_what"),
            models.CheckConstraint(
                condition=~Q(kind=AgendaKind.MODULE) | Q(module__isnull=False), name="agenda_module_item_has_module"
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=False) | Q(session__isnull=False), name="agenda_item_in_a_half_day"
            ),
            models.UniqueConstraint(
                fields=["training", "starts_at", "group"], condition=Q(removed_at=None), name="agenda_one_item_at_once"
            ),
            models.UniqueConstraint(
                fields=["training", "starts_at", "room"],
                condition=Q(removed_at=None) & ~Q(room=""),
                name="agenda_room_once_at_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.module)

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


class AgendaFacilitator(models.Model):
    """Who leads an item, of whatever institution. Taken off it, the row stays: their calendar is told."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="leaders")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agenda_items")
    leads = models.BooleanField(default=True)

    objects = AgendaFacilitatorQuerySet.as_manager()

    class Meta:
        ordering = ["person__name_key", "id"]
        verbose_name = _("facilitator of an item")
        verbose_name_plural = _("facilitators of items")
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="agenda_facilitator_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.item}"


class Enrolment(Versioned):
    """A person's place in a training. `place` counts requests in the order they were committed, from 1."""

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="enrolments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    status = models.CharField(_("status"), max_length=12, choices=EnrolmentStatus)
    source = models.CharField(_("source"), max_length=12, choices=EnrolmentSource)
    place = models.PositiveIntegerField(_("place in the queue"))
    reason = models.CharField(_("reason"), max_length=250, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["training", "place"]
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(fields=["training", "person"], name="enrolment_once_per_training"),
            models.UniqueConstraint(fields=["training", "place"], name="enrolment_place_once_per_training"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_status_display()})"


class Attendance(models.Model):
    """Was this participant present in this half-day? No row: not recorded yet."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendance")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="attendance")
    present = models.BooleanField(_("present"))
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"), auto_now=True)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [models.UniqueConstraint(fields=["session", "enrolment"], name="attendance_once_per_session")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.session}"


class Completion(Dated):
    """What verification found for one participant; written once, read by coverage and certificates.

    `half_days_attended` of `half_days`; `missing_modules` the codes of mandatory modules left out of the training.
    """

    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="completion")
    outcome = models.CharField(_("outcome"), max_length=12, choices=CompletionOutcome)
    completed_on = models.DateField(_("completed on"))
    half_days = models.PositiveSmallIntegerField(_("half-days held"))
    half_days_attended = models.PositiveSmallIntegerField(_("half-days attended"))
    missing_modules = models.JSONField(_("mandatory modules missing"), default=list)

    objects = CompletionQuerySet.as_manager()

    class Meta:
        verbose_name = _("completion")
        verbose_name_plural = _("completions")
        constraints = [
            models.CheckConstraint(condition=Q(half_days_attended__lte=F("half_days")), name="completion_half_days_fit")
        ]

    def __str__(self) -> str:
        return f"{self.enrolment.person}: {self.get_outcome_display()}"


class HeadCount(models.Model):
    """Participants counted without names: participations, never coverage."""

    training = models.OneToOneField(Training, on_delete=models.PROTECT, related_name="head_count")
    women = models.PositiveSmallIntegerField(_("women"))
    men = models.PositiveSmallIntegerField(_("men"))
    not_recorded = models.PositiveSmallIntegerField(_("not recorded"))
    total = models.PositiveSmallIntegerField(_("total"))

    class Meta:
        verbose_name = _("head count")
        verbose_name_plural = _("head counts")
        constraints = [
            models.CheckConstraint(
                condition=Q(total=F("women") + F("men") + F("not_recorded")), name="head_count_split_adds_up"
            )
        ]

    def __str__(self) -> str:
        return str(self.total)


class Decision(models.Model):
    """One step a person took with a training, with the findings of the rules at that moment."""

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(_("decision"), max_length=12, choices=DecisionKind)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"), default=now, editable=False)
    reason = models.TextField(_("reason"), blank=True)
    findings = models.JSONField(_("findings"), default=list)

    class Meta:
        ordering = ["id"]
        verbose_name = _("decision about a training")
        verbose_name_plural = _("decisions about trainings")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d}"
