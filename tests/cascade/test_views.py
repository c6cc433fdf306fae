"""The pages of cascade trainings: what they show, what they do, and to whom."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from lms.cascade import services
from lms.cascade.models import DeliveryException
from lms.certification.choices import EventKind
from lms.certification.models import CertificateEvent
from lms.core.clock import today
from lms.trainings.choices import TrainingStatus
from lms.trainings.models import Training
from tests import factories as make

from .conftest import trainer_with

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"cascade:{name}", args=args)


def text_of(response) -> str:
    return response.content.decode()


def count_queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


# The list


def test_the_list_shows_ones_own_and_nobody_elses(way, cast, as_user):
    mine = way.planned_by(venue="Hall 1")
    other = make.TrainingFactory(institution=cast.away, reference="AL-2026-077", title="Theirs")
    page = text_of(as_user(cast.focal).get(url("training_list")))
    assert mine.reference in page
    assert other.reference not in page


def test_the_office_sees_all_but_no_training_of_trainers(way, cast, as_user):
    way.planned_by()
    make.TrainingFactory(institution=cast.away, reference="AL-2026-077")
    page = text_of(as_user(cast.office).get(url("training_list")))
    assert "AL-2026-077" in page
    assert "2 trainings" in page


def test_filters_stay_in_the_address_and_narrow_the_list(way, cast, as_user):
    draft = way.planned_by()
    client = as_user(cast.office)
    for query, expected in (
        ({"stage": "draft"}, True), ({"stage": "verified"}, False), ({"language": "sr-Latn"}, True),
        ({"language": "ro"}, False), ({"year": draft.starts_on.year}, True), ({"institution": cast.home.pk}, True),
        ({"trainer": cast.trainer_person.pk}, True), ({"trainer": cast.trainee_person.pk}, False),
        ({"delivered": "on"}, False), ({"stage": "nonsense", "year": "x", "trainer": "y"}, True),
    ):  # fmt: skip
        page = text_of(client.get(url("training_list"), query))
        assert (draft.reference in page) is expected, query


@pytest.mark.parametrize("starts_in, stage", [(3, "approved"), (0, "under_way"), (-1, "under_way"), (-2, "completed")])
def test_the_stages_that_follow_from_dates_can_be_filtered(way, cast, as_user, starts_in, stage):
    day = today() + timedelta(days=starts_in)
    make.TrainingFactory(institution=cast.home, reference="RS-2026-900", starts_on=day)
    for other in ("approved", "under_way", "completed"):
        page = text_of(as_user(cast.office).get(url("training_list"), {"stage": other}))
        assert ("RS-2026-900" in page) is (other == stage)


def test_an_empty_list_says_what_will_come(cast, as_user):
    page = text_of(as_user(cast.focal).get(url("training_list")))
    assert "No trainings yet" in page
    assert "Nothing fits" in text_of(as_user(cast.focal).get(url("training_list"), {"stage": "draft"}))


def test_the_list_asks_as_often_for_thirty_as_for_one(way, cast, as_user):
    way.planned_by()
    client = as_user(cast.focal)
    one = count_queries(client, url("training_list"))
    for number in range(30):
        row = make.TrainingFactory(institution=cast.home, reference=f"RS-2027-{number}")
        make.DelivererFactory(training=row, person=make.PersonFactory(institution=cast.home))
        make.EnrolmentFactory(training=row, person=make.PersonFactory(institution=cast.home))
    assert count_queries(client, url("training_list")) == one


def test_the_workbook_holds_what_the_filters_leave_and_the_footnote(way, cast, as_user):
    way.planned_by()
    kosovo = make.JurisdictionFactory(code="XK", name="Kosovo", time_zone="Europe/Belgrade")
    police = make.InstitutionFactory(jurisdiction=kosovo, name="Kosovo Police")
    make.TrainingFactory(institution=police, reference="XK-2026-001", title="=1+1")
    response = as_user(cast.office).get(url("training_export"), {"institution": police.pk})
    sheet = load_workbook(io.BytesIO(response.content)).active
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert "XK-2026-001" in cells and "Kosovo* Police" in cells and "=1+1" in cells
    assert any("1244" in str(cell) for cell in cells)
    assert sum("2026" in str(cell) and "RS" in str(cell) for cell in cells) == 0


# Planning


def plan_data(way, cast, **fields):
    day = today() + timedelta(days=14)
    return {
        "institution": cast.home.pk, "venue": "Academy, room 4", "starts_on": day.isoformat(),
        "ends_on": (day + timedelta(days=1)).isoformat(), "seats": 24, "kind": "cascade", "edition": way.edition.pk,
        "language": "sr-Latn", "lead": cast.trainer_person.pk, "action": "check",
    } | fields  # fmt: skip


def test_the_page_begins_with_the_trainers_own_institution(way, cast, as_user):
    form = as_user(cast.trainer).get(url("training_plan")).context["form"]
    assert form["institution"].initial == cast.home
    assert form["lead"].initial == cast.trainer_person
    assert form["edition"].initial == way.edition


def test_a_trainer_chooses_among_their_own_institution_only(way, cast, as_user):
    form = as_user(cast.trainer).get(url("training_plan")).context["form"]
    assert list(form.fields["institution"].queryset) == [cast.home]
    assert list(form.fields["lead"].queryset) == [cast.trainer_person]


def test_a_guest_with_leave_can_be_chosen_and_a_provisional_one_is_called_so(way, cast, as_user):
    DeliveryException.objects.create(
        person=cast.trainer_away_person, institution=cast.home, starts_on=today(), ends_on=today(), reason="Help."
    )
    trainer_with(cast.home, family_name="Zorić", level="provisional")
    page = text_of(as_user(cast.focal).get(url("training_plan")))
    assert "Kola, Albanian State Police" in page
    assert "Zorić, Administrative Affairs Directorate, provisional" in page


def test_checking_shows_programme_and_findings_and_saves_nothing(way, cast, as_user):
    response = as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast, language="ro", seats=5))
    page = text_of(response)
    assert "is not published in Romanian" in page
    assert "5 seats are unusual" in page
    assert [row["module"].code for row in response.context["programme"].rows] == ["M01", "M02"]
    assert Training.objects.filter(institution=cast.home, kind="cascade").count() == 0


def test_a_plan_in_order_is_said_to_be(way, cast, as_user):
    assert "Everything is in order" in text_of(as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast)))


def test_saving_makes_the_draft_with_the_programme_as_chosen(way, cast, as_user):
    day = today() + timedelta(days=15)
    first, second = [row.module_id for row in way.edition.modules.all()]
    chosen = {f"module-{first}": f"{day}-pm", f"module-{second}": "", "action": "save"}
    response = as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast, **chosen))
    training = Training.objects.get(institution=cast.home, kind="cascade")
    assert response.status_code == 302 and response.url == training.get_absolute_url()
    session = training.sessions.get()
    assert (session.held_on, session.half) == (day, "pm")
    assert [row.module_id for row in session.modules.all()] == [first]


def test_a_half_day_that_is_gone_becomes_the_proposed_one(way, cast, as_user):
    first = way.edition.modules.all()[0].module_id
    response = as_user(cast.trainer).post(
        url("training_plan"), plan_data(way, cast, **{f"module-{first}": "1999-01-01-am"})
    )
    assert first in response.context["programme"].chosen


@pytest.mark.parametrize(
    "fields, field",
    [
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"ends_on": "2099-01-01"}, "ends_on"),
        ({"enrolment_closes_on": "2099-01-01"}, "enrolment_closes_on"),
        ({"seats": "0"}, "seats"),
        ({"starts_on": "soon"}, "starts_on"),
        ({"lead": "999999"}, "lead"),
        ({"institution": "999999"}, "institution"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(way, cast, as_user, fields, field):
    response = as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast, **fields))
    assert field in response.context["form"].errors
    assert "This needs correcting" in text_of(response)


def test_a_service_that_refuses_leaves_the_page_filled(way, cast, as_user):
    way.approved()
    response = as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast, action="save"))
    assert response.status_code == 200
    assert "In another training on the same days" in text_of(response)
    assert "Academy, room 4" in text_of(response)


def test_a_lead_who_is_also_ticked_as_co_trainer_is_the_lead(way, cast, as_user):
    data = plan_data(way, cast, co_trainers=[cast.trainer_person.pk], action="save")
    as_user(cast.trainer).post(url("training_plan"), data)
    assert Training.objects.get(institution=cast.home, kind="cascade").deliverers.count() == 1


def test_the_draft_is_changed_on_the_same_page(way, cast, as_user):
    training = way.planned_by(days=2)
    client = as_user(cast.trainer)
    page = client.get(url("training_change", training.pk))
    assert page.context["programme"] and "Training centre" in text_of(page)
    data = plan_data(way, cast, action="save", version=training.version, venue="Hall 9")
    response = client.post(url("training_change", training.pk), data)
    assert response.status_code == 302
    assert way.fresh(training).venue == "Hall 9"


def test_a_stale_change_says_so(way, cast, as_user):
    training = way.planned_by()
    data = plan_data(way, cast, action="save", version=0)
    response = as_user(cast.trainer).post(url("training_change", training.pk), data)
    assert "Somebody else changed this" in text_of(response)


def test_place_and_seats_after_approval(way, cast, as_user):
    training = way.approved()
    client = as_user(cast.trainer)
    assert client.get(url("training_adjust", training.pk)).status_code == 200
    data = {"venue": "Hall 2", "seats": 30, "version": training.version}
    assert client.post(url("training_adjust", training.pk), data).status_code == 302
    assert way.fresh(training).seats == 30


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


# Exceptions


def test_exceptions_are_listed_granted_and_ended(cast, as_user):
    client = as_user(cast.office)
    assert "No exceptions" in text_of(client.get(url("exception_list")))
    day = today()
    data = {
        "person": cast.trainer_person.pk, "institution": cast.away.pk, "starts_on": day, "ends_on": day,
        "reason": "No trainer there yet.",
    }  # fmt: skip
    assert client.get(url("exception_grant")).status_code == 200
    assert client.post(url("exception_grant"), data).status_code == 302
    page = text_of(client.get(url("exception_list")))
    assert "in force" in page and "No trainer there yet." in page
    row = DeliveryException.objects.get()
    assert client.post(url("exception_end", row.pk)).status_code == 302
    assert DeliveryException.objects.count() == 0


def test_an_exception_at_home_is_refused_on_the_page(cast, as_user):
    data = {
        "person": cast.trainer_person.pk, "institution": cast.home.pk, "starts_on": today(), "ends_on": today(),
        "reason": "x",
    }  # fmt: skip
    page = text_of(as_user(cast.office).post(url("exception_grant"), data))
    assert "No exception is needed" in page


def test_exceptions_ask_as_often_for_thirty_as_for_one(cast, as_user):
    def grant():
        DeliveryException.objects.create(
            person=make.PersonFactory(institution=cast.home), institution=cast.away, starts_on=today(),
            ends_on=today(), reason="x",
        )  # fmt: skip

    grant()
    client = as_user(cast.office)
    one = count_queries(client, url("exception_list"))
    for _number in range(30):
        grant()
    assert count_queries(client, url("exception_list")) == one
