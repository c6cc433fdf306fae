"""The regional ToT: a cohort, and who was nominated for it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.certification.models import Scheme
from lms.core.models import Dated, Versioned
from lms.institutions.models import Institution
from lms.people.models import Person, User
from lms.trainings.models import Training

from .choices import CEFR, LetterKind, LetterStatus, NominationStatus
from .querysets import CohortQuerySet, LetterQuerySet, NominationQuerySet


class Cohort(Dated):
    """A ToT training with what the regional programme adds: the scheme it certifies by, the call's deadline."""

    training = models.OneToOneField(Training, on_delete=models.PROTECT, related_name="cohort")
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="cohorts")
    nominations_close_on = models.DateField(_("nominations close on"))

    objects = CohortQuerySet.as_manager()

    class Meta:
        ordering = ["-training__starts_on"]
        verbose_name = _("ToT cohort")
        verbose_name_plural = _("ToT cohorts")

    def __str__(self) -> str:
        return self.training.title

    def get_absolute_url(self) -> str:
        return self.training.get_absolute_url()


#: Where an endorsement stands behind the status itself.
ENDORSED = (NominationStatus.ENDORSED, NominationStatus.ACCEPTED, NominationStatus.RESERVE)


class Nomination(Versioned):
    """A ministry's proposal of one person. Empty years, level or date: asked, not answered; never guessed.

    `reserve_place` is the order in which reserves are asked, from 1; empty for all others. `priority` is the
    institution's own order of its people, from 1; empty where it gave none. `late_reason`: why the office took it
    after the closing day; empty for those in time.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="nominations")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="nominations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="nominations")
    status = models.CharField(_("status"), max_length=10, choices=NominationStatus, default=NominationStatus.PROPOSED)
    job_function = models.CharField(_("job function"), max_length=100, blank=True)
    years_in_post = models.PositiveSmallIntegerField(_("years in post"), null=True, blank=True)
    english = models.CharField(_("English (CEFR)"), max_length=2, choices=CEFR, blank=True)
    endorsed_by = models.CharField(_("endorsed by"), max_length=150, blank=True)
    endorsed_on = models.DateField(_("endorsed on"), null=True, blank=True)
    motivation = models.TextField(_("motivation"), blank=True)
    reason = models.TextField(_("reason for the decision"), blank=True)
    reserve_place = models.PositiveSmallIntegerField(_("place among the reserves"), null=True, editable=False)
    priority = models.PositiveSmallIntegerField(_("the institution's own order"), null=True, editable=False)
    late_reason = models.TextField(_("why it was taken late"), blank=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["institution__jurisdiction__name", "institution__name", "id"]
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [
            models.UniqueConstraint(fields=["cohort", "person"], name="nomination_once_per_cohort"),
            models.UniqueConstraint(fields=["cohort", "reserve_place"], name="nomination_reserve_place_once"),
            models.CheckConstraint(
                condition=Q(reserve_place=None) | Q(status=NominationStatus.RESERVE), name="nomination_place_of_reserve"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_status_display()})"

    def get_absolute_url(self) -> str:
        return reverse("cohorts:nomination_detail", args=[self.pk])

    @property
    def is_endorsed(self) -> bool:
        """Has the ministry put its name to it? What was selected had been endorsed before."""
        return self.endorsed_on is not None or self.status in ENDORSED


class NominationVersion(models.Model):
    """What a nomination said after a change; written once. Only erasing a person's words touches it again."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    action = models.CharField(max_length=40)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ["nomination", "number"]
        verbose_name = _("version of a nomination")
        verbose_name_plural = _("versions of nominations")
        constraints = [models.UniqueConstraint(fields=["nomination", "number"], name="nomination_version_once")]

    def __str__(self) -> str:
        return f"{self.nomination_id}, {self.number}"

    def save(self, *args, **kwargs) -> None:
        if self.pk:
            raise ValueError("a version of a nomination is written once")
        super().save(*args, **kwargs)


# The call -------------------------------------------------------------------------------------------------------------


class Call(Versioned):
    """What a cohort's call for nominations says, beside its criteria, seats, documents and closing day."""

    cohort = models.OneToOneField(Cohort, on_delete=models.CASCADE, related_name="call")
    text = models.TextField(_("what is asked"), blank=True, max_length=8000)

    class Meta:
        verbose_name = _("call for nominations")
        verbose_name_plural = _("calls for nominations")

    def __str__(self) -> str:
        return str(self.cohort)


class Criterion(models.Model):
    """What the panel scores: `levels` are the words for each level, the lowest first; `weight` counts it so often."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(_("criterion"), max_length=120)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    levels = models.JSONField(_("words for each level"), default=list)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            models.UniqueConstraint(fields=["cohort", "title"], name="criterion_once_per_cohort"),
            models.CheckConstraint(condition=Q(weight__gte=1) & Q(weight__lte=10), name="criterion_weight_sensible"),
        ]

    def __str__(self) -> str:
        return self.title


class SeatRule(models.Model):
    """An invited institution: how many seats it is to have at least and at most, and how many alternates."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="seat_rules")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="seat_rules")
    minimum = models.PositiveSmallIntegerField(_("seats at least"), default=0)
    maximum = models.PositiveSmallIntegerField(_("seats at most"), default=2)
    alternates = models.PositiveSmallIntegerField(_("alternates"), default=1)

    class Meta:
        ordering = ["institution__jurisdiction__name", "institution__name"]
        verbose_name = _("seat rule")
        verbose_name_plural = _("seat rules")
        constraints = [
            models.UniqueConstraint(fields=["cohort", "institution"], name="seat_rule_once_per_institution"),
            models.CheckConstraint(condition=Q(minimum__lte=models.F("maximum")), name="seat_rule_min_below_max"),
        ]

    def __str__(self) -> str:
        return f"{self.institution}: {self.minimum}-{self.maximum}"


class CallDocument(Dated):
    """A file attached to a call; received through the same inspection as curriculum materials."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="call_documents")
    title = models.CharField(_("title"), max_length=150)
    file = models.FileField(max_length=200, upload_to="calls/")
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["title", "id"]
        verbose_name = _("document of a call")
        verbose_name_plural = _("documents of calls")

    def __str__(self) -> str:
        return self.title


# The panel ------------------------------------------------------------------------------------------------------------


class PanelMember(Dated):
    """An account that scores the nominations of a cohort."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="panel_members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="panel_seats")
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["user__last_name", "user__email"]
        verbose_name = _("member of a panel")
        verbose_name_plural = _("members of panels")
        constraints = [models.UniqueConstraint(fields=["cohort", "user"], name="panel_member_once")]

    def __str__(self) -> str:
        return str(self.user)


class PanelScore(Versioned):
    """One member's levels for one nomination, {criterion id: level from 1}; a draft until `submitted_at`."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="panel_scores")
    member = models.ForeignKey(User, on_delete=models.PROTECT, related_name="panel_scores")
    levels = models.JSONField(default=dict)
    comment = models.TextField(_("comment"), blank=True)
    submitted_at = models.DateTimeField(_("handed in"), null=True, editable=False)

    class Meta:
        ordering = ["nomination", "id"]
        verbose_name = _("score of the panel")
        verbose_name_plural = _("scores of the panel")
        constraints = [models.UniqueConstraint(fields=["nomination", "member"], name="panel_score_once")]

    def __str__(self) -> str:
        return f"{self.nomination_id}, {self.member}"


class Selection(models.Model):
    """A decision about the whole list: what the seat rules said of it, and why it stands all the same."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="selections")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    changed = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("selection")
        verbose_name_plural = _("selections")

    def __str__(self) -> str:
        return f"{self.cohort_id}, {self.at:%Y-%m-%d}"


# Letters --------------------------------------------------------------------------------------------------------------


class Letter(Versioned):
    """A letter to an institution: written when something is decided, sent when a person releases it, once.

    Subject and body are frozen in their language when it is written. `claimed_at`: the moment before it was handed to
    the mail server; with `sent_at` empty the sending was interrupted, and nobody knows whether it arrived.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="letters")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="letters")
    nomination = models.ForeignKey(Nomination, null=True, on_delete=models.CASCADE, related_name="letters")
    number = models.PositiveIntegerField(editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=LetterKind)
    status = models.CharField(_("status"), max_length=12, choices=LetterStatus, default=LetterStatus.WAITING)
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=250)
    body = models.TextField()
    written_on = models.DateField()
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    sent_to = models.PositiveSmallIntegerField(default=0)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["cohort", "number"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            models.UniqueConstraint(fields=["cohort", "number"], name="letter_number_once_per_cohort"),
            models.UniqueConstraint(
                fields=["nomination"], condition=Q(status=LetterStatus.WAITING), name="letter_waiting_once"
            ),
            models.CheckConstraint(
                condition=Q(status=LetterStatus.RELEASED) | Q(released_at=None), name="letter_released_has_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("cohorts:letter_detail", args=[self.pk])

    @property
    def reference(self) -> str:
        """How the letter is quoted."""
        return f"{self.cohort.training.reference}/{self.number}"

    @property
    def is_interrupted(self) -> bool:
        """Handed to the mail server, and nobody knows whether it arrived."""
        return self.claimed_at is not None and self.sent_at is None
