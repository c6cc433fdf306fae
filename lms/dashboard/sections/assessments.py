"""What tests, teach-backs and roll-out plans bring to the first page, for several roles."""

from datetime import date

from django.utils.translation import gettext as _

from lms.assessments.models import PhoneTest, RolloutPlan, TeachBack
from lms.assessments.permissions import may_confirm_plan
from lms.assessments.services.answering import takes_answers
from lms.trainings.models import Enrolment

from ..cards import Task
from ..links import link


def third_tasks(user, day: date) -> list[Task]:
    """Teach-backs this assessor is called to score as the third."""
    rows = TeachBack.objects.outstanding(user).filter(assessors__assessor=user.pk, assessors__part="third")
    return [
        Task(
            what=_("Teach-back of %(person)s, as the third assessor") % {"person": row.person.full_name},
            whose=str(row.topic or row.training.title), due=row.held_on, today=day,
            url=link("assessments:teach_back_score", row.pk), button=_("Score"),
        )
        for row in rows.select_related("person", "training", "topic")
    ]  # fmt: skip


def plan_tasks(user, day: date) -> list[Task]:
    """Roll-out plans that wait for this focal point."""
    rows = RolloutPlan.objects.waiting().visible_to(user).select_related("person", "training").order_by("sent_at")
    return [
        Task(
            what=_("Roll-out plan of %(person)s to confirm") % {"person": row.person.full_name},
            whose=row.training.title, today=day, url=link("assessments:rollout_detail", row.pk), button=_("Look"),
        )
        for row in rows
        if may_confirm_plan(user, row.person)
    ]  # fmt: skip


def participant_tasks(user, person, day: date) -> list[Task]:
    """Tests that are open for this person now."""
    seats = Enrolment.objects.holding_a_seat().filter(person=person).values("training")
    done = PhoneTest.objects.filter(
        training__answer_sheets__person=person, training__answer_sheets__handed_in_at__isnull=False
    )
    tests = PhoneTest.objects.not_closed().filter(training__in=seats)
    tests = tests.select_related("training__institution__jurisdiction", "form")
    handed_in = set(done.values_list("training", "training__answer_sheets__moment"))
    return [
        Task(
            what=_("Test %(moment)s") % {"moment": test.get_moment_display()}, whose=test.training.title, today=day,
            url=link("test:start", test.code), button=_("Take the test"),
        )
        for test in tests
        if (test.training_id, test.moment) not in handed_in and takes_answers(test)
    ]  # fmt: skip
