"""From the poster to "you are enrolled": one thing per page, without script, each step safe to repeat."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.http import attachment, attempt
from lms.core.rules import RuleBroken
from lms.core.tokens import normalise_code
from lms.people.login import start_code_login

from .. import services
from ..calendars import calendar_of
from ..choices import TrainingStatus
from ..figures import places_of
from ..forms import CodeForm, EmailForm, WhoForm
from ..models import Enrolment, Training
from ..stages import enrolment_ends_on, is_open_for_enrolment
from ..tasks import waiting_number
from .common import here

CALENDAR = "text/calendar; charset=utf-8"


def training_by(code: str) -> Training:
    """The training this code opens, however it was typed; 404 for any other."""
    rows = Training.objects.select_related("institution__jurisdiction", "curriculum")
    return get_object_or_404(rows.exclude(head_count_only=True), enrolment_code=normalise_code(code[:60]))


def own_enrolment(request, training: Training) -> Enrolment | None:
    """The place the signed-in person has, or is waiting for."""
    if not request.user.is_authenticated:
        return None
    rows = Enrolment.objects.expecting().filter(training=training, person__user=request.user)
    return rows.select_related("training__institution", "person__user").first()


def closed_reason(training: Training) -> str:
    """Why nobody can enrol now; empty if people can."""
    day = here(training)
    if is_open_for_enrolment(training.status, training.starts_on, training.enrolment_closes_on, day):
        return ""
    if training.status == TrainingStatus.CANCELLED:
        return _("This training was cancelled.")
    if training.status in (TrainingStatus.DRAFT, TrainingStatus.PLANNED, TrainingStatus.RETURNED):
        return _("Enrolment has not opened yet. Try again later.")
    return (
        _("This training is over.")
        if day > training.ends_on
        else _("Enrolment is closed. Ask the trainer for a place.")
    )


def page(request, training: Training, template: str, **more):
    """One page of the journey, with the training's facts."""
    places = places_of(training)
    closes_on = enrolment_ends_on(training.starts_on, training.enrolment_closes_on)
    context = {"training": training, "places": places, "closes_on": closes_on, "closed": closed_reason(training)}
    return render(request, f"trainings/enrol/{template}.html", {**context, **more})


@login_not_required
@require_safe
def find(request):
    """Typing the code of a poster by hand."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        code = normalise_code(form.cleaned_data["code"])
        if Training.objects.filter(enrolment_code=code, head_count_only=False).exists():
            return redirect("enrol:start", code)
        form.add_error("code", _("No training has this code. Compare it with the poster."))
    return render(request, "trainings/enrol/find.html", {"form": form})


@login_not_required
@require_safe
def start(request, code):
    """What the training is, and one button."""
    training = training_by(code)
    if own_enrolment(request, training):
        return redirect("enrol:done", training.enrolment_code)
    return page(request, training, "start")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def email(request, code):
    """The address the code is sent to; whoever is signed in has given theirs."""
    training = training_by(code)
    onward = reverse("enrol:confirm", args=[training.enrolment_code])
    if request.user.is_authenticated:
        return redirect(onward)
    if closed_reason(training):
        return redirect("enrol:start", training.enrolment_code)
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return start_code_login(request, form.cleaned_data["email"], onward)
        except RuleBroken as refusal:
            form.add_error("email", " ".join(refusal.messages))
    return page(request, training, "email", form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, code):
    """Who you are, if we do not know yet; then the place."""
    training = training_by(code)
    if own_enrolment(request, training):
        return redirect("enrol:done", training.enrolment_code)
    person = services.person_for(request.user, training)
    form = None if person else WhoForm(request.POST or None)
    if request.method == "POST" and (person or form.is_valid()):
        details = None if person else form.details
        if attempt(request, lambda: services.enrol_oneself(training, request.user, details)):
            return redirect("enrol:done", training.enrolment_code)
    return page(request, training, "confirm", form=form, person=person)


@require_safe
def done(request, code):
    """You are enrolled, or which number you are on the waiting list."""
    training = training_by(code)
    enrolment = own_enrolment(request, training)
    if enrolment is None:
        return redirect("enrol:start", training.enrolment_code)
    return page(request, training, "done", enrolment=enrolment, number=waiting_number(enrolment))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, code):
    """Give one's place back; asks first."""
    training = training_by(code)
    enrolment = own_enrolment(request, training)
    if enrolment is None:
        return redirect("enrol:start", training.enrolment_code)
    if request.method == "POST":
        if attempt(request, lambda: services.withdraw_enrolment(enrolment, by=request.user)):
            messages.success(request, _("You have given your place back."))
            return redirect("enrol:start", training.enrolment_code)
        return redirect("enrol:done", training.enrolment_code)
    return page(request, training, "withdraw", enrolment=enrolment)


@require_safe
def calendar(request, code):
    """The training for one's own calendar."""
    training = training_by(code)
    enrolment = own_enrolment(request, training)
    if enrolment is None:
        raise Http404
    return attachment(calendar_of(enrolment), f"{training.reference}.ics", CALENDAR)
