"""Planning a cascade training and sending the plan: done right, and each refusal by its code with nothing written."""

from datetime import timedelta

import pytest
from django.core import mail

from lms.audit.models import Entry
from lms.cascade import services
from lms.cascade.checks import findings_for
from lms.certification.choices import EventKind, Level
from lms.core.clock import today
from lms.trainings.choices import Part, TrainingKind, TrainingStatus
from lms.trainings.models import Decision, Training
from lms.trainings.services import SessionPlan
from tests import factories as make
from tests.refusals import refusal_of

from .conftest import findings_codes, grant, module_of, suspend, trainer_with

pytestmark = pytest.mark.django_db


# Planning


def test_a_trainer_plans_a_draft_with_lead_and_programme(way, cast):
    training = way.planned_by()
    assert (training.status, training.created_by, training.kind) == ("draft", cast.trainer, "cascade")
    assert training.title == way.edition.curriculum.title
    assert [(row.person, row.part) for row in training.deliverers.all()] == [(cast.trainer_person, Part.LEAD)]
    session = training.sessions.get()
    assert [row.module.code for row in session.modules.all()] == ["M01", "M02"]
    assert Entry.objects.filter(action="training_created", object_id=str(training.pk)).count() == 1


def test_without_a_programme_the_proposal_is_planned(way):
    training = way.planned_by(programme=None)
    modules = {str(row): [module.module.code for module in row.modules.all()] for row in training.sessions.all()}
    assert sorted(modules.values()) == [["M01"], ["M02"]]


def test_half_days_without_a_module_are_not_kept(way):
    day = today() + timedelta(days=14)
    modules = [row.module_id for row in way.edition.modules.all()]
    training = way.planned_by(days=2, programme=[SessionPlan(day, "am", modules), SessionPlan(day, "pm", [])])
    assert training.sessions.count() == 1


def test_a_trainer_does_not_plan_for_another_institution(way, cast):
    assert refusal_of(lambda: way.planned_by(institution=cast.away)) == {"outside"}
    assert Training.objects.filter(institution=cast.away).count() == 0


def test_an_exception_opens_the_other_institution(way, cast):
    grant(cast)
    assert way.planned_by(institution=cast.away).institution == cast.away


def test_below_ones_own_institution_is_ones_own(way, cast):
    below = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction, parent=cast.home)
    training = way.planned_by(institution=below)
    assert findings_for(training, "plan") == []


def test_above_ones_own_institution_is_not(way, cast):
    above = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction)
    cast.home.parent = above
    cast.home.save()
    assert refusal_of(lambda: way.planned_by(institution=above)) == {"outside"}


@pytest.mark.parametrize("kind", [EventKind.SUSPENDED, EventKind.WITHDRAWN])
def test_a_trainer_out_of_force_plans_nothing(way, cast, kind):
    suspend(cast.trainer_person, kind=kind)
    assert refusal_of(lambda: way.planned_by()) == {"outside"}


@pytest.mark.parametrize("name", ["focal", "office"])
def test_focal_points_and_office_plan_for_a_trainer(way, cast, name):
    assert way.planned_by(getattr(cast, name)).deliverers.get().person == cast.trainer_person


@pytest.mark.parametrize("name", ["focal_away", "trainee", "observer", "assessor", "stranger"])
def test_others_plan_nothing(way, cast, name):
    assert refusal_of(lambda: way.planned_by(getattr(cast, name))) == {"outside"}


def test_a_training_of_trainers_is_not_planned_here(way):
    assert refusal_of(lambda: way.planned_by(kind=TrainingKind.TOT)) == {"not_allowed"}


def test_impossible_dates_are_refused_and_nothing_is_written(way):
    day = today()
    assert refusal_of(lambda: way.planned_by(ends_on=day, starts_on=day + timedelta(days=1))) == {"dates"}
    assert Training.objects.filter(kind="cascade", institution__code="home").count() == 0


def test_a_draft_is_changed_as_a_whole(way, cast):
    other = trainer_with(cast.home, family_name="Babić")
    training = way.planned_by()
    changed = services.change_plan(
        training, by=cast.trainer, version=training.version, edition=way.edition, lead=other,
        co_trainers=[cast.trainer_person], venue="Academy", programme=[],
    )  # fmt: skip
    parts = {row.person: row.part for row in changed.deliverers.all()}
    assert parts == {other: "lead", cast.trainer_person: "co_trainer"}
    assert changed.venue == "Academy"
    assert changed.sessions.count() == 0


def test_those_who_support_stay_when_the_plan_changes(way, cast):
    helper = make.PersonFactory(institution=cast.home)
    training = way.planned_by()
    make.DelivererFactory(training=training, person=helper, part=Part.SUPPORT)
    services.change_plan(
        training, by=cast.trainer, version=None, edition=way.edition, lead=cast.trainer_person, programme=[]
    )
    assert training.deliverers.filter(person=helper, part=Part.SUPPORT).exists()


def test_a_stale_form_changes_nothing(way, cast):
    training = way.planned_by()
    act = lambda: services.change_plan(  # noqa: E731
        training, by=cast.trainer, version=0, edition=way.edition, lead=cast.trainer_person, venue="Elsewhere"
    )
    assert refusal_of(act) == {"stale"}
    assert way.fresh(training).venue == "Training centre"


def test_a_plan_that_was_sent_is_not_changed(way, cast):
    training = way.sent()
    act = lambda: services.change_plan(  # noqa: E731
        training, by=cast.trainer, version=None, edition=way.edition, lead=cast.trainer_person
    )
    assert refusal_of(act) == {"wrong_state"}


def test_place_and_seats_may_change_after_approval(way, cast):
    training = way.approved()
    services.adjust_training(training, by=cast.trainer, version=training.version, venue="Hall 2", seats=25)
    assert (way.fresh(training).venue, way.fresh(training).seats) == ("Hall 2", 25)
    with pytest.raises(TypeError):
        services.adjust_training(training, by=cast.trainer, version=None, starts_on=today())


def test_before_approval_nothing_is_adjusted(way, cast):
    training = way.sent()
    assert refusal_of(services.adjust_training, training, by=cast.trainer, version=None, venue="Hall 2") == {
        "wrong_state"
    }


# Sending


def test_sending_tells_the_focal_point(way, cast):
    training = way.sent()
    assert training.status == TrainingStatus.PLANNED
    assert [message.to for message in mail.outbox] == [[cast.focal.email]]
    assert training.reference in mail.outbox[0].subject


def test_without_a_focal_point_the_office_is_told(way, cast):
    cast.focal.roles.update(ends_on=today() - timedelta(days=1))
    way.sent()
    assert sorted(message.to[0] for message in mail.outbox) == [cast.office.email, cast.officer.email]


def test_a_plan_against_the_rules_is_not_sent(way, cast):
    training = way.planned_by(language="ro")
    assert refusal_of(lambda: services.send_training(training, by=cast.trainer)) == {"language_not_offered"}
    assert way.fresh(training).status == "draft"
    assert (Decision.objects.count(), mail.outbox) == (0, [])


@pytest.mark.parametrize("short, refused_with", [(0, set()), (1, {"not_in_force"})])
def test_the_certificate_must_hold_on_the_last_day(way, cast, short, refused_with):
    first = today() + timedelta(days=14)
    last = first + timedelta(days=1)
    lead = trainer_with(cast.home, valid_until=last - timedelta(days=short))
    programme = [SessionPlan(first, "am", [module_of(way)]), SessionPlan(last, "am", [module_of(way, 1)])]
    training = way.planned_by(lead.user, lead=lead, days=2, programme=programme)
    if refused_with:
        assert refusal_of(lambda: services.send_training(training, by=lead.user)) == refused_with
    else:
        services.send_training(training, by=lead.user)


def test_the_day_without_a_session_is_no_delivery_day(way, cast):
    first = today() + timedelta(days=14)
    lead = trainer_with(cast.home, valid_until=first)
    training = way.planned_by(lead.user, lead=lead, days=2)
    services.send_training(training, by=lead.user)


def test_a_certificate_for_another_curriculum_covers_nothing(way, cast):
    lead = trainer_with(cast.home, curriculum=make.CurriculumFactory(code="other"))
    assert findings_codes(way.planned_by(cast.focal, lead=lead)) == {"not_in_force"}


def test_a_certificate_that_came_from_a_cascade_training_makes_no_trainer(way, cast):
    Training.objects.filter(certificates__person=cast.trainer_person).update(kind=TrainingKind.CASCADE)
    assert findings_codes(way.planned_by()) == {"not_from_tot"}


def test_a_provisional_trainer_is_sent_with_a_certified_one_only(way, cast):
    lead = trainer_with(cast.home, level=Level.PROVISIONAL)
    training = way.planned_by(lead.user, lead=lead)
    assert refusal_of(lambda: services.send_training(training, by=lead.user)) == {"provisional_alone"}
    training = way.planned_by(lead.user, lead=lead, co_trainers=[cast.trainer_person])
    services.send_training(training, by=lead.user)


@pytest.mark.parametrize("first, last, blocks", [(0, 1, False), (1, 1, True), (0, 0, True)])
def test_a_co_trainer_from_elsewhere_needs_leave_for_every_day(way, cast, first, last, blocks):
    day = today() + timedelta(days=14)
    grant(
        cast, person=cast.trainer_away_person, institution=cast.home, starts_on=day + timedelta(days=first),
        ends_on=day + timedelta(days=last),
    )  # fmt: skip
    modules = [module_of(way), module_of(way, 1)]
    programme = [SessionPlan(day, "am", modules[:1]), SessionPlan(day + timedelta(days=1), "am", modules[1:])]
    training = way.planned_by(days=2, programme=programme, co_trainers=[cast.trainer_away_person])
    assert findings_codes(training) == ({"outside_institution"} if blocks else set())


def test_two_plans_for_one_trainer_on_one_day(way, cast):
    first, second = way.planned_by(), way.planned_by()
    services.send_training(first, by=cast.trainer)
    assert refusal_of(lambda: services.send_training(second, by=cast.trainer)) == {"trainer_elsewhere"}


@pytest.mark.parametrize("name", ["focal_away", "trainer_away", "trainee", "observer", "assessor", "stranger"])
def test_a_stranger_to_the_training_sends_nothing(way, cast, name):
    training = way.planned_by()
    assert refusal_of(lambda: services.send_training(training, by=getattr(cast, name))) == {"not_allowed"}


def test_a_withdrawn_trainer_sends_nothing_but_the_focal_point_may(way, cast):
    training = way.planned_by(lead=trainer_with(cast.home), co_trainers=[cast.trainer_person])
    suspend(cast.trainer_person, on=today(), kind=EventKind.WITHDRAWN)
    assert refusal_of(lambda: services.send_training(training, by=cast.trainer)) == {"not_allowed"}
