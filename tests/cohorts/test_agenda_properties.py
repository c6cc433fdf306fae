"""Whatever people do to an agenda, nobody is in two places at once and no calendar is told an older number."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lms.cohorts.agenda.times import parts_of, propose_lines
from lms.core.rules import RuleBroken
from lms.trainings.agenda import share_people
from lms.trainings.choices import Half
from lms.trainings.models import AgendaFacilitator, AgendaItem, SessionModule
from lms.trainings.services import ItemPlan, add_item, change_item, copy_day, move_item, remove_item
from lms.trainings.services.agenda_rules import plan_of
from tests import cast as people
from tests import factories as make
from tests.amounts import amount

FIRST = date(2026, 10, 23)  # a Friday: the clocks go back on the Sunday
DAYS, ZONE = 4, "Europe/Belgrade"

days = st.integers(0, DAYS - 1).map(lambda number: FIRST + timedelta(number))
clocks = st.builds(time, st.integers(8, 11), st.sampled_from([0, 30]))
lengths = st.sampled_from([30, 60, 90])
groups = st.sampled_from(["", "a", "b"])
rooms = st.sampled_from(["", "Hall", "hall ", "Yard"])
picks = st.integers(0, 7)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), days, clocks, lengths, groups, rooms, st.booleans()),
        st.tuples(st.just("move"), picks, days, clocks),
        st.tuples(st.just("change"), picks, groups, rooms, st.booleans()),
        st.tuples(st.just("remove"), picks),
        st.tuples(st.just("copy"), days, days),
    ),
    min_size=3, max_size=14,
)  # fmt: skip


class Scene:
    """A training of four days, its module, and one facilitator whom everything wants."""

    def __init__(self) -> None:
        self.cast = people.assemble()
        self.training = make.TrainingFactory(
            kind="tot", institution=self.cast.home, starts_on=FIRST, ends_on=FIRST + timedelta(DAYS - 1)
        )
        for number in range(DAYS):
            make.SessionFactory(training=self.training, held_on=FIRST + timedelta(number))
        self.module = make.ModuleFactory(curriculum=self.training.curriculum)
        self.leader = make.PersonFactory()
        self.done = 0

    def clear(self) -> None:
        AgendaItem.objects.all().delete()
        SessionModule.objects.all().delete()

    def picked(self, number: int) -> AgendaItem | None:
        rows = list(AgendaItem.objects.standing().select_related("training__institution__jurisdiction"))
        return rows[number % len(rows)] if rows else None

    def do(self, verb: str, *facts) -> None:
        """One act; a refusal is an answer too."""
        try:
            getattr(self, verb)(*facts)
            self.done += 1
        except RuleBroken:
            pass

    def add(self, day, starts, length, group, room, led) -> None:
        total = starts.hour * 60 + starts.minute + length
        leaders = (self.leader.pk,) if led else ()
        ends = time(*divmod(total, 60))
        plan = ItemPlan(day, starts, ends, "module", "", self.module.pk, room, group, leaders)
        add_item(self.training, plan, by=self.cast.office)

    def move(self, number, day, starts) -> None:
        if item := self.picked(number):
            move_item(item, day, starts, by=self.cast.office)

    def change(self, number, group, room, led) -> None:
        if item := self.picked(number):
            leaders = (self.leader.pk,) if led else ()
            change_item(item, plan_of(item, ZONE, group=group, room=room, leader_ids=leaders), by=self.cast.office)

    def remove(self, number) -> None:
        if item := self.picked(number):
            remove_item(item, by=self.cast.office)

    def copy(self, source, target) -> None:
        copy_day(self.training, source, target, by=self.cast.office)


def at_once(rows: list[AgendaItem]) -> list[tuple[AgendaItem, AgendaItem]]:
    pairs = ((one, other) for number, one in enumerate(rows) for other in rows[number + 1 :])
    return [(one, other) for one, other in pairs if one.starts_at < other.ends_at and other.starts_at < one.ends_at]


def check_agenda() -> None:
    """No participant, no room and no facilitator twice at once; the half-days plan what the items teach."""
    rows = list(AgendaItem.objects.standing().select_related("session"))
    led = set(AgendaFacilitator.objects.filter(leads=True).values_list("item", flat=True))
    for one, other in at_once(rows):
        assert not share_people(one.group, other.group)
        assert not one.room or one.room.casefold() != other.room.casefold()
        assert not {one.pk, other.pk} <= led
    taught = {(row.session_id, row.module_id) for row in rows}
    assert set(SessionModule.objects.values_list("session", "module")) == taught


def check_calendars(seen: dict[str, tuple]) -> None:
    """Every item that was ever there still is, with a number as high as before, and higher where it differs."""
    now = {
        str(row.uid): (row.sequence, (row.starts_at, row.ends_at, row.room, row.group, row.removed_at))
        for row in AgendaItem.objects.all()
    }
    assert set(seen) <= set(now)
    for uid, (sequence, facts) in seen.items():
        assert now[uid][0] > sequence or now[uid] == (sequence, facts) or now[uid][1] == facts
        assert now[uid][0] >= sequence
    seen.update(now)


@pytest.fixture
def scene(db) -> Scene:
    return Scene()


@settings(max_examples=amount(40), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=steps)
def test_any_row_of_acts_keeps_people_apart_and_numbers_rising(scene, acts):
    scene.clear()
    seen: dict[str, tuple] = {}
    for verb, *facts in acts:
        scene.do(verb, *facts)
        check_agenda()
        check_calendars(seen)


def test_the_acts_are_done_and_not_only_refused(scene):
    """The property would hold of an agenda that refuses everything."""
    early, late = time(8), time(10)
    for act in (
        ("add", FIRST, early, 60, "", "Hall", True), ("add", FIRST, late, 60, "a", "Hall", True),
        ("move", 0, FIRST + timedelta(2), late), ("change", 0, "b", "Yard", False),
        ("copy", FIRST, FIRST + timedelta(1)), ("remove", 0),
    ):  # fmt: skip
        scene.do(*act)

    assert scene.done == 6
    check_agenda()


@given(st.lists(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 200)), max_size=4, unique_by=lambda one: one[0]),
                min_size=1, max_size=6))  # fmt: skip
def test_a_proposal_overlaps_nowhere_and_teaches_every_minute(halves):
    lengths = {pk: minutes for half in halves for pk, minutes in half}
    parts = parts_of([[(pk, f"M{pk}", lengths[pk]) for pk, _minutes in half] for half in halves])
    plan = [
        (FIRST + timedelta(number // 2), (Half.MORNING, Half.AFTERNOON)[number % 2], row)
        for number, row in enumerate(parts)
    ]
    try:
        lines = propose_lines(plan)
    except ValueError:
        return
    for one, other in zip(lines, lines[1:], strict=False):
        assert (one.held_on, one.ends) <= (other.held_on, other.starts)
    taught = {pk: sum(line.ends - line.starts for line in lines if line.module_id == pk) for pk in lengths}
    assert taught == lengths
