"""The cascade tree: grown from certificates and trainings, drawn, and within the data wall."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.cascade.tree import Origin, TreeDelivery, grow
from lms.cascade.tree_rows import tree_for
from lms.cascade.tree_svg import BAR_END, BAR_X, draw
from lms.core.clock import today
from lms.trainings.choices import Part, TrainingKind
from tests import factories as make

from .conftest import trainer_with

AS_OF = date(2026, 11, 1)
TOT_1, TOT_2 = date(2026, 3, 6), date(2026, 9, 11)


def origin(person_id, tot_id=1, ended=TOT_1):
    name = f"Trainer {person_id}"
    return Origin(tot_id, f"TOT-{tot_id}", f"ToT {tot_id}", ended, person_id, name, "Home", "Serbia", ended)


def delivery(pk, lead, on=date(2026, 5, 4), co=(), people=20, ids=None):
    ids = frozenset(ids if ids is not None else range(pk * 100, pk * 100 + people))
    return TreeDelivery(pk, f"RS-{pk}", "PSSM", "Home", on, lead, tuple(co), people, ids)


def test_counts_run_from_tot_to_people():
    tree = grow([origin(1), origin(2), origin(3)], [delivery(1, 1), delivery(2, 1, people=10), delivery(3, 2)], AS_OF)
    assert (tree.trainers, tree.used, tree.trainings, tree.people, tree.unique) == (3, 2, 3, 50, 50)
    assert [(row.origin.name, len(row.led), row.people) for row in tree.tots[0].trainers] == [
        ("Trainer 1", 2, 30), ("Trainer 2", 1, 20), ("Trainer 3", 0, 0)
    ]  # fmt: skip


def test_one_person_at_two_trainings_is_two_participations_and_one_person():
    tree = grow([origin(1)], [delivery(1, 1, people=2, ids=[7, 8]), delivery(2, 1, people=2, ids=[8, 9])], AS_OF)
    assert (tree.people, tree.unique) == (4, 3)


def test_a_head_count_adds_participations_only():
    tree = grow([origin(1)], [delivery(1, 1, people=25, ids=())], AS_OF)
    assert (tree.people, tree.unique) == (25, 0)


def test_who_only_assisted_has_delivered():
    tree = grow([origin(1), origin(2)], [delivery(1, 1, co=[2])], AS_OF)
    assert (tree.used, tree.idle, tree.trainings) == (2, (), 1)
    assert tree.tots[0].trainers[1].assisted == 1


def test_who_never_delivered_is_named_with_the_days_since_the_tot():
    tree = grow([origin(1), origin(2, 2, TOT_2)], [], AS_OF)
    assert [(row.origin.name, row.days_since) for row in tree.idle] == [("Trainer 1", 240), ("Trainer 2", 51)]


def test_a_training_hangs_on_the_newest_tot_before_it():
    both = [origin(1), origin(1, 2, TOT_2)]
    tree = grow(both, [delivery(1, 1), delivery(2, 1, on=date(2026, 10, 12))], AS_OF)
    assert [(tot.reference, tot.trainings) for tot in tree.tots] == [("TOT-2", 1), ("TOT-1", 1)]
    assert (tree.trainers, tree.trainings) == (1, 2)


def test_the_median_wait_counts_from_the_tots_last_day():
    deliveries = [delivery(1, 1, on=TOT_1 + timedelta(days=10)), delivery(2, 2, on=TOT_1 + timedelta(days=30))]
    assert grow([origin(1), origin(2), origin(3)], deliveries, AS_OF).median_days == 20
    assert grow([origin(1)], [], AS_OF).median_days is None


def test_without_trainers_there_is_no_tree():
    tree = grow([], [delivery(1, 1)], AS_OF)
    assert (tree.tots, tree.trainers, tree.people, tree.unique) == ((), 0, 0, 0)


def test_bars_share_one_scale_from_zero():
    tree = grow([origin(1), origin(2)], [delivery(1, 1, people=40), delivery(2, 2, people=10)], AS_OF)
    picture = draw(tree.tots[0])
    first, second = (line.bars[0] for line in picture.lines)
    assert (first.x, second.x) == (BAR_X, BAR_X)
    assert round((first.width + 2) / (second.width + 2)) == 4
    assert first.x + first.width <= BAR_END
    assert picture.ticks[0] == (BAR_X, 0)


def test_a_tree_of_one_idle_trainer_can_be_drawn():
    picture = draw(grow([origin(1)], [], AS_OF).tots[0])
    assert len(picture.lines) == 1 and picture.lines[0].bars == ()


# From the records


@pytest.fixture
def grown(cast):
    """One delivered training of home's trainer with three people, one to come, one cancelled; one idle trainer."""
    past = make.TrainingFactory(
        institution=cast.home, reference="RS-2026-500", starts_on=today() - timedelta(days=20), status="verified"
    )
    coming = make.TrainingFactory(
        institution=cast.home, reference="RS-2026-501", starts_on=today() + timedelta(days=20)
    )
    gone = make.TrainingFactory(
        institution=cast.home, reference="RS-2026-502", starts_on=today() - timedelta(days=40), status="cancelled"
    )
    for row in (past, coming, gone):
        make.DelivererFactory(training=row, person=cast.trainer_person)
        for _number in range(3):
            make.EnrolmentFactory(training=row, person=make.PersonFactory(institution=cast.home))
    trainer_with(cast.home, family_name="Zorić")
    return past


@pytest.mark.django_db
def test_only_what_was_delivered_counts(cast, grown):
    tree = tree_for(cast.focal)
    assert (tree.trainers, tree.trainings, tree.people, tree.unique) == (2, 1, 3, 3)
    assert [row.origin.name for row in tree.idle] == ["Milica Zorić"]


@pytest.mark.django_db
def test_one_institution_does_not_see_the_other_in_it(cast, grown):
    assert [row.origin.person_id for tot in tree_for(cast.focal_away).tots for row in tot.trainers] == [
        cast.trainer_away_person.pk
    ]
    assert tree_for(cast.office).trainers == 3


@pytest.mark.django_db
def test_a_certificate_from_elsewhere_than_a_tot_makes_no_branch(cast, grown):
    type(grown).objects.filter(certificates__person=cast.trainer_person).update(kind=TrainingKind.CASCADE)
    assert tree_for(cast.focal).trainers == 1


@pytest.mark.django_db
def test_the_page_draws_it_with_links_and_a_table(cast, grown, as_user):
    page = as_user(cast.focal).get(reverse("cascade:tree")).content.decode()
    assert "<svg" in page and "RS-2026-500" in page and "Milica Zorić" in page
    assert f"?trainer={cast.trainer_person.pk}&amp;delivered=on" in page
    assert "RS-2026-501" not in page


@pytest.mark.django_db
def test_before_the_first_certificate_the_page_says_so(client, as_user, db):
    office = make.RoleFactory(kind="office").user
    page = as_user(office).get(reverse("cascade:tree")).content.decode()
    assert "has not begun to grow" in page


@pytest.mark.django_db
def test_the_tree_asks_as_often_for_thirty_as_for_one(cast, grown, as_user):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            tree_for(type(cast.office).objects.get(pk=cast.office.pk))
        return len(captured)

    few = queries()
    for number in range(10):
        person = trainer_with(cast.home, family_name=f"Novak{number}")
        row = make.TrainingFactory(
            institution=cast.home, reference=f"RS-2028-{number}", starts_on=today() - timedelta(days=9)
        )
        make.DelivererFactory(training=row, person=person)
        make.DelivererFactory(training=row, person=cast.trainer_person, part=Part.CO_TRAINER)
    assert queries() == few
