"""What the pages about one cohort share: finding it, the tabs, the way back."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.clock import today
from lms.core.http import get_visible_or_404, require
from lms.trainings.choices import TrainingStatus
from lms.trainings.stages import Stage, stage_of

from ..models import Cohort, Nomination
from ..permissions import may_nominate, may_run_cohorts, may_see_nominations, may_see_panel

RELATED = ("training__institution__jurisdiction", "training__edition", "training__curriculum", "scheme")


def cohort_of(request: HttpRequest, pk: int, *, to_run: bool = False, with_nominations: bool = False) -> Cohort:
    """The cohort of this training, as far as this person may see it (404), run it or see nominations (403)."""
    cohort = get_visible_or_404(Cohort.objects.select_related(*RELATED), request.user, training=pk)
    if to_run:
        require(may_run_cohorts(request.user))
    if with_nominations:
        require(may_see_nominations(request.user))
    return cohort


def nomination_of(request: HttpRequest, pk: int) -> Nomination:
    """A nomination of an institution in this person's scope, else 404."""
    related = ("person__user", "institution__jurisdiction", *(f"cohort__{name}" for name in RELATED))
    return get_visible_or_404(Nomination.objects.with_course().select_related(*related), request.user, pk=pk)


def version_of(post) -> int:
    """The version a form was drawn from; 0, which every row has left behind, where it says none."""
    version = post.get("version", "")
    return int(version) if version.isdecimal() and len(version) < 10 else 0


def stage_and_tone(cohort: Cohort) -> tuple[Stage, str]:
    """Where the ToT stands today. A completed one waits for nobody: what is left, its timeline says."""
    training = cohort.training
    stage = stage_of(training.status, training.starts_on, training.ends_on, here(cohort))
    return stage, "done" if stage == Stage.COMPLETED else stage.tone


def is_under_way(cohort: Cohort) -> bool:
    """Is today one of its days, and does it take place?"""
    return stage_and_tone(cohort)[0] == Stage.UNDER_WAY


def is_open(cohort: Cohort) -> bool:
    """May seats still be given today?"""
    return cohort.training.status == TrainingStatus.APPROVED and here(cohort) <= cohort.training.ends_on


def takes_nominations(user, cohort: Cohort) -> bool:
    """May this user nominate today? After the closing day only the office, until the ToT is over."""
    if not may_nominate(user, cohort) or here(cohort) > cohort.training.ends_on:
        return False
    return may_run_cohorts(user) or here(cohort) <= cohort.nominations_close_on


def frame(request: HttpRequest, cohort: Cohort, current: str) -> dict:
    """What every page about one cohort shows."""
    training = cohort.training
    stage, tone = stage_and_tone(cohort)
    pages = tabs(request.user, cohort, current)
    return {
        "cohort": cohort,
        "training": training,
        "stage": stage,
        "tone": tone,
        "may_run": may_run_cohorts(request.user),
        "tabs": pages,
        "breadcrumbs": breadcrumbs(cohort, next((page["label"] for page in pages if page["current"]), "")),
    }


def breadcrumbs(cohort: Cohort, last: str = "", *, over: Sequence[Crumb] = ()) -> list[Crumb]:
    """The list, the cohort, what is between (`over`), and the page; without `last` the page is the cohort's own."""
    trail = [crumb(_("Trainings of trainers"), "cohorts:training_list")]
    own = Crumb(cohort.training.reference, cohort.get_absolute_url() if last else "")
    return [*trail, own, *over, *([Crumb(last)] if last else [])]


def tabs(user, cohort: Cohort, current: str) -> list[dict]:
    """Overview and agenda for everybody; call and nominations for whoever nominates; its panel for a member; the rest
    for the office."""
    runs = may_run_cohorts(user)
    pages = [("training_detail", _("Overview"))]
    if may_see_nominations(user):
        pages += [("call_detail", _("Call")), ("nomination_list", _("Nominations"))]
    if may_see_panel(user, cohort):
        pages.append(("panel_detail", _("Panel")))
    if runs:
        pages += [("selection_edit", _("Selection")), ("letter_list", _("Letters"))]
    pages.append(("agenda", _("Agenda")))
    if runs:
        pages += [("teach_back_plan", _("Teach-backs")), ("decision_list", _("Certification"))]
    return [
        {"label": label, "url": reverse(f"cohorts:{name}", args=[cohort.training_id]), "current": name == current}
        for name, label in pages
    ]


def here(cohort: Cohort):
    """Today where the ToT is held."""
    return today(cohort.training.institution.jurisdiction.time_zone)
