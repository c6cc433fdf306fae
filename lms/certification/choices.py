"""Closed lists about certificates."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CertificateKind(models.TextChoices):
    TRAINER = "trainer", _("trainer certificate")
    COMPLETION = "completion", _("certificate of completion")


class Level(models.TextChoices):
    PROVISIONAL = "provisional", _("provisional")
    CERTIFIED = "certified", _("certified")


class Outcome(models.TextChoices):
    CERTIFIED = "certified", _("certified")
    PROVISIONAL = "provisional", _("provisional")
    NOT_CERTIFIED = "not_certified", _("not certified")


class EventKind(models.TextChoices):
    SUSPENDED = "suspended", _("suspended")
    REINSTATED = "reinstated", _("reinstated")
    WITHDRAWN = "withdrawn", _("withdrawn")


class State(models.TextChoices):
    """What a certificate is on a day; computed from its dates and events (`standing.py`)."""

    IN_FORCE = "in_force", _("in force")
    NOT_YET = "not_yet", _("not yet in force")
    EXPIRED = "expired", _("expired")
    SUSPENDED = "suspended", _("suspended")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced")
