"""How well: test results before and after, teach-backs and their rubric."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Versioned
from lms.people.models import Person, User
from lms.trainings.models import Training

from .choices import Moment
from .querysets import ScoreQuerySet, TeachBackQuerySet, TestResultQuerySet


class TestResult(Versioned):
    """Items right of items asked, for one person at one moment of one training."""

    __test__ = False  # the test runner would take the name for a test case

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="test_results")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="test_results")
    moment = models.CharField(_("moment"), max_length=4, choices=Moment)
    correct = models.PositiveSmallIntegerField(_("items right"))
    items = models.PositiveSmallIntegerField(_("items asked"))
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = TestResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("test result")
        verbose_name_plural = _("test results")
        constraints = [
            models.UniqueConstraint(fields=["training", "person", "moment"], name="test_result_once_per_moment"),
            models.CheckConstraint(condition=Q(correct__lte=F("items")) & Q(items__gte=1), name="test_result_fits"),
        ]

    def __str__(self) -> str:
        return f"{self.correct}/{self.items}"

    @property
    def share(self) -> float:
        """Share right, 0..1."""
        return self.correct / self.items


class TeachBack(Versioned):
    """A candidate teaches a module in front of two assessors. `topic` may be empty until it is drawn."""

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="teach_backs")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="teach_backs")
    topic = models.ForeignKey("curricula.Module", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField(_("day"))

    objects = TeachBackQuerySet.as_manager()

    class Meta:
        ordering = ["held_on", "id"]
        verbose_name = _("teach-back")
        verbose_name_plural = _("teach-backs")
        constraints = [models.UniqueConstraint(fields=["training", "person"], name="teach_back_once_per_training")]

    def __str__(self) -> str:
        return str(self.person)


def level(label) -> models.PositiveSmallIntegerField:
    """A rubric level, 1 to 4; empty only while the score is a draft."""
    return models.PositiveSmallIntegerField(label, null=True)


CRITERIA = ("plan", "accuracy", "key_points", "safety", "engagement", "checking")


class TeachBackScore(Versioned):
    """One assessor's independent scores; a draft until submitted, then unchangeable."""

    CRITERIA = CRITERIA

    teach_back = models.ForeignKey(TeachBack, on_delete=models.PROTECT, related_name="scores")
    assessor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="teach_back_scores")
    plan = level(_("plan and objectives"))
    accuracy = level(_("technical accuracy"))
    key_points = level(_("mandatory key points"))
    safety = level(_("safety and security discipline"))
    engagement = level(_("engagement"))
    checking = level(_("checking learning"))
    comment = models.TextField(_("comment"), blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("teach-back score")
        verbose_name_plural = _("teach-back scores")
        constraints = [
            models.UniqueConstraint(fields=["teach_back", "assessor"], name="teach_back_scored_once_by_each"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__gte": 1, f"{name}__lte": 4}), name=f"teach_back_{name}_1_to_4"
                )
                for name in CRITERIA
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None) | Q(**{f"{name}__isnull": False for name in CRITERIA}),
                name="teach_back_handed_in_is_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.teach_back} / {self.assessor}"
