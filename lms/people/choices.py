"""Closed lists about people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleKind(models.TextChoices):
    OFFICE = "office", _("programme office")
    FOCAL_POINT = "focal_point", _("focal point")
    ASSESSOR = "assessor", _("assessor")
    OBSERVER = "observer", _("observer")


class Sex(models.TextChoices):
    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    NOT_RECORDED = "not_recorded", _("not recorded")
