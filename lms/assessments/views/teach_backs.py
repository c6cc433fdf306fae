"""Teach-backs: the assessor's list, the rubric, and the sheet with all scores."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.clock import today
from lms.core.http import attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.core.rules import RuleBroken
from lms.people.choices import RoleKind

from ..choices import AssessorPart, Criterion
from ..forms import AssessorForm, DeclaredForm, RecusalForm, ScoreForm
from ..models import TeachBack, TeachBackScore
from ..permissions import is_assessor_of, may_open_teach_back, may_read_all_scores
from ..rubric import LEVELS
from ..scoring import Verdict, alone, rule_in_words
from ..services import save_score, step_down
from ..services.slots import missing_part
from ..sheets import ScoreSheet, sheet_of
from ..slots.timetable import bench

RELATED = ("person__institution__jurisdiction", "training__institution", "topic")


@require_safe
def teach_back_list(request):
    """An assessor's teach-backs, today's first, with what is still to do; for the office all with their outcome."""
    require(request.user.holds(RoleKind.ASSESSOR, RoleKind.OFFICE))
    mine = TeachBack.objects.visible_to(request.user)
    rows = mine.select_related(*RELATED).prefetch_related("scores__assessor", "assessors__assessor")
    page = page_of(request, rows.order_by("-held_on", "starts_at", "room", "-id"))
    office = request.user.holds(RoleKind.OFFICE)
    blind = (
        frozenset(TeachBack.objects.outstanding(request.user).values_list("pk", flat=True)) if office else frozenset()
    )
    entries = [_entry(row, request.user, office=office and row.pk not in blind) for row in page]
    day = today()
    context = {
        "page_obj": page,
        "entries": [entry for entry in entries if entry["teach_back"].held_on != day],
        "today": sorted((entry for entry in entries if entry["teach_back"].held_on == day), key=_by_time),
        "office": office,
    }
    return render(request, "assessments/teach_back_list.html", context)


def _by_time(entry: dict) -> tuple:
    row = entry["teach_back"]
    return (row.starts_at is None, row.starts_at, row.room, row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def teach_back_score(request, pk: int):
    """The rubric: kept as a draft while one writes; handing in is asked once more and is final."""
    teach_back = _visible(request, pk)
    require(is_assessor_of(request.user, teach_back))
    score = TeachBackScore.objects.filter(teach_back=teach_back, assessor=request.user).first()
    if score and score.submitted_at:
        return redirect("assessments:teach_back_detail", pk=pk)
    form = ScoreForm(request.POST or None, instance=score)
    step = request.POST.get("step", "")
    if step and form.is_valid():
        if step == "check" and form.missing:
            form.add_error(None, _("Choose a level for each criterion. Missing: %s.") % ", ".join(form.missing))
        elif step == "draft" and _save(request, teach_back, form, submit=False):
            return redirect("assessments:teach_back_list")
        elif step in ("check", "hand_in"):
            return _hand_in(request, teach_back, form, ask=step == "check")
    own = alone({name: getattr(score, name) for name in Criterion.values} if score else {})
    return render(request, "assessments/teach_back_score.html", {"teach_back": teach_back, "form": form, "own": own})


def _hand_in(request, teach_back: TeachBack, form: ScoreForm, *, ask: bool):
    """The page that asks once more, with the declaration; or handing in, if it was made."""
    declared = DeclaredForm(None if ask else request.POST)
    if not ask and declared.is_valid() and _save(request, teach_back, form, submit=True):
        return redirect("assessments:teach_back_list")
    words = dict(LEVELS)
    facts = [{"label": form.fields[name].label, "value": words.get(level)} for name, level in form.levels.items()]
    context = {"teach_back": teach_back, "form": form, "declared": declared, "facts": facts, "own": alone(form.levels)}
    return render(request, "assessments/teach_back_hand_in.html", context)


@require_POST
def teach_back_draft(request, pk: int):
    """The rubric saves itself: {"saved", "version", "said"}; 409 from another window's older draft, 400 else."""
    teach_back = _visible(request, pk)
    require(is_assessor_of(request.user, teach_back))
    score = TeachBackScore.objects.filter(teach_back=teach_back, assessor=request.user).first()
    form = ScoreForm(request.POST, instance=score)
    if not form.is_valid():
        return JsonResponse({"error": _("One of the levels is none. Load the page again.")}, status=400)
    try:
        kept = _write(request, teach_back, form, submit=False)
    except RuleBroken as refusal:
        status = 409 if "stale" in refusal.codes else 400
        return JsonResponse({"error": " ".join(refusal.messages)}, status=status)
    return JsonResponse({"saved": True, "version": kept.version, "said": own_in_words(form.levels)})


def own_in_words(levels) -> str:
    """Sum and verdict of one's own levels, as a sentence."""
    own = alone(levels)
    words = {"total": own.total, "most": own.most, "open": len(Criterion) - own.chosen}
    if own.outcome is None:
        return _("%(total)d of %(most)d so far; still to choose: %(open)d.") % words
    return _("%(total)d of %(most)d; by your scores alone: %(verdict)s.") % {
        **words, "verdict": own.outcome.verdict.label,
    }  # fmt: skip


@require_safe
def teach_back_detail(request, pk: int):
    """The slot, all scores the user may see, where they are apart, the outcome and why."""
    teach_back = _visible(request, pk)
    scores = list(
        TeachBackScore.objects.visible_to(request.user).filter(teach_back=teach_back).select_related("assessor")
    )
    complete = may_read_all_scores(request.user, teach_back) or _sees_others(scores, request.user)
    sheet = sheet_of(teach_back, scores) if complete else ScoreSheet(teach_back, scores)
    in_count = teach_back.scores.submitted().count()
    context = {
        "sheet": sheet,
        "teach_back": teach_back,
        "complete": complete and len(sheet.handed_in) > 1,
        "in_count": in_count,
        "named": teach_back.assessors.select_related("assessor"),
        "rule": rule_in_words(),
        "may_score": is_assessor_of(request.user, teach_back) and not _has_handed_in(scores, request.user),
        "office": _office_part(request, teach_back),
        "breadcrumbs": _crumbs(request, teach_back),
    }
    return render(request, "assessments/teach_back_detail.html", context)


def _office_part(request, teach_back: TeachBack) -> dict | None:
    """What the office does here: change the slot, name who is missing, write down who may not score."""
    if not may_open_teach_back(request.user, teach_back.training):
        return None
    found = bench()
    allowed = found.allowed(teach_back.person) - set(teach_back.scores.values_list("assessor", flat=True))
    allowed -= set(teach_back.assessors.values_list("assessor", flat=True))
    users = {pk: user for pk, user in found.users.items() if pk in allowed}
    part = missing_part(teach_back)
    return {
        "part": AssessorPart(part).label if part else "",
        "name_form": AssessorForm(assessors=users) if part else None,
        "recusals": teach_back.person.recusals.select_related("assessor"),
        "recuse_form": AssessorForm(assessors=found.users),
        "reason_form": RecusalForm(initial={"reason": "superior"}),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def teach_back_step_down(request, pk: int):
    """The assessor says why they may not score this candidate; the office then names somebody else."""
    teach_back = _visible(request, pk)
    require(is_assessor_of(request.user, teach_back))
    form = RecusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        success = _("You do not score this candidate. The programme office names somebody else.")
        if attempt(request, lambda: step_down(teach_back, reason=reason, by=request.user), success=success):
            return redirect("assessments:teach_back_list")
    return render(request, "assessments/teach_back_step_down.html", {"teach_back": teach_back, "form": form})


def _visible(request, pk: int) -> TeachBack:
    return get_visible_or_404(TeachBack.objects.select_related(*RELATED), request.user, pk=pk)


def _crumbs(request, teach_back: TeachBack) -> list[Crumb]:
    if request.user.holds(RoleKind.ASSESSOR, RoleKind.OFFICE):
        first = crumb(_("Teach-backs"), "assessments:teach_back_list")
    else:
        first = crumb(_("Tests and plans"), "assessments:mine")
    return [first, Crumb(str(teach_back.person))]


def _sees_others(scores, user) -> bool:
    return any(score.assessor_id != user.pk for score in scores)


def _has_handed_in(scores, user) -> bool:
    return any(score.assessor_id == user.pk and score.submitted_at for score in scores)


def _entry(teach_back: TeachBack, user, *, office: bool) -> dict:
    """One line of the list: the user's own score and, for the office, the outcome."""
    scores = list(teach_back.scores.all())
    own = next((score for score in scores if score.assessor_id == user.pk), None)
    sheet = sheet_of(teach_back, scores)
    named = list(teach_back.assessors.all())
    return {
        "teach_back": teach_back,
        "own": own,
        "done": bool(own and own.submitted_at),
        # A complete teach-back needs nobody more; that alone is said, never what the others scored.
        "complete": sheet.outcome.verdict in (Verdict.PASSED, Verdict.FAILED),
        "handed_in": len(sheet.handed_in),
        "sheet": sheet if office else None,
        "named": named,
    }


def _write(request, teach_back: TeachBack, form: ScoreForm, *, submit: bool) -> TeachBackScore:
    values = form.cleaned_data
    return save_score(
        teach_back, assessor=request.user, levels=form.levels, comment=values["comment"], submit=submit,
        version=values["version"], declared=submit,
    )  # fmt: skip


def _save(request, teach_back: TeachBack, form: ScoreForm, *, submit: bool) -> bool:
    done = attempt(request, lambda: _write(request, teach_back, form, submit=submit))
    if done:
        said = _("Your scores are handed in.") if submit else _("Your draft is kept. Nobody else can see it.")
        messages.success(request, said)
    return done
