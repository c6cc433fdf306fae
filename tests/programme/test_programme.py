"""Stated targets beside their breakdowns, progress, and RASR apart from the cascade."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.audit.models import Entry
from lms.institutions.models import Jurisdiction
from lms.programme.choices import Component
from lms.programme.figures import target_figures
from lms.programme.models import Programme, RegionalWorkshop, Target, TargetShare
from lms.programme.services import record_progress
from tests.refusals import refused


def test_stated_and_breakdown_are_two_numbers():
    figures = target_figures(15, [(2, 1), (3, 0), (2, 0), (2, 2), (2, 0), (2, 0)])

    assert (figures.stated, figures.breakdown, figures.difference, figures.differs) == (15, 13, 2, True)
    assert figures.done == 3
    assert figures.share_done == 0.2


def test_a_target_without_breakdown_does_not_differ():
    assert not target_figures(50_000, []).differs


def test_a_share_of_nothing_is_not_known():
    assert target_figures(0, []).share_done is None


@pytest.fixture
def target(db):
    programme = Programme.objects.create(code="cd", title="Council Decision", starts_on=date(2026, 1, 1))
    target = Target.objects.create(
        programme=programme, component=Component.INFRASTRUCTURE, title="Evidence rooms", unit="rooms", stated=15
    )
    albania = Jurisdiction.objects.create(code="AL", name="Albania", time_zone="Europe/Tirane")
    TargetShare.objects.create(target=target, jurisdiction=albania, planned=13)
    return target


def test_progress_is_recorded_with_what_it_was(target, cast):
    share = target.shares.get()

    record_progress(share, done=4, by=cast.office)

    share.refresh_from_db()
    entry = Entry.objects.get(action="progress_recorded")
    assert (share.done, entry.before, entry.after, entry.actor) == (4, {"done": 0}, {"done": 4}, cast.office)


def test_progress_below_zero_is_refused(target, cast):
    with refused("negative"):
        record_progress(target.shares.get(), done=-1, by=cast.office)
    assert not Entry.objects.filter(action="progress_recorded").exists()


def test_the_page_shows_both_numbers_and_says_that_they_differ(target, cast, as_user):
    page = as_user(cast.observer).get(reverse("programme:programme_detail", args=[target.programme.pk]))

    assert "The document states 15; its breakdown by jurisdiction adds up to 13." in page.content.decode()


def test_the_office_changes_progress_on_a_page(target, cast, as_user):
    share = target.shares.get()
    client = as_user(cast.office)
    page = reverse("programme:progress_change", args=[share.pk])

    assert client.get(page).status_code == 200
    assert client.post(page, {"done": "2"}).url == reverse("programme:programme_detail", args=[target.programme.pk])
    assert client.post(page, {"done": "many"}).status_code == 200
    share.refresh_from_db()
    assert share.done == 2


def test_lists_show_programmes_and_workshops(target, cast, as_user):
    RegionalWorkshop.objects.create(
        number=10, place="Tirana", starts_on=date(2018, 10, 9), ends_on=date(2018, 10, 11), participants=40
    )
    client = as_user(cast.focal)

    assert "Council Decision" in client.get(reverse("programme:programme_list")).content.decode()
    assert "Tirana" in client.get(reverse("programme:workshop_list")).content.decode()


def test_a_programme_page_asks_the_same_number_of_questions_for_one_and_thirty_targets(target, cast, as_user):
    url = reverse("programme:programme_detail", args=[target.programme.pk])
    client = as_user(cast.office)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(29):
        Target.objects.create(
            programme=target.programme, component=Component.SURPLUS, title=f"T{number}", unit="pieces", stated=1
        )
    with CaptureQueriesContext(connection) as many:
        client.get(url)

    assert len(many) == len(few)
