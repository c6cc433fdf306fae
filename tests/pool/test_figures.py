"""The matrix, utilisation and the counts: what they count, that they agree with the cascade tree, what they hide."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lms.assessments.models import TeachBack
from lms.cascade.tree_rows import bare_tree_for, tree_for
from lms.core.clock import today
from lms.pool.counts import conceal
from lms.pool.matrix import TaughtCell, cells_of, trainers_by_module
from lms.pool.trainers import trainers_in
from lms.pool.utilisation import utilisation_for, waiting_of
from lms.trainings.choices import Part
from tests import factories as make
from tests.pool.scenes import ago, delivery, tot, trainer


@pytest.fixture
def modules(db):
    return [make.ModuleFactory(code=f"M{number:02d}") for number in (1, 2)]


def test_a_cell_says_how_often_when_last_and_the_teach_back(cast, modules):
    first, second = modules
    delivery(cast.trainer_person, 90, modules=[first])
    delivery(cast.trainer_person, 30, modules=[first], part=Part.CO_TRAINER)
    delivery(cast.trainer_person, 10, modules=[second], part=Part.SUPPORT)
    delivery(cast.trainer_person, -10, modules=[second])
    TeachBack.objects.create(training=tot(), person=cast.trainer_person, topic=second, held_on=ago(200))
    person = cast.trainer_person.pk
    assert cells_of([person], modules) == {
        (person, first.pk): TaughtCell(2, ago(30)),
        (person, second.pk): TaughtCell(teach_back=True),
    }


def test_support_beside_a_lead_earns_nothing(cast, modules):
    training = delivery(cast.trainer_person, 30, modules=modules)
    helper = trainer(cast.home).person
    make.DelivererFactory(training=training, person=helper, part=Part.SUPPORT)
    assert cells_of([helper.pk], modules) == {}
    counts = trainers_by_module(trainers_in(cast.office.scope), modules)
    assert dict(counts) == {module.pk: 1 for module in modules}


def test_the_matrix_page_keeps_the_filters_and_counts_below(cast, modules, as_user):
    delivery(cast.trainer_person, 30, modules=modules[:1])
    page = as_user(cast.office).get(f"{reverse('pool:matrix')}?state=in_force")
    assert [column["trainers"] for column in page.context["modules"]] == [1, 0]
    ways = {way["label"]: way["url"] for way in page.context["ways"]}
    assert ways["Trainers"].endswith("?state=in_force")
    assert "1×" in page.content.decode()
    other = as_user(cast.office).get(f"{reverse('pool:matrix')}?q=nobody").content.decode()
    assert "No trainer fits these filters." in other


# Utilisation ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def used(cast):
    """Four trainers of one ToT: one led twice, one assisted, one led long ago, one never."""
    training = tot(500)
    rows = [trainer(cast.home, ended=500, training=training, family_name=name) for name in ("A", "B", "C", "D")]
    own = delivery(rows[0].person, 40)
    delivery(rows[0].person, 20)
    make.DelivererFactory(training=own, person=rows[1].person, part=Part.CO_TRAINER)
    delivery(rows[2].person, 400)
    return rows


def test_figures_and_the_cascade_tree_agree(cast, used):
    found, tree = utilisation_for(cast.office, today()), tree_for(cast.office)
    assert (found.together.trainers, found.together.used) == (tree.trainers, tree.used) == (6, 3)
    assert found.together.never == len(tree.idle) == len(found.never)
    assert found.median_days == tree.median_days == 280  # 460 and 100 days after the ToT
    assert (found.median_n, found.led) == (2, tree.trainings)
    assert bare_tree_for(cast.office).median_days == tree.median_days


def test_active_concentration_and_places(cast, used):
    found = utilisation_for(cast.office, today())
    assert (found.together.in_force, found.together.active) == (6, 2)
    assert (found.busiest_id, found.busiest_led, found.led) == (used[0].person_id, 2, 3)
    assert sum(line.trainers for line in found.places) == found.together.trainers
    assert waiting_of(found.never, today())[0].name.endswith("D")
    assert [row.person_id for row in waiting_of(found.never, today())] == [
        node.origin.person_id for node in tree_for(cast.office).idle
    ]


def test_each_figure_leads_to_as_many_rows(cast, used, as_user):
    found = utilisation_for(cast.office, today())
    expected = {"state=in_force": 6, "delivered=active": 2, "delivered=once": 3, "delivered=never": 3, "": 6}
    client = as_user(cast.office)
    counted = {
        query: client.get(f"{reverse('pool:trainer_list')}?{query}").context["page_obj"].paginator.count
        for query in expected
    }
    assert counted == expected
    assert (found.together.in_force, found.together.active, found.together.used, found.together.never) == (6, 2, 3, 3)
    assert "delivered=never" in client.get(reverse("pool:utilisation")).content.decode()


def test_where_everybody_has_delivered_the_page_says_so(cast, as_user):
    delivery(cast.trainer_person, 20)
    assert "Every trainer has delivered" in as_user(cast.focal).get(reverse("pool:utilisation")).content.decode()


# Counts ---------------------------------------------------------------------------------------------------------------


def test_few_trainers_are_not_counted_before_observers(cast, as_user):
    page = as_user(cast.observer).get(reverse("pool:counts")).content.decode()
    assert page.count("not shown") >= 2
    assert "Ilić" not in page


def test_many_are(cast, as_user):
    for _number in range(6):
        delivery(trainer(cast.home).person, 30)
    for _number in range(5):
        trainer(cast.away)
    counts = as_user(cast.observer).get(reverse("pool:counts")).context["counts"]
    assert {place.trainers for place in counts.places} == {7, 6}
    assert (counts.trainers, counts.active, counts.used) == (13, 6, 6)


PEOPLE = st.integers(0, 12)


@given(st.lists(PEOPLE, min_size=1, max_size=7), st.data())
def test_no_shown_count_and_no_difference_is_a_small_one(places, data):
    total = sum(places)
    used = data.draw(st.integers(0, total))
    active = data.draw(st.integers(0, used))
    counts = conceal(today(), {str(number): n for number, n in enumerate(places)}, active, used)
    shown = [place.trainers for place in counts.places]
    assert not any(n is not None and 0 < n < 5 for n in shown)
    if counts.trainers is not None and None in shown:
        assert shown.count(None) >= 2
        assert counts.trainers - sum(n or 0 for n in shown) >= 5
    if counts.active is not None:
        groups = [counts.active, counts.used - counts.active, counts.trainers - counts.used]
        assert not any(0 < n < 5 for n in groups)
