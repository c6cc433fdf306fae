"""From the poster to "you are enrolled": five taps, no script, in the reader's language."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from lms.people.models import Person
from lms.trainings.services import request_place
from tests import factories as make
from tests.trainings.conftest import training_in

pytestmark = pytest.mark.django_db
WHO = {"family_name": "Савић", "given_name": "Ана", "unit_name": "ПУ Ниш", "service_number": "SR-9", "sex": "woman"}


def url_of(name: str, training) -> str:
    return reverse(f"enrol:{name}", args=[training.enrolment_code])


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_whole_way_of_somebody_new(client, coming):
    start = client.get(url_of("start", coming))
    assert "3 of 3 seats are free" in text(start)
    assert "Training centre" in text(start)

    client.get(url_of("email", coming))
    code_page = client.post(url_of("email", coming), {"email": "Ana.Savic@mup.example"})
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", mail.outbox[0].body)[0]
    confirmed = client.post(code_page.url, {"code": code})
    assert confirmed.url == url_of("confirm", coming)
    assert "Who are you?" in text(client.get(confirmed.url))

    done = client.post(confirmed.url, WHO, follow=True)

    assert "You are enrolled" in text(done)
    person = Person.objects.get(email="ana.savic@mup.example")
    assert (person.user.email, person.family_name, person.institution) == (person.email, "Савић", coming.institution)
    assert coming.enrolments.get().person == person
    assert mail.outbox[-1].to == ["ana.savic@mup.example"]


def test_somebody_on_record_only_says_yes(as_user, cast, coming):
    page = as_user(cast.trainee).get(url_of("confirm", coming))
    assert "Enrol as Milica Jovanović?" in text(page)

    assert as_user(cast.trainee).post(url_of("confirm", coming)).url == url_of("done", coming)
    assert as_user(cast.trainee).post(url_of("confirm", coming)).url == url_of("done", coming)
    assert coming.enrolments.get().person == cast.trainee_person


def test_a_full_training_offers_the_waiting_list_and_says_which_number(as_user, cast, coming, enrol):
    enrol(coming, 5)
    page = as_user(cast.trainee).get(url_of("start", coming))
    assert "All seats are taken. 2 people are waiting. Join the waiting list" in text(page)

    done = as_user(cast.trainee).post(url_of("confirm", coming), follow=True)

    assert "You are number 3 on the waiting list" in text(done)
    assert "number 3 on the waiting list" in mail.outbox[-1].body


@pytest.mark.parametrize(
    ("starts_in", "status", "words"),
    [(14, "cancelled", "was cancelled"), (14, "draft", "has not opened yet"), (14, "planned", "has not opened yet"),
     (-10, "approved", "This training is over"), (-1, "approved", "Enrolment is closed"),
     (14, "locked", "Enrolment is closed")],
)  # fmt: skip
def test_who_comes_at_the_wrong_time_is_told_why(client, as_user, cast, starts_in, status, words):
    training = training_in(cast, starts_in=starts_in, status=status)

    assert words in text(client.get(url_of("start", training)))
    assert client.get(url_of("email", training)).url == url_of("start", training)
    assert words in text(as_user(cast.trainee).get(url_of("confirm", training)))
    assert as_user(cast.trainee).post(url_of("confirm", training)).status_code == 200
    assert not training.enrolments.exists()


@pytest.mark.parametrize("code", ["AAAA-BBBB-CCCC-DDDD", "x", "%00", "' OR 1=1 --", "7" * 400])
def test_an_unknown_code_does_not_exist(client, db, code):
    assert client.get(reverse("enrol:start", args=[code])).status_code == 404


def test_a_code_is_read_however_it_was_typed(client, coming):
    typed = coming.enrolment_code.lower().replace("-", " ")

    assert client.get(reverse("enrol:find"), {"code": typed}).url == url_of("start", coming)
    assert "No training has this code" in text(client.get(reverse("enrol:find"), {"code": "ABCD"}))
    assert "Type the code" in text(client.get(reverse("enrol:find")))


def test_a_head_count_takes_no_names(client, cast):
    assert client.get(url_of("start", training_in(cast, starts_in=14, head_count_only=True))).status_code == 404


def test_a_wrong_address_is_answered_on_the_page(client, coming):
    page = client.post(url_of("email", coming), {"email": "not-an-address"})

    assert (page.status_code, mail.outbox) == (200, [])


def test_a_formula_for_a_name_is_answered_on_the_page(as_user, cast, coming):
    page = as_user(cast.stranger).post(url_of("confirm", coming), {**WHO, "family_name": "=1+1"})

    assert "begins like a formula" in text(page)
    assert not coming.enrolments.exists()


def test_somebody_of_another_institution_is_told(as_user, cast, coming):
    page = as_user(cast.trainee_away).post(url_of("confirm", coming))

    assert "This training is for another institution" in text(page)


def test_calendar_and_giving_the_place_back(as_user, cast, coming, enrol):
    request_place(coming, cast.trainee_person, by=cast.trainee)
    client = as_user(cast.trainee)

    ics = client.get(url_of("calendar", coming))
    assert ics["Content-Type"].startswith("text/calendar")
    assert f"DTSTART;VALUE=DATE:{coming.starts_on:%Y%m%d}" in ics.content.decode()
    assert "Give your place back?" in text(client.get(url_of("withdraw", coming)))
    assert "You have given your place back." in text(client.post(url_of("withdraw", coming), follow=True))
    assert coming.enrolments.get().status == "withdrawn"
    assert client.get(url_of("calendar", coming)).status_code == 404


def test_my_trainings_show_state_and_what_i_can_do(as_user, cast, coming, over):
    request_place(coming, cast.trainee_person, by=cast.trainee)
    make.EnrolmentFactory(training=over, person=cast.trainee_person, status="withdrawn", place=1)

    page = text(as_user(cast.trainee).get(reverse("trainings:my_enrolments")))

    assert "enrolled" in page
    assert "withdrawn" in page
    assert page.count("Withdraw") == 1


def test_my_trainings_ask_as_much_for_one_as_for_many(as_user, cast, django_assert_max_num_queries):
    client = as_user(cast.trainee)
    for number in range(12):
        training = training_in(cast, starts_in=14 + 3 * number, seats=1)
        make.EnrolmentFactory(training=training, person=cast.trainee_person, status="waitlisted", place=2)
        if number == 0:
            client.get(reverse("trainings:my_enrolments"))

    with django_assert_max_num_queries(14):
        page = client.get(reverse("trainings:my_enrolments"))

    assert page.content.decode().count("number 1 on the waiting list") == 12


def test_the_name_carries_its_asterisk_in_calendar_and_mail(as_user, cast, coming):
    coming.institution.name = "Kosovo Police"
    coming.institution.save()
    request_place(coming, cast.trainee_person, by=cast.trainee)

    ics = as_user(cast.trainee).get(url_of("calendar", coming)).content.decode().replace("\r\n ", "")
    for where in (ics, mail.outbox[-1].body):
        assert "Kosovo* Police" in where
        assert "Kosovo Police" not in where
        assert "1244" in where


@pytest.mark.parametrize(
    ("language", "mails"), [("sr", "sr"), ("sr-Cyrl", "sr"), ("sr-Latn", "sr-latn"), ("sq", "en"), ("", "en")]
)
def test_mail_speaks_the_persons_language(language, mails):
    from lms.trainings.tasks import language_of

    assert language_of(make.PersonFactory.build(language=language, institution=None)) == mails
