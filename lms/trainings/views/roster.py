"""The list of participants: who has a seat, who waits, adding, withdrawing, moving."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.http import XLSX, attachment, attempt, require
from lms.people.matching import ListedPerson, match_people

from .. import exports, services
from ..choices import EnrolmentStatus
from ..figures import places_of, tallies_of
from ..forms import MoveForm, ParticipantForm, WithdrawalForm
from ..models import Training
from ..permissions import may_manage_participants, may_withdraw_enrolment
from .common import enrolment_of, frame, here, note_roster_read, training_of

GONE = (EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DECLINED, EnrolmentStatus.REQUESTED)


@require_safe
def roster(request, pk):
    """Everybody on the list: seats, the waiting list in its order, those who gave their place back."""
    training = training_of(request, pk)
    rows = list(training.enrolments.select_related("person__unit", "completion").order_by("place"))
    tallies = tallies_of(training)
    for row in rows:
        row.tally = tallies.get(row.pk)
    note_roster_read(request, training)
    return render(
        request,
        "trainings/roster.html",
        {
            **frame(request, training, "roster"),
            "places": places_of(training),
            "enrolled": [row for row in rows if row.status == EnrolmentStatus.ENROLLED],
            "waiting": [row for row in rows if row.status == EnrolmentStatus.WAITLISTED],
            "gone": [row for row in rows if row.status in GONE],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def participant_add(request, pk):
    """Somebody is put on the list by hand; a namesake on record is asked about, never doubled unseen."""
    training = training_of(request, pk, to_change=True)
    form = ParticipantForm(request.POST or None)
    likely = ()
    if request.method == "POST" and form.is_valid():
        likely = likely_people(training, form.details) if not request.POST.get("decision") else ()
        if not likely and attempt(request, lambda: services.add_participant(
            training, form.details, decision=request.POST.get("decision", ""), by=request.user
        ), success=_("The participant is on the list.")):  # fmt: skip
            return redirect("trainings:roster", pk)
    context = {**frame(request, training, "roster"), "form": form, "likely": likely}
    return render(request, "trainings/participant_add.html", context)


def likely_people(training: Training, details: dict) -> tuple:
    """People on record who may be this one; nobody where the number or address says for sure."""
    names = ("family_name", "given_name", "service_number", "email", "unit")
    (match,) = match_people(training.institution, [ListedPerson(**{name: details[name] for name in names})])
    return match.people if match.kind == "likely" else ()


@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_withdraw(request, pk):
    """Give a place back: one's own, or somebody's on a list one manages. Asks first."""
    enrolment = enrolment_of(request, pk)
    require(may_withdraw_enrolment(request.user, enrolment))
    own = enrolment.person.user_id == request.user.pk
    back = ("trainings:my_enrolments",) if own else ("trainings:roster", enrolment.training_id)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        attempt(
            request,
            lambda: services.withdraw_enrolment(enrolment, reason=reason, by=request.user),
            success=_("The place was given back."),
        )
        return redirect(*back)
    context = {"enrolment": enrolment, "training": enrolment.training, "form": form, "own": own, "back": back}
    return render(request, "trainings/enrolment_withdraw.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_move(request, pk):
    """Move somebody to another training of the institution."""
    enrolment = enrolment_of(request, pk)
    training = training_of(request, enrolment.training_id, to_change=True)
    form = MoveForm(request.POST or None, trainings=targets(request.user, training))
    if request.method == "POST" and form.is_valid():
        target = form.cleaned_data["training"]
        require(may_manage_participants(request.user, target))
        reason = form.cleaned_data["reason"]
        if attempt(
            request,
            lambda: services.move_enrolment(enrolment, target, reason=reason, by=request.user),
            success=_("Moved to %(training)s.") % {"training": target},
        ):
            return redirect("trainings:roster", training.pk)
    context = {**frame(request, training, "roster"), "enrolment": enrolment, "form": form}
    return render(request, "trainings/enrolment_move.html", context)


def targets(user, training: Training):
    """Other approved trainings of the institution that are not over."""
    rows = Training.objects.visible_to(user).filter(institution=training.institution_id, head_count_only=False)
    rows = rows.filter(status="approved", ends_on__gte=here(training))
    return rows.exclude(pk=training.pk).distinct().order_by("starts_on")


@require_safe
def roster_export(request, pk):
    """The list as a workbook."""
    training = training_of(request, pk)
    note_roster_read(request, training, "roster workbook")
    return attachment(exports.participants_workbook(training), f"participants-{training.reference}.xlsx", XLSX)


@require_safe
def roster_template(request, pk):
    """An empty list with the headings that the import reads."""
    training = training_of(request, pk)
    return attachment(exports.template_workbook(training), f"list-{training.reference}.xlsx", XLSX)


def say_applied(request, result: dict) -> None:
    """What an import did, in one sentence or two."""
    enrolled, waiting = result.get("enrolled", 0), result.get("waiting", 0)
    words = ngettext("%(count)d participant was added.", "%(count)d participants were added.", enrolled + waiting)
    messages.success(request, words % {"count": enrolled + waiting})
    if waiting:
        words = ngettext("%(count)d of them waits for a seat.", "%(count)d of them wait for a seat.", waiting)
        messages.warning(request, words % {"count": waiting})
