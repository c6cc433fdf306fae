"""Planning: one page in sections, checked before it is saved; and what may change after approval."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.core.http import attempt, require
from lms.core.idempotency import act_once
from lms.trainings.fields import ADJUSTABLE

from .. import drafting, services
from ..forms import AdjustForm, PlanForm
from ..permissions import may_adjust_training, may_change_training, may_plan_training
from ..services.common import where_it_stands
from .common import crumbs, training_crumbs, training_of


@require_http_methods(["GET", "HEAD", "POST"])
@act_once
def training_plan(request):
    """A new plan: "check" shows programme and findings, "save" makes the draft."""
    require(may_plan_training(request.user))
    form = PlanForm(request.POST or None, user=request.user)
    made = []
    answer = _answer(request, form, lambda plan: made.append(services.plan_training(by=request.user, **plan)))
    if answer is None:
        return redirect(made[0])
    return render(request, "cascade/training_plan.html", {**answer, "breadcrumbs": crumbs((_("Plan"), ""))})


@require_http_methods(["GET", "HEAD", "POST"])
def training_change(request, pk):
    """The plan of a draft, or of one that was returned."""
    training = training_of(request, pk)
    require(may_change_training(request.user, training, where_it_stands(training)))
    initial = drafting.initial_of(training)
    form = PlanForm(request.POST or initial, user=request.user, training=training)
    answer = _answer(
        request, form, lambda plan: services.change_plan(training, by=request.user, **plan),
        saved=drafting.saved_places(training),
    )  # fmt: skip
    if answer is None:
        return redirect(training)
    context = {**answer, "training": training, "breadcrumbs": training_crumbs(training, _("Change the plan"))}
    return render(request, "cascade/training_plan.html", context)


def _answer(request, form: PlanForm, save, *, saved=None) -> dict | None:
    """None when the plan was saved; else what the page shows: the form, and once it is valid programme and findings."""
    if not form.is_bound or not form.is_valid():
        return {"form": form}
    programme = drafting.programme_form(form, request.POST or None, saved=saved)
    if request.POST.get("action") == "save" and attempt(
        request, lambda: save(drafting.answers_of(form, programme)), success=_("The plan is saved as a draft.")
    ):
        return None
    return {"form": form, "programme": programme, "findings": drafting.findings_of(form, programme)}


@require_http_methods(["GET", "HEAD", "POST"])
def training_adjust(request, pk):
    """Place, seats, the end of enrolment and the way of counting of an approved training."""
    training = training_of(request, pk)
    require(may_adjust_training(request.user, training, where_it_stands(training)))
    names = (*ADJUSTABLE, "version")
    form = AdjustForm(request.POST or None, initial={name: getattr(training, name) for name in names})
    if request.method == "POST" and form.is_valid():
        change = lambda: services.adjust_training(training, by=request.user, **form.cleaned_data)  # noqa: E731
        if attempt(request, change, success=_("Saved.")):
            return redirect(training)
    context = {"form": form, "training": training, "breadcrumbs": training_crumbs(training, _("Place and seats"))}
    return render(request, "cascade/training_adjust.html", context)
