"""The agenda of a ToT: read, printed, taken into a calendar; planned by the office."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.http import SignedInRequest, attachment, attempt, require
from lms.core.idempotency import act_once
from lms.trainings import services
from lms.trainings.calendars import agenda_calendar
from lms.trainings.models import AgendaItem
from lms.trainings.permissions import may_see_participants
from lms.trainings.services.agenda_rules import leaders_of, local
from lms.trainings.stages import PLANNABLE

from ..agenda.pdf import render_agenda
from ..agenda.presenters import days_of, programme_for, today_of, warnings_for
from ..forms.agenda import CopyForm, ItemForm
from ..models import Cohort
from ..permissions import may_run_cohorts
from ..services.agenda import propose_agenda
from .common import RELATED, frame, here

CALENDAR = "text/calendar; charset=utf-8"


def agenda_of(request: SignedInRequest, pk: int, *, to_plan: bool = False) -> Cohort:
    """The cohort whose agenda this person may read (404), or plan (403)."""
    rows = Cohort.objects.select_related(*RELATED).with_agenda_for(request.user)
    cohort = get_object_or_404(rows, training=pk)
    if to_plan:
        require(may_run_cohorts(request.user))
    return cohort


def item_of(cohort: Cohort, pk: int) -> AgendaItem:
    """An item that stands in this agenda, else 404."""
    rows = cohort.training.agenda.standing().select_related("module", "training__institution__jurisdiction")
    return get_object_or_404(rows, pk=pk)


def agenda_frame(request: SignedInRequest, cohort: Cohort) -> dict:
    """As on every page about the cohort; whoever only comes to it has no other page of it to go to."""
    context = frame(request, cohort, "agenda")
    if not Cohort.objects.visible_to(request.user).filter(pk=cohort.pk).exists():
        mine = crumb(_("Your trainings"), "trainings:my_enrolments")
        context |= {"tabs": (), "breadcrumbs": [mine, Crumb(cohort.training.reference)], "is_guest": True}
    return context


@require_safe
def agenda(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = agenda_of(request, pk)
    training, may_plan = cohort.training, may_run_cohorts(request.user)
    counts = may_see_participants(request.user, training)
    days = days_of(training, here(cohort), with_attendance=counts)
    context = {
        **agenda_frame(request, cohort),
        "days": days,
        "is_planned": not all(day.is_empty for day in days),
        "today": today_of(days, training),
        "counts": counts,
        "leads": AgendaItem.objects.led_by(request.user).filter(training=training).exists(),
        "may_change": may_plan and training.status in PLANNABLE and has_open_half_day(days),
        "warnings": warnings_for(training, days) if may_plan else (),
        "copy_form": CopyForm(training=training, initial={"target": training.ends_on}),
        "programme": programme_for(training),
    }
    return render(request, "cohorts/agenda.html", context)


@require_safe
def agenda_document(request: SignedInRequest, pk: int) -> HttpResponse:
    """The agenda on A4, in the reader's language."""
    cohort = agenda_of(request, pk)
    training = cohort.training
    content = render_agenda(training, days_of(training, here(cohort)), programme_for(training))
    return attachment(content, f"{training.reference}-agenda.pdf", "application/pdf")


@require_safe
def agenda_download(request: SignedInRequest, pk: int) -> HttpResponse:
    """The agenda for one's own calendar; with `?mine=1`, the items one leads."""
    training = agenda_of(request, pk).training
    person = getattr(request.user, "person", None) if request.GET.get("mine") == "1" else None
    return attachment(agenda_calendar(training, person=person), f"{training.reference}-agenda.ics", CALENDAR)


def has_open_half_day(days) -> bool:
    """Is there a half-day whose items may still change?"""
    return any(not half.session.closed_at for day in days for half in day.halves)


# Planning -------------------------------------------------------------------------------------------------------------


@require_POST
def agenda_propose(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = agenda_of(request, pk, to_plan=True)
    attempt(
        request,
        lambda: propose_agenda(cohort, by=request.user),
        success=_("The days are proposed. Change what is to be otherwise, and add rooms and facilitators."),
    )
    return redirect("cohorts:agenda", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@act_once
def agenda_item_add(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = agenda_of(request, pk, to_plan=True)
    form = ItemForm(request.POST or None, training=cohort.training, initial={"held_on": request.GET.get("day")})
    if request.method == "POST" and form.is_valid():
        act = partial(services.add_item, cohort.training, form.plan, by=request.user)
        if attempt(request, act, success=_("The item stands in the agenda.")):
            return redirect("cohorts:agenda", pk)
    return render(request, "cohorts/agenda_item_form.html", {**frame(request, cohort, "agenda"), "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def agenda_item_change(request: SignedInRequest, pk: int, item_pk: int) -> HttpResponse:
    cohort = agenda_of(request, pk, to_plan=True)
    item = item_of(cohort, item_pk)
    form = ItemForm(request.POST or None, training=cohort.training, initial=initial_of(item))
    if request.method == "POST" and form.is_valid():
        act = partial(services.change_item, item, form.plan, by=request.user, version=form.cleaned_data["version"] or 0)
        if attempt(request, act, success=_("The item is changed. Calendars that take the file again follow.")):
            return redirect("cohorts:agenda", pk)
    context = {**frame(request, cohort, "agenda"), "form": form, "item": item}
    return render(request, "cohorts/agenda_item_form.html", context)


def initial_of(item: AgendaItem) -> dict:
    """The form's values for an item as it stands."""
    held_on, starts, ends = local(item, item.training.institution.jurisdiction.time_zone)
    facts = {name: getattr(item, name) for name in ("version", "kind", "module", "title", "room", "group")}
    return {**facts, "held_on": held_on.isoformat(), "starts": starts, "ends": ends, "leaders": leaders_of(item)}


@require_http_methods(["GET", "HEAD", "POST"])
def agenda_item_remove(request: SignedInRequest, pk: int, item_pk: int) -> HttpResponse:
    cohort = agenda_of(request, pk, to_plan=True)
    item = item_of(cohort, item_pk)
    if request.method == "POST":
        act = partial(services.remove_item, item, by=request.user)
        attempt(request, act, success=_("The item is removed. Calendars that take the file again follow."))
        return redirect("cohorts:agenda", pk)
    return render(request, "cohorts/agenda_item_remove.html", {**frame(request, cohort, "agenda"), "item": item})


@require_POST
def agenda_day_copy(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = agenda_of(request, pk, to_plan=True)
    form = CopyForm(request.POST, training=cohort.training)
    if form.is_valid():
        act = partial(services.copy_day, cohort.training, by=request.user, **form.days)
        attempt(request, act, success=_("The day is copied."))
    return redirect("cohorts:agenda", pk)
