"""Nominations: the list, one of them, nominating, endorsing, selecting, taking back."""

from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.certification.models import Decision
from lms.core.breadcrumbs import Crumb, crumb
from lms.core.http import XLSX, SignedInRequest, attachment, attempt, require
from lms.core.paging import page_of
from lms.institutions.models import Institution
from lms.people.access_log import note_names_read
from lms.people.matching import ListedPerson, match_people
from lms.trainings.figures import people_elsewhere

from ..choices import NominationStatus
from ..exports import nominations_workbook
from ..figures import figures_for, seats_of
from ..forms.cohorts import BulkForm, DecideForm, EndorseForm, NominationFilterForm, NominationForm, WithdrawForm
from ..models import Cohort, Letter, Nomination
from ..permissions import (
    may_decide_nomination,
    may_endorse_nomination,
    may_nominate,
    may_run_cohorts,
    may_withdraw_nomination,
)
from ..presenters.nominations import (
    chosen_nominations,
    institutions_in,
    listed,
    outcome_word,
    presence_of,
)
from ..selection.reserves import proposed_reserves
from ..services import (
    decide_nomination,
    decide_nominations,
    endorse_nomination,
    nominate_by_details,
    promote_reserves,
    withdraw_nomination,
)
from .common import breadcrumbs, cohort_of, frame, here, is_open, nomination_of, takes_nominations

WITHDRAWN = NominationStatus.WITHDRAWN


def _shown(rows, today) -> list[Nomination]:
    """The rows with the words and tones of their states."""
    rows = list(rows)
    for row in rows:
        row.tone, row.presence = NominationStatus(row.status).tone, presence_of(row, today)
        row.presence_tone, row.outcome_word = row.presence and row.presence.tone, outcome_word(row)
    return rows


@require_safe
def nomination_list(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, with_nominations=True)
    return _render_list(request, cohort, request.GET, BulkForm())


def _render_list(request: SignedInRequest, cohort: Cohort, query, bulk: BulkForm, chosen: frozenset = frozenset()):
    form = NominationFilterForm(query or None, institutions=institutions_in(cohort, request.user))
    filters = form.chosen if query else {}
    rows = chosen_nominations(listed(cohort, request.user), filters, today=here(cohort))
    page = page_of(request, rows, size=100)
    note_names_read("nominations", cohort, by=request.user)
    selects = may_run_cohorts(request.user) and is_open(cohort)
    context = {
        **frame(request, cohort, "nomination_list"),
        "form": form,
        "filters": filters,
        "query": urlencode(filters),
        "bulk": bulk,
        "chosen": chosen,
        "page_obj": page,
        "rows": _shown(page.object_list, here(cohort)),
        "figures": figures_for(rows.order_by()),
        "places": seats_of(cohort),
        "may_nominate": takes_nominations(request.user, cohort),
        "proposed": proposed_reserves(cohort, by=request.user) if selects else [],
        "may_select": selects,
    }
    return render(request, "cohorts/nomination_list.html", context)


@require_safe
def nomination_export(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, with_nominations=True)
    form = NominationFilterForm(request.GET or None, institutions=institutions_in(cohort, request.user))
    rows = chosen_nominations(listed(cohort, request.user), form.chosen if request.GET else {}, today=here(cohort))
    note_names_read("nominations workbook", cohort, by=request.user)
    content = nominations_workbook(cohort, rows, today=here(cohort))
    return attachment(content, f"nominations-{cohort.training.reference}.xlsx", XLSX)


@require_safe
def nomination_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    cohort, user = nomination.cohort, request.user
    decisions = Decision.objects.visible_to(user).filter(training=cohort.training_id, person=nomination.person_id)
    elsewhere = people_elsewhere(cohort.training, [nomination.person_id])
    proposed, not_over = nomination.status == NominationStatus.PROPOSED, is_open(cohort)
    context = {
        **frame(request, cohort, "nomination_list"),
        "nomination": _shown([nomination], here(cohort))[0],
        "decision": decisions.first(),
        "letters": Letter.objects.visible_to(user).filter(nomination=nomination).select_related("cohort__training"),
        "elsewhere": elsewhere.get(nomination.person_id),
        "may_endorse": proposed and may_endorse_nomination(user, nomination),
        "may_decide": not_over and nomination.status != WITHDRAWN and may_decide_nomination(user, nomination),
        "may_withdraw": not_over and may_withdraw_nomination(user, nomination),
        "breadcrumbs": _trail(nomination, str(nomination.person)),
    }
    return render(request, "cohorts/nomination_detail.html", context)


def _trail(nomination: Nomination, last: str) -> list[Crumb]:
    """The way back leads over the list of nominations."""
    cohort = nomination.cohort
    return breadcrumbs(cohort, last, over=[crumb(_("Nominations"), "cohorts:nomination_list", cohort.training_id)])


# Nominating -----------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def nomination_add(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, with_nominations=True)
    require(may_nominate(request.user, cohort))
    places = Institution.objects.visible_to(request.user).active().select_related("jurisdiction")
    late = here(cohort) > cohort.nominations_close_on and may_run_cohorts(request.user)
    form = NominationForm(request.POST or None, institutions=places, late=late)
    likely, decision = (), request.POST.get("decision", "")
    if request.method == "POST" and form.is_valid():
        likely = () if decision else _likely(form)
        made: list[Nomination] = []
        if not likely:
            act = lambda: made.append(_nominate(cohort, form, decision, request.user))  # noqa: E731
            attempt(request, act, success=_("Nominated."))
        if made:
            return redirect(made[0].get_absolute_url())
    context = {**frame(request, cohort, "nomination_list"), "form": form, "likely": likely}
    return render(request, "cohorts/nomination_add.html", context)


def _likely(form: NominationForm) -> tuple:
    """People the form may mean, for a human to say; nobody where it is certain."""
    data = form.cleaned_data
    candidate = ListedPerson(data["family_name"], data["given_name"], data["service_number"], data["email"])
    match = match_people(data["institution"], [candidate])[0]
    return match.people if match.kind == "likely" else ()


def _nominate(cohort: Cohort, form: NominationForm, decision: str, user) -> Nomination:
    return nominate_by_details(
        cohort, institution=form.cleaned_data["institution"], person=form.person, decision=decision, by=user,
        **form.details,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def nomination_endorse(request: SignedInRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    require(may_endorse_nomination(request.user, nomination))
    today = here(nomination.cohort)
    initial = {"version": nomination.version, "endorsed_on": today, "endorsed_by": nomination.endorsed_by}
    form = EndorseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request,
            lambda: endorse_nomination(nomination, by=request.user, **form.cleaned_data),
            success=_("Endorsed."),
        )
        if done:
            return redirect(nomination.get_absolute_url())
    return render(request, "cohorts/nomination_endorse.html", {"form": form, "nomination": nomination})


# Selecting ------------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def nomination_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    require(may_decide_nomination(request.user, nomination))
    initial = {"version": nomination.version, "reason": nomination.reason, "status": nomination.status}
    form = DecideForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request, lambda: decide_nomination(nomination, by=request.user, **form.cleaned_data), success=_("Decided.")
        )
        if done:
            return redirect(nomination.get_absolute_url())
    context = {"form": form, "nomination": nomination, "places": seats_of(nomination.cohort)}
    return render(request, "cohorts/nomination_decide.html", context)


@require_POST
def nominations_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """The same decision about all that are ticked; refused, the ticks and the filters stay."""
    cohort = cohort_of(request, pk, to_run=True)
    ids = [int(value) for value in request.POST.getlist("nomination") if value.isdecimal() and len(value) < 10]
    versions = {one: _version(request.POST.get(f"version-{one}", "")) for one in ids}
    query = QueryDict(request.POST.get("query", ""))
    form = BulkForm(request.POST)
    if form.is_valid():
        done = attempt(
            request, lambda: decide_nominations(cohort, versions, by=request.user, **form.cleaned_data),
            success=ngettext("%(n)d nomination decided.", "%(n)d nominations decided.", len(ids)) % {"n": len(ids)},
        )  # fmt: skip
        if done:
            address = reverse("cohorts:nomination_list", args=[pk])
            return redirect(f"{address}?{query.urlencode()}" if query else address)
    return _render_list(request, cohort, query, form, frozenset(ids))


def _version(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


@require_http_methods(["GET", "HEAD", "POST"])
def nomination_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    require(may_withdraw_nomination(request.user, nomination))
    form = WithdrawForm(request.POST or None, initial={"version": nomination.version})
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request,
            lambda: withdraw_nomination(nomination, by=request.user, **form.cleaned_data),
            success=_("Withdrawn. If a seat became free, the next reserve is proposed to the programme office."),
        )
        if done:
            return redirect(nomination.get_absolute_url())
    return render(request, "cohorts/nomination_withdraw.html", {"form": form, "nomination": nomination})


@require_POST
def reserves_promote(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk)
    require(may_run_cohorts(request.user))
    attempt(request, lambda: promote_reserves(cohort, by=request.user), success=_("The free seats went to reserves."))
    return redirect("cohorts:nomination_list", pk=pk)
