"""The agenda that is proposed for a ToT: its half-days and modules, with hours."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from lms.core.rules import refuse
from lms.people.models import User
from lms.trainings.models import AgendaItem, Session, Training
from lms.trainings.services import ItemPlan, add_items
from lms.trainings.services.locks import lock_training

from ..agenda.times import ProposedItem, parts_of, propose_lines
from ..models import Cohort
from ..permissions import may_run_cohorts


@transaction.atomic
def propose_agenda(cohort: Cohort, *, by: User) -> list[AgendaItem]:
    """Fill an empty agenda from what is planned for the half-days; every item can then be edited.

    Refuses: not_office, not_empty, no_modules, too_long, and what `trainings.services.add_items` does.
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office plans the agenda of a ToT."))
    training = lock_training(cohort.training_id)
    if training.agenda.standing().exists():
        refuse("not_empty", _("The agenda has items already. Remove them first, or change them."))
    lines = _lines(training)
    if not lines:
        refuse("no_modules", _("No module is planned for a half-day. Add the items one by one."))
    return add_items(training, [_plan(line) for line in lines], by=by)


def _lines(training: Training) -> list[ProposedItem]:
    minutes = dict(training.edition.modules.values_list("module", "minutes"))
    sessions = list(training.sessions.prefetch_related("modules__module"))
    parts = parts_of([_modules(session, minutes) for session in sessions])
    try:
        return propose_lines([(one.held_on, one.half, row) for one, row in zip(sessions, parts, strict=True)])
    except ValueError:
        refuse("too_long", _("A half-day holds more than a day has room for. Add the items one by one."))


def _modules(session: Session, minutes: dict[int, int]) -> Sequence[tuple[int, str, int]]:
    rows = [row.module for row in session.modules.all()]
    return [(module.pk, module.code, minutes.get(module.pk, module.minutes)) for module in rows]


def _plan(line: ProposedItem) -> ItemPlan:
    starts, ends = line.clocks
    return ItemPlan(line.held_on, starts, ends, line.kind, title_of(line.name), line.module_id)


def title_of(name: str) -> str:
    """The proposed item's title in the language of whoever asks for the proposal; a module has its own."""
    titles = {
        "opening": _("Registration and opening"),
        "closing": _("Closing"),
        "pause": _("Coffee break"),
        "lunch": _("Lunch"),
        "test_before": _("Test before the training"),
        "test_after": _("Test after the training"),
    }
    return titles.get(name, "")
