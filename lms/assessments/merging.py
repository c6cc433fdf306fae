"""When two records are one person, and when a person is forgotten: what this app does then."""

from django.utils.translation import gettext as _

from lms.core.rules import Finding
from lms.people.models import Person

from .models import AnswerSheet, Commitment, Recusal, RolloutPlan, SheetAnswer, TeachBack, TeachBackScore, TestResult

#: What makes a row of each table the only one of its person.
ONCE = ((TestResult, ("training", "moment")), (AnswerSheet, ("training", "moment")), (TeachBack, ("training",)),
        (RolloutPlan, ("training", "number")), (Recusal, ("assessor",)))  # fmt: skip


def move_assessments(keep: Person, drop: Person) -> list[Finding]:
    """Point results, sheets, teach-backs and plans at `keep`; the same thing on both speaks against it."""
    for model, once in ONCE:
        kept = set(model.objects.filter(person=keep).values_list(*once))
        rows = model.objects.filter(person=drop)
        both = kept.intersection(rows.values_list(*once))
        if both and model is not Recusal:
            words = {"what": model._meta.verbose_name}
            return [Finding("both_assessed", _("Both have a %(what)s of one training. Remove one first.") % words)]
        if both:
            rows.filter(assessor__in=[assessor for (assessor,) in both]).delete()
        model.objects.filter(person=drop).update(person=keep)
    return []


def erase_answers(person: Person) -> None:
    """Texts may say who wrote them or whom they are about: they go. Marks, levels and dates stay."""
    SheetAnswer.objects.filter(sheet__person=person).update(given=[])
    TeachBackScore.objects.filter(teach_back__person=person).update(comment="")
    RolloutPlan.objects.filter(person=person, number=1).update(reason="", returned_reason="")
    RolloutPlan.objects.filter(person=person, number__gt=1).update(reason="–", returned_reason="")
    Commitment.objects.filter(plan__person=person).update(note="")
    Recusal.objects.filter(person=person).delete()
