"""What the pages share: finding a training, and the way back."""

from django.db.models import QuerySet
from django.http import Http404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.prepared import prepared
from lms.people.scope import Reach
from lms.trainings.choices import TrainingKind
from lms.trainings.models import Training

from ..listing import RELATED


def training_of(request, pk: int) -> Training:
    """A cascade training or refresher that this user may see; else 404."""
    training = _visible.first(request.user.reach, user=request.user.pk, pk=pk)
    if training is None:
        raise Http404
    return training


@prepared
def _visible(reach: Reach, *, user: int, pk: int) -> QuerySet:
    rows = Training.objects.visible_to(reach.reader(user)).filter(pk=pk).exclude(kind=TrainingKind.TOT)
    return rows.select_related(*RELATED, "created_by")


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
