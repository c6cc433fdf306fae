"""The panel: who sits on it, what each member scores, and the ranking."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.http import XLSX, SignedInRequest, attachment, attempt, require
from lms.people.access_log import note_names_read

from ..exports import ranking_workbook
from ..forms.selection import MemberForm, RankingFilterForm, ScoreForm
from ..models import Cohort, Nomination, PanelMember, PanelScore
from ..permissions import may_run_cohorts, may_see_panel
from ..presenters.nominations import institutions_in
from ..presenters.ranking import chosen_lines, lines_of
from ..selection.panel import closed_because, institutions_closed_to, is_member, member_lines, to_score, weighed
from ..selection.ranking import points_of
from ..services import add_panel_member, remove_panel_member, save_panel_score
from .common import RELATED, breadcrumbs, cohort_of, frame, here, is_open


def _panel_cohort(request: SignedInRequest, pk: int) -> Cohort:
    cohort = cohort_of(request, pk)
    require(may_see_panel(request.user, cohort))
    return cohort


@require_safe
def panel_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """For a member whom to score; for the office how far the panel is."""
    cohort = _panel_cohort(request, pk)
    return _render_panel(request, cohort, MemberForm())


def _render_panel(request: SignedInRequest, cohort: Cohort, form: MemberForm) -> HttpResponse:
    member, office = is_member(request.user, cohort), may_run_cohorts(request.user)
    rows = to_score(cohort, request.user) if member else []
    own = {row.nomination_id: row for row in PanelScore.objects.filter(nomination__in=rows, member=request.user)}
    for row in rows:
        row.own_score = own.get(row.pk)
    if member:
        note_names_read("panel", cohort, by=request.user)
    context = {
        **frame(request, cohort, "panel_detail"),
        "is_member": member,
        "rows": rows,
        "handed_in": sum(score.submitted_at is not None for score in own.values()),
        "closed": cohort.nominations.standing().count() - len(rows) if member else 0,
        "criteria": cohort.criteria.all(),
        "members": member_lines(cohort) if office else [],
        "form": form,
        "is_open": is_open(cohort),
    }
    return render(request, "cohorts/panel_detail.html", context)


@require_POST
def panel_member_add(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    form = MemberForm(request.POST)
    if not form.is_valid():
        return _render_panel(request, cohort, form)
    act = partial(add_panel_member, cohort, form.account, by=request.user)
    attempt(request, act, success=_("%(member)s is on the panel.") % {"member": form.account})
    return redirect("cohorts:panel_detail", pk=pk)


@require_POST
def panel_member_remove(request: SignedInRequest, pk: int, member_pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    member = get_object_or_404(PanelMember.objects.select_related("cohort"), pk=member_pk, cohort=cohort)
    attempt(request, lambda: remove_panel_member(member, by=request.user), success=_("Taken off the panel."))
    return redirect("cohorts:panel_detail", pk=pk)


# Scoring --------------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def nomination_score(request: SignedInRequest, pk: int) -> HttpResponse:
    """One nomination and a member's levels; what the others gave shows once one's own are handed in."""
    nomination = _scored_nomination(request, pk)
    cohort, criteria = nomination.cohort, list(nomination.cohort.criteria.all())
    score = PanelScore.objects.filter(nomination=nomination, member=request.user).first()
    initial = {f"level-{key}": str(level) for key, level in score.levels.items()} if score else {}
    initial |= {"comment": score.comment, "version": score.version} if score else {"version": 0}
    draft = request.POST.get("do") == "draft"
    form = ScoreForm(request.POST or None, criteria=criteria, initial=initial, draft=draft)
    if request.method == "POST" and form.is_valid() and _save(request, nomination, form):
        return redirect("cohorts:panel_detail", pk=cohort.training_id)
    final = score is not None and score.submitted_at is not None
    context = {
        "nomination": nomination,
        "training": cohort.training,
        "form": form,
        "criteria": criteria,
        "final": final,
        "given": _given(nomination, criteria) if final else [],
        "breadcrumbs": _trail(cohort, str(nomination.person)),
    }
    return render(request, "cohorts/nomination_score.html", context)


def _scored_nomination(request: SignedInRequest, pk: int) -> Nomination:
    """A nomination before a panel this person sits on (404), neither their own nor their institution's (403)."""
    related = ("person", "institution__jurisdiction", *(f"cohort__{name}" for name in RELATED))
    rows = Nomination.objects.on_panel_of(request.user).select_related(*related)
    nomination = get_object_or_404(rows, pk=pk)
    require(not closed_because(request.user, nomination, institutions_closed_to(request.user)))
    return nomination


def _save(request: SignedInRequest, nomination: Nomination, form: ScoreForm) -> bool:
    submit = request.POST.get("do") == "submit"
    version = form.cleaned_data["version"] or None
    act = partial(
        save_panel_score, nomination, levels=form.levels, comment=form.cleaned_data["comment"], submit=submit,
        by=request.user, version=version,
    )  # fmt: skip
    return attempt(request, act, success=_("Handed in.") if submit else _("Kept as a draft."))


def _given(nomination: Nomination, criteria) -> list[dict]:
    """What every member handed in, level by level, with the points it makes."""
    lines = weighed(criteria)
    rows = nomination.panel_scores.exclude(submitted_at=None).select_related("member")
    return [
        {
            "member": row.member,
            "levels": [(one, row.levels.get(str(one.pk))) for one in criteria],
            "points": number_format(float(points_of(row.levels, lines)), 1),
            "comment": row.comment,
        }
        for row in rows
    ]


def _trail(cohort: Cohort, last: str) -> list[Crumb]:
    return breadcrumbs(cohort, last, over=[crumb(_("Panel"), "cohorts:panel_detail", cohort.training_id)])


# The ranking ----------------------------------------------------------------------------------------------------------


def _ranking(request: SignedInRequest, pk: int) -> tuple[Cohort, dict]:
    cohort = _panel_cohort(request, pk)
    places = institutions_in(cohort, request.user) if may_run_cohorts(request.user) else []
    form = RankingFilterForm(request.GET or None, institutions=places)
    chosen = form.chosen if request.GET else {}
    lines, owed = lines_of(cohort, request.user)
    note_names_read("ranking", cohort, by=request.user)
    shown = chosen_lines(lines, chosen)
    return cohort, {"form": form, "filters": chosen, "lines": shown, "owed": owed, "all": len(lines)}


@require_safe
def ranking(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort, found = _ranking(request, pk)
    return render(request, "cohorts/ranking.html", {**frame(request, cohort, "panel_detail"), **found})


@require_safe
def ranking_print(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort, found = _ranking(request, pk)
    context = {**frame(request, cohort, "panel_detail"), **found, "today": here(cohort)}
    return render(request, "cohorts/ranking_print.html", context)


@require_safe
def ranking_export(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort, found = _ranking(request, pk)
    require(not found["owed"])
    content = ranking_workbook(cohort, found["lines"], today=here(cohort))
    return attachment(content, f"ranking-{cohort.training.reference}.xlsx", XLSX)
