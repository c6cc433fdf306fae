"""A training's own page and the pages of its decisions."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from lms.cascade import services
from lms.certification.choices import EventKind
from lms.certification.models import CertificateEvent
from lms.core.clock import today
from lms.core.days import days_text
from lms.trainings.choices import TrainingStatus
from tests import factories as make

from .conftest import count_queries, text_of, url

pytestmark = pytest.mark.django_db


# The training's own page


@pytest.mark.parametrize("name", ["planned_by", "sent", "approved", "recorded", "submitted", "verified"])
@pytest.mark.parametrize("who", ["trainer", "focal", "office"])
def test_the_page_stands_at_every_stage_for_everybody_concerned(way, cast, as_user, name, who):
    training = getattr(way, name)()
    response = as_user(getattr(cast, who)).get(training.get_absolute_url())
    assert response.status_code == 200
    assert sum(step.state == "current" for step in response.context["steps"]) == 1


def test_one_button_leads_onwards_for_the_one_whose_turn_it_is(way, cast, as_user):
    for training, who, label in (
        (way.planned_by(), cast.trainer, "Send for approval"),
        (way.sent(starts_in=20), cast.focal, "Approve"),
        (way.recorded(), cast.trainer, "Submit the report"),
    ):
        steps = as_user(who).get(training.get_absolute_url()).context["steps"]
        step = next(step for step in steps if step.state == "current")
        assert step.buttons[0].label == label


def test_who_waits_has_no_button_and_is_told_for_whom(way, cast, as_user):
    steps = as_user(cast.trainer).get(way.sent().get_absolute_url()).context["steps"]
    step = next(step for step in steps if step.state == "current")
    assert (step.code, list(step.buttons)) == ("approval", [])
    assert "focal point decides" in step.says


def test_the_enrolment_link_stands_there_while_it_is_open(way, cast, as_user):
    training = way.approved()
    assert training.enrolment_code in text_of(as_user(cast.trainer).get(training.get_absolute_url()))
    draft = way.planned_by(starts_in=60)
    assert draft.enrolment_code not in text_of(as_user(cast.trainer).get(draft.get_absolute_url()))


def test_a_returned_plan_shows_the_reason_and_goes_back_to_its_first_step(way, cast, as_user):
    training = way.step(services.return_training, way.sent(), cast.focal, reason="The room is too small.")
    response = as_user(cast.trainer).get(training.get_absolute_url())
    assert "The room is too small." in text_of(response)
    assert response.context["steps"][0].state == "current"


def test_a_cancelled_training_has_no_next_step(way, cast, as_user):
    training = way.step(services.cancel_training, way.approved(), cast.focal, reason="Flood.")
    response = as_user(cast.trainer).get(training.get_absolute_url())
    assert "Flood." in text_of(response)
    assert {step.state for step in response.context["steps"]} == {"done", "todo"}


def test_certificates_stand_there_when_verified(way, cast, as_user):
    training = way.verified()
    response = as_user(cast.focal).get(training.get_absolute_url())
    assert len(response.context["certificates"]) == 2


def test_decisions_show_findings_with_todays_names(way, cast, as_user):
    training = way.sent()
    training.decisions.update(
        findings=[{"code": "x", "message": f"[person {cast.trainer_person.pk}] was looked at.", "blocks": False}]
    )
    page = text_of(as_user(cast.focal).get(training.get_absolute_url()))
    assert f"{cast.trainer_person.full_name} was looked at." in page


def test_the_page_asks_as_often_for_thirty_people_as_for_one(way, cast, as_user):
    training = way.submitted(people=1)
    client = as_user(cast.focal)
    one = count_queries(client, training.get_absolute_url())
    for number in range(30):
        make.EnrolmentFactory(training=training, person=make.PersonFactory(institution=cast.home), place=number + 50)
    assert count_queries(client, training.get_absolute_url()) == one


@pytest.mark.parametrize(("who", "asks"), [("office", 16), ("focal", 18), ("trainer", 20)])
def test_how_often_the_page_asks(way, cast, as_user, who, asks):
    training = way.verified()
    assert count_queries(as_user(getattr(cast, who)), training.get_absolute_url()) <= asks


def test_the_programme_comes_in_words(way, cast, as_user):
    training = way.sent()
    rows = as_user(cast.focal).get(training.get_absolute_url()).context["sessions"]
    assert [row.label for row in rows] == [
        f"{date_format(row.held_on, 'D j F')}, {row.get_half_display()}" for row in training.sessions.all()
    ]
    assert [[module.words for module in row.modules] for row in rows] == [
        [f"{row.module.code} {row.module.title}" for row in session.modules.all()]
        for session in training.sessions.all()
    ]


# Decisions

ACTIONS = [
    ("training_send", "planned_by", "trainer", {}, TrainingStatus.PLANNED),
    ("training_approve", "sent", "focal", {}, TrainingStatus.APPROVED),
    ("training_return", "sent", "focal", {"reason": "No."}, TrainingStatus.RETURNED),
    ("training_submit", "recorded", "trainer", {"reported": "2"}, TrainingStatus.SUBMITTED),
    ("training_verify", "submitted", "focal", {}, TrainingStatus.VERIFIED),
    ("training_lock", "verified", "office", {}, TrainingStatus.LOCKED),
    ("training_cancel", "planned_by", "trainer", {"reason": "No."}, TrainingStatus.CANCELLED),
]


@pytest.mark.parametrize("name, begin, who, data, status", ACTIONS)
def test_each_decision_is_shown_first_and_then_taken(way, cast, as_user, name, begin, who, data, status):
    training = getattr(way, begin)()
    client = as_user(getattr(cast, who))
    before = training.status
    assert client.get(url(name, training.pk)).status_code == 200
    assert way.fresh(training).status == before
    response = client.post(url(name, training.pk), {"version": training.version, **data})
    assert (response.status_code, response.url) == (302, training.get_absolute_url())
    assert way.fresh(training).status == status


@pytest.mark.parametrize("name, begin, who, data, status", ACTIONS)
def test_a_decision_on_an_older_version_is_refused(way, cast, as_user, name, begin, who, data, status):
    training = getattr(way, begin)()
    before = training.status
    response = as_user(getattr(cast, who)).post(url(name, training.pk), {"version": 0, **data})
    assert "Somebody else changed this" in text_of(response)
    assert way.fresh(training).status == before


def test_what_blocks_is_shown_without_a_button(way, cast, as_user):
    training = way.planned_by(language="ro")
    response = as_user(cast.trainer).get(url("training_send", training.pk))
    assert response.context["stopped"] is True
    assert "has to be put right first" in text_of(response)
    assert "<textarea" not in text_of(response)


def test_a_step_that_is_not_due_says_so(way, cast, as_user):
    response = as_user(cast.focal).get(url("training_verify", way.sent().pk))
    assert "Only a submitted report can be verified." in text_of(response)


def test_the_difference_of_thirty_and_twenty_nine_asks_for_a_reason(way, cast, as_user):
    training = way.submitted(reported=3)
    client = as_user(cast.focal)
    assert "3 reported beside 2 listed" in text_of(client.get(url("training_verify", training.pk)))
    refused = client.post(url("training_verify", training.pk), {"version": training.version})
    assert "reason" in refused.context["form"].errors
    data = {"version": training.version, "reason": "One left early."}
    assert client.post(url("training_verify", training.pk), data).status_code == 302


def test_a_suspended_trainer_gets_403_where_they_could_decide_before(way, cast, as_user):
    draft, done = way.planned_by(starts_in=20), way.recorded()
    CertificateEvent.objects.create(
        certificate=cast.trainer_person.certificates.get(), kind=EventKind.SUSPENDED, effective_on=today(), reason="x"
    )
    client = as_user(cast.trainer)
    assert client.get(url("training_plan")).status_code == 403
    assert client.get(url("training_send", draft.pk)).status_code == 403
    assert client.get(url("training_change", draft.pk)).status_code == 403
    assert client.post(url("training_submit", done.pk), {"version": done.version}).status_code == 403
    assert client.get(done.get_absolute_url()).status_code == 200


# The way on the page


def test_what_blocks_takes_the_button_away_and_offers_the_cure(way, cast, as_user):
    bad = way.planned_by(language="ro")
    steps = as_user(cast.trainer).get(bad.get_absolute_url()).context["steps"]
    assert [button.label for button in steps[0].buttons] == ["Change the plan"]
    over = way.approved(starts_in=-1)
    page = as_user(cast.trainer).get(over.get_absolute_url())
    step = next(step for step in page.context["steps"] if step.state == "current")
    assert [button.label for button in step.buttons] == ["Send in the list"]


def test_when_only_modules_are_missing_the_cure_is_their_page(way, cast, as_user):
    training = way.recorded()
    training.sessions.get().modules.update(delivered=None)
    page = as_user(cast.trainer).get(training.get_absolute_url())
    step = next(step for step in page.context["steps"] if step.state == "current")
    assert [button.label for button in step.buttons] == ["Mark the modules"]


def test_under_way_the_days_work_is_attendance(way, cast, as_user):
    training = way.approved(starts_in=0)
    page = as_user(cast.trainer).get(training.get_absolute_url())
    step = next(step for step in page.context["steps"] if step.state == "current")
    assert (step.code, [button.label for button in step.buttons]) == ("delivery", ["Record attendance"])


def test_a_training_without_names_leads_to_its_head_count(way, cast, as_user):
    training = way.approved(starts_in=0, head_count_only=True)
    page = text_of(as_user(cast.trainer).get(training.get_absolute_url()))
    assert "Head count" in page
    assert reverse("trainings:attendance", args=[training.pk]) not in page


def test_days_are_said_shortly():

    assert days_text(date(2026, 10, 12), date(2026, 10, 12)) == "12 October 2026"
    assert days_text(date(2026, 10, 12), date(2026, 10, 13)) == "12 to 13 October 2026"
    assert days_text(date(2026, 9, 30), date(2026, 10, 1)) == "30 September to 1 October 2026"
    assert days_text(date(2026, 12, 31), date(2027, 1, 1)) == "31 December 2026 to 1 January 2027"


def test_the_list_of_one_trainer_can_be_narrowed_to_what_they_led(way, cast, as_user):
    helped = make.TrainingFactory(institution=cast.home, reference="RS-2026-901")
    make.DelivererFactory(training=helped, person=cast.trainer_person, part="co_trainer")
    led = way.planned_by()
    client = as_user(cast.office)
    chosen = {"trainer": cast.trainer_person.pk, "part": "lead"}
    page = text_of(client.get(url("training_list"), chosen))
    assert led.reference in page and "RS-2026-901" not in page
    assert f"Taught by {cast.trainer_person.full_name}." in page


def test_the_other_institutions_certificates_and_decisions_stay_hidden(way, cast, as_user):
    training = way.verified()
    assert as_user(cast.focal_away).get(training.get_absolute_url()).status_code == 404
    assert as_user(cast.trainee).get(training.get_absolute_url()).status_code == 404


def test_the_kit_is_one_click_in_the_language_of_the_training(way, cast, as_user):
    edition = way.edition
    address = reverse("curricula:edition_kit", args=[edition.pk])
    for days, language, name in ((14, "sr-Latn", "Serbian (Latin)"), (28, "en", "English")):
        page = as_user(cast.trainer).get(way.planned_by(language=language, starts_in=days).get_absolute_url())
        kit = page.context["kits"][0]
        assert (kit["url"], kit["language"]) == (f"{address}?for=trainer&language={language}", name)
        assert f'href="{address}?for=trainer&amp;language={language}"' in page.content.decode()
