"""What tests, teach-backs and roll-out plans bring to the first page, for several roles."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lms.assessments.models import AnswerSheet, PhoneTest, RolloutPlan, TeachBack
from lms.assessments.permissions import may_confirm_plan
from lms.assessments.services.answering import takes_answers
from lms.core.prepared import prepared
from lms.people.scope import NOTHING, Reach
from lms.trainings.models import Enrolment

from ..cards import Task
from ..links import link


def third_tasks(user, day: date) -> list[Task]:
    """Teach-backs this assessor is called to score as the third."""
    return [
        Task(
            what=_("Teach-back of %(person)s, as the third assessor") % {"person": row.person.full_name},
            whose=str(row.topic or row.training.title), due=row.held_on, today=day,
            url=link("assessments:teach_back_score", row.pk), button=_("Score"),
        )
        for row in _called_as_third(user=user.pk)
    ]  # fmt: skip


@prepared
def _called_as_third(*, user: int) -> QuerySet:
    rows = TeachBack.objects.outstanding(Reach(NOTHING, frozenset()).reader(user))
    rows = rows.filter(assessors__assessor=user, assessors__part="third")
    return rows.select_related("person", "training", "topic")


def plan_tasks(user, day: date) -> list[Task]:
    """Roll-out plans that wait for this focal point."""
    return [
        Task(
            what=_("Roll-out plan of %(person)s to confirm") % {"person": row.person.full_name},
            whose=row.training.title, today=day, url=link("assessments:rollout_detail", row.pk), button=_("Look"),
        )
        for row in _waiting_plans(user.reach, user=user.pk)
        if may_confirm_plan(user, row.person)
    ]  # fmt: skip


@prepared
def _waiting_plans(reach: Reach, *, user: int) -> QuerySet:
    rows = RolloutPlan.objects.waiting().visible_to(reach.reader(user))
    return rows.select_related("person", "training").order_by("sent_at")


def participant_tasks(user, person, day: date) -> list[Task]:
    """Tests that are open for this person now."""
    tests = _open_tests(person=person.pk)
    handed_in = set(_handed_in(person=person.pk)) if tests else set()
    return [
        Task(
            what=_("Test %(moment)s") % {"moment": test.get_moment_display()}, whose=test.training.title, today=day,
            url=link("test:start", test.code), button=_("Take the test"),
        )
        for test in tests
        if (test.training_id, test.moment) not in handed_in and takes_answers(test)
    ]  # fmt: skip


@prepared
def _open_tests(*, person: int) -> QuerySet:
    """Tests that nobody has closed, of trainings in which the person has a seat."""
    seats = Enrolment.objects.holding_a_seat().filter(person=person).values("training")
    tests = PhoneTest.objects.not_closed().filter(training__in=seats)
    return tests.select_related("training__institution__jurisdiction", "form")


@prepared
def _handed_in(*, person: int) -> QuerySet:
    """(training id, moment) of the person's sheets that are handed in."""
    return AnswerSheet.objects.handed_in().filter(person=person).order_by().values_list("training", "moment")
