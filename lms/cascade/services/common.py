"""What every decision begins with: the row locked, the form fresh, the step possible, the rules asked."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.rules import Finding, refuse, refuse_if_any, refuse_stale
from lms.people.models import User
from lms.trainings.choices import DecisionKind
from lms.trainings.models import Training
from lms.trainings.services.locks import day_at, lock_people, lock_training

from ..checks import facts_for, judge, nameless
from ..choices import Position
from ..permissions import actors_of
from ..transitions import is_allowed, is_possible, position_of

NOT_NOW = {
    DecisionKind.PLAN: gettext_lazy("Only a draft or a returned plan can be sent."),
    DecisionKind.APPROVE: gettext_lazy("Only a plan that waits for approval can be approved."),
    DecisionKind.RETURN: gettext_lazy("This training cannot be returned from where it stands now."),
    DecisionKind.SUBMIT: gettext_lazy("Only an approved training can be reported."),
    DecisionKind.VERIFY: gettext_lazy("Only a submitted report can be verified."),
    DecisionKind.LOCK: gettext_lazy("Only a verified training can be locked."),
    DecisionKind.CANCEL: gettext_lazy("This training cannot be cancelled any more."),
}


def where_it_stands(training: Training) -> Position:
    """The position from the status and the decisions so far."""
    return position_of(training.status, training.decisions.order_by("pk").values_list("kind", flat=True))


def open_training(training: Training, kind: str, *, by: User, version: int | None) -> tuple[Training, Position]:
    """The training under its lock and where it stands. Refuses: 'stale', 'wrong_state', 'not_allowed'."""
    training = lock_training(training)
    refuse_stale(training, version)
    position = where_it_stands(training)
    if not is_possible(kind, position, starts_on=training.starts_on, today=day_at(training)):
        refuse("wrong_state", str(NOT_NOW[DecisionKind(kind)]))
    if not is_allowed(kind, position, actors_of(by, training)):
        refuse("not_allowed", _("This decision belongs to somebody else."))
    return training, position


def pass_rules(training: Training, moment: str, *, by: User) -> list[Finding]:
    """The findings to store (without names) if none blocks; refuses with those that do, names and all.

    The people are locked first, so that no two trainings take the same trainer at the same moment.
    """
    lock_people(_people(training))
    facts = facts_for(training, moment, by=by)
    refuse_if_any(judge(facts, moment))
    return judge(nameless(facts), moment)


def _people(training: Training) -> Iterable[int]:
    teaching = training.deliverers.values_list("person", flat=True)
    return {*teaching, *training.enrolments.holding_a_seat().values_list("person", flat=True)}


def require_reason(reason: str) -> str:
    """The reason, trimmed. Refuses: 'reason_missing'."""
    reason = reason.strip()
    if not reason:
        refuse("reason_missing", _("Write the reason: the people concerned read it."))
    return reason
