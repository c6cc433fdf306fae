"""Closed lists of the cascade app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    """When the rules are asked."""

    PLAN = "plan", _("when the plan is sent")
    APPROVE = "approve", _("when it is approved")
    SUBMIT = "submit", _("when the report is submitted")
    VERIFY = "verify", _("when it is verified")


class Position(models.TextChoices):
    """Where a training stands on its way: the status, with a return told apart by what was returned."""

    DRAFT = "draft", _("draft")
    PLANNED = "planned", _("waiting for approval")
    APPROVED = "approved", _("approved")
    SUBMITTED = "submitted", _("waiting for verification")
    VERIFIED = "verified", _("verified")
    LOCKED = "locked", _("locked")
    PLAN_RETURNED = "plan_returned", _("plan returned")
    REPORT_RETURNED = "report_returned", _("report returned")
    CANCELLED = "cancelled", _("cancelled")


class Actor(models.TextChoices):
    """What somebody is to a training on the day they act. One account may be several."""

    TRAINER = "trainer", _("trainer with a certificate in force")
    LAPSED = "lapsed", _("trainer without a certificate in force")
    FOCAL_POINT = "focal_point", _("focal point of the institution")
    OFFICE = "office", _("programme office")
