"""Closed lists of the curriculum."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ModuleKind(models.TextChoices):
    CORE = "core", _("core module")
    DIDACTICS = "didactics", _("ToT didactics")


class Classification(models.TextChoices):
    """Who may have a material. Without one it is refused to everybody."""

    PUBLIC = "public", _("public")
    TRAINEE = "trainee", _("trainees")
    TRAINER = "trainer", _("trainers")


class Capacity(models.TextChoices):
    """As what somebody took a file: the highest right they had that day."""

    PUBLIC = "public", _("public")
    TRAINEE = "trainee", _("trainee")
    TRAINER = "trainer", _("trainer")
    OFFICE = "office", _("programme office")
