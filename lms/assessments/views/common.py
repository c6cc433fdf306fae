"""What the pages of this app share."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.clock import today
from lms.core.http import get_visible_or_404, require
from lms.trainings.models import Enrolment, Training

from ..permissions import may_record_results


def training_to_record(request, pk: int) -> Training:
    """A training this user sees (404) and whose results they record (403)."""
    rows = Training.objects.select_related("institution__jurisdiction", "edition")
    training = get_visible_or_404(rows, request.user, pk=pk)
    require(may_record_results(request.user, training))
    return training


def enrolment_in(training: Training, text: str) -> Enrolment:
    """The place in this training that a form names, 404 for anything else."""
    rows = training.enrolments.select_related("person")
    return get_object_or_404(rows, pk=int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0)


def here(training: Training):
    """Today where the training is held."""
    return today(training.institution.jurisdiction.time_zone)


def crumbs(training: Training, *labels: str) -> list[Crumb]:
    """The way back to the training's results."""
    way = [
        Crumb(training.title, training.get_absolute_url()),
        crumb(_("Test results"), "assessments:test_results", training.pk),
    ]
    return [*way, *(Crumb(label) for label in labels)]
