"""Who may do what with ToT cohorts and nominations. The regional ToT is the programme office's own."""

from lms.people.choices import RoleKind
from lms.people.permissions import is_office
from lms.trainings.choices import TrainingStatus

from .choices import NominationStatus
from .models import Cohort

SETTLED = (NominationStatus.DECLINED, NominationStatus.WITHDRAWN)
OVER = (TrainingStatus.SUBMITTED, TrainingStatus.VERIFIED, TrainingStatus.LOCKED, TrainingStatus.CANCELLED)


def may_see_cohorts(user) -> bool:
    """The list: the office, focal points, assessors, and whoever teaches a ToT."""
    if is_office(user) or user.holds(RoleKind.FOCAL_POINT, RoleKind.ASSESSOR):
        return True
    return Cohort.objects.visible_to(user).exists()


def may_run_cohorts(user) -> bool:
    """Open a cohort and its call, select, plan teach-backs, certify: the programme office."""
    return is_office(user)


def may_cancel_cohort(user, cohort) -> bool:
    """The office, while nothing was taught or reported; whether anybody was present, the service asks."""
    return may_run_cohorts(user) and cohort.training.status not in OVER


def may_see_nominations(user) -> bool:
    """The office all of them, focal points those of their institutions."""
    return is_office(user) or is_focal_point(user)


def is_focal_point(user) -> bool:
    return user.holds(RoleKind.FOCAL_POINT)


def may_nominate_from(user, institution_id: int) -> bool:
    """Somebody of this institution: its focal point, or the office for it."""
    return may_see_nominations(user) and user.scope.covers(institution_id)


def may_nominate(user, cohort) -> bool:
    """While the cohort takes nominations at all; the closing date binds focal points only (`services`)."""
    return may_see_nominations(user) and cohort.training.status not in OVER


def is_own(user, nomination) -> bool:
    """Is it about the user themselves?"""
    return nomination.person.user_id is not None and nomination.person.user_id == user.pk


def may_endorse_nomination(user, nomination) -> bool:
    """The institution's focal point, or the office for a letter it received; never one's own."""
    return may_nominate_from(user, nomination.institution_id) and not is_own(user, nomination)


def may_decide_nomination(user, nomination) -> bool:
    """The office, never about oneself."""
    return is_office(user) and not is_own(user, nomination)


def may_withdraw_nomination(user, nomination) -> bool:
    """Whoever may nominate from there takes back; what is declined or withdrawn is settled."""
    return may_nominate_from(user, nomination.institution_id) and nomination.status not in SETTLED
