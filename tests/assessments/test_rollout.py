"""Roll-out plans: drafted, sent, confirmed or returned; confirmed versions stay; what other apps read."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.assessments.merging import move_assessments
from lms.assessments.models import Commitment, RolloutPlan, TestResult
from lms.assessments.rollout.plans import commitments_of, first_due_on, first_dues, plan_of
from lms.assessments.rollout.rules import Promise
from lms.assessments.services import confirm_plan, return_plan, revise_plan, save_plan, send_plan
from lms.audit.models import Entry
from lms.people.choices import RoleKind
from lms.people.services import anonymise_person
from lms.trainings.choices import TrainingKind, TrainingStatus
from tests import factories as make
from tests.refusals import refusal_of

DUE = date(2027, 1, 31)


@pytest.fixture
def tot(cast):
    """The ToT ends on 13 October 2026; the trainee of home has a seat."""
    row = make.TrainingFactory(kind=TrainingKind.TOT, institution=make.InstitutionFactory())
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=1)
    return row


def promise(cast, due_on=DUE, **fields) -> Promise:
    return Promise(**{"modules": (), "institution": cast.home.pk, "due_on": due_on, "participants": 20, **fields})


@pytest.fixture
def draft(cast, tot):
    return save_plan(tot, cast.trainee_person, [promise(cast)], by=cast.trainee)


@pytest.fixture
def sent(cast, draft):
    return send_plan(draft, by=cast.trainee)


@pytest.fixture
def confirmed(cast, sent):
    return confirm_plan(sent, by=cast.focal)


def content(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_draft_to_the_utilisation_clock(cast, tot, sent):
    assert plan_of(cast.trainee_person, tot) is None and first_due_on(cast.trainee_person, tot) is None
    confirm_plan(sent, by=cast.focal)

    assert plan_of(cast.trainee_person, tot) == sent
    assert first_due_on(cast.trainee_person, tot) == DUE
    assert [row.due_on for row in commitments_of(cast.trainee_person)] == [DUE]
    assert first_dues([cast.trainee_person.pk, cast.trainer_person.pk]) == {cast.trainee_person.pk: DUE}
    entries = Entry.objects.filter(action__startswith="rollout_plan").order_by("pk")
    assert list(entries.values_list("action", flat=True)) == [
        "rollout_plan.drafted", "rollout_plan.sent", "rollout_plan.confirmed",
    ]  # fmt: skip


def test_the_office_enters_a_plan_from_paper(cast, tot):
    row = save_plan(tot, cast.trainee_person, [promise(cast)], by=cast.office)
    assert row.on_paper and row.drafted_by == cast.office


@pytest.mark.parametrize("role", ["focal", "trainer", "trainee_away", "assessor", "observer"])
def test_others_write_nobodys_plan(cast, tot, role):
    act = lambda: save_plan(tot, cast.trainee_person, [promise(cast)], by=getattr(cast, role))  # noqa: E731
    assert refusal_of(act) == {"not_allowed"}


@pytest.mark.parametrize("role", ["office", "focal_away", "trainee", "trainer", "observer"])
def test_only_a_focal_point_of_the_institution_decides(cast, sent, role):
    by = getattr(cast, role)
    assert refusal_of(lambda: confirm_plan(sent, by=by)) == {"not_allowed"}
    assert refusal_of(lambda: return_plan(sent, reason="x", by=by)) == {"not_allowed"}


def test_nobody_confirms_their_own_plan(cast, sent):
    make.RoleFactory(user=cast.trainee, kind=RoleKind.FOCAL_POINT, institution=cast.home)
    assert refusal_of(lambda: confirm_plan(sent, by=cast.trainee)) == {"not_allowed"}


def test_a_confirmed_version_does_not_change(cast, tot, confirmed):
    for act in (
        lambda: save_plan(tot, cast.trainee_person, [promise(cast)], by=cast.trainee),
        lambda: send_plan(confirmed, by=cast.trainee),
        lambda: confirm_plan(confirmed, by=cast.focal),
        lambda: return_plan(confirmed, reason="x", by=cast.focal),
    ):
        assert refusal_of(act) == {"confirmed"}


def test_a_change_is_a_new_version_with_a_reason(cast, tot, confirmed):
    person = cast.trainee_person
    assert refusal_of(lambda: revise_plan(confirmed, reason=" ", by=cast.trainee)) == {"reason_missing"}
    new = revise_plan(confirmed, reason="The hall is closed.", by=cast.trainee)
    assert (new.number, first_due_on(person, tot)) == (2, DUE)
    assert refusal_of(lambda: revise_plan(confirmed, reason="x", by=cast.trainee)) == {"open_version"}

    later = date(2027, 4, 13)
    send_plan(save_plan(tot, person, [promise(cast, later)], by=cast.trainee), by=cast.trainee)
    assert plan_of(person, tot) == confirmed
    confirm_plan(new, by=cast.focal)
    assert (plan_of(person, tot), first_due_on(person, tot)) == (new, later)
    assert list(confirmed.commitments.values_list("due_on", flat=True)) == [DUE]
    assert refusal_of(lambda: revise_plan(confirmed, reason="x", by=cast.trainee)) == {"not_confirmed"}


def test_a_plan_that_is_sent_waits_and_may_come_back(cast, tot, sent):
    assert refusal_of(lambda: save_plan(tot, cast.trainee_person, [promise(cast)], by=cast.trainee)) == {"sent"}
    assert refusal_of(lambda: return_plan(sent, reason=" ", by=cast.focal)) == {"reason_missing"}
    row = return_plan(sent, reason="Too many at once.", by=cast.focal)
    assert (row.sent_at, row.returned_reason) == (None, "Too many at once.")
    assert refusal_of(lambda: confirm_plan(row, by=cast.focal)) == {"not_sent"}


def test_two_windows_do_not_overwrite_each_other(cast, tot, draft):
    save_plan(tot, cast.trainee_person, [promise(cast, participants=9)], by=cast.trainee, version=1)
    act = lambda: save_plan(tot, cast.trainee_person, [promise(cast)], by=cast.office, version=1)  # noqa: E731
    assert refusal_of(act) == {"stale"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": TrainingKind.CASCADE}, "not_tot"),
        ({"status": TrainingStatus.CANCELLED}, "training_shut"),
    ],
)
def test_trainings_without_plans(cast, tot, change, code):
    type(tot).objects.filter(pk=tot.pk).update(**change)
    assert refusal_of(lambda: save_plan(tot, cast.trainee_person, [promise(cast)], by=cast.trainee)) == {code}


def test_only_at_home_or_below_and_only_who_has_a_seat(cast, tot):
    below = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction, parent=cast.home)
    away = promise(cast, institution=cast.away.pk)
    assert refusal_of(lambda: save_plan(tot, cast.trainee_person, [away], by=cast.trainee)) == {"other_institution"}
    assert save_plan(tot, cast.trainee_person, [promise(cast, institution=below.pk)], by=cast.trainee)
    act = lambda: save_plan(tot, cast.trainer_person, [promise(cast)], by=cast.trainer)  # noqa: E731
    assert refusal_of(act) == {"not_enrolled"}


def test_the_database_keeps_one_open_version(cast, tot, draft):
    with pytest.raises(IntegrityError), transaction.atomic():
        RolloutPlan.objects.create(training=tot, person=cast.trainee_person, number=2, reason="x")


# The pages ------------------------------------------------------------------------------------------------------------


def lines(cast, *rows) -> dict:
    data = {"lines": len(rows)}
    for number, row in enumerate(rows):
        given = {"due_on": DUE, "institution": cast.home.pk, "participants": 20, **row}
        data |= {f"line{number}-{name}": value for name, value in given.items()}
    return data


def test_a_candidate_writes_and_sends(cast, as_user, tot):
    client = as_user(cast.trainee)
    assert "Write the plan" in content(client.get(reverse("assessments:mine")))
    address = reverse("assessments:rollout_edit", args=[tot.pk, cast.trainee_person.pk])
    page = content(client.get(address))
    assert "The first delivery is due by 13 April 2027." in page and "Delivery 2" in page

    bad = content(client.post(address, lines(cast, {"participants": ""})))
    assert "Fill this in, or empty the whole line." in bad
    late = content(client.post(address, {**lines(cast, {"due_on": "2027-05-01"}), "step": "send"}))
    assert "by 13 April 2027" in late and not RolloutPlan.objects.exists()

    month = {"due_on": "2027-02-03", "month_only": "on"}
    more = client.post(address, {**lines(cast, month, {"due_on": "", "participants": ""}), "step": "more"})
    assert more.url == address and Commitment.objects.get().due_on == date(2027, 2, 28)
    version = RolloutPlan.objects.get().version
    done = client.post(address, {**lines(cast, month), "step": "send", "version": version}, follow=True)
    assert "with the focal point" in content(done)
    assert client.get(address).url == reverse("assessments:rollout_detail", args=[RolloutPlan.objects.get().pk])


def test_a_focal_point_confirms_or_returns(cast, as_user, sent):
    client, back = as_user(cast.focal), reverse("assessments:rollout_return", args=[sent.pk])
    detail = reverse("assessments:rollout_detail", args=[sent.pk])
    assert "Confirm" in content(client.get(detail)) and "Reason" in content(client.get(back))
    assert "Too many at once." in content(client.post(back, {"reason": "Too many at once."}, follow=True))

    as_user(cast.trainee).post(reverse("assessments:rollout_send", args=[sent.pk]))
    sent.refresh_from_db()
    client = as_user(cast.focal)
    confirm = reverse("assessments:rollout_confirm", args=[sent.pk])
    assert "Somebody else changed this" in content(client.post(confirm, {"version": 1}, follow=True))
    assert "it sets the clock" in content(client.post(confirm, {"version": sent.version}, follow=True))
    assert "Confirmed on" in content(client.get(reverse("assessments:rollout_print", args=[sent.pk])))


def test_versions_are_listed_and_the_older_one_is_replaced(cast, as_user, tot, confirmed):
    client = as_user(cast.trainee)
    revise = reverse("assessments:rollout_revise", args=[confirmed.pk])
    page = content(client.post(revise, {"reason": "The hall is closed."}, follow=True))
    assert "The hall is closed." in page and "Version 1" in page
    new = RolloutPlan.objects.get(number=2)
    confirm_plan(send_plan(new, by=cast.trainee), by=cast.focal)
    assert "replaced" in content(client.get(reverse("assessments:rollout_detail", args=[confirmed.pk])))
    edit = reverse("assessments:rollout_edit", args=[tot.pk, cast.trainee_person.pk])
    assert client.get(edit).url == reverse("assessments:rollout_detail", args=[new.pk])


def test_each_institution_sees_its_own_plans(cast, as_user, confirmed):
    detail = reverse("assessments:rollout_detail", args=[confirmed.pk])
    found = {name: as_user(getattr(cast, name)).get(detail).status_code
             for name in ("office", "focal", "trainee", "focal_away", "trainer", "assessor", "observer")}  # fmt: skip
    assert found == {"office": 200, "focal": 200, "trainee": 200, "focal_away": 404, "trainer": 404, "assessor": 404,
                     "observer": 404}  # fmt: skip


def test_the_cohorts_list_asks_as_much_for_thirty_as_for_one(cast, as_user, tot, confirmed):
    client, address = as_user(cast.office), reverse("assessments:rollout_list", args=[tot.pk])

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            content(client.get(address))
        return len(caught)

    queries()
    few = queries()
    for number in range(30):
        person = make.EnrolmentFactory(training=tot, place=number + 2).person
        plan = RolloutPlan.objects.create(training=tot, person=person, number=1)
        Commitment.objects.create(plan=plan, institution=person.institution, due_on=DUE, participants=9)
    assert queries() == few


# One person, forgotten or entered twice -------------------------------------------------------------------------------


def test_what_belongs_to_a_person_moves_when_two_records_are_one(cast, tot, confirmed):
    keep = make.PersonFactory(institution=cast.home)
    TestResult.objects.create(training=tot, person=cast.trainee_person, moment="pre", correct=3, items=15)
    assert move_assessments(keep, cast.trainee_person) == []
    assert RolloutPlan.objects.get().person == TestResult.objects.get().person == keep

    TestResult.objects.create(training=tot, person=cast.trainee_person, moment="pre", correct=3, items=15)
    (finding,) = move_assessments(keep, cast.trainee_person)
    assert finding.code == "both_assessed"


def test_texts_go_and_dates_stay_when_a_person_is_forgotten(cast, tot):
    draft = save_plan(tot, cast.trainee_person, [promise(cast, note="Ask Milica.")], by=cast.trainee)
    first = confirm_plan(send_plan(draft, by=cast.trainee), by=cast.focal)
    new = revise_plan(first, reason="Milica is ill.", by=cast.trainee)
    confirm_plan(send_plan(new, by=cast.trainee), by=cast.focal)
    anonymise_person(cast.trainee_person, by=cast.office, reason="Asked for.")
    new.refresh_from_db()
    assert new.reason == "–" and set(Commitment.objects.values_list("note", "due_on")) == {("", DUE)}
