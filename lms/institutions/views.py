"""Institutions and their target populations: the lists, and sending in a return as a workbook."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.clock import today
from lms.core.designation import footnote
from lms.core.http import XLSX, SignedInRequest, attachment, attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.imports import preview
from lms.imports.models import Draft
from lms.imports.services import apply_draft, decide_rows, receive_workbook

from .forms import PlaceForm, UploadForm
from .models import Institution, TargetPopulation
from .permissions import may_see_targets
from .target_import import COLUMNS, PURPOSE, apply_for, judge_for


@require_safe
def list_institutions(request: SignedInRequest) -> HttpResponse:
    require(may_see_targets(request.user))
    form = PlaceForm(request.GET, user=request.user)
    rows = Institution.objects.visible_to(request.user).select_related("jurisdiction", "parent")
    context = {"form": form, "page_obj": page_of(request, form.narrow_places(rows))}
    return render(request, "institutions/institution_list.html", context)


@require_safe
def list_targets(request: SignedInRequest) -> HttpResponse:
    require(may_see_targets(request.user))
    form = PlaceForm(request.GET, user=request.user)
    rows = TargetPopulation.objects.visible_to(request.user).select_related("institution__jurisdiction")
    context = {"form": form, "page_obj": page_of(request, form.narrow(rows)), "today": today()}
    return render(request, "institutions/target_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def import_targets(request: SignedInRequest) -> HttpResponse:
    require(may_see_targets(request.user))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        received: list[Draft] = []
        attempt(request, lambda: received.append(_receive(request, form.cleaned_data["workbook"])))
        if received:
            return redirect("institutions:target_import_preview", pk=received[0].pk)
    return render(request, "institutions/target_import.html", {"form": form})


def _receive(request: SignedInRequest, upload) -> Draft:
    return receive_workbook(
        purpose=PURPOSE, subject=request.user, upload=upload, columns=COLUMNS, judge=judge_for(request.user),
        by=request.user,
    )  # fmt: skip


def _draft(request: SignedInRequest, pk: int) -> Draft:
    return get_visible_or_404(Draft.objects.filter(purpose=PURPOSE), request.user, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def preview_targets(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_see_targets(request.user))
    draft = _draft(request, pk)
    if request.method == "POST":
        if attempt(request, lambda: _apply(request, draft), success=_("The target populations are stored.")):
            return redirect("institutions:target_list")
        return redirect("institutions:target_import_preview", pk=draft.pk)
    context = {
        "preview": preview.build(draft),
        "refused_url": reverse("institutions:target_import_refused", args=[draft.pk]),
        "back_url": reverse("institutions:target_list"),
    }
    return render(request, "institutions/target_preview.html", context)


def _apply(request: SignedInRequest, draft: Draft) -> Draft:
    """Decisions on the page and applying are one press of the button."""
    version = int(request.POST["version"]) if request.POST.get("version", "").isdecimal() else None
    decided = decide_rows(draft, preview.decisions_from(request.POST), by=request.user, version=version)
    return apply_draft(
        decided, apply_for(request.user), by=request.user, version=decided.version, subject=request.user,
        columns=COLUMNS, judge=judge_for(request.user),
    )  # fmt: skip


@require_safe
def download_refused_targets(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_see_targets(request.user))
    return attachment(preview.refused_workbook(_draft(request, pk), footnote=footnote()), "refused-rows.xlsx", XLSX)
