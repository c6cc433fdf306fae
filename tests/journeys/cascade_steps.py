"""Steps 5 and 6: a trainer plans a training at home, the focal point approves, trainees enrol with their phones."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from lms.people.models import User
from lms.trainings.choices import EnrolmentSource
from lms.trainings.models import Training
from lms.trainings.services import enrol_people
from tests import factories as make

from .visitor import Visitor, one_mail

SEATS = 12


def plan_a_training(trainer: Visitor, edition) -> Training:
    """One page: where and when, what, who; programme and findings are shown before anything is saved."""
    starts = timezone.localdate() + timedelta(days=30)
    while starts.weekday() > 2:
        starts += timedelta(days=1)
    trainer.open("/cascade/plan/")
    trainer.fill(
        venue="Training centre, hall 2",
        starts_on=starts.isoformat(),
        ends_on=(starts + timedelta(days=1)).isoformat(),
        seats=SEATS,
        edition=edition.pk,
        language="sr-Latn",
        title="Bezbedno čuvanje oružja",
    )
    trainer.press("Go on to the programme")
    trainer.sees("What the rules say", "Everything is in order.", "M13")
    trainer.shot("30-plan")
    trainer.press("Save the draft")
    trainer.sees("The plan is saved as a draft.", "From plan to verified")
    trainer.follow("Send for approval")
    trainer.press("Send for approval")
    trainer.sees("The plan is sent.")
    return Training.objects.get(title="Bezbedno čuvanje oružja")


def approve(focal: Visitor, training: Training) -> None:
    """The plan waits on the focal point's first page; approving opens enrolment at once."""
    focal.open("/")
    focal.sees("Needs you now", training.reference)
    focal.shot("31-home-focal-point")
    focal.open(f"/cascade/{training.pk}/")
    focal.follow("Approve")
    focal.sees("Approve the plan", "Everything is in order.")
    focal.press("Approve")
    focal.sees("The plan is approved. Enrolment is open.")


def enrolment_link(trainer: Visitor, training: Training) -> str:
    """As the trainer copies it from the training's page."""
    trainer.open(f"/cascade/{training.pk}/")
    trainer.shot("32-training")
    link = trainer.page.locator("#enrolment-link").evaluate("field => field.value || field.textContent").strip()
    assert link.startswith(trainer.base)
    return urlsplit(link).path


def fill_all_but_one(training: Training) -> None:
    """Colleagues who were on the institution's own list."""
    by = User.objects.get(email="focal.rs@mup.example")
    people = [make.PersonFactory(institution=training.institution) for _number in range(SEATS - 1)]
    enrol_people(training, people, source=EnrolmentSource.ROSTER, by=by)


def enrol(trainee: Visitor, link: str, email: str, family_name: str, picture: str) -> None:
    """From the poster to a place, in Serbian, on a narrow screen: address, code, name."""
    trainee.open(link)
    trainee.sees("Bezbedno čuvanje oružja")
    assert trainee.page.locator("html").get_attribute("lang") == "sr-latn"
    trainee.shot(f"{picture}-a-start")
    trainee.page.locator("main .actions a.button").first.click()
    trainee.fill(email=email)
    with one_mail(email) as letter:
        trainee.page.locator("main form.form button.button").first.click()
        trainee.page.wait_for_url("**/code/confirm/**")
    assert "Vaš kod za prijavu" in letter.text
    trainee.fill(code=letter.code)
    trainee.shot(f"{picture}-b-code")
    trainee.page.locator("main form.form button.button").first.click()
    trainee.sees("Ko ste Vi?")
    trainee.fill(family_name=family_name, given_name="Ana", unit_name="Niš")
    trainee.shot(f"{picture}-c-name")
    with one_mail(email):
        trainee.page.locator("main form.form button.button").first.click()
        trainee.page.wait_for_url("**/done/")
    assert trainee.page.evaluate("document.documentElement.scrollWidth") <= 360


def take_the_last_seat(trainee: Visitor, link: str) -> None:
    enrol(trainee, link, "ana.savic@mup.example", "Savić", "33")
    trainee.sees("Prijavljeni ste")
    trainee.shot("33-d-enrolled")


def join_the_waiting_list(trainee: Visitor, link: str) -> None:
    enrol(trainee, link, "ana.tosic@mup.example", "Tošić", "34")
    trainee.sees("Na listi čekanja ste broj 1")
    trainee.shot("34-d-waiting")


def give_the_place_back(first: Visitor, second: Visitor) -> None:
    """The next in the list moves up at once and is written to."""
    first.page.locator("main a[href$='/withdraw/']").click()
    first.sees("Želite li da vratite svoje mesto?")
    with one_mail("ana.tosic@mup.example") as letter:
        first.page.locator("main form button.button").first.click()
        first.sees("Vratili ste svoje mesto.")
    assert re.search("Mesto se oslobodilo i Vaše je", letter.text)
    second.page.reload()
    second.sees("Prijavljeni ste")
    second.shot("34-e-moved-up")
