"""The programme's targets with their breakdowns, and the RASR events."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.http import SignedInRequest, attempt, get_visible_or_404, require

from .figures import target_figures
from .forms import ProgressForm
from .models import Programme, RegionalWorkshop, TargetShare
from .permissions import may_record_progress, may_see_programme
from .services import record_progress


@require_safe
def list_programmes(request: SignedInRequest) -> HttpResponse:
    require(may_see_programme(request.user))
    programmes = Programme.objects.visible_to(request.user)
    return render(request, "programme/programme_list.html", {"programmes": programmes})


@require_safe
def show_programme(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_see_programme(request.user))
    programme = get_visible_or_404(Programme, request.user, pk=pk)
    targets = programme.targets.prefetch_related("shares__jurisdiction")
    context = {
        "programme": programme,
        "targets": [
            (target, target_figures(target.stated, [(row.planned, row.done) for row in target.shares.all()]))
            for target in targets
        ],
        "may_record": may_record_progress(request.user),
    }
    return render(request, "programme/programme_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change_progress(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_record_progress(request.user))
    share = get_object_or_404(TargetShare.objects.select_related("target__programme", "jurisdiction"), pk=pk)
    form = ProgressForm(request.POST or None, initial={"done": share.done})
    if request.method == "POST" and form.is_valid():
        done = form.cleaned_data["done"]
        if attempt(request, lambda: record_progress(share, done=done, by=request.user), success=_("Saved.")):
            return redirect("programme:programme_detail", pk=share.target.programme_id)
    return render(request, "programme/progress_change.html", {"form": form, "share": share})


@require_safe
def list_workshops(request: SignedInRequest) -> HttpResponse:
    require(may_see_programme(request.user))
    return render(request, "programme/workshop_list.html", {"workshops": RegionalWorkshop.objects.all()})
