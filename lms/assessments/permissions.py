"""Who may record results, run tests, plan teach-backs, score them, and work with roll-out plans."""

from django.utils.translation import gettext as _

from lms.core.rules import Finding
from lms.people.choices import RoleKind
from lms.people.permissions import is_office_over
from lms.trainings.choices import Part
from lms.trainings.permissions import teaches

from .models import Recusal
from .querysets import own_institution_ids


def is_office_for(user, training) -> bool:
    """Does the user speak for the programme office about this training?"""
    return is_office_over(user, training.institution_id)


def may_record_results(user, training) -> bool:
    """The office, and whoever delivers the training."""
    return is_office_for(user, training) or teaches(user, training)


def may_run_tests(user, training) -> bool:
    """Open and close the test on phones: the office, and the lead trainer."""
    leads = training.deliverers.filter(person__user=user.pk, part=Part.LEAD)
    return is_office_for(user, training) or leads.exists()


def may_read_statistics(user) -> bool:
    """How items do over all trainings is the office's to know."""
    return user.scope.everything and user.holds(RoleKind.OFFICE)


def may_open_teach_back(user, training) -> bool:
    """The office opens teach-backs, plans their slots and names their assessors."""
    return is_office_for(user, training)


def why_not_assessor(user, person) -> Finding | None:
    """What forbids this account to score this candidate (rule 5), None if nothing does."""
    if person.user_id == user.pk:
        return Finding("own_teach_back", _("Nobody scores their own teach-back."))
    if not user.holds(RoleKind.ASSESSOR):
        return Finding("no_role", _("Only assessors score teach-backs. Ask the programme office for the role."))
    if person.institution_id in own_institution_ids(user):
        text = _("An assessor does not score candidates of their own institution, nor of one above or below it.")
        return Finding("own_institution", text)
    if Recusal.objects.filter(person=person, assessor=user.pk).exists():
        return Finding("recused", _("This assessor is recorded as the candidate's superior or colleague."))
    return None


def is_assessor_of(user, teach_back) -> bool:
    """An assessor today whom nothing forbids to score this candidate, and named if anybody is."""
    return why_not_assessor(user, teach_back.person) is None and is_named(user, teach_back)


def is_named(user, teach_back) -> bool:
    """Where assessors are named only they score; who has begun to score goes on."""
    named = set(teach_back.assessors.values_list("assessor", flat=True))
    return not named or user.pk in named or teach_back.scores.filter(assessor=user.pk).exists()


def may_read_all_scores(user, teach_back) -> bool:
    """The office, but for an officer who has still to score this one; assessors: see `ScoreQuerySet.visible_to`."""
    rows = type(teach_back)._default_manager.filter(pk=teach_back.pk)
    return is_office_for(user, teach_back.training) and not rows.outstanding(user).exists()


# Roll-out plans -------------------------------------------------------------------------------------------------------


def may_see_plans(user, training) -> bool:
    """The plans of a whole cohort: the office's, and the focal points' for their own people."""
    return is_office_for(user, training) or user.holds(RoleKind.FOCAL_POINT)


def may_draft_plan(user, training, person) -> bool:
    """The candidate, or the office from paper."""
    own = person.user_id is not None and person.user_id == user.pk
    return own or is_office_for(user, training)


def may_confirm_plan(user, person) -> bool:
    """A focal point for the candidate's institution, who is not the candidate (rule 5)."""
    focal = any(role.kind == RoleKind.FOCAL_POINT for role in user.live_roles)
    own = person.user_id is not None and person.user_id == user.pk
    return focal and not own and user.scope.covers(person.institution_id)
