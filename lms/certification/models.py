"""Schemes, decisions, certificates and what happens to them. What was issued stays as it was issued."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.core.clock import now
from lms.core.models import Dated
from lms.core.tokens import readable_code
from lms.institutions.models import Institution
from lms.people.models import Person, User
from lms.trainings.models import Training

from .choices import (
    IN_A_PERIOD,
    IN_PERCENT,
    Act,
    Aim,
    CertificateKind,
    EventKind,
    HolderShown,
    Level,
    LogKind,
    Outcome,
    RequestState,
    RequirementKind,
)
from .querysets import BatchQuerySet, CertificateQuerySet, DecisionQuerySet, StandingRequestQuerySet


class Scheme(Dated):
    """What a trainer certificate is given by: its name, its issuer, and the versions of its rules.

    `refresher_months` says for how long a completion counts as current; it is no matter of trainers.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=200)
    curriculum = models.ForeignKey(
        "curricula.Curriculum", verbose_name=_("curriculum"), on_delete=models.PROTECT, related_name="schemes"
    )
    refresher_months = models.PositiveSmallIntegerField(_("completion current for, months"), default=24)
    issuing_body = models.CharField(_("issuing body"), max_length=200, default="SEESAC")
    signatory = models.CharField(_("signatory"), max_length=200, blank=True)
    shows_holder = models.CharField(
        _("verification shows"), max_length=8, choices=HolderShown, default=HolderShown.FULL,
        help_text=_("What of the holder's name anyone with the code of a certificate may see."),
    )  # fmt: skip

    class Meta:
        ordering = ["code"]
        verbose_name = _("certification scheme")
        verbose_name_plural = _("certification schemes")

    def __str__(self) -> str:
        return self.title


class SchemeVersion(models.Model):
    """The rules of a scheme from the moment it was adopted until the next one; never changed, never deleted.

    Times are whole months. With `provisional_first` the first decision asks for the certified level's requirements as
    well, and is provisional while one of them is not met. A certificate can be renewed from `renewal_opens_months`
    before its last day until `grace_months` after it.
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    provisional_first = models.BooleanField(_("provisional until the certified level's requirements are met"))
    validity_months = models.PositiveSmallIntegerField(_("valid for, months"), default=36)
    provisional_months = models.PositiveSmallIntegerField(_("provisional for, months"), default=12)
    renewal_opens_months = models.PositiveSmallIntegerField(_("renewal opens before the end, months"), default=6)
    grace_months = models.PositiveSmallIntegerField(_("renewable after the end, months"), default=3)
    note = models.TextField(_("what changed, and why"), blank=True)
    adopted_at = models.DateTimeField(_("adopted"), default=now)
    adopted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["scheme", "-number"]
        verbose_name = _("version of a scheme")
        verbose_name_plural = _("versions of schemes")
        constraints = [
            models.UniqueConstraint(fields=["scheme", "number"], name="scheme_version_once"),
            models.CheckConstraint(
                condition=Q(validity_months__gte=1, provisional_months__gte=1), name="scheme_version_lasts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}, {self.number}"


class SchemeRequirement(models.Model):
    """One requirement of a version: per cent, a count or months, as its kind says; `months` is the period looked at."""

    version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="requirements")
    aim = models.CharField(_("asked for"), max_length=10, choices=Aim)
    kind = models.CharField(_("requirement"), max_length=20, choices=RequirementKind)
    threshold = models.PositiveSmallIntegerField(_("at least"))
    months = models.PositiveSmallIntegerField(_("in the last, months"), null=True, blank=True)

    class Meta:
        ordering = ["version", "id"]
        verbose_name = _("requirement of a scheme")
        verbose_name_plural = _("requirements of schemes")
        constraints = [
            models.UniqueConstraint(fields=["version", "aim", "kind"], name="scheme_requirement_once"),
            models.CheckConstraint(condition=~Q(kind__in=IN_PERCENT) | Q(threshold__lte=100), name="scheme_shares_fit"),
            models.CheckConstraint(
                condition=~Q(kind=RequirementKind.TEACH_BACK) | Q(threshold__gte=2),
                name="scheme_asks_for_two_assessors",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=IN_A_PERIOD, months__isnull=False, months__gte=1)
                | (~Q(kind__in=IN_A_PERIOD) & Q(months=None)),
                name="scheme_requirement_has_its_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_aim_display()}: {self.get_kind_display()}"


class Decision(Dated):
    """What was decided about a candidate or a holder, by whom, on which evidence, by which version of the scheme.

    `requirements` is the explanation at that moment: a list of {code, label, required, found, met, cure, caps, have,
    need} (`rules.Requirement`). `basis` is the certificate that a later act starts from; the first decision has none.
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="decisions")
    version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="decisions")
    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="certification_decisions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="certification_decisions")
    act = models.CharField(_("act"), max_length=10, choices=Act, default=Act.INITIAL)
    basis = models.ForeignKey("Certificate", null=True, on_delete=models.PROTECT, related_name="later_decisions")
    outcome = models.CharField(_("decision"), max_length=14, choices=Outcome)
    requirements = models.JSONField(_("evidence"), default=list)
    reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided"), default=now)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("certification decision")
        verbose_name_plural = _("certification decisions")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "training", "person"], condition=Q(act=Act.INITIAL), name="certification_decided_once"
            ),
            models.UniqueConstraint(fields=["basis", "act"], name="certificate_followed_once"),
            models.CheckConstraint(
                condition=Q(act=Act.INITIAL, basis=None) | (~Q(act=Act.INITIAL) & Q(basis__isnull=False)),
                name="later_decision_has_its_basis",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_outcome_display()}"


class Certificate(Dated):
    """A certificate as issued: number, dates, wording and PDF are frozen; its state today is computed.

    `number` is printed, `code` is the secret of its verification link. `facts` holds everything the PDF was
    made from. Promotion, renewal, advancement and correction make a new row that `replaces` this one; `act` says which.
    A trainer certificate carries its decision and its training. `guards.py` makes the database refuse what would
    change it.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=CertificateKind)
    level = models.CharField(_("level"), max_length=12, choices=Level, blank=True)
    number = models.CharField(_("number"), max_length=40, unique=True)
    code = models.CharField(max_length=30, unique=True, default=readable_code, editable=False)
    scheme = models.ForeignKey(Scheme, null=True, on_delete=models.PROTECT, related_name="certificates")
    curriculum = models.ForeignKey("curricula.Curriculum", on_delete=models.PROTECT, related_name="certificates")
    edition = models.ForeignKey("curricula.Edition", on_delete=models.PROTECT, related_name="certificates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="certificates")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="certificates")
    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="certificates")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="certificates")
    act = models.CharField(_("issued as"), max_length=10, choices=Act, default=Act.INITIAL)
    act_reason = models.TextField(_("why"), blank=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    holder_name = models.CharField(_("holder"), max_length=210)
    language = models.CharField(_("language"), max_length=10, choices=settings.CONTENT_LANGUAGES, default="en")
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True)
    facts = models.JSONField(default=dict)
    document = models.FileField(max_length=200, upload_to="certificates/")
    document_sha256 = models.CharField(max_length=64, blank=True)
    issued_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        indexes = [
            models.Index(fields=["person", "kind"]),
            # All that finding the trainer pool asks of a row: the wide rows of the certificates stay unread.
            models.Index(
                fields=["kind", "person", "valid_from", "valid_until", "replaces", "level"], name="certificate_pool"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")), name="certificate_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(kind=CertificateKind.COMPLETION) | Q(valid_until__isnull=False),
                name="trainer_certificate_ends",
            ),
            models.UniqueConstraint(
                fields=["training", "person"],
                condition=Q(kind=CertificateKind.COMPLETION) & ~Q(act=Act.CORRECTION),
                name="completion_certificate_once",
            ),
            models.UniqueConstraint(
                fields=["decision", "act"], condition=~Q(act=Act.CORRECTION), name="certificate_once_per_decision"
            ),
            models.CheckConstraint(
                condition=Q(kind=CertificateKind.COMPLETION) | Q(decision__isnull=False),
                name="trainer_certificate_has_decision",
            ),
            models.CheckConstraint(
                condition=~Q(act=Act.CORRECTION) | (Q(replaces__isnull=False) & ~Q(act_reason="")),
                name="correction_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class CertificateEvent(models.Model):
    """A suspension, reinstatement or withdrawal from a day on, with its reason.

    `request` is the request it confirms; those of the time before two people were needed have none.
    """

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
    request = models.OneToOneField("StandingRequest", null=True, on_delete=models.PROTECT, related_name="event")
    kind = models.CharField(_("what happened"), max_length=12, choices=EventKind)
    effective_on = models.DateField(_("from"))
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("recorded"), auto_now_add=True)

    class Meta:
        ordering = ["effective_on", "id"]
        verbose_name = _("certificate event")
        verbose_name_plural = _("certificate events")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="certificate_event_has_reason")]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.get_kind_display()}"


class LogEntry(models.Model):
    """One line of the transparency log: what happened to a certificate, without a name.

    `certificate` is SHA-256 over number and code: whoever holds the certificate finds its lines, nobody else.
    `seal` is SHA-256 over the line and the seal before it (`log.py`); `number` counts from 1 without a gap.
    """

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    kind = models.CharField(_("what"), max_length=10, choices=LogKind)
    certificate = models.CharField(_("certificate"), max_length=64, db_index=True)
    day = models.DateField(_("from"))
    document = models.CharField(_("document"), max_length=64, blank=True)
    previous = models.CharField(_("seal before it"), max_length=64, blank=True)
    seal = models.CharField(_("seal"), max_length=64, unique=True)

    class Meta:
        ordering = ["-number"]
        verbose_name = _("entry of the transparency log")
        verbose_name_plural = _("entries of the transparency log")

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class IssueBatch(Dated):
    """Certificates of one training that are issued one after the other by the worker.

    `beat_at` is when the last row was worked: a batch that stands still was left by a worker that died.
    """

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="issue_batches")
    kind = models.CharField(_("kind"), max_length=12, choices=CertificateKind)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    beat_at = models.DateTimeField(_("last worked"), null=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, editable=False)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("issue of certificates")
        verbose_name_plural = _("issues of certificates")
        constraints = [
            models.UniqueConstraint(
                fields=["training", "kind"], condition=Q(finished_at=None), name="one_open_batch_for_a_training"
            )
        ]

    def __str__(self) -> str:
        return f"{self.training.reference}: {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("certification:batch_detail", args=[self.pk])


class BatchRow(models.Model):
    """One person of a batch: waiting, issued (with the certificate) or not issued (with what stood in the way)."""

    batch = models.ForeignKey(IssueBatch, on_delete=models.CASCADE, related_name="rows")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="+")
    completion = models.ForeignKey("trainings.Completion", null=True, on_delete=models.PROTECT, related_name="+")
    certificate = models.OneToOneField(Certificate, null=True, on_delete=models.PROTECT, related_name="batch_row")
    failure = models.CharField(_("not issued because"), max_length=40, blank=True)
    failure_words = models.TextField(_("what stands in the way"), blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("person of an issue")
        verbose_name_plural = _("people of an issue")
        constraints = [
            models.UniqueConstraint(fields=["batch", "person"], name="once_in_a_batch"),
            models.CheckConstraint(condition=Q(decision=None) ^ Q(completion=None), name="batch_row_has_one_ground"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.person_id}"


class StandingRequest(models.Model):
    """One officer asks that a certificate be suspended, reinstated or withdrawn; another decides.

    `effective_on` is the day asked for; what holds from which day says the event. Decided once, kept for good.
    """

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(_("what is asked for"), max_length=12, choices=EventKind)
    effective_on = models.DateField(_("from"))
    reason = models.TextField(_("reason"))
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(_("requested"), default=now)
    status = models.CharField(_("state"), max_length=10, choices=RequestState, default=RequestState.OPEN)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True)
    answer = models.TextField(_("answer"), blank=True)

    objects = StandingRequestQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("request about a certificate")
        verbose_name_plural = _("requests about certificates")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="standing_request_has_reason"),
            models.CheckConstraint(
                condition=Q(status=RequestState.TAKEN_BACK) | Q(decided_by=None) | ~Q(decided_by=F("requested_by")),
                name="standing_request_needs_two_people",
            ),
            models.CheckConstraint(
                condition=Q(status=RequestState.OPEN, decided_by=None, decided_at=None)
                | (~Q(status=RequestState.OPEN) & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="standing_request_decided_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["certificate"], condition=Q(status=RequestState.OPEN), name="standing_request_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.get_kind_display()}"
