"""Teach-backs: the assessor's list, the rubric, and the sheet with all scores."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.http import attempt, get_visible_or_404, page_of, require
from lms.people.choices import RoleKind

from ..forms import LEVELS, ScoreForm
from ..models import TeachBack, TeachBackScore
from ..permissions import is_assessor_of, may_read_all_scores
from ..scoring import Verdict
from ..services import save_score
from ..sheets import Sheet, sheet_of


@require_safe
def teach_back_list(request):
    """An assessor's teach-backs with what is still to do; for the office all of them with their outcome."""
    require(request.user.holds(RoleKind.ASSESSOR, RoleKind.OFFICE))
    rows = TeachBack.objects.visible_to(request.user).select_related(
        "person__institution__jurisdiction", "training", "topic"
    )
    page = page_of(request, rows.prefetch_related("scores__assessor").order_by("-held_on", "-id"))
    entries = [_entry(teach_back, request.user) for teach_back in page]
    office = request.user.holds(RoleKind.OFFICE)
    return render(request, "assessments/teach_back_list.html", {"page_obj": page, "entries": entries, "office": office})


@require_http_methods(["GET", "HEAD", "POST"])
def teach_back_score(request, pk: int):
    """The rubric: keep a draft as often as you like; handing in is asked once more and is final."""
    teach_back = _visible(request, pk)
    require(is_assessor_of(request.user, teach_back))
    score = TeachBackScore.objects.filter(teach_back=teach_back, assessor=request.user).first()
    if score and score.submitted_at:
        return redirect("assessments:teach_back_detail", pk=pk)
    form = ScoreForm(request.POST or None, instance=score)
    step = request.POST.get("step", "")
    if step and form.is_valid():
        if step == "check" and not form.missing:
            return render(request, "assessments/teach_back_hand_in.html", _check(teach_back, form))
        if step == "check":
            form.add_error(None, _("Choose a level for each criterion. Missing: %s.") % ", ".join(form.missing))
        elif step in ("draft", "hand_in") and _save(request, teach_back, form, submit=step == "hand_in"):
            return redirect("assessments:teach_back_list")
    return render(request, "assessments/teach_back_score.html", {"teach_back": teach_back, "form": form})


@require_safe
def teach_back_detail(request, pk: int):
    """All scores the user may see, where they are apart, the outcome and why."""
    teach_back = _visible(request, pk)
    scores = TeachBackScore.objects.visible_to(request.user).filter(teach_back=teach_back).select_related("assessor")
    complete = may_read_all_scores(request.user, teach_back) or _sees_others(scores, request.user)
    sheet = sheet_of(teach_back, scores) if complete else Sheet(teach_back, list(scores))
    context = {
        "sheet": sheet,
        "teach_back": teach_back,
        "complete": complete,
        "may_score": is_assessor_of(request.user, teach_back),
        "breadcrumbs": [
            {"label": _("Teach-backs"), "url": reverse("assessments:teach_back_list")},
            {"label": str(teach_back.person)},
        ],
    }
    return render(request, "assessments/teach_back_detail.html", context)


def _visible(request, pk: int) -> TeachBack:
    rows = TeachBack.objects.select_related("person__institution__jurisdiction", "training", "topic")
    return get_visible_or_404(rows, request.user, pk=pk)


def _sees_others(scores, user) -> bool:
    return any(score.assessor_id != user.pk for score in scores)


def _entry(teach_back: TeachBack, user) -> dict:
    """One line of the list: the user's own score and, for the office, the outcome."""
    scores = list(teach_back.scores.all())
    own = next((score for score in scores if score.assessor_id == user.pk), None)
    sheet = sheet_of(teach_back, scores)
    office = may_read_all_scores(user, teach_back)
    return {
        "teach_back": teach_back,
        "own": own,
        "done": bool(own and own.submitted_at),
        # A complete teach-back needs nobody more; that alone is said, never what the others scored.
        "complete": sheet.outcome.verdict in (Verdict.PASSED, Verdict.FAILED),
        "handed_in": len(sheet.handed_in),
        "sheet": sheet if office else None,
    }


def _check(teach_back: TeachBack, form: ScoreForm) -> dict:
    """The page that asks once more: every level in words, and the same values hidden in its form."""
    words = dict(LEVELS)
    facts = [{"label": form.fields[name].label, "value": words[level]} for name, level in form.levels.items()]
    return {"teach_back": teach_back, "form": form, "facts": facts}


def _save(request, teach_back: TeachBack, form: ScoreForm, *, submit: bool) -> bool:
    values = form.cleaned_data
    done = attempt(
        request,
        lambda: save_score(
            teach_back, assessor=request.user, levels=form.levels, comment=values["comment"], submit=submit,
            version=values["version"],
        ),
    )  # fmt: skip
    if done:
        said = _("Your scores are handed in.") if submit else _("Your draft is kept. Nobody else can see it.")
        messages.success(request, said)
    return done
