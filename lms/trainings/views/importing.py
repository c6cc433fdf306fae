"""A participant list comes in: upload, preview, apply, what happened."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.designation import footnotes_for
from lms.core.http import XLSX, attachment
from lms.core.rules import RuleBroken
from lms.imports import preview
from lms.imports.forms import WorkbookForm
from lms.imports.models import Draft
from lms.imports.services import apply_draft, decide_rows, receive_workbook

from ..models import Training
from ..roster import COLUMNS, PURPOSE, apply_roster, judge_roster
from .common import frame, training_of
from .roster import say_applied


def draft_of(request, training: Training, draft_pk: int) -> Draft:
    """A list this person sent in for this training, else 404."""
    return get_object_or_404(
        Draft.objects.visible_to(request.user), pk=draft_pk, purpose=PURPOSE, subject_id=training.pk
    )


@require_http_methods(["GET", "HEAD", "POST"])
def roster_import(request, pk):
    """Choose a list; it is read and judged, nothing more."""
    training = training_of(request, pk, to_change=True)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            draft = receive_workbook(
                purpose=PURPOSE, subject=training, upload=form.cleaned_data["workbook"], columns=COLUMNS,
                judge=judge_roster, by=request.user,
            )  # fmt: skip
            if draft.applied_at:
                messages.info(request, _("This file was applied before. This is what happened."))
            return redirect("trainings:roster_preview", pk, draft.pk)
        except RuleBroken as refusal:
            for message in refusal.messages:
                form.add_error("workbook", message)
    drafts = Draft.objects.visible_to(request.user).filter(purpose=PURPOSE, subject_id=pk)[:5]
    return render(
        request, "trainings/roster_import.html", {**frame(request, training, "roster"), "form": form, "drafts": drafts}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def roster_preview(request, pk, draft_pk):
    """Each row and what it comes to; applying writes all of it or nothing."""
    training = training_of(request, pk, to_change=request.method == "POST")
    draft = draft_of(request, training, draft_pk)
    if request.method == "POST" and apply_list(request, training, draft):
        return redirect("trainings:roster", pk)
    if request.method == "POST":
        return redirect("trainings:roster_preview", pk, draft_pk)
    context = {
        **frame(request, training, "roster"),
        "draft": draft,
        "preview": preview.build(draft),
        "refused_url": reverse("trainings:roster_refused", args=[pk, draft_pk]),
        "back_url": reverse("trainings:roster", args=[pk]),
    }
    return render(request, "trainings/roster_preview.html", context)


def apply_list(request, training: Training, draft: Draft) -> bool:
    """Decide and apply as the form says; True if the list was applied (now or before)."""
    version = request.POST.get("version", "")
    version = int(version) if version.isdecimal() and len(version) < 10 else 0
    try:
        draft = decide_rows(draft, preview.decisions_from(request.POST), by=request.user, version=version)
        done = apply_draft(
            draft, lambda draft, rows: apply_roster(draft, rows, by=request.user), by=request.user,
            version=draft.version, subject=training, columns=COLUMNS, judge=judge_roster,
        )  # fmt: skip
    except RuleBroken as refusal:
        for message in refusal.messages:
            messages.error(request, message)
        return refusal.codes == {"applied"}
    say_applied(request, done.result)
    return True


@require_safe
def roster_refused(request, pk, draft_pk):
    """The refused rows with their reasons, to be corrected and sent again."""
    training = training_of(request, pk)
    draft = draft_of(request, training, draft_pk)
    footnote = " ".join(footnotes_for([training.institution.name, str(draft.rows)]))
    return attachment(preview.refused_workbook(draft, footnote=footnote), f"refused-{training.reference}.xlsx", XLSX)
