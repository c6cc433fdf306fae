"""An installation that was installed before the delivery: after `migrate` its office can go on working."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Locale, Workflow, WorkflowPage

from curricula.completion import complete_installation
from curricula.models import Edition, SearchText, SecondPersonTask
from curricula.workflow.groups import APPROVERS, NAME, REVIEWERS, WORKFLOW, ensure_office_group


@pytest.fixture
def older(readers, edition):
    """The site as the first release left it: no workflow, one group, one language, nothing indexed."""
    for rows in (WorkflowPage.objects, Workflow.objects, SecondPersonTask.objects, SearchText.objects):
        rows.all().delete()
    Group.objects.filter(name__in=(REVIEWERS, APPROVERS)).delete()
    Locale.objects.exclude(language_code="en").delete()
    group = ensure_office_group()
    readers.office.groups.set([group])
    return edition


def test_the_office_becomes_reviewer_and_approver(readers, older):
    complete_installation()
    assert set(readers.office.groups.values_list("name", flat=True)) == {NAME, REVIEWERS, APPROVERS}
    assert WorkflowPage.objects.get().workflow.name == WORKFLOW
    assert SecondPersonTask.objects.count() == 2


def test_languages_and_words_to_search_are_there(readers, older, as_user):
    search = reverse("curricula:search") + "?q=diversion"
    trainer = as_user(readers.trainer)
    assert 'class="hits"' not in trainer.get(search).content.decode()
    complete_installation()
    assert 'class="hits"' in trainer.get(search).content.decode()
    assert Locale.objects.count() == 10


def test_what_was_published_is_still_read_and_followed_by_the_next(readers, older, as_user):
    complete_installation()
    office = as_user(readers.office)
    module = older.modules.get(module__code="M01")
    assert office.get(reverse("curricula:edition_module", args=[module.pk])).status_code == 200
    page = module.module.pages.get()
    page.summary = "Said anew."
    page.save_revision().publish(skip_permission_checks=True)
    address = reverse("curricula:edition_publish", args=[older.curriculum_id])
    assert office.post(address, {"label": "2027.1", "languages": ["en"]}).status_code == 302
    assert Edition.objects.filter(label="2027.1").exists()


def test_a_second_time_nothing_changes_and_who_was_taken_out_stays_out(readers, older):
    complete_installation()
    readers.office.groups.remove(Group.objects.get(name=APPROVERS))
    before = SearchText.objects.count()
    complete_installation()
    assert not readers.office.groups.filter(name=APPROVERS).exists()
    assert (SearchText.objects.count(), Workflow.objects.count()) == (before, 1)


def test_an_empty_site_stays_empty(db):
    Group.objects.all().delete()
    complete_installation()
    assert not SecondPersonTask.objects.exists()
