"""Draft, technical review, approval: two steps, and nobody decides about a draft of their own."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from curricula.models import ModulePage
from curricula.workflow.groups import join_office

from .test_back_office import SUBMIT, module_page, page_data


@pytest.fixture
def officer(readers):
    join_office(readers.officer)
    return readers.officer


def send(client, **changes):
    page = module_page()
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), page_data(page, **changes, **SUBMIT))


def act(client, name: str):
    page = module_page()
    state = page.current_workflow_task_state
    return client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk]), {"comment": ""})


def test_a_draft_is_published_after_two_decisions_of_somebody_else(readers, officer, as_user):
    send(as_user(readers.office), summary="A new summary.")
    assert module_page().current_workflow_task_state.task.name == "Technical review"
    assert act(as_user(officer), "approve").status_code == 302
    assert module_page().current_workflow_task_state.task.name == "Approval"
    assert module_page().summary != "A new summary."
    act(as_user(officer), "approve")
    page = module_page()
    assert (page.summary, page.current_workflow_state, page.live) == ("A new summary.", None, True)


def test_nobody_approves_their_own_draft(readers, officer, as_user):
    office = as_user(readers.office)
    send(office, summary="Mine.")
    act(office, "approve")
    page = module_page()
    task = page.current_workflow_task.specific
    assert page.current_workflow_task_state.task.name == "Technical review"
    assert task.get_actions(page, readers.office) == []
    with pytest.raises(PermissionDenied):
        task.on_action(page.current_workflow_task_state, readers.office, "approve")
    assert {name for name, *_more in task.get_actions(page, officer)} == {"approve", "reject"}


def test_who_approves_does_not_write_and_the_author_may_go_on(readers, officer, as_user):
    send(as_user(readers.office), summary="Mine.")
    page = module_page()
    task = page.current_workflow_task.specific
    assert task.locked_for_user(page, officer)
    assert not task.locked_for_user(page, readers.office)
    as_user(officer).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), page_data(page, summary="Theirs."))
    assert module_page().get_latest_revision_as_object().summary == "Mine."


def buttons(client) -> list[str]:
    """The names of the decisions that the editor offers this person, the main one first."""
    page = client.get(reverse("wagtailadmin_pages:edit", args=[module_page().pk])).content.decode()
    assert 'name="action-publish"' not in page
    return re.findall(r'data-workflow-action-url="[^"]*/action/\d+/(\w+)/', page)


def test_the_editor_offers_the_decision_to_who_may_take_it(readers, officer, as_user):
    send(as_user(readers.office), summary="Mine.")
    assert buttons(as_user(readers.office)) == []
    second, address = as_user(officer), reverse("wagtailadmin_pages:edit", args=[module_page().pk])
    assert buttons(second) == ["approve", "approve", "reject"]
    assert "Approve and publish" not in second.get(address).text
    act(second, "approve")
    assert "Approve and publish" in second.get(address).text
    act(second, "approve")
    assert buttons(second) == []


def test_the_editor_says_who_decides_and_who_writes(readers, officer, as_user):
    """Wagtail tells its reviewers that they alone may edit; here they decide and the author writes."""
    send(as_user(readers.office), summary="Mine.")
    address = reverse("wagtailadmin_pages:edit", args=[module_page().pk])
    task = module_page().current_workflow_task.specific
    lock = module_page().get_lock()
    said = as_user(officer).get(address).content.decode()
    assert "This draft waits for <b>Technical review</b>." in said
    assert "You decide about it: read it, then approve it or ask for changes." in said
    assert "eviewers" not in re.sub(r"<[^>]+>", " ", lock.get_message(officer) + lock.get_description(officer))
    assert lock.get_message(readers.office) is None
    assert "second person decides" in lock.get_description(readers.office)
    assert lock.get_message(readers.trainer).endswith("Only its author writes in it until it is decided.")
    assert (task.get_actions(module_page(), readers.trainer), "reviewers" in said.lower()) == ([], False)


def test_an_edit_during_review_starts_the_review_anew(readers, officer, as_user):
    send(as_user(readers.office), summary="Mine.")
    act(as_user(officer), "approve")
    page = module_page()
    as_user(readers.office).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), page_data(page, summary="Mine, later.")
    )
    act(as_user(officer), "approve")
    assert module_page().summary != "Mine, later."


def test_a_draft_may_be_sent_back(readers, officer, as_user):
    send(as_user(readers.office), summary="Mine.")
    act(as_user(officer), "reject")
    page = module_page()
    assert page.current_workflow_state.status == "needs_changes"
    assert page.summary != "Mine."


def test_a_draft_that_cannot_be_taught_is_not_approved(readers, officer, as_user):
    """The module's minutes were changed after the draft had been sent."""
    send(as_user(readers.office), summary="Mine.")
    page = module_page()
    page.module.minutes = 50
    page.module.save()
    names = {name for name, *_more in page.current_workflow_task.specific.get_actions(page, officer)}
    assert names == {"reject"}
    act(as_user(officer), "approve")
    assert module_page().summary != "Mine."


def test_revisions_are_compared(readers, as_user):
    office = as_user(readers.office)
    page = module_page()
    first = page.save_revision(user=readers.office)
    page.summary = "Quite another summary."
    second = page.save_revision(user=readers.office)
    answer = office.get(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk]))
    assert "Quite another summary." in answer.content.decode()


def test_publishing_may_be_scheduled(readers, officer, as_user):
    day = timezone.now() + timedelta(days=2)
    send(as_user(readers.office), summary="Next week.", go_live_at=day.strftime("%Y-%m-%d %H:%M"))
    for _step in range(2):
        act(as_user(officer), "approve")
    page = module_page()
    assert page.summary != "Next week."
    revision = page.scheduled_revision
    assert revision.approved_go_live_at is not None
    due = timezone.now() - timedelta(minutes=1)
    revision.approved_go_live_at, revision.content["go_live_at"] = due, due.isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert ModulePage.objects.get(pk=page.pk).summary == "Next week."


def test_the_chores_publish_what_is_due(settings):
    assert ("publish_scheduled",) in settings.CHORES
