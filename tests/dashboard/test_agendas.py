"""The way to a ToT's agenda: for whoever is nominated or leads an item of it, while the ToT is not over."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.cohorts.choices import NominationStatus
from lms.dashboard.roles import UserRoles
from lms.dashboard.sections import sections_for
from lms.dashboard.sections.agendas import agenda_section
from lms.people.models import User
from lms.trainings.choices import TrainingStatus
from lms.trainings.models import AgendaFacilitator, AgendaItem
from tests import factories as make
from tests.dashboard.reading import DAY

pytestmark = pytest.mark.django_db


def cohort_in(days: int, **fields):
    first = DAY + timedelta(days=days)
    training = make.TrainingFactory(kind="tot", starts_on=first, ends_on=first + timedelta(days=4), **fields)
    return make.CohortFactory(training=training)


def led_by(person, cohort) -> None:
    """Somebody who is no deliverer of the ToT leads its opening."""
    training = cohort.training
    session = make.SessionFactory(training=training, held_on=training.starts_on)
    starts_at = datetime.combine(session.held_on, time(9), tzinfo=UTC)
    item = AgendaItem.objects.create(
        training=training, session=session, kind="administration", title="Opening", starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
    )  # fmt: skip
    AgendaFacilitator.objects.create(item=item, person=person)


def ways_of(user) -> list[str]:
    section = agenda_section(User.objects.get(pk=user.pk), DAY)
    return [way.url for way in section.links] if section else []


def agenda(cohort) -> str:
    return reverse("cohorts:agenda", args=[cohort.training_id])


def test_a_nominee_without_a_place_finds_the_agenda(cast, as_user):
    cohort = cohort_in(30)
    nomination = make.NominationFactory(cohort=cohort, person=cast.trainee_person)
    client = as_user(cast.trainee)

    assert ways_of(cast.trainee) == [agenda(cohort)]
    assert f'href="{agenda(cohort)}"' in client.get("/").content.decode()
    assert client.get(agenda(cohort)).status_code == 200

    type(nomination).objects.update(status=NominationStatus.DECLINED)
    assert ways_of(cast.trainee) == []


def test_a_facilitator_with_no_other_role_finds_the_agenda(cast, as_user):
    cohort = cohort_in(30)
    assert sections_for(UserRoles(cast.trainee_away), DAY) == []

    led_by(cast.trainee_away_person, cohort)
    assert [row.title for row in sections_for(UserRoles(cast.trainee_away), DAY)] == ["Training of trainers"]
    assert ways_of(cast.trainee_away) == [agenda(cohort)]
    assert as_user(cast.trainee_away).get(agenda(cohort)).status_code == 200


def test_neither_others_nor_drafts_nor_what_is_over(cast):
    open_one = cohort_in(30)
    make.NominationFactory(cohort=open_one, person=cast.trainee_person)
    led_by(cast.trainee_person, open_one)
    for cohort in (cohort_in(30, status=TrainingStatus.DRAFT), cohort_in(-5)):
        make.NominationFactory(cohort=cohort, person=cast.trainee_person)
        led_by(cast.trainee_person, cohort)

    assert ways_of(cast.trainee) == [agenda(open_one)]
    for who in (cast.trainer, cast.office, cast.focal, cast.assessor, cast.stranger):
        assert ways_of(who) == []


def test_many_agendas_cost_what_one_costs(cast):
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            found.append(len(ways_of(cast.trainee)))
        return len(caught)

    found: list[int] = []
    make.NominationFactory(cohort=cohort_in(30), person=cast.trainee_person)
    few = queries()
    for number in range(29):
        make.NominationFactory(cohort=cohort_in(31 + number), person=cast.trainee_person)
    assert (queries(), found) == (few, [1, 30])
