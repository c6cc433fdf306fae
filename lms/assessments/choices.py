"""Closed lists about tests and teach-backs."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    PRE = "pre", _("before the training")
    POST = "post", _("after the training")


class Criterion(models.TextChoices):
    """The teach-back rubric; each is scored 1 to 4."""

    PLAN = "plan", _("plan and objectives")
    ACCURACY = "accuracy", _("technical accuracy")
    KEY_POINTS = "key_points", _("mandatory key points")
    SAFETY = "safety", _("safety and security discipline")
    ENGAGEMENT = "engagement", _("engagement")
    CHECKING = "checking", _("checking learning")
