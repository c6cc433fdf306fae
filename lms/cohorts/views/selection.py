"""Deciding about the whole list, and moving a reserve up."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lms.core.http import SignedInRequest, attempt, require
from lms.people.access_log import note_names_read

from ..figures import figures_for, seats_of
from ..forms.selection import RulingForm, SelectionForm
from ..models import Cohort
from ..permissions import is_own, may_run_cohorts
from ..presenters.ranking import RankedNomination, lines_of
from ..selection.reserves import proposed_reserves
from ..selection.seats import seat_lines, seating_of
from ..services import decide_list, list_findings, promote_reserve
from .common import cohort_of, frame, is_open, nomination_of, version_of


@require_http_methods(["GET", "HEAD", "POST"])
def selection_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """The ranking with a decision on each line; refused as a whole where a seat rule breaks and no reason says why."""
    cohort = cohort_of(request, pk, to_run=True)
    lines, owed = lines_of(cohort, request.user)
    rows = _rows(request, lines)
    form = SelectionForm(request.POST or None)
    if request.method == "POST" and _decide(request, cohort, rows, form):
        return redirect("cohorts:selection_edit", pk=pk)
    note_names_read("selection", cohort, by=request.user)
    context = {
        **frame(request, cohort, "selection_edit"),
        "rows": rows,
        "owed": owed,
        "form": form,
        "seats": seat_lines(cohort, seating_of(cohort)),
        "findings": list_findings(cohort, {}),
        "figures": figures_for(cohort.nominations.all()),
        "places": seats_of(cohort),
        "proposed": proposed_reserves(cohort, by=request.user) if is_open(cohort) else [],
        "last": cohort.selections.select_related("by").first(),
        "is_open": is_open(cohort),
    }
    return render(request, "cohorts/selection_edit.html", context)


def _rows(request: SignedInRequest, lines: list[RankedNomination]) -> list[tuple[RankedNomination, RulingForm | None]]:
    """Each line with its form; nobody has one about themselves."""
    data = request.POST or None
    return [
        (line, None if is_own(request.user, line.nomination) else RulingForm(data, nomination=line.nomination))
        for line in lines
    ]


def _decide(request: SignedInRequest, cohort: Cohort, rows, form: SelectionForm) -> bool:
    forms = [one for _line, one in rows if one is not None]
    if not all([form.is_valid(), *(one.is_valid() for one in forms)]):
        return False
    rulings = {one.nomination.pk: one.ruling for one in forms if one.ruling}
    act = partial(decide_list, cohort, rulings, reason=form.cleaned_data["reason"], by=request.user)
    return attempt(request, act, success=_("Decided. The letters wait in the outbox until you release them."))


@require_POST
def reserve_promote(request: SignedInRequest, pk: int) -> HttpResponse:
    """One press gives the free seat to the reserve that is next."""
    nomination = nomination_of(request, pk)
    require(may_run_cohorts(request.user))
    act = partial(promote_reserve, nomination, by=request.user, version=version_of(request.POST))
    words = _("%(person)s has the seat. The letter waits in the outbox.") % {"person": nomination.person}
    attempt(request, act, success=words)
    return redirect("cohorts:selection_edit", pk=nomination.cohort.training_id)
