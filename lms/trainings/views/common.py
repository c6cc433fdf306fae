"""What the pages about one training share: finding it, the tabs, the way back."""

from django.urls import reverse
from django.utils.translation import gettext as _

from lms.core.breadcrumbs import Crumb
from lms.core.clock import today
from lms.core.http import get_visible_or_404, require
from lms.people.access_log import note_names_read

from ..models import Enrolment, Training
from ..permissions import may_manage_participants, may_see_participants
from ..stages import stage_of

RELATED = ("institution__jurisdiction", "edition", "curriculum")


def training_of(request, pk: int, *, to_change: bool = False) -> Training:
    """The training whose participants this person may see (404, 403), or change if `to_change`."""
    training = get_visible_or_404(Training.objects.select_related(*RELATED), request.user, pk=pk)
    require(may_see_participants(request.user, training))
    if to_change:
        require(may_manage_participants(request.user, training))
    return training


def note_roster_read(request, training: Training, what: str = "roster") -> None:
    """The programme office looked at the names of this training."""
    note_names_read(what, training, by=request.user, institution=training.institution_id)


def enrolment_of(request, pk: int) -> Enrolment:
    """A place this person sees: their own, or one in a training whose participants they see."""
    rows = Enrolment.objects.select_related("person__user", "training__institution__jurisdiction")
    enrolment = get_visible_or_404(rows, request.user, pk=pk)
    own = enrolment.person.user_id == request.user.pk
    require(own or may_see_participants(request.user, enrolment.training))
    return enrolment


def frame(request, training: Training, current: str) -> dict:
    """What every page about one training shows: its stage, tabs, and the way back."""
    stage = stage_of(training.status, training.starts_on, training.ends_on, here(training))
    return {
        "training": training,
        "stage": stage,
        "tone": stage.tone,
        "may_manage": may_manage_participants(request.user, training),
        "tabs": tabs(training, current),
        "breadcrumbs": [
            Crumb(training.reference, training.get_absolute_url()),
            Crumb(next((tab["label"] for tab in tabs(training, current) if tab["current"]), _("Participants"))),
        ],
    }


def tabs(training: Training, current: str) -> list[dict]:
    """Participants, attendance, modules; a head count in place of the first two where there are no names."""
    named = [("roster", _("Participants")), ("attendance", _("Attendance"))]
    pages = [("head_count", _("Head count"))] if training.head_count_only else named
    pages.append(("modules", _("Modules delivered")))
    return [
        {"label": label, "url": reverse(f"trainings:{name}", args=[training.pk]), "current": name == current}
        for name, label in pages
    ]


def here(training: Training):
    """Today where the training is held."""
    return today(training.institution.jurisdiction.time_zone)
