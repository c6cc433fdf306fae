"""The pages on which a training is planned and changed."""

from datetime import timedelta

import pytest

from curricula.languages.blocks import blocks_of
from curricula.models import ChangeNote, EditionText
from lms.cascade.models import DeliveryException
from lms.core.clock import today
from lms.trainings.models import Training
from tests import factories as make

from .conftest import count_queries, grant, text_of, trainer_with, url

pytestmark = pytest.mark.django_db


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


def test_the_page_asks_as_often_for_thirty_trainers_as_for_one(way, cast, as_user):
    clients = [as_user(who) for who in (cast.office, cast.focal, cast.trainer)]
    few = [count_queries(client, url("training_plan")) for client in clients]
    for number in range(30):
        trainer_with(cast.home, family_name=f"Zorić {number}")
    assert [count_queries(client, url("training_plan")) for client in clients] == few
    assert max(few) <= 13


def test_checking_shows_programme_and_findings_and_saves_nothing(way, cast, as_user):
    response = as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast, language="ro", seats=5))
    page = text_of(response)
    assert "is not published in Romanian" in page
    assert "5 seats are unusual" in page
    assert [row["module"].code for row in response.context["programme"].rows] == ["M01", "M02"]
    assert Training.objects.filter(institution=cast.home, kind="cascade").count() == 0


@pytest.fixture
def held_back(way, cast):
    """M03 has a Serbian text in the edition that lacks a sentence called safety-relevant afterwards."""
    module = make.ModuleFactory(curriculum=way.edition.curriculum, code="M03")
    content = {"safety_note": "Empty it first."}
    row = make.EditionModuleFactory(edition=way.edition, module=module, order=3, minutes=60, content=content)
    said = {"title": "M03", "content": {"safety_note": "Prazno."}, "covers": {}, "sha256": "0" * 64}
    EditionText.objects.create(module=row, language="sr-Latn", **said)
    (block,) = blocks_of("", content)
    facts = {"part": block.part, "sha256": block.sha256, "excerpt": block.excerpt}
    ChangeNote.objects.create(module=module, is_safety_relevant=True, **facts)
    return f"The translation of {row.module.code} does not have a safety-relevant change yet."


def test_a_language_held_back_cannot_be_planned_and_the_reason_stands_beside_it(way, cast, as_user, held_back):
    for action in ("check", "save"):
        response = as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast, action=action))
        assert response.context["form"].errors["language"] == [f"{held_back} Choose another language, or wait."]
        assert held_back in text_of(response)
    assert Training.objects.filter(institution=cast.home, kind="cascade").count() == 0
    as_user(cast.trainer).post(url("training_plan"), plan_data(way, cast, action="save", language="en"))
    assert Training.objects.filter(institution=cast.home, kind="cascade").get().language == "en"


def test_a_plan_made_before_its_language_was_held_back_may_still_be_changed(way, cast, as_user, request):
    training = way.planned_by()
    request.getfixturevalue("held_back")
    page = as_user(cast.trainer).get(url("training_change", training.pk))
    form = page.context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    day = today() + timedelta(days=14)
    data |= {"starts_on": day.isoformat(), "ends_on": day.isoformat(), "venue": "Room 9", "action": "check"}
    response = as_user(cast.trainer).post(url("training_change", training.pk), data)
    assert "language" not in response.context["form"].errors


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


def test_a_training_can_be_planned_for_heads_only(way, cast, as_user):
    data = plan_data(way, cast, head_count_only="on", action="save")
    as_user(cast.trainer).post(url("training_plan"), data)
    training = Training.objects.get(institution=cast.home, kind="cascade")
    assert training.head_count_only

    page = as_user(cast.trainer).get(url("training_change", training.pk))
    assert page.context["form"]["head_count_only"].value() is True


def test_until_the_report_a_training_without_a_list_can_be_counted_by_heads_instead(way, cast, as_user):
    training = way.recorded(people=0)
    page = text_of(as_user(cast.trainer).get(training.get_absolute_url()))
    assert "change the training to a head count" in page and "Send in the list" in page
    data = {
        "venue": training.venue, "seats": training.seats, "head_count_only": "on", "version": training.version,
    }  # fmt: skip
    assert as_user(cast.trainer).post(url("training_adjust", training.pk), data).status_code == 302
    assert way.fresh(training).head_count_only
    page = text_of(as_user(cast.trainer).get(training.get_absolute_url()))
    assert "Enter the head count" in page and "Enrolment link" not in page


def test_a_list_of_people_never_becomes_a_head_count(way, cast, as_user):
    training = way.recorded(people=1)
    data = {
        "venue": training.venue, "seats": training.seats, "head_count_only": "on", "version": training.version,
    }  # fmt: skip
    page = text_of(as_user(cast.trainer).post(url("training_adjust", training.pk), data))
    assert "People are on the list by name" in page
    assert not way.fresh(training).head_count_only


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


def test_leave_to_deliver_elsewhere_opens_the_place_but_not_its_people(way, cast, as_user):
    grant(cast)
    form = as_user(cast.trainer).get(url("training_plan")).context["form"]
    assert set(form.fields["institution"].queryset) == {cast.home, cast.away}
    assert list(form.fields["lead"].queryset) == [cast.trainer_person]
