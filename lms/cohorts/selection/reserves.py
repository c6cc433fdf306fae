"""Who of the reserves is next for the seats that are free; a proposal, nothing is written."""

from collections import Counter

from lms.trainings.choices import EnrolmentStatus
from lms.trainings.figures import people_elsewhere, places_of

from ..choices import NominationStatus
from ..models import Cohort, Nomination
from ..permissions import is_own
from .seat_rules import next_up
from .seats import seating_of


def proposed_reserves(cohort: Cohort, *, by) -> list[Nomination]:
    """Whom the pages propose: the next reserves, once the list is decided or somebody accepted dropped out."""
    if cohort.nominations.undecided().exists() and not _somebody_left(cohort):
        return []
    return next_reserves(cohort, by=by)


def _somebody_left(cohort: Cohort) -> bool:
    was_accepted = {"versions__said__status": NominationStatus.ACCEPTED}
    if cohort.nominations.filter(status=NominationStatus.WITHDRAWN, **was_accepted).exists():
        return True
    gone = cohort.training.enrolments.filter(status=EnrolmentStatus.WITHDRAWN).values("person")
    return cohort.nominations.accepted().filter(person__in=gone).exists()


def next_reserves(cohort: Cohort, *, by=None) -> list[Nomination]:
    """In their order and as the seat rules allow; passed over: who is busy on these days, has left, or is the one who
    acts (`by`). Half a dozen queries.
    """
    waiting = list(cohort.nominations.reserves().select_related("person", "institution", "cohort__training"))
    free = places_of(cohort.training).free
    if not waiting or not free:
        return []
    busy = people_elsewhere(cohort.training, [row.person_id for row in waiting])
    able = [row for row in waiting if row.person_id not in busy and row.person.left_on is None]
    able = [row for row in able if by is None or not is_own(by, row)]
    seating = seating_of(cohort)
    chosen = next_up([seating.choice(row) for row in able], seating.rules, _accepted(cohort, seating), free)
    return [row for pk in chosen for row in able if row.pk == pk]


def _accepted(cohort: Cohort, seating) -> Counter:
    """{invited institution: accepted}, without those whose place was given back."""
    gone = cohort.training.enrolments.filter(status=EnrolmentStatus.WITHDRAWN).values("person")
    rows = cohort.nominations.accepted().exclude(person__in=gone)
    return Counter(seating.owner(pk) for pk in rows.values_list("institution", flat=True))
