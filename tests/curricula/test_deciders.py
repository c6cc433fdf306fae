"""The office says who reviews and who approves; nobody does either about a draft of their own."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from curricula.workflow.groups import join_office
from curricula.workflow.reviewers import members, set_deciders
from lms.audit.models import Entry
from tests import factories as make
from tests.refusals import refused

from .test_back_office import module_page
from .test_workflow import act, send

pytestmark = pytest.mark.django_db
ADDRESS = "/curricula/deciders/"


@pytest.fixture
def officer(readers):
    join_office(readers.officer)
    return readers.officer


def said() -> dict:
    return {row.user: (row.reviews, row.approves) for row in members()}


def test_the_page_shows_the_office_and_sets_who_decides(readers, officer, as_user):
    office = as_user(readers.office)
    assert reverse("curricula:decider_list") == ADDRESS
    page = office.get(ADDRESS)
    assert {row.user for row in page.context["members"]} == {readers.office, officer}
    assert "One person alone approves" not in page.content.decode()
    assert ADDRESS in office.get(reverse("curricula:edition_list")).content.decode()
    page = office.post(ADDRESS, {"reviews": [readers.office.pk, officer.pk], "approves": [officer.pk]}, follow=True)
    assert said() == {readers.office: (True, False), officer: (True, True)}
    assert "One person alone approves" in page.content.decode()
    entry = Entry.objects.filter(action="deciders_changed").get()
    assert (entry.before, entry.after) == (
        {"reviews": True, "approves": True}, {"reviews": True, "approves": False},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reviewers", "approvers", "code"),
    [
        ([], ["office"], "nobody_reviews"),
        (["office"], [], "nobody_approves"),
        (["office"], ["office", "trainer"], "not_office"),
    ],
)
def test_what_would_leave_nobody_to_decide_is_refused(readers, officer, reviewers, approvers, code):
    before = said()
    with refused(code):
        set_deciders(
            {getattr(readers, name).pk for name in reviewers}, {getattr(readers, name).pk for name in approvers},
            by=readers.office,
        )  # fmt: skip
    assert said() == before
    assert not Entry.objects.filter(action="deciders_changed").exists()


def test_odd_numbers_break_nothing(readers, officer, as_user):
    data = {"reviews": ["x", "9" * 30, "²", "-1"], "approves": ["\0"]}
    assert "Somebody has to review" in as_user(readers.office).post(ADDRESS, data, follow=True).content.decode()
    assert set(said().values()) == {(True, True)}


def test_only_who_approves_approves_and_never_the_author(readers, officer, as_user):
    set_deciders({readers.office.pk, officer.pk}, {readers.office.pk}, by=officer)
    send(as_user(readers.office), summary="Mine.")
    act(as_user(officer), "approve")
    assert module_page().current_workflow_task_state.task.name == "Approval"
    for who in (readers.office, officer):
        act(as_user(who), "approve")
    assert module_page().summary != "Mine."
    assert module_page().current_workflow_task_state.task.name == "Approval"
    set_deciders({readers.office.pk}, {officer.pk}, by=readers.office)
    act(as_user(officer), "approve")
    assert module_page().summary == "Mine."


def test_the_choice_outlives_a_role_that_is_synchronised(readers, officer):
    set_deciders({readers.office.pk}, {officer.pk}, by=readers.office)
    before = said()
    join_office(officer)
    assert said() == before


def test_the_list_costs_the_same_for_more_accounts(readers, officer):
    with CaptureQueriesContext(connection) as few:
        members()
    for _number in range(30):
        join_office(make.UserFactory())
    with CaptureQueriesContext(connection) as many:
        assert len(members()) == 32
    assert len(many) == len(few) == 2
