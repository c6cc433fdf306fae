"""Opening teach-backs and scoring them, each assessor blind to the others."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from curricula.models import Module
from lms.audit.services import record
from lms.core.rules import RuleBroken, refuse, refuse_stale
from lms.people.models import Person, User
from lms.trainings.choices import CLOSED_TO_RESULTS, EnrolmentStatus, TrainingKind
from lms.trainings.models import Training

from ..choices import AssessorPart, Criterion
from ..models import TeachBack, TeachBackScore
from ..permissions import is_named, may_open_teach_back, why_not_assessor
from ..scoring import HIGHEST, LOWEST, Score, Verdict, teach_back_outcome

# A ToT is scored by two; only a disagreement calls the third, and there is never a fourth.
ASSESSORS = 2


@transaction.atomic
def open_teach_back(training: Training, person: Person, *, held_on: date, topic: Module | None, by: User) -> TeachBack:
    """Open the one teach-back of a ToT candidate; `topic` is a module of the curriculum or None until it is drawn.

    Refuses: not_allowed, not_tot, training_shut, not_enrolled, outside_training, other_curriculum, already_open.
    """
    training = Training.objects.select_for_update().get(pk=training.pk)
    _refuse_wrong_training(training, by)
    if not training.enrolments.filter(person=person, status=EnrolmentStatus.ENROLLED).exists():
        refuse("not_enrolled", _("This person is not enrolled in the training. Enrol them first."))
    if not training.starts_on <= held_on <= training.ends_on:
        refuse("outside_training", _("The teach-back must be held on a day of the training."))
    if topic is not None and topic.curriculum_id != training.curriculum_id:
        refuse("other_curriculum", _("The module belongs to another curriculum. Choose one of this training."))
    if TeachBack.objects.filter(training=training, person=person).exists():
        refuse("already_open", _("This candidate already has a teach-back in this training."))
    teach_back = TeachBack.objects.create(training=training, person=person, held_on=held_on, topic=topic)
    after = {"person": person.pk, "held_on": held_on, "topic": topic and topic.code}
    record("teach_back.opened", teach_back, by=by, after=after, institution=person.institution_id)
    return teach_back


def _refuse_wrong_training(training: Training, by: User) -> None:
    if not may_open_teach_back(by, training):
        refuse("not_allowed", _("Only the programme office opens teach-backs."))
    if training.kind != TrainingKind.TOT:
        refuse("not_tot", _("Teach-backs belong to a training of trainers; this is another kind of training."))
    if training.status in CLOSED_TO_RESULTS:
        refuse("training_shut", _("This training takes no teach-backs: it is a draft, cancelled or locked."))


@transaction.atomic
def save_score(
    teach_back: TeachBack,
    *,
    assessor: User,
    levels: Mapping[str, int | None],
    comment: str,
    submit: bool,
    version: int | None = None,
    declared: bool = False,
) -> TeachBackScore:
    """Keep an assessor's levels as a draft, or hand them in for good; gives the score.

    `levels` maps criteria to 1..4; a draft may leave some out or None. `declared`: "I am not this candidate's superior,
    nor do I work in their institution", asked of everybody who hands in and kept with the score.
    Refuses: no_role, own_teach_back, own_institution, recused, not_named, training_shut, third_not_needed, final,
    bad_level, incomplete, not_declared, stale.
    """
    teach_back = TeachBack.objects.select_for_update().select_related("person", "training").get(pk=teach_back.pk)
    refuse_wrong_assessor(teach_back, assessor)
    levels = _checked(levels, complete=submit)
    if submit and not declared:
        refuse("not_declared", _("Declare that you are neither the candidate's superior nor of their institution."))
    score = TeachBackScore.objects.select_for_update().filter(teach_back=teach_back, assessor=assessor).first()
    if score is None:
        score = TeachBackScore(teach_back=teach_back, assessor=assessor)
    elif score.submitted_at:
        refuse("final", _("You have handed in these scores. They can no longer be changed."))
    else:
        refuse_stale(score, version)
        score.version += 1
    _refuse_third(teach_back, assessor)
    for name, level in levels.items():
        setattr(score, name, level)
    score.comment = comment.strip()
    score.submitted_at = score.declared_at = timezone.now() if submit else None
    score.save()
    _audit(score, assessor, submit)
    return score


def refuse_wrong_assessor(teach_back: TeachBack, user: User) -> None:
    """Rule 5: an assessor today whom nothing forbids and who is named if anybody is; and a training that is open."""
    finding = why_not_assessor(user, teach_back.person)
    if finding:
        raise RuleBroken(finding)
    if not is_named(user, teach_back):
        refuse("not_named", _("Other assessors are named for this teach-back."))
    if teach_back.training.status in CLOSED_TO_RESULTS:
        refuse("training_shut", _("This training is cancelled or locked: scores can no longer be entered."))


def _refuse_third(teach_back: TeachBack, assessor: User) -> None:
    """A third assessor only while the first two are more than one level apart; never a fourth."""
    others = [score for score in scores_handed_in(teach_back) if score.assessor != assessor.pk]
    if len(others) < ASSESSORS:
        return
    third_named = teach_back.assessors.filter(part=AssessorPart.THIRD).exclude(assessor=assessor).exists()
    if third_named or len(others) > ASSESSORS or teach_back_outcome(others).verdict != Verdict.THIRD_NEEDED:
        refuse("third_not_needed", _("The scores of this teach-back are complete: no further assessor is needed."))


def scores_handed_in(teach_back: TeachBack) -> list[Score]:
    """The submitted scores of a teach-back, as the rubric's arithmetic reads them."""
    rows = teach_back.scores.submitted().order_by("submitted_at", "id")
    return [as_score(row) for row in rows]


def as_score(row: TeachBackScore) -> Score:
    """A complete row as the rubric reads it."""
    return Score(row.assessor_id, {name: getattr(row, name) for name in Criterion.values})


def _checked(levels: Mapping[str, int | None], *, complete: bool) -> dict[str, int | None]:
    kept = {name: levels.get(name) for name in Criterion.values}
    if any(level is not None and level not in range(LOWEST, HIGHEST + 1) for level in kept.values()):
        refuse("bad_level", _("A level is a whole number from 1 to 4."))
    if complete and None in kept.values():
        missing = ", ".join(str(Criterion(name).label) for name, level in kept.items() if level is None)
        refuse("incomplete", _("Choose a level for each criterion before you hand in. Missing: %s.") % missing)
    return kept


def _audit(score: TeachBackScore, assessor: User, submit: bool) -> None:
    action = "teach_back.score_handed_in" if submit else "teach_back.score_drafted"
    # The levels stand in the score alone, which does not change any more: the trail would show them to officers
    # before the other assessor's are in.
    record(
        action, score, by=assessor, after={"teach_back": score.teach_back_id, "declared": bool(score.declared_at)},
        institution=score.teach_back.person.institution_id,
    )  # fmt: skip
