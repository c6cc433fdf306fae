"""Slots of teach-backs: proposed, kept, changed, swapped; assessors named, recused and called as a third; blindness."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.assessments.choices import Criterion
from lms.assessments.models import Recusal, TeachBack, TeachBackAssessor, TeachBackScore
from lms.assessments.services import (
    change_slot,
    name_assessor,
    plan_slots,
    recuse,
    save_score,
    step_down,
    swap_slots,
)
from lms.assessments.slots.proposal import ProposedSlot
from lms.audit.models import Entry
from lms.people.choices import RoleKind
from lms.trainings.choices import TrainingKind
from tests import factories as make
from tests.access import collect_views
from tests.cast import user_with
from tests.refusals import refusal_of

THREES = dict.fromkeys(Criterion.values, 3)


@pytest.fixture
def tot(cast):
    return make.TrainingFactory(kind=TrainingKind.TOT, institution=make.InstitutionFactory())


@pytest.fixture
def people(cast, tot):
    """Three candidates of three institutions, the first with an account."""
    found = [cast.trainee_person, *(make.PersonFactory(institution=make.InstitutionFactory()) for _n in range(2))]
    for number, person in enumerate(found, 1):
        make.EnrolmentFactory(training=tot, person=person, place=number)
    return found


@pytest.fixture
def assessors(db):
    return [
        user_with(RoleKind.ASSESSOR, make.InstitutionFactory(), email=f"judge{number}@mup.example",
                  first_name=f"Judge{number}", last_name="Zzz")
        for number in range(3)
    ]  # fmt: skip


def slot(tot, person, begin=9, *, room="A", assessors) -> ProposedSlot:
    return ProposedSlot(person.pk, tot.ends_on, time(begin), 30, room, tuple(user.pk for user in assessors))


@pytest.fixture
def planned(cast, tot, people, assessors):
    """The first two candidates, at nine and at ten."""
    slots = [
        slot(tot, person, 9 + number, assessors=assessors[:2]) for number, person in enumerate(people[:2])
    ]  # fmt: skip
    return plan_slots(tot, slots, topics={}, by=cast.office)


def hand_in(teach_back, assessor, **levels):
    return save_score(
        teach_back, assessor=assessor, levels={**THREES, **levels}, comment="Zzsecret", submit=True, declared=True
    )


def content(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


# Planning -------------------------------------------------------------------------------------------------------------


def test_all_get_slots_at_once(planned, assessors):
    first = planned[0]
    assert (first.starts_at, first.minutes, first.room) == (time(9), 30, "A")
    assert set(first.assessors.values_list("assessor", flat=True)) == {user.pk for user in assessors[:2]}
    assert Entry.objects.filter(action="teach_back.planned").count() == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"begin": 9}, "clash"),
        ({"begin": 9, "room": "B"}, "clash"),
        ({"assessors": "own"}, "own_institution"),
        ({"assessors": "one"}, "two_assessors"),
        ({"assessors": "officer"}, "own_institution"),
    ],
)
def test_no_plan_breaks_a_rule(cast, tot, people, assessors, planned, change, code):
    """The third candidate: a room or an assessor asked for twice, an assessor of theirs, one twice, one who is none."""
    own = user_with(RoleKind.ASSESSOR, people[2].institution)
    given = {"own": [assessors[0], own], "one": [assessors[0]] * 2, "officer": [assessors[0], cast.office]}
    who = given.get(change.get("assessors"), assessors[:2])
    wanted = slot(tot, people[2], change.get("begin", 12), room=change.get("room", "A"), assessors=who)

    assert refusal_of(lambda: plan_slots(tot, [wanted], topics={}, by=cast.office)) == {code}


@pytest.mark.parametrize("role", ["focal", "assessor", "trainer", "observer"])
def test_only_the_office_plans(cast, tot, people, assessors, planned, role):
    by, wanted = getattr(cast, role), slot(tot, people[2], 12, assessors=assessors[:2])
    for act in (
        lambda: plan_slots(tot, [wanted], topics={}, by=by),
        lambda: change_slot(planned[0], wanted, topic=None, version=None, by=by),
        lambda: swap_slots(*planned, by=by),
        lambda: name_assessor(planned[0], assessors[2], by=by),
        lambda: recuse(people[0], assessors[0], reason="superior", by=by, training=tot),
    ):
        assert refusal_of(act) == {"not_allowed"}


def test_a_plan_for_nobody_and_one_outside_the_days(cast, tot, people, assessors):
    assert refusal_of(lambda: plan_slots(tot, [], topics={}, by=cast.office)) == {"nothing_planned"}
    wanted = ProposedSlot(
        people[0].pk, make.A_DAY.replace(year=2027), time(9), 30, "A", (assessors[0].pk, assessors[1].pk)
    )
    assert refusal_of(lambda: plan_slots(tot, [wanted], topics={}, by=cast.office)) == {"outside_training"}


def test_a_slot_is_changed_until_it_is_scored(cast, tot, people, assessors, planned):
    wanted = slot(tot, people[0], 14, room="C", assessors=assessors[1:])
    row = change_slot(planned[0], wanted, topic=None, version=planned[0].version, by=cast.office)
    assert (row.starts_at, row.room) == (time(14), "C")
    assert refusal_of(lambda: change_slot(row, wanted, topic=None, version=1, by=cast.office)) == {"stale"}

    save_score(row, assessor=assessors[1], levels={"plan": 2}, comment="", submit=False)
    act = lambda: change_slot(row, wanted, topic=None, version=None, by=cast.office)  # noqa: E731
    assert refusal_of(act) == {"begun"}


def test_two_candidates_change_places(cast, planned):
    one, other = planned
    swap_slots(one, other, by=cast.office)
    one.refresh_from_db()
    other.refresh_from_db()

    assert (one.starts_at, other.starts_at) == (time(10), time(9))
    assert refusal_of(lambda: swap_slots(one, one, by=cast.office)) == {"same"}


def test_a_swap_that_gives_an_assessor_a_candidate_of_theirs_is_refused(cast, tot, people, assessors, planned):
    own = user_with(RoleKind.ASSESSOR, people[0].institution)
    third = slot(tot, people[2], 12, assessors=[own, assessors[0]])
    (row,) = plan_slots(tot, [third], topics={}, by=cast.office)

    assert refusal_of(lambda: swap_slots(planned[0], row, by=cast.office)) == {"own_institution"}
    bare = TeachBack.objects.create(training=tot, person=make.PersonFactory(), held_on=tot.ends_on)
    assert refusal_of(lambda: swap_slots(planned[0], bare, by=cast.office)) == {"no_slot"}
    elsewhere = TeachBack.objects.create(
        training=make.TrainingFactory(kind="tot"), person=make.PersonFactory(), held_on=tot.ends_on
    )
    assert refusal_of(lambda: swap_slots(planned[0], elsewhere, by=cast.office)) == {"other_training"}


# Who scores -----------------------------------------------------------------------------------------------------------


def test_only_who_is_named_scores_and_sees_it(as_user, assessors, planned):
    row = planned[0]
    assert refusal_of(lambda: hand_in(row, assessors[2])) == {"not_named"}
    address = reverse("assessments:teach_back_score", args=[row.pk])
    assert as_user(assessors[2]).get(address).status_code == 404
    assert as_user(assessors[0]).get(address).status_code == 200


def test_a_superior_steps_down_and_somebody_else_is_named(cast, as_user, assessors, planned, mailoutbox):
    row = planned[0]
    save_score(row, assessor=assessors[0], levels={"plan": 4}, comment="", submit=False)
    client, address = as_user(assessors[0]), reverse("assessments:teach_back_step_down", args=[row.pk])
    assert "I may not score this candidate" in content(client.get(address))
    client.post(address, {"reason": "superior"})

    assert Recusal.objects.get().reason == "superior" and not row.scores.exists()
    assert refusal_of(lambda: hand_in(row, assessors[0])) == {"recused"}
    assert client.get(address).status_code == 404
    page = content(as_user(cast.office).get(reverse("assessments:teach_back_detail", args=[row.pk])))
    assert "Name the first assessor" in page and "superior of the candidate" in page
    assert refusal_of(lambda: name_assessor(row, assessors[0], by=cast.office)) == {"recused"}

    as_user(cast.office).post(reverse("assessments:assessor_name", args=[row.pk]), {"assessor": assessors[2].pk})
    assert set(row.assessors.values_list("assessor", flat=True)) == {assessors[1].pk, assessors[2].pk}
    assert mailoutbox[-1].to == [assessors[2].email]


def test_the_office_writes_down_a_superior(cast, as_user, people, assessors, planned):
    data = {"assessor": assessors[0].pk, "reason": "superior"}
    as_user(cast.office).post(reverse("assessments:assessor_recuse", args=[planned[0].pk]), data)
    assert Recusal.objects.get().recorded_by == cast.office

    again = lambda: recuse(people[0], assessors[0], reason="superior", by=cast.office, training=planned[0].training)  # noqa: E731
    assert refusal_of(again) == {"twice"}
    hand_in(planned[0], assessors[1])
    late = lambda: recuse(people[0], assessors[1], reason="superior", by=cast.office, training=planned[0].training)  # noqa: E731
    assert refusal_of(late) == {"scored"}
    assert refusal_of(lambda: step_down(planned[1], reason="superior", by=assessors[2])) == {"not_named"}


def test_a_third_is_called_only_where_two_are_apart(cast, as_user, assessors, planned, mailoutbox):
    row = planned[0]
    assert refusal_of(lambda: name_assessor(row, assessors[2], by=cast.office)) == {"nobody_missing"}
    hand_in(row, assessors[0])
    hand_in(row, assessors[1], safety=1)
    detail = reverse("assessments:teach_back_detail", args=[row.pk])
    page = content(as_user(cast.office).get(detail))
    assert "Name the third assessor" in page and "3 and 1 are more than one level apart." in page
    assert refusal_of(lambda: name_assessor(row, assessors[0], by=cast.office)) == {"scored_before"}
    assert refusal_of(lambda: hand_in(row, assessors[2])) == {"not_named"}

    name_assessor(row, assessors[2], by=cast.office)
    assert "more than one level apart" in mailoutbox[-1].body and "Zzsecret" not in mailoutbox[-1].body
    fourth = user_with(RoleKind.ASSESSOR, make.InstitutionFactory())
    assert refusal_of(name_assessor, row, fourth, by=cast.office) == {"nobody_missing"}
    assert "Zzsecret" not in content(as_user(assessors[2]).get(detail))
    hand_in(row, assessors[2])
    after = content(as_user(assessors[2]).get(detail))
    assert "The middle one of 3, 1, 3 is 3.0; at least 3 is asked." in after and "passed" in after


# Blind ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["second", "officer", "candidate"])
def test_no_page_shows_a_score_before_both_are_in(cast, as_user, assessors, planned, who):
    """Every page this person can open by GET, with the first assessor's score in and the second's not."""
    row = planned[0]
    make.RoleFactory(user=cast.officer, kind=RoleKind.ASSESSOR, institution=cast.away)
    TeachBackAssessor.objects.filter(teach_back=row, part="second").update(assessor=cast.officer)
    hand_in(row, assessors[0], plan=4)
    user = {"second": cast.officer, "officer": cast.office, "candidate": cast.trainee}[who]
    client, opened = as_user(user), 0
    addresses = [
        reverse("assessments:teach_back_list"), reverse("audit:entry_list"),
        reverse("cohorts:training_list"), reverse("desk:home"),
        *(reverse(f"assessments:{name}", args=[row.pk])
          for name in ("teach_back_detail", "teach_back_score", "teach_back_step_down", "slot_change")),
        *(reverse(f"assessments:{name}", args=[row.training_id])
          for name in ("slot_list", "slot_plan", "test_results", "rollout_list")),
    ]  # fmt: skip
    for address in addresses:
        answer = client.get(address)
        if answer.status_code == 200:
            opened += 1
            page = answer.content.decode()
            assert "Zzsecret" not in page and "19 of 24" not in page and "(3.17)" not in page
    assert opened >= 2
    scores = TeachBackScore.objects.visible_to(user).filter(teach_back=row)
    assert not scores.exclude(assessor=user).exists()
    assert Entry.objects.get(action="teach_back.score_handed_in").after.keys() == {"teach_back", "declared"}


def test_every_view_to_a_score_is_among_those_tried():
    """A new page about teach-backs has to be added to the list above."""
    known = {"teach_back_list", "teach_back_detail", "teach_back_score", "teach_back_draft", "teach_back_step_down"}
    views = {view.name.partition(":")[2] for view in collect_views() if view.name.startswith("assessments:teach_back")}
    assert views == known


# The pages ------------------------------------------------------------------------------------------------------------

GRID = {"starts_at": "09:00", "ends_at": "12:00", "minutes": 30, "pause": 10, "rooms": "A\nB", "topics": "drawn"}


def test_the_office_looks_at_a_proposal_and_keeps_it(cast, as_user, tot, people, assessors):
    client, address = as_user(cast.office), reverse("assessments:slot_plan", args=[tot.pk])
    assert "3 candidates get a slot" in content(client.get(address))
    data = {**GRID, "days": [tot.ends_on.isoformat()], "assessors": [user.pk for user in assessors]}

    page = client.post(address, {**data, "step": "propose"})
    assert "Keep this plan" in content(page) and not TeachBack.objects.exists()
    stale = client.post(address, {**data, "step": "keep", "seal": "another"})
    assert "Something changed in the meantime" in content(stale)
    kept = client.post(address, {**data, "step": "keep", "seal": page.context["seal"]}, follow=True)

    assert "3 teach-backs have their slots." in content(kept) and "Swap" in content(kept)
    assert TeachBack.objects.exclude(starts_at=None).count() == 3
    short = client.post(address, {**data, "ends_at": "09:30", "rooms": "A", "step": "propose"})
    assert "No slot is left for" in content(short)
    few = client.post(address, {**data, "assessors": [assessors[0].pk], "step": "propose"})
    assert "Fewer than two of these assessors" in content(few)


def test_changing_and_swapping_by_page(cast, as_user, assessors, planned):
    client, one = as_user(cast.office), planned[0]
    change = reverse("assessments:slot_change", args=[one.pk])
    assert "Judge2" in content(client.get(change))
    data = {"held_on": one.held_on, "starts_at": "15:00", "minutes": 20, "room": "C", "topic": "",
            "first": assessors[1].pk, "second": assessors[2].pk, "version": one.version}  # fmt: skip
    assert "The slot is changed." in content(client.post(change, data, follow=True))

    swap = reverse("assessments:slot_swap", args=[one.pk])
    assert "changed places" in content(client.post(swap, {"other": planned[1].pk}, follow=True))
    assert client.post(swap, {"other": "x"}).status_code == 404


def test_a_candidate_sees_their_own_slot(cast, as_user, planned):
    page = content(as_user(cast.trainee).get(reverse("assessments:mine")))
    assert "Your teach-back" in page and "09:00" in page and "Room" in page
    detail = content(as_user(cast.trainee).get(reverse("assessments:teach_back_detail", args=[planned[0].pk])))
    assert "Judge0" in detail and "first assessor" in detail


def test_an_assessor_has_todays_list_first(as_user, tot, assessors, planned, monkeypatch):
    monkeypatch.setattr("lms.assessments.views.teach_backs.today", lambda: tot.ends_on)
    page = content(as_user(assessors[0]).get(reverse("assessments:teach_back_list")))
    assert page.index("Today") < page.index("09:00") < page.index("10:00")


def test_the_rubric_saves_itself(as_user, assessors, planned):
    client, draft = as_user(assessors[0]), reverse("assessments:teach_back_draft", args=[planned[0].pk])
    answer = client.post(draft, {"plan": 3, "comment": ""}).json()
    assert answer == {"saved": True, "version": 1, "said": "3 of 24 so far; still to choose: 5."}
    second = client.post(draft, {**THREES, "comment": "", "version": 1}).json()
    assert second["said"] == "18 of 24; by your scores alone: passed." and second["version"] == 2

    assert client.post(draft, {"plan": 1, "version": 1}).status_code == 409
    assert client.post(draft, {"plan": 9, "version": 2}).status_code == 400
    assert TeachBackScore.objects.get().plan == 3
    page = content(client.get(reverse("assessments:teach_back_score", args=[planned[0].pk])))
    assert "18 of 24" in page and "A safety rule is broken" in page


def test_the_timetable_asks_as_much_for_thirty_as_for_one(cast, as_user, tot, assessors, planned):
    client, address = as_user(cast.office), reverse("assessments:slot_list", args=[tot.pk])

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            content(client.get(address))
        return len(caught)

    queries()
    few = queries()
    for _turn in range(30):
        row = TeachBack.objects.create(training=tot, person=make.PersonFactory(), held_on=tot.ends_on)
        TeachBackAssessor.objects.create(teach_back=row, assessor=assessors[0], part="first")
    assert queries() == few
