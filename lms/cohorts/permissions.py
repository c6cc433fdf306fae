"""Who may do what with ToT cohorts and nominations. The regional ToT is the programme office's own."""

from lms.people.choices import RoleKind
from lms.people.permissions import is_office
from lms.trainings.choices import VERIFIED_OR_LOCKED, DecisionKind, TrainingStatus

from .choices import NominationStatus
from .models import Cohort

SETTLED = (NominationStatus.DECLINED, NominationStatus.WITHDRAWN)
UNDECIDED = (NominationStatus.PROPOSED, NominationStatus.ENDORSED)
OVER = (TrainingStatus.SUBMITTED, *VERIFIED_OR_LOCKED, TrainingStatus.CANCELLED)


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


def may_order_nomination(user, nomination) -> bool:
    """Their own institution's order: whoever nominates from there, while it is still to be decided."""
    return may_nominate_from(user, nomination.institution_id) and nomination.status in UNDECIDED


def may_see_call(user) -> bool:
    """What is asked and what is left: whoever nominates."""
    return may_see_nominations(user)


def may_see_panel(user, cohort) -> bool:
    """Members score; the office sees how far they are."""
    return is_office(user) or cohort.panel_members.filter(user=user.pk).exists()


def may_send_letters(user) -> bool:
    """Letters are the programme office's."""
    return is_office(user)


def may_report_cohort(user, cohort) -> bool:
    """The office, once the ToT was held and its report is not in."""
    return is_office(user) and cohort.training.status in (TrainingStatus.APPROVED, TrainingStatus.RETURNED)


def may_verify_cohort(user, cohort) -> bool:
    """Another officer than the one who submitted (rule 5)."""
    return is_office(user) and cohort.training.status == TrainingStatus.SUBMITTED and not has_submitted(user, cohort)


def has_submitted(user, cohort) -> bool:
    """Is the report that waits this officer's own?"""
    last = cohort.training.decisions.filter(kind=DecisionKind.SUBMIT).order_by("pk").last()
    return last is not None and last.by_id == user.pk
