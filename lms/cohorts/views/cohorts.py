"""The list of ToT cohorts, one cohort's timeline and figures, opening one and sending its call."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.certification.choices import Aim, RequirementKind
from lms.certification.evidence import current_terms
from lms.core.http import SignedInRequest, attempt, require
from lms.core.idempotency import act_once
from lms.core.paging import page_of
from lms.people.models import Person
from lms.trainings.choices import DecisionKind

from ..agenda.presenters import days_of, today_of
from ..figures import figures_by_cohort, figures_for, seats_of
from ..forms.cohorts import CancelForm, ClosingForm, CohortForm
from ..models import Cohort, Nomination
from ..permissions import may_cancel_cohort, may_run_cohorts, may_see_cohorts, may_see_nominations
from ..presenters.timeline import progress_of, timeline
from ..services import cancel_cohort, move_closing, open_cohort, open_nominations
from .common import RELATED, cohort_of, frame, here, is_under_way, stage_and_tone


@require_safe
def training_list(request: SignedInRequest) -> HttpResponse:
    require(may_see_cohorts(request.user))
    page = page_of(request, Cohort.objects.visible_to(request.user).select_related(*RELATED), size=20)
    shows_figures = may_see_nominations(request.user)
    nominations = Nomination.objects.visible_to(request.user).filter(cohort__in=list(page.object_list))
    figures = figures_by_cohort(nominations) if shows_figures else {}
    for cohort in page.object_list:
        cohort.stage, cohort.tone = stage_and_tone(cohort)
        cohort.figures = figures.get(cohort.pk)
    context = {"page_obj": page, "may_run": may_run_cohorts(request.user), "shows_figures": shows_figures}
    return render(request, "cohorts/training_list.html", context)


def thresholds_of(cohort: Cohort) -> dict[str, int]:
    """What the scheme asks today of every certificate: half-days and right answers in per cent, assessors."""
    terms = current_terms(cohort.scheme)
    ask = partial(terms.threshold, Aim.ANY)
    return {
        "attendance": ask(RequirementKind.ATTENDANCE, 0),
        "mark": ask(RequirementKind.POST_TEST, 0),
        "assessors": terms.assessors,
    }


def role_of(user) -> str:
    """ "office", "focal" or "guest": who acts, who nominates, who reads."""
    if may_run_cohorts(user):
        return "office"
    return "focal" if may_see_nominations(user) else "guest"


@require_safe
def training_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk)
    role = role_of(request.user)
    nominations = cohort.nominations.visible_to(request.user)
    figures = figures_for(nominations)
    own = None if role == "office" else list(nominations.values_list("person", flat=True))
    progress = progress_of(cohort, figures, here(cohort), own)
    places = seats_of(cohort)
    context = {
        **frame(request, cohort, "training_detail"),
        "steps": timeline(cohort, progress, figures, role=role),
        "figures": figures,
        "role": role,
        "places": places,
        "may_cancel": may_cancel_cohort(request.user, cohort) and here(cohort) <= cohort.training.ends_on,
        "called_off": cohort.training.decisions.filter(kind=DecisionKind.CANCEL).last(),
        "thresholds": thresholds_of(cohort),
        "uninvited": places.taken - figures.accepted.total if role == "office" else 0,
        "today": today_of(days_of(cohort.training, here(cohort)), cohort.training) if is_under_way(cohort) else None,
        "trainers": Person.objects.filter(deliveries__training=pk).order_by("name_key") if role != "focal" else (),
    }
    return render(request, "cohorts/training_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@act_once
def cohort_add(request: SignedInRequest) -> HttpResponse:
    require(may_run_cohorts(request.user))
    form = CohortForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made: list[Cohort] = []
        attempt(
            request,
            lambda: made.append(
                open_cohort(
                    training_fields=form.training_fields, scheme=form.cleaned_data["scheme"],
                    nominations_close_on=form.cleaned_data["nominations_close_on"], by=request.user,
                )
            ),
            success=_("The cohort is prepared. Look at it, then send the call."),
        )  # fmt: skip
        if made:
            return redirect(made[0].get_absolute_url())
    return render(request, "cohorts/cohort_add.html", {"form": form})


@require_POST
def nominations_open(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    attempt(
        request,
        lambda: open_nominations(cohort, by=request.user),
        success=_("The call is open. The invitations wait in the outbox until you release them."),
    )
    return redirect(cohort.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
def closing_change(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    form = ClosingForm(request.POST or None, instance=Cohort.objects.get(pk=cohort.pk))
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["nominations_close_on"]
        done = attempt(
            request, lambda: move_closing(cohort, nominations_close_on=day, by=request.user), success=_("Saved.")
        )
        if done:
            return redirect(cohort.get_absolute_url())
    return render(request, "cohorts/closing_change.html", {**frame(request, cohort, "training_detail"), "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Calling a ToT off: asked on a page of its own, with the reason that everybody concerned reads."""
    cohort = cohort_of(request, pk, to_run=True)
    require(may_cancel_cohort(request.user, cohort))
    form = CancelForm(request.POST or None, initial={"version": cohort.training.version})
    if request.method == "POST" and form.is_valid():
        act = partial(cancel_cohort, cohort, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("The ToT is cancelled. Everybody with a place is told.")):
            return redirect(cohort.get_absolute_url())
    context = {**frame(request, cohort, "training_detail"), "form": form, "places": seats_of(cohort)}
    return render(request, "cohorts/cohort_cancel.html", context)
