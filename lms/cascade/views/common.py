"""What the pages share: finding a training, and the way back."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.http import get_visible_or_404
from lms.trainings.choices import TrainingKind
from lms.trainings.models import Training

from ..listing import RELATED


def training_of(request, pk: int) -> Training:
    """A cascade training or refresher that this user may see; else 404."""
    rows = Training.objects.exclude(kind=TrainingKind.TOT).select_related(*RELATED, "created_by")
    return get_visible_or_404(rows, request.user, pk=pk)


def crumbs(*steps) -> list[Crumb]:
    """The list, then (label, url) pairs; the last without an address."""
    first = crumb(_("Cascade trainings"), "cascade:training_list")
    return [first, *(Crumb(label, url) for label, url in steps)]


def training_crumbs(training: Training, label: str) -> list[Crumb]:
    return crumbs((training.reference, training.get_absolute_url()), (label, ""))


def link(name: str, *args) -> str:
    """The address, or "" where the app it belongs to has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
