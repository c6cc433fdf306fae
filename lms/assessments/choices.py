"""Closed lists about tests, teach-backs and roll-out plans."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    PRE = "pre", _("before the training")
    POST = "post", _("after the training")


class ResultSource(models.TextChoices):
    """Where a result comes from: a number somebody typed, or a sheet whose answers are known one by one."""

    TYPED = "typed", _("typed")
    PHONE = "phone", _("answered on the phone")
    PAPER = "paper", _("paper, item by item")


class Criterion(models.TextChoices):
    """The teach-back rubric; each is scored 1 to 4."""

    PLAN = "plan", _("plan and objectives")
    ACCURACY = "accuracy", _("technical accuracy")
    KEY_POINTS = "key_points", _("mandatory key points")
    SAFETY = "safety", _("safety and security discipline")
    ENGAGEMENT = "engagement", _("engagement")
    CHECKING = "checking", _("checking learning")


class AssessorPart(models.TextChoices):
    """As which of a teach-back's assessors somebody was named."""

    FIRST = "first", _("first assessor")
    SECOND = "second", _("second assessor")
    THIRD = "third", _("third assessor")


class RecusalReason(models.TextChoices):
    """Why an assessor does not score a candidate though no record of the site says so."""

    SUPERIOR = "superior", _("superior of the candidate")
    INSTITUTION = "institution", _("works in the candidate's institution")
