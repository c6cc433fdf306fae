"""Jurisdictions, the institutions in them, their units, facilities and the staff to be trained."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Dated

from .choices import FacilityKind
from .querysets import InstitutionQuerySet, TargetPopulationQuerySet, UnitQuerySet


class Jurisdiction(models.Model):
    """Where an institution's law is made. Its time zone decides what "today" means for its certificates."""

    code = models.CharField(_("code"), max_length=2, unique=True)
    name = models.CharField(_("name"), max_length=100, unique=True)
    time_zone = models.CharField(_("time zone"), max_length=40)
    languages = models.JSONField(_("languages (BCP 47)"), default=list)

    class Meta:
        ordering = ["name"]
        verbose_name = _("jurisdiction")
        verbose_name_plural = _("jurisdictions")

    def __str__(self) -> str:
        return self.name


class Institution(Dated):
    """A police body. Institutions form a tree in each jurisdiction; the data wall stands at each of them."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name=_("jurisdiction"), on_delete=models.PROTECT, related_name="institutions"
    )
    parent = models.ForeignKey(
        "self", verbose_name=_("stands under"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    other_names = models.JSONField(_("other names in use"), default=list, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["jurisdiction__name", "name"]
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints = [
            models.UniqueConstraint(fields=["jurisdiction", "name"], name="institution_name_once_per_jurisdiction"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="institution_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit within an institution, as its own lists name it; `key` is the folded name."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(_("name"), max_length=160)
    key = models.CharField(max_length=160, editable=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="unit_once_per_institution")]

    def __str__(self) -> str:
        return self.name


class Facility(models.Model):
    """A code, a type and a jurisdiction: nothing here may help anybody to find or enter it."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    kind = models.CharField(_("type"), max_length=20, choices=FacilityKind)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="facilities")

    class Meta:
        ordering = ["code"]
        verbose_name = _("facility")
        verbose_name_plural = _("facilities")

    def __str__(self) -> str:
        return self.code


class TargetPopulation(Dated):
    """How many staff of one job function an institution has to train, from a day on, by its own return.

    `staff` is empty where the figure has not been received: the denominator is then not known.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="target_population")
    job_function = models.CharField(_("job function"), max_length=100)
    staff = models.PositiveIntegerField(_("staff"), null=True, blank=True)
    women = models.PositiveIntegerField(_("of whom women"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    objects = TargetPopulationQuerySet.as_manager()

    class Meta:
        ordering = ["institution", "job_function", "-valid_from"]
        verbose_name = _("target population")
        verbose_name_plural = _("target populations")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "job_function", "valid_from"], name="target_population_once_per_day"
            ),
            models.UniqueConstraint(
                fields=["institution", "job_function"],
                condition=Q(valid_from=None),
                name="target_population_unknown_once",
            ),
            models.CheckConstraint(
                condition=Q(women=None) | Q(staff=None) | Q(women__lte=F("staff")), name="target_population_women_fit"
            ),
            models.CheckConstraint(
                condition=Q(staff=None) | Q(valid_from__isnull=False), name="target_population_known_has_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution}: {self.job_function}"
