"""What every act begins with: the training's row locked, and the state it must be in."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from lms.core.clock import today
from lms.core.rules import refuse
from lms.people.models import Person

from ..models import Training
from ..stages import PLANNABLE, RECORDABLE


def lock_training(training: Training | int) -> Training:
    """The training as it stands now, locked until the transaction ends. Every act locks it first, people after it."""
    pk = training.pk if isinstance(training, Training) else training
    rows = Training.objects.select_for_update(of=("self",))
    return rows.select_related("institution__jurisdiction", "edition").get(pk=pk)


def lock_people(person_ids: Iterable[int]) -> None:
    """Lock these people in one query and one order: nobody gets two overlapping trainings at the same moment.

    Asked for once in a transaction, after the training's lock, so that no two transactions wait for each other.
    """
    list(Person.objects.select_for_update().filter(pk__in=list(person_ids)).order_by("pk").values_list("pk"))


def day_at(training: Training) -> date:
    """Today where the training is held."""
    return today(training.institution.jurisdiction.time_zone)


def require_plannable(training: Training) -> None:
    if training.status not in PLANNABLE:
        refuse("read_only", _("This training has been submitted. It can be changed only after it is returned."))


def require_recordable(training: Training) -> None:
    if training.status not in RECORDABLE:
        refuse(
            "read_only",
            _("Participants and attendance can be changed only between approval and submission of the training."),
        )
