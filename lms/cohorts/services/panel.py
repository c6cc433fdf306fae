"""The panel: who sits on it, and what each member scores, unseen by the others until it is handed in."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse, refuse_stale
from lms.people.models import User
from lms.trainings.choices import TrainingStatus
from lms.trainings.models import Training
from lms.trainings.services.locks import day_at, lock_training

from ..models import Cohort, Nomination, PanelMember, PanelScore
from ..permissions import OVER, SETTLED, may_run_cohorts
from ..selection.panel import INSTITUTION, OWN, closed_because, institutions_closed_to, is_member

MOST_MEMBERS = 15


@transaction.atomic
def add_panel_member(cohort: Cohort, user: User, *, by: User) -> PanelMember:
    """Name an account for the panel. Named twice is named once. Refuses: not_office, over, inactive, too_many."""
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office names the panel."))
    training = lock_training(cohort.training_id)
    if training.status in OVER:
        refuse("over", _("This ToT is over or cancelled. Its panel does not change any more."))
    if not user.is_active:
        refuse("inactive", _("This account is closed. Choose another one."))
    known = cohort.panel_members.filter(user=user).first()
    if known:
        return known
    if cohort.panel_members.count() >= MOST_MEMBERS:
        refuse("too_many", _("A panel has at most %(most)d members.") % {"most": MOST_MEMBERS})
    member = PanelMember.objects.create(cohort=cohort, user=user, added_by=by)
    record("panel_member_added", cohort, by=by, after={"account": user.pk}, institution=training.institution_id)
    return member


@transaction.atomic
def remove_panel_member(member: PanelMember, *, by: User) -> None:
    """Take somebody off the panel who has scored nobody yet. Refuses: not_office, scored."""
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office names the panel."))
    training = lock_training(member.cohort.training_id)
    if PanelScore.objects.filter(nomination__cohort=member.cohort_id, member=member.user_id).exists():
        refuse("scored", _("This member has scored already. What was scored stays, and who scored it."))
    record(
        "panel_member_removed", member.cohort, by=by, before={"account": member.user_id},
        institution=training.institution_id,
    )  # fmt: skip
    member.delete()


@transaction.atomic
def save_panel_score(
    nomination: Nomination, *, levels: Mapping[str, int | None], comment: str = "", submit: bool, by: User,
    version: int | None = None,
) -> PanelScore:  # fmt: skip
    """Keep a member's levels, {criterion id: level from 1}, as a draft or hand them in for good.

    Refuses: no_member, own_nomination, own_institution, settled, not_open, no_criteria, final, stale, bad_level,
    incomplete.
    """
    training = lock_training(nomination.cohort.training_id)
    nomination = Nomination.objects.select_related("person", "cohort__training").get(pk=nomination.pk)
    _refuse_member(nomination, by)
    _refuse_moment(training, nomination)
    levels = _checked(nomination.cohort, levels, complete=submit)
    score = PanelScore.objects.select_for_update().filter(nomination=nomination, member=by).first()
    score = _fresh(score, version) if score else PanelScore(nomination=nomination, member=by)
    score.levels, score.comment = levels, comment.strip()
    score.submitted_at = timezone.now() if submit else None
    score.save()
    action = "panel_score_handed_in" if submit else "panel_score_drafted"
    after = {"nomination": nomination.pk, **(levels if submit else {})}
    record(action, score, by=by, after=after, institution=nomination.institution_id)
    return score


def _fresh(score: PanelScore, version: int | None) -> PanelScore:
    if score.submitted_at:
        refuse("final", _("You have handed in these scores. They do not change any more."))
    refuse_stale(score, version)
    score.version += 1
    return score


def _refuse_member(nomination: Nomination, by: User) -> None:
    if not is_member(by, nomination.cohort):
        refuse("no_member", _("Only members of this cohort's panel score its nominations."))
    closed = closed_because(by, nomination, institutions_closed_to(by))
    if closed == OWN:
        refuse("own_nomination", _("Nobody scores themselves."))
    if closed == INSTITUTION:
        refuse("own_institution", _("Nobody scores people of their own institution, or of one above or below it."))


def _refuse_moment(training: Training, nomination: Nomination) -> None:
    if nomination.status in SETTLED:
        refuse("settled", _("This nomination was declined or withdrawn: it is not scored any more."))
    if training.status != TrainingStatus.APPROVED or day_at(training) > training.ends_on:
        refuse("not_open", _("The panel scores between the call and the last day of the ToT."))


def _checked(cohort: Cohort, levels: Mapping[str, int | None], *, complete: bool) -> dict[str, int]:
    criteria = list(cohort.criteria.all())
    if not criteria:
        refuse("no_criteria", _("This cohort has no criteria yet. The programme office writes them into the call."))
    given = {str(one.pk): levels.get(str(one.pk)) for one in criteria}
    most = {str(one.pk): len(one.levels) for one in criteria}
    if any(level is not None and not 1 <= level <= most[pk] for pk, level in given.items()):
        refuse("bad_level", _("Choose one of the levels of each criterion."))
    missing = [one.title for one in criteria if given[str(one.pk)] is None]
    if complete and missing:
        sentence = _("Choose a level for each criterion before you hand in. Missing: %s.")
        refuse("incomplete", sentence % ", ".join(missing))
    return {pk: level for pk, level in given.items() if level is not None}
