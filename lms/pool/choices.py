"""Closed lists about the trainer pool and its reminders."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReminderKind(models.TextChoices):
    """What somebody is reminded of."""

    EXPIRY = "expiry", _("certificate ends")
    FIRST_DELIVERY = "first_delivery", _("first delivery due")
    NEVER_DELIVERED = "never_delivered", _("never delivered")
    NOT_CO_DELIVERED = "not_co_delivered", _("first delivery together still missing")
    REFRESHER = "refresher", _("refresher due")
    UNDECIDED = "undecided", _("not decided yet")
    NOT_ISSUED = "not_issued", _("certificate not issued yet")


class Audience(models.TextChoices):
    TRAINER = "trainer", _("the trainer")
    FOCAL_POINT = "focal_point", _("focal point")
