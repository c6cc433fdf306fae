"""Test results before and after a training, the test opened on phones, and the sheets with the answers."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.clock import now
from lms.core.models import Dated, Versioned
from lms.core.tokens import readable_code
from lms.people.models import Person, User
from lms.trainings.models import Training

from ..choices import Moment, ResultSource
from ..querysets import AnswerSheetQuerySet, PhoneTestQuerySet, TestResultQuerySet


class TestResult(Versioned):
    """Items right of items asked, for one person at one moment of one training.

    `source` says whether somebody typed the number or a sheet gave it; one never overwrites the other unseen.
    """

    __test__ = False  # the test runner would take the name for a test case

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="test_results")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="test_results")
    moment = models.CharField(_("moment"), max_length=4, choices=Moment)
    correct = models.PositiveSmallIntegerField(_("items right"))
    items = models.PositiveSmallIntegerField(_("items asked"))
    source = models.CharField(_("source"), max_length=5, choices=ResultSource, default=ResultSource.TYPED)
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


def short_code() -> str:
    """Typed on a phone by everybody in the classroom; whoever guesses it still has to be on the list."""
    return readable_code(groups=2)


class PhoneTest(Versioned):
    """The pre- or post-test of a training, opened for phones on the edition's frozen form; once closed, for good."""

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="phone_tests")
    moment = models.CharField(_("moment"), max_length=4, choices=Moment)
    form = models.ForeignKey("curricula.EditionForm", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=10, choices=settings.CONTENT_LANGUAGES)
    code = models.CharField(max_length=12, unique=True, default=short_code, editable=False)
    opened_at = models.DateTimeField(_("opened"), default=now)
    opened_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(_("closed"), null=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = PhoneTestQuerySet.as_manager()

    class Meta:
        ordering = ["-moment"]  # "pre" before "post"
        verbose_name = _("test on the phone")
        verbose_name_plural = _("tests on the phone")
        constraints = [models.UniqueConstraint(fields=["training", "moment"], name="phone_test_once_per_moment")]

    def __str__(self) -> str:
        return f"{self.training.reference} {self.get_moment_display()}"


class AnswerSheet(Dated):
    """One person's answers to the form of one moment, from the phone or from paper.

    A phone's sheet is handed in by its person, once; a paper's is complete when every item has its mark. `correct` of
    `items` is what the sheet then says. `settled_at`: somebody decided what counts where a typed result said otherwise.
    """

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="answer_sheets")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="answer_sheets")
    moment = models.CharField(_("moment"), max_length=4, choices=Moment)
    form = models.ForeignKey("curricula.EditionForm", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(_("source"), max_length=5, choices=ResultSource)
    handed_in_at = models.DateTimeField(_("handed in"), null=True)
    correct = models.PositiveSmallIntegerField(_("items right"), null=True)
    items = models.PositiveSmallIntegerField(_("items asked"))
    settled_at = models.DateTimeField(_("settled"), null=True)

    objects = AnswerSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer sheet")
        verbose_name_plural = _("answer sheets")
        constraints = [
            models.UniqueConstraint(fields=["training", "person", "moment"], name="answer_sheet_once_per_moment"),
            models.CheckConstraint(condition=~Q(source=ResultSource.TYPED), name="answer_sheet_is_not_typed"),
            models.CheckConstraint(
                condition=Q(handed_in_at=None, correct=None) | Q(handed_in_at__isnull=False, correct__isnull=False),
                name="answer_sheet_in_has_result",
            ),
            models.CheckConstraint(condition=Q(correct=None) | Q(correct__lte=F("items")), name="answer_sheet_fits"),
        ]

    def __str__(self) -> str:
        return f"{self.correct}/{self.items}" if self.handed_in_at else "–"


class SheetAnswer(models.Model):
    """The answer to one item: `given` as `marking` reads it (empty for paper), `is_right` once it was marked."""

    sheet = models.ForeignKey(AnswerSheet, on_delete=models.CASCADE, related_name="answers")
    code = models.CharField(max_length=20)
    given = models.JSONField(default=list)
    is_right = models.BooleanField(null=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        indexes = [models.Index(fields=["code"])]
        constraints = [models.UniqueConstraint(fields=["sheet", "code"], name="sheet_answers_item_once")]

    def __str__(self) -> str:
        return self.code
