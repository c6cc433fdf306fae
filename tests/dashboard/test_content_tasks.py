"""Drafts of the curriculum on the first page: for whoever decides about them, never for their author."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from curricula.models import ModulePage
from curricula.workflow.groups import APPROVERS, REVIEWERS, join_office, leave_office
from lms.dashboard.sections.content import review_tasks
from lms.people.models import User
from tests.curricula.conftest import curriculum, readers  # noqa: F401 - fixtures


@pytest.fixture
def officer(readers):  # noqa: F811 - a fixture
    join_office(readers.officer)
    return readers.officer


def submit(code: str, *, by) -> ModulePage:
    page = ModulePage.objects.get(module__code=code)
    page.save_revision(user=by)
    page.get_workflow().start(page, by)
    return ModulePage.objects.get(pk=page.pk)


def decide(page, action: str, *, by) -> None:
    state = ModulePage.objects.get(pk=page.pk).current_workflow_task_state
    state.task.specific.on_action(state, by, action)


def told(user) -> list[str]:
    """Asked anew: who is in which group is kept on the account."""
    return [task.what for task in review_tasks(User.objects.get(pk=user.pk))]


def test_a_draft_waits_for_its_reviewer_then_for_its_approver(readers, officer):  # noqa: F811
    officer.groups.remove(Group.objects.get(name=APPROVERS))
    third = User.objects.create(email="third@seesac.example")
    join_office(third)
    third.groups.remove(Group.objects.get(name=REVIEWERS))
    page = submit("M01", by=readers.office)
    assert told(officer) == [f"Draft of {page.title} to review"]
    assert told(third) == told(readers.office) == told(readers.trainer) == []

    decide(page, "approve", by=officer)
    assert told(third) == [f"Draft of {page.title} to approve"]
    assert told(officer) == []

    decide(page, "approve", by=third)
    assert told(third) == told(officer) == []


def test_what_was_sent_back_waits_for_nobody(readers, officer):  # noqa: F811
    page = submit("M01", by=readers.office)
    decide(page, "reject", by=officer)
    assert told(officer) == []


def test_who_wrote_into_the_draft_since_is_not_asked(readers, officer):  # noqa: F811
    page = submit("M01", by=readers.office)
    page.save_revision(user=officer)
    assert told(officer) == []


def test_who_left_the_office_is_not_asked(readers, officer):  # noqa: F811
    submit("M01", by=readers.office)
    leave_office(officer)
    assert told(officer) == []


def test_the_first_page_leads_to_the_decision(readers, officer, as_user):  # noqa: F811
    page = submit("M01", by=readers.office)
    address, client = reverse("wagtailadmin_pages:edit", args=[page.pk]), as_user(officer)
    home = client.get("/").content.decode()
    assert (f'href="{address}"' in home, "Read and decide" in home) == (True, True)
    assert 'data-workflow-action-url="' in client.get(address).content.decode()
    assert "Read and decide" not in as_user(readers.office).get("/").content.decode()


def test_one_draft_costs_what_three_cost(readers, officer, django_assert_num_queries):  # noqa: F811
    for number, code in enumerate(("M01", "M02", "T01"), start=1):
        submit(code, by=readers.office)
        with django_assert_num_queries(2):
            assert len(review_tasks(officer)) == number
