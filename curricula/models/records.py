"""The plain records that others point at: a stable code each, never a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import ModuleKind
from ..querysets import CurriculumQuerySet


class Curriculum(models.Model):
    """A curriculum by its stable code."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=200)

    objects = CurriculumQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("curriculum")
        verbose_name_plural = _("curricula")
        permissions = [
            ("read_trainee_material", _("Read what trainees may read")),
            ("read_trainer_material", _("Read what trainers may read")),
            ("publish_edition", _("Publish an edition")),
        ]

    def __str__(self) -> str:
        return self.title


class Module(models.Model):
    """A module by its stable code (M01, T05). Records point here; what it says is on its page and in editions."""

    curriculum = models.ForeignKey(Curriculum, on_delete=models.PROTECT, related_name="modules")
    code = models.CharField(_("code"), max_length=10)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=ModuleKind, default=ModuleKind.CORE)
    is_mandatory = models.BooleanField(_("mandatory"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    minutes = models.PositiveSmallIntegerField(_("minutes"))

    class Meta:
        ordering = ["curriculum", "order", "code"]
        verbose_name = _("module")
        verbose_name_plural = _("modules")
        constraints = [models.UniqueConstraint(fields=["curriculum", "code"], name="module_code_once_per_curriculum")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
