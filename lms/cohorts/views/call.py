"""The call for nominations: what is asked, what is left, and each institution's own order."""

from functools import partial
from itertools import pairwise

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.http import SignedInRequest, attachment, attempt, require
from lms.people.access_log import note_names_read

from ..choices import NominationStatus
from ..forms.selection import CallForm, CriteriaFormSet, DocumentForm, SeatsFormSet, criterion_plans, seat_plans
from ..models import Call, CallDocument, Cohort
from ..permissions import UNDECIDED, may_endorse_nomination, may_order_nomination, may_run_cohorts, may_see_call
from ..selection.seats import seat_lines, seating_of
from ..services import attach_document, detach_document, move_nomination, set_criteria, set_seats, write_call
from .common import cohort_of, frame, here, nomination_of, takes_nominations, version_of

ANY_FILE = "application/octet-stream"


@require_safe
def call_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is asked, seats left, deadline, documents, and one's own nominations in one's own order."""
    cohort = cohort_of(request, pk)
    require(may_see_call(request.user))
    seating, own = seating_of(cohort), request.user.scope
    lines = [line for line in seat_lines(cohort, seating) if _concerns(line.rule.pk, own, seating)]
    rows = _ordered(request, cohort)
    note_names_read("nominations", cohort, by=request.user)
    context = {
        **frame(request, cohort, "call_detail"),
        "call": getattr(cohort, "call", None),
        "criteria": cohort.criteria.all(),
        "lines": lines,
        "uninvited": bool(seating.rules) and not lines,
        "documents": cohort.call_documents.all(),
        "rows": rows,
        "may_nominate": takes_nominations(request.user, cohort) and (not seating.rules or bool(lines)),
        "days_left": (cohort.nominations_close_on - here(cohort)).days,
    }
    return render(request, "cohorts/call_detail.html", context)


def _concerns(rule_pk: int, scope, seating) -> bool:
    """Is this the rule of an institution in the scope, or of the one above them?"""
    return scope.covers(rule_pk) or any(seating.owner(pk) == rule_pk for pk in scope.institution_ids)


def _ordered(request: SignedInRequest, cohort: Cohort) -> list:
    """One's own nominations in one's own order, with what may be done to each."""
    rows = cohort.nominations.visible_to(request.user).standing().in_priority()
    rows = list(rows.select_related("person__user", "institution__jurisdiction"))
    in_time = may_run_cohorts(request.user) or here(cohort) <= cohort.nominations_close_on
    for row in rows:
        row.tone = NominationStatus(row.status).tone
        row.may_move = in_time and may_order_nomination(request.user, row)
        row.may_endorse = row.status == UNDECIDED[0] and may_endorse_nomination(request.user, row)
    for above, row in pairwise(rows):
        row.may_rise = above.may_sink = row.may_move and above.may_move and row.institution_id == above.institution_id
    return rows


@require_POST
def nomination_move(request: SignedInRequest, pk: int) -> HttpResponse:
    """One place up or down; a button that needs no script."""
    nomination = nomination_of(request, pk)
    direction = "up" if request.POST.get("move") == "up" else "down"
    act = partial(move_nomination, nomination, direction, by=request.user, version=version_of(request.POST))
    if attempt(request, act):
        messages.success(request, _("%(person)s is moved.") % {"person": nomination.person})
    return redirect("cohorts:call_detail", pk=nomination.cohort.training_id)


# Writing the call -----------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def call_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    call = Call.objects.filter(cohort=cohort).first() or Call(cohort=cohort)
    form = CallForm(request.POST or None, initial={"text": call.text, "version": call.version})
    if request.method == "POST" and form.is_valid():
        act = partial(write_call, cohort, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("Saved.")):
            return redirect("cohorts:call_detail", pk=pk)
    context = {**frame(request, cohort, "call_detail"), "form": form, "documents": cohort.call_documents.all()}
    return render(request, "cohorts/call_edit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def criteria_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    known = [
        {"title": one.title, "weight": one.weight, "levels": "\n".join(one.levels)} for one in cohort.criteria.all()
    ]
    formset = CriteriaFormSet(request.POST or None, initial=known)
    if request.method == "POST" and formset.is_valid():
        act = partial(set_criteria, cohort, criterion_plans(formset), by=request.user)
        if attempt(request, act, success=_("Saved.")):
            return redirect("cohorts:call_detail", pk=pk)
    return render(request, "cohorts/criteria_edit.html", {**frame(request, cohort, "call_detail"), "formset": formset})


@require_http_methods(["GET", "HEAD", "POST"])
def seats_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    names = ("institution", "minimum", "maximum", "alternates")
    formset = SeatsFormSet(request.POST or None, initial=list(cohort.seat_rules.values(*names)))
    if request.method == "POST" and formset.is_valid():
        act = partial(set_seats, cohort, seat_plans(formset), by=request.user)
        if attempt(request, act, success=_("Saved.")):
            return redirect("cohorts:call_detail", pk=pk)
    return render(request, "cohorts/seats_edit.html", {**frame(request, cohort, "call_detail"), "formset": formset})


# Documents ------------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def document_add(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        act = partial(attach_document, cohort, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("Attached.")):
            return redirect("cohorts:call_detail", pk=pk)
    return render(request, "cohorts/document_add.html", {**frame(request, cohort, "call_detail"), "form": form})


@require_POST
def document_remove(request: SignedInRequest, pk: int, document_pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    document = get_object_or_404(CallDocument.objects.select_related("cohort"), pk=document_pk, cohort=cohort)
    attempt(request, lambda: detach_document(document, by=request.user), success=_("Taken off the call."))
    return redirect("cohorts:call_detail", pk=pk)


@require_safe
def document_download(request: SignedInRequest, pk: int, document_pk: int) -> HttpResponse:
    """For saving, never shown in the page; only through this view."""
    cohort = cohort_of(request, pk)
    require(may_see_call(request.user))
    document = get_object_or_404(CallDocument, pk=document_pk, cohort=cohort)
    with document.file.open("rb") as file:
        return attachment(file.read(), document.file_name, ANY_FILE)
