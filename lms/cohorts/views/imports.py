"""A nomination list comes in: upload, questions in place, preview, apply."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.designation import footnotes_for
from lms.core.http import XLSX, SignedInRequest, attachment, require
from lms.core.rules import RuleBroken
from lms.core.text import tidy
from lms.imports import preview
from lms.imports.forms import WorkbookForm
from lms.imports.models import Draft
from lms.imports.services import decide_rows, rows_of

from ..imports.nominations import (
    COLUMNS,
    PURPOSE,
    answer_rows,
    apply_nominations,
    leave_all_empty,
    questions_of,
    receive_nominations,
)
from ..imports.questions import empty_name, field_name
from ..models import Cohort
from ..permissions import may_nominate
from .common import RELATED, cohort_of, frame, here, version_of


@require_http_methods(["GET", "HEAD", "POST"])
def nomination_import(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, with_nominations=True)
    require(may_nominate(request.user, cohort))
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            draft = receive_nominations(cohort, form.cleaned_data["workbook"], by=request.user)
            if draft.applied_at:
                messages.info(request, _("This file was applied before. This is what happened."))
            return redirect("cohorts:nomination_import_preview", pk=draft.pk)
        except RuleBroken as refusal:
            for message in refusal.messages:
                form.add_error("workbook", message)
    drafts = Draft.objects.visible_to(request.user).filter(purpose=PURPOSE, subject_id=cohort.pk)[:5]
    context = {**frame(request, cohort, "nomination_list"), "form": form, "drafts": drafts}
    return render(request, "cohorts/nomination_import.html", context)


def _draft_of(request: SignedInRequest, pk: int) -> tuple[Draft, Cohort]:
    """A list this person sent in, and its cohort: 404 unless both are theirs to see."""
    draft = get_object_or_404(Draft.objects.visible_to(request.user), pk=pk, purpose=PURPOSE)
    cohort = get_object_or_404(Cohort.objects.visible_to(request.user).select_related(*RELATED), pk=draft.subject_id)
    return draft, cohort_of(request, cohort.training_id, with_nominations=True)


@require_http_methods(["GET", "HEAD", "POST"])
def nomination_import_preview(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is asked, and what each row comes to; one form for answers, decisions and applying."""
    draft, cohort = _draft_of(request, pk)
    if request.method == "POST":
        if _act(request, draft):
            return redirect("cohorts:nomination_list", pk=cohort.training_id)
        return redirect("cohorts:nomination_import_preview", pk=pk)
    shown, asked, answered = _with_questions(draft)
    context = {
        **frame(request, cohort, "nomination_list"),
        "draft": draft,
        "late": not draft.applied_at and here(cohort) > cohort.nominations_close_on,
        "preview": shown,
        "asked": asked,
        "answered": answered,
        "refused_url": reverse("cohorts:nomination_import_refused", args=[pk]),
        "back_url": reverse("cohorts:nomination_list", args=[cohort.training_id]),
    }
    return render(request, "cohorts/nomination_import_preview.html", context)


def _with_questions(draft: Draft) -> tuple[preview.Preview, list[dict], list[dict]]:
    """The preview without the rows that wait for answers, those rows' questions, and the rows answered before."""
    rows = rows_of(draft)
    waiting = {row.number for row in rows if questions_of(row)}
    shown = preview.build(draft)
    groups = [
        (word, outcome, [line for line in lines if line.row.number not in waiting])
        for word, outcome, lines in shown.groups
    ]
    asked = [_asked(row, number == 0, question) for row in rows for number, question in enumerate(questions_of(row))]
    answered = [{"number": row.number, "name": _name(row)} for row in rows if row.values.get("answered")]
    # Motivation is long free text: kept, and not repeated here, so that the rest can be read.
    headings = tuple(heading for heading in shown.headings if heading != str(COLUMNS[-1].heading))
    return replace(shown, groups=tuple(group for group in groups if group[2]), headings=headings), asked, answered


def _asked(row, is_first: bool, question) -> dict:
    return {
        "row": row,
        "name": _name(row),
        "is_first": is_first,
        "question": question,
        "field": field_name(row.number, question.key),
        "empty": empty_name(row.number, question.key),
        "decision": f"{preview.PREFIX}{row.number}",
    }


def _name(row) -> str:
    return f"{row.values['given_name']} {row.values['family_name']}"


def _act(request: SignedInRequest, draft: Draft) -> bool:
    """Keep the answers, then the decisions, then apply if that was pressed. True if the file was applied."""
    act = request.POST.get("do", "apply")
    post = {**request.POST.dict(), **(leave_all_empty(draft) if act == "empty" else {})}
    try:
        draft, problems = answer_rows(draft, post, by=request.user, version=version_of(post))
        draft = _decide(request, draft)
        for problem in problems:
            messages.error(request, problem)
        if act != "apply" or problems or post.get("again"):
            return False
        reason = tidy(request.POST.get("late_reason", ""))[:2000]
        result = apply_nominations(draft, by=request.user, version=draft.version, late_reason=reason).result
    except RuleBroken as refusal:
        for message in refusal.messages:
            messages.error(request, message)
        return refusal.codes == {"applied"}
    words = _("%(nominated)d nominated, %(completed)d completed, %(unchanged)d unchanged.")
    messages.success(request, words % result)
    return True


def _decide(request: SignedInRequest, draft: Draft) -> Draft:
    """The decisions that are still open after the answers: a row may read differently now."""
    allowed = {row.number: row.allowed for row in rows_of(draft)}
    decisions = preview.decisions_from(request.POST)
    kept = {number: one for number, one in decisions.items() if one == "" or one in allowed.get(number, ())}
    return decide_rows(draft, kept, by=request.user, version=draft.version)


@require_safe
def nomination_import_refused(request: SignedInRequest, pk: int) -> HttpResponse:
    """The refused rows with their reasons, to be corrected and sent again."""
    draft, cohort = _draft_of(request, pk)
    footnote = " ".join(footnotes_for([str(draft.rows)]))
    content = preview.refused_workbook(draft, footnote=footnote)
    return attachment(content, f"refused-{cohort.training.reference}.xlsx", XLSX)
