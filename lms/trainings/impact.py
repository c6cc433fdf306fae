"""What a new edition of a curriculum means for trainings: the app's word before one is published."""

from django.utils.translation import gettext as _

from curricula.editions.impact import EditionEffect, register
from lms.core.clock import today

from .choices import CompletionOutcome
from .models import Completion, Training

SHOWN = 30


def planned_on(edition) -> EditionEffect:
    """Trainings on this edition whose last day is still to come."""
    rows = Training.objects.filter(edition=edition, ends_on__gte=today()).standing().order_by("starts_on")
    shown = tuple((f"{row.reference} {row.title}", row.get_absolute_url()) for row in rows[:SHOWN])
    return EditionEffect(_("Trainings planned on it"), rows.count(), shown)


def trained_on(edition) -> EditionEffect:
    """People, each once, who completed a verified training on this edition."""
    rows = Completion.objects.filter(enrolment__training__edition=edition, outcome=CompletionOutcome.COMPLETED)
    return EditionEffect(_("People trained on it"), rows.values("enrolment__person").distinct().count())


def register_effects() -> None:
    register("trainings.planned", planned_on)
    register("trainings.trained", trained_on)
