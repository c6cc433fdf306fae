"""Closed lists about programmes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Component(models.TextChoices):
    INFRASTRUCTURE = "infrastructure", _("infrastructure upgrades")
    TRAINING = "training", _("training")
    SURPLUS = "surplus", _("surplus reduction")
    RASR = "rasr", _("Regional Approach to Stockpile Reduction")
