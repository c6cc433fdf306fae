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


class ItemKind(models.TextChoices):
    """How a test item is answered."""

    SINGLE = "single", _("one right answer")
    MULTIPLE = "multiple", _("several right answers")
    TRUE_FALSE = "true_false", _("true or false")
    MATCHING = "matching", _("matching")
    ORDERING = "ordering", _("putting in order")
    NUMERIC = "numeric", _("a number")
    SHORT = "short", _("short answer")


class FormMoment(models.TextChoices):
    """When a form of the test is taken."""

    PRE = "pre", _("before the training")
    POST = "post", _("after the training")


class ReviewKind(models.TextChoices):
    """How somebody vouched for a translation."""

    TRANSLATED = "translated", _("translated")
    STILL_VALID = "still_valid", _("reviewed, still valid")


class Currency(models.TextChoices):
    """How a translation stands to its source; derived, never stored."""

    CURRENT = "current", _("current")
    REVIEWED = "reviewed", _("reviewed, still valid")
    STALE = "stale", _("stale")
    DRAFT = "draft", _("draft")
    MISSING = "missing", _("missing")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            Currency.CURRENT: "good",
            Currency.REVIEWED: "info",
            Currency.STALE: "attention",
            Currency.DRAFT: "neutral",
            Currency.MISSING: "unknown",
        }[self]
