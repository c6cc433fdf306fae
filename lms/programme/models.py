"""Programmes (a Council Decision or project), their stated targets with breakdowns, and the RASR events."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Dated
from lms.institutions.models import Jurisdiction

from .choices import Component
from .querysets import ProgrammeQuerySet


class Programme(Dated):
    """A Council Decision or project; what is printed on everything made under it stands here."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=250)
    reference = models.CharField(_("reference"), max_length=200, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    funding_statement = models.TextField(_("funding statement"), blank=True)
    disclaimer = models.TextField(_("disclaimer"), blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def __str__(self) -> str:
        return self.title


class Target(models.Model):
    """A target as the founding document states it. Its breakdown may add up to another number: both are kept."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="targets")
    component = models.CharField(_("component"), max_length=16, choices=Component)
    title = models.CharField(_("what"), max_length=200)
    unit = models.CharField(_("unit"), max_length=60)
    stated = models.PositiveIntegerField(_("stated"))
    is_ceiling = models.BooleanField(_('"up to"'), default=False)
    source = models.CharField(_("source"), max_length=250, blank=True)

    class Meta:
        ordering = ["programme", "component", "id"]
        verbose_name = _("target")
        verbose_name_plural = _("targets")

    def __str__(self) -> str:
        return self.title


class TargetShare(models.Model):
    """One jurisdiction's share in a target, and what has been done of it so far."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="shares")
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="target_shares")
    planned = models.PositiveIntegerField(_("planned"))
    done = models.PositiveIntegerField(_("done"), default=0)

    class Meta:
        ordering = ["jurisdiction__name"]
        verbose_name = _("share of a target")
        verbose_name_plural = _("shares of targets")
        constraints = [models.UniqueConstraint(fields=["target", "jurisdiction"], name="target_share_once")]

    def __str__(self) -> str:
        return f"{self.jurisdiction}: {self.planned}"


class RegionalWorkshop(models.Model):
    """A RASR workshop: for defence officials, no part of the cascade, its people no part of coverage."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    place = models.CharField(_("place"), max_length=100)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    participants = models.PositiveSmallIntegerField(_("participants"), null=True, blank=True)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    class Meta:
        ordering = ["-number"]
        verbose_name = _("RASR workshop")
        verbose_name_plural = _("RASR workshops")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="workshop_ends_after_start")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.place}"
