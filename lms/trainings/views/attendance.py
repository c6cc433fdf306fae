"""The attendance grid, the modules delivered, the head count, the sheet to sign."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.http import attempt
from lms.core.rules import RuleBroken

from .. import services
from ..figures import tallies_of, totals_by_session
from ..forms import HalfDayForm, HeadCountForm
from ..grid import CHANGED, grid_of, mark_from, to_word
from ..models import Enrolment, HeadCount, Session, SessionModule
from ..services.attendance import missing_records
from .common import frame, here, note_roster_read, training_of


@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request, pk):
    """People by half-days. Each cell saves itself by script; without one, the form saves what was changed.

    With `?session=`, one half-day: that fits a phone.
    """
    training = training_of(request, pk, to_change=request.method == "POST")
    if request.method == "POST":
        save_grid(request, training)
        return redirect(request.get_full_path())
    grid = grid_of(training, here(training))
    form = HalfDayForm(request.GET, sessions=[column.session for column in grid.columns])
    context = {**frame(request, training, "attendance"), "form": form, "chosen": form.chosen}
    context["grid"] = grid.of(form.chosen) if form.chosen else grid
    context["missing"] = missing_records(training)
    note_roster_read(request, training, "attendance list")
    return render(request, "trainings/attendance.html", context)


def save_grid(request, training) -> None:
    """Save the cells whose value is another one than the form was drawn with."""
    sessions, people = training.sessions.in_bulk(), training.enrolments.holding_a_seat().in_bulk()
    saved = 0
    for name, value in request.POST.items():
        found = CHANGED.fullmatch(name)
        if not found or mark_from(value) == mark_from(found["was"]):
            continue
        session, enrolment = sessions.get(int(found["session"])), people.get(int(found["enrolment"]))
        if session and enrolment:
            was, mark = mark_from(found["was"]), mark_from(value)
            saved += attempt(
                request,
                lambda: services.record_attendance(session, enrolment, mark, was=was, by=request.user),  # noqa: B023
            )
    if saved:
        words = ngettext("%(count)d entry saved.", "%(count)d entries saved.", saved)
        messages.success(request, words % {"count": saved})


@require_POST
def attendance_mark(request, pk):
    """One cell: `row` (enrolment), `column` (session), `value` ("1", "0", ""), `was` (what the grid showed).

    Answers {"saved", "value", "share"}; 409 with {"error", "value"} where somebody else wrote in between; 400 where a
    rule refuses.
    """
    training = training_of(request, pk, to_change=True)
    session = get_object_or_404(Session, training=training, pk=number(request, "column"))
    enrolment = get_object_or_404(Enrolment, training=training, pk=number(request, "row"))
    was = {"was": mark_from(request.POST["was"])} if "was" in request.POST else {}
    try:
        services.record_attendance(session, enrolment, mark_from(request.POST.get("value")), by=request.user, **was)
    except RuleBroken as refusal:
        now = enrolment.attendance.filter(session=session).values_list("present", flat=True).first()
        status = 409 if "conflict" in refusal.codes else 400
        return JsonResponse({"error": " ".join(refusal.messages), "value": to_word(now)}, status=status)
    tally = tallies_of(training).get(enrolment.pk)
    total = totals_by_session(training)[session.pk]
    answer = {"saved": True, "value": request.POST.get("value", ""), "present": tally.present, "total": total.present}
    return JsonResponse(answer)


def number(request, name: str) -> int:
    """A record number from the form; 0, which no record has, for anything else."""
    text = request.POST.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 18 else 0


@require_POST
def attendance_fill(request, pk):
    """Everybody not recorded yet in a half-day was present (or absent)."""
    training = training_of(request, pk, to_change=True)
    session = get_object_or_404(Session, training=training, pk=number(request, "session"))
    present = request.POST.get("present") == "1"
    attempt(
        request,
        lambda: services.fill_attendance(session, present, by=request.user),
        success=_("The half-day is recorded."),
    )
    only = f"?session={session.pk}" if "only" in request.POST else ""
    return redirect(reverse("trainings:attendance", args=[pk]) + only)


@require_http_methods(["GET", "HEAD", "POST"])
def modules(request, pk):
    """Which modules were delivered in which half-day."""
    training = training_of(request, pk, to_change=request.method == "POST")
    rows = SessionModule.objects.filter(session__training=training).select_related("session", "module")
    rows = rows.order_by("session__held_on", "session__half", "module__order")
    if request.method == "POST":
        save_modules(request, list(rows))
        return redirect("trainings:modules", pk)
    sessions = list(training.sessions.prefetch_related("modules__module"))
    for session in sessions:
        session.is_future = session.held_on > here(training)
    context = {**frame(request, training, "modules"), "sessions": sessions, "any_module": rows.exists()}
    return render(request, "trainings/modules.html", context)


def save_modules(request, rows: list[SessionModule]) -> None:
    """Write the marks that differ from what is stored; a module the form did not name stays as it is."""
    saved = 0
    for row in rows:
        name = f"module-{row.pk}"
        if name in request.POST and mark_from(request.POST[name]) != row.delivered:
            mark = mark_from(request.POST[name])
            saved += attempt(request, lambda: services.mark_module(row, mark, by=request.user))  # noqa: B023
    if saved:
        messages.success(request, _("The modules are recorded."))


@require_http_methods(["GET", "HEAD", "POST"])
def head_count(request, pk):
    """Participants counted without names."""
    training = training_of(request, pk, to_change=request.method == "POST")
    current = HeadCount.objects.filter(training=training).first()
    form = HeadCountForm(request.POST or None, instance=current)
    if request.method == "POST" and form.is_valid():
        attempt(
            request,
            lambda: services.record_head_count(training, by=request.user, **form.cleaned_data),
            success=_("The head count is recorded."),
        )
        return redirect("trainings:head_count", pk)
    context = {**frame(request, training, "head_count"), "form": form, "current": current}
    return render(request, "trainings/head_count.html", context)


@require_safe
def sign_in_sheet(request, pk):
    """The list on paper: a line for each participant, a box for each half-day."""
    training = training_of(request, pk)
    rows = training.enrolments.expecting().select_related("person__unit").order_by("status", "place")
    note_roster_read(request, training, "sheet to sign")
    context = {**frame(request, training, "attendance"), "rows": rows, "sessions": training.sessions.all()}
    return render(request, "trainings/sign_in_sheet.html", context)
