"""An institution says whom it would send first."""

from django.db import transaction
from django.utils.translation import gettext as _

from lms.core.rules import refuse, refuse_stale
from lms.people.models import User
from lms.people.permissions import is_office
from lms.trainings.services.locks import day_at

from ..choices import NominationStatus
from ..models import Nomination
from ..permissions import SETTLED, UNDECIDED, may_order_nomination
from .nominations import facts, keep, lock_nomination

UP, DOWN = "up", "down"


@transaction.atomic
def move_nomination(nomination: Nomination, direction: str, *, by: User, version: int | None = None) -> bool:
    """One place up or down in its institution's own order; False where it stands at that end already.

    Refuses: not_allowed, settled (it is decided), closed (focal points after the closing day), stale.
    """
    if direction not in (UP, DOWN):
        raise ValueError(f"not a direction: {direction}")
    training, nomination = lock_nomination(nomination)
    if nomination.status not in UNDECIDED:
        refuse("settled", _("This nomination is decided or withdrawn. Its place does not change any more."))
    if not may_order_nomination(by, nomination):
        refuse("not_allowed", _("An institution's nominations are ordered by its focal point or the programme office."))
    if not is_office(by) and day_at(training) > nomination.cohort.nominations_close_on:
        refuse("closed", _("Nominations are closed. Write to the programme office about a late change."))
    refuse_stale(nomination, version)
    return _swap(_own_order(nomination), nomination, -1 if direction == UP else 1, by)


def _own_order(nomination: Nomination) -> list[Nomination]:
    rows = nomination.cohort.nominations.filter(institution=nomination.institution_id)
    rows = rows.exclude(status__in=SETTLED).in_priority().select_for_update(of=("self",))
    return list(rows.select_related("person", "cohort"))


def _swap(rows: list[Nomination], nomination: Nomination, step: int, by: User) -> bool:
    """Exchange two neighbours and number all from 1; only rows whose number changes get a version."""
    place = next(index for index, row in enumerate(rows) if row.pk == nomination.pk)
    other = place + step
    if not 0 <= other < len(rows) or rows[other].status not in (*UNDECIDED, NominationStatus.RESERVE):
        return False
    rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows, 1):
        if row.priority != number:
            before = facts(row)
            row.priority = number
            keep(row, "nomination_ordered", before, by=by)
    return True
