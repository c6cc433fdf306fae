"""The decisions on a training: each has a page that shows the findings again, and one button."""

from collections.abc import Callable
from dataclasses import dataclass

from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from lms.core.http import attempt, require
from lms.core.rules import Finding
from lms.trainings.choices import DecisionKind
from lms.trainings.models import Training
from lms.trainings.services.locks import day_at

from .. import services
from ..checks import findings_for
from ..choices import Moment
from ..forms import DecisionForm
from ..permissions import may_decide
from ..presenters import days_of
from ..rules import needs_reason
from ..services.common import NOT_NOW, where_it_stands
from ..transitions import is_possible
from .common import training_crumbs, training_of


@dataclass(frozen=True)
class DecisionPage:
    """A decision's page: its words, the service it calls, the moment the rules are asked for.

    reason: '' (none is asked), 'optional' or 'required'.
    """

    kind: DecisionKind
    act: Callable
    title: Promise
    text: Promise
    submit: Promise
    done: Promise
    moment: Moment | None = None
    reason: str = ""
    reported: bool = False
    button: str = ""


SEND = DecisionPage(
    DecisionKind.PLAN, services.send_training, _("Send the plan for approval"),
    _("The focal point of the institution is told and decides. Until then the plan does not change."),
    _("Send for approval"), _("The plan is sent. You hear by mail what was decided."), Moment.PLAN,
)  # fmt: skip
APPROVE = DecisionPage(
    DecisionKind.APPROVE, services.approve_training, _("Approve the plan"),
    _("Enrolment opens at once, and the trainers are told."),
    _("Approve"), _("The plan is approved. Enrolment is open."), Moment.APPROVE,
)  # fmt: skip
RETURN = DecisionPage(
    DecisionKind.RETURN, services.return_training, _("Return it for correction"),
    _("The trainers are told the reason, correct what is needed and send it again."),
    _("Return"), _("It is returned. The trainers are told."), reason="required",
)  # fmt: skip
SUBMIT = DecisionPage(
    DecisionKind.SUBMIT, services.submit_training, _("Submit the report"),
    _("Sessions close as they are: attendance and modules do not change any more. The focal point verifies."),
    _("Submit the report"), _("The report is submitted. The focal point is told."), Moment.SUBMIT, reported=True,
)  # fmt: skip
VERIFY = DecisionPage(
    DecisionKind.VERIFY, services.verify_training, _("Verify the report"),
    _("Completions are recorded and certificates of completion are issued. This cannot be undone."),
    _("Verify"), _("The training is verified. The certificates are being made."), Moment.VERIFY, reason="optional",
)  # fmt: skip
LOCK = DecisionPage(
    DecisionKind.LOCK, services.lock_training_record, _("Lock the training"),
    _("Its figures have been reported. From now on nothing in it changes; this cannot be undone."),
    _("Lock"), _("The training is locked."),
)  # fmt: skip
CANCEL = DecisionPage(
    DecisionKind.CANCEL, services.cancel_training, _("Cancel the training"),
    _("Everybody with a place is told by mail, with your reason. This cannot be undone."),
    _("Cancel the training"), _("The training is cancelled."), reason="required", button="harm",
)  # fmt: skip


def _page(step: DecisionPage):
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request, pk):
        return decide(request, pk, step)

    return view


training_send, training_approve, training_return = _page(SEND), _page(APPROVE), _page(RETURN)
training_submit, training_verify = _page(SUBMIT), _page(VERIFY)
training_lock, training_cancel = _page(LOCK), _page(CANCEL)


def decide(request, pk: int, step: DecisionPage):
    """Show what the decision means and what the rules say; on POST take it."""
    training = training_of(request, pk)
    position = where_it_stands(training)
    require(may_decide(request.user, training, step.kind, position))
    findings = findings_now(training, step, position, by=request.user)
    form = DecisionForm(request.POST or None, **form_options(training, step, findings))
    if request.method == "POST" and form.is_valid():
        act = lambda: step.act(training, by=request.user, **form.answers)  # noqa: E731
        if attempt(request, act, success=step.done):
            return redirect(training)
        training.refresh_from_db()
    context = {
        "step": step, "training": training, "form": form, "findings": findings,
        "stopped": any(finding.blocks for finding in findings),
        "facts": facts_of(training), "breadcrumbs": training_crumbs(training, step.title),
    }  # fmt: skip
    return render(request, "cascade/training_decide.html", context)


def findings_now(training: Training, step: DecisionPage, position: str, *, by) -> list[Finding]:
    """What the rules of this moment say; where the step cannot be taken from here, only that."""
    if not is_possible(step.kind, position, starts_on=training.starts_on, today=day_at(training)):
        return [Finding("wrong_state", NOT_NOW[step.kind])]
    return findings_for(training, step.moment, by=by) if step.moment else []


def facts_of(training: Training) -> list[dict]:
    """What the decision is about, in a few lines."""
    names = [row.person.full_name for row in training.deliverers.select_related("person")]
    listed = training.enrolments.holding_a_seat().count()
    people = gettext("%(listed)d on the list, %(seats)d seats") % {"listed": listed, "seats": training.seats}
    if training.reported_participants is not None:
        people += gettext(", %(reported)d reported") % {"reported": training.reported_participants}
    edition = f"{training.curriculum} {training.edition.label}, {training.get_language_display()}"
    return [
        {"label": gettext("Training"), "value": f"{training.title}, {training.institution}"},
        {"label": gettext("When and where"), "value": f"{days_of(training)}, {training.venue}"},
        {"label": gettext("Trainers"), "value": ", ".join(names)},
        {"label": gettext("Edition and language"), "value": edition},
        {"label": gettext("Participants"), "value": people},
    ]


def form_options(training: Training, step: DecisionPage, findings: list[Finding]) -> dict:
    """The fields this decision asks for; a warning to be confirmed makes the reason required."""
    reason = "required" if needs_reason(findings) and step.kind == DecisionKind.VERIFY else step.reason
    initial = {"version": training.version, "reported": training.reported_participants}
    return {"initial": initial, "reason": reason, "reported": step.reported and not training.head_count_only}
