"""Schemes, decisions, certificates and what happens to them. What was issued stays as it was issued."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Dated
from lms.core.tokens import readable_code
from lms.institutions.models import Institution
from lms.people.models import Person, User
from lms.trainings.models import Training

from .choices import CertificateKind, EventKind, Level, Outcome
from .querysets import CertificateQuerySet, DecisionQuerySet


class Scheme(Dated):
    """The rules a trainer certificate is given by; thresholds are data. Shares are percent, times are months."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=200)
    curriculum = models.ForeignKey("curricula.Curriculum", on_delete=models.PROTECT, related_name="schemes")
    attendance_percent = models.PositiveSmallIntegerField(_("attendance at least, %"), default=80)
    pass_mark_percent = models.PositiveSmallIntegerField(_("post-test at least, %"), default=70)
    assessors = models.PositiveSmallIntegerField(_("assessors of a teach-back"), default=2)
    provisional_first = models.BooleanField(_("first delivery together with a certified trainer"), default=True)
    validity_months = models.PositiveSmallIntegerField(_("valid for, months"), default=36)
    provisional_months = models.PositiveSmallIntegerField(_("provisional for, months"), default=12)
    refresher_months = models.PositiveSmallIntegerField(_("completion current for, months"), default=24)
    issuing_body = models.CharField(_("issuing body"), max_length=200, default="SEESAC")
    signatory = models.CharField(_("signatory"), max_length=200, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("certification scheme")
        verbose_name_plural = _("certification schemes")
        constraints = [
            models.CheckConstraint(
                condition=Q(attendance_percent__lte=100) & Q(pass_mark_percent__lte=100), name="scheme_shares_fit"
            ),
            models.CheckConstraint(condition=Q(assessors__gte=2), name="scheme_asks_for_two_assessors"),
        ]

    def __str__(self) -> str:
        return self.title


class Decision(Dated):
    """What was decided about a candidate, by whom, on which evidence.

    `requirements` is the explanation at that moment: a list of {code, label, required, found, met, cure, caps}
    (`rules.Requirement`).
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="decisions")
    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="certification_decisions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="certification_decisions")
    outcome = models.CharField(_("decision"), max_length=14, choices=Outcome)
    requirements = models.JSONField(_("evidence"), default=list)
    reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("certification decision")
        verbose_name_plural = _("certification decisions")
        constraints = [
            models.UniqueConstraint(fields=["scheme", "training", "person"], name="certification_decided_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_outcome_display()}"


class Certificate(Dated):
    """A certificate as issued: number, dates, wording and PDF are frozen; its state today is computed.

    `number` is printed, `code` is the secret of its verification link. `facts` holds everything the PDF was
    made from. Renewal or promotion makes a new row that `replaces` this one. `guards.py` makes the database refuse
    what would change it.
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
        indexes = [models.Index(fields=["person", "kind"])]
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
                condition=Q(kind=CertificateKind.COMPLETION),
                name="completion_certificate_once",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class CertificateEvent(models.Model):
    """A suspension, reinstatement or withdrawal from a day on, with its reason."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
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
