"""A trainee's whole way in Serbian, in both scripts, from the poster to verification: not a word in English."""

import re
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from curricula.models import Curriculum, Material
from lms.certification.models import Certificate
from lms.certification.services import issue_completion_certificates
from lms.core.clock import today
from lms.core.transliteration import to_cyrillic
from lms.people.models import Person
from lms.trainings.choices import EnrolmentSource, Part
from lms.trainings.models import Completion, Training
from lms.trainings.services import enrol_person, withdraw_enrolment
from tests import factories as make
from tests.curricula import small

from .reading import english_in, foreign_script_in, spoken, untranslated

pytestmark = pytest.mark.django_db
SCRIPTS = [("sr", "cyrillic"), ("sr-latn", "latin")]
ADDRESS = "ana.savic@mup.example"


@dataclass
class Reader:
    """Somebody with a browser set to one language, who looks at every page with care."""

    client: Client
    language: str
    script: str
    training: Training

    def say(self, text: str) -> str:
        """Serbian words in this reader's script."""
        return to_cyrillic(text) if self.script == "cyrillic" else text

    @property
    def data(self) -> tuple[str, ...]:
        """What the rows themselves say, in whatever language they were entered."""
        training = self.training
        return (training.reference, "SEESAC", ADDRESS, "testserver")

    def url_of(self, name: str) -> str:
        return reverse(f"enrol:{name}", args=[self.training.enrolment_code])

    def read(self, answer, *, status: int = 200, data: tuple[str, ...] = ()) -> str:
        """The page's words, after checking that they are all Serbian and in one script."""
        assert answer.status_code == status
        html = answer.content.decode()
        assert f'<html lang="{self.language}"' in html
        return self.judge(spoken(html), data)

    def judge(self, lines: list[str], data: tuple[str, ...] = ()) -> str:
        known = (*self.data, *data)
        assert list(english_in(lines, self.language, known)) == []
        assert list(foreign_script_in(lines, self.script, known)) == []
        return " ".join(lines)

    def open(self, address: str, **more) -> str:
        return self.read(self.client.get(address, follow=True), **more)

    def leave(self) -> None:
        """End the session and keep the language, as signing out does (the test client's own way forgets both)."""
        del self.client.cookies["sessionid"]

    def letter(self, data: tuple[str, ...] = ()) -> str:
        """The newest mail's words."""
        message = mail.outbox[-1]
        return self.judge([message.subject, *filter(None, map(str.strip, message.body.splitlines()))], data)


@pytest.fixture(params=SCRIPTS, ids=["cyrillic", "latin"])
def reader(request, client, cast) -> Reader:
    """A training in Serbia that is open for enrolment, and a visitor who has chosen Serbian."""
    cache.clear()
    language, script = request.param
    found = Reader(client, language, script, None)
    home, day = cast.home, today("Europe/Belgrade") + timedelta(days=14)
    home.name = found.say("Uprava za upravne poslove")
    home.save()
    home.jurisdiction.name = found.say("Srbija")
    home.jurisdiction.save()
    found.training = make.TrainingFactory(
        institution=home,
        title=found.say("Bezbedno čuvanje oružja"),
        venue=found.say("Centar za obuku"),
        language={"sr": "sr-Cyrl", "sr-latn": "sr-Latn"}[language],
        starts_on=day,
        seats=2,
    )
    Curriculum.objects.update(title=found.say("Bezbednost skladišta"))
    make.DelivererFactory(training=found.training, person=cast.trainer_person, part=Part.LEAD)
    for half in ("am", "pm"):
        make.SessionFactory(training=found.training, half=half)
    answer = client.post(reverse("set_language"), {"language": language, "next": "/account/login/"})
    assert answer.status_code == 302
    return found


def take_place(reader: Reader) -> Person:
    """From the poster to "you are enrolled", each page and each mail read."""
    say = reader.say
    assert say("Bezbedno čuvanje oružja") in reader.open(reader.url_of("start"))
    reader.open(reader.url_of("email"))
    code_page = reader.client.post(reader.url_of("email"), {"email": ADDRESS})
    reader.open(code_page.url)
    assert say("Vaš kod za prijavu") in reader.letter()
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", mail.outbox[-1].body)[0]
    wrong = reader.client.post(code_page.url, {"code": "0000-0000"})
    reader.read(wrong)
    confirmed = reader.client.post(code_page.url, {"code": code})
    assert say("Ko ste Vi?") in reader.open(confirmed.url)
    empty = reader.client.post(confirmed.url, {"family_name": ""})
    assert say("Ovo treba ispraviti") in reader.read(empty)
    who = {"family_name": say("Savić"), "given_name": say("Ana"), "unit_name": say("Niš"), "sex": "woman"}
    done = reader.client.post(confirmed.url, who, follow=True)
    assert say("Prijavljeni ste") in reader.read(done)
    return Person.objects.get(email=ADDRESS)


def complete(reader: Reader, person: Person) -> Certificate:
    """The training is over and verified; the certificate is issued."""
    enrolment = person.enrolments.get()
    Training.objects.filter(pk=reader.training.pk).update(
        status="verified", starts_on=today() - timedelta(days=3), ends_on=today() - timedelta(days=2)
    )
    reader.training.refresh_from_db()
    Completion.objects.create(
        enrolment=enrolment, outcome="completed", completed_on=reader.training.ends_on,
        half_days=4, half_days_attended=4,
    )  # fmt: skip
    (certificate,) = issue_completion_certificates(reader.training, by=None)
    certificate.refresh_from_db()
    return certificate


def test_from_the_poster_to_a_place(reader):
    reader.open(reverse("enrol:find"))
    wrong = reader.client.get(reverse("enrol:find"), {"code": "ABCD"})
    assert reader.say("Nijedna obuka nema ovaj kod") in reader.read(wrong)
    start = reader.open(reader.url_of("start"))
    assert reader.say("Slobodna su 2 mesta od 2.") in start
    assert re.search(r"\b\d{1,2}\. [а-шa-z]+ 20\d\d\.", start)

    person = take_place(reader)

    assert person.user.language == reader.language
    assert reader.say("Prijavljeni ste na ovu obuku") in reader.letter()
    assert reader.say("Vrati mesto") in reader.open(reverse("trainings:my_enrolments"))
    assert reader.say("prijavljen/a") in reader.open(reverse("trainings:my_enrolments"))
    assert reader.say("Vaše obuke") in reader.open(reverse("desk:home"))
    calendar = reader.client.get(reader.url_of("calendar")).content.decode().replace("\r\n ", "")
    assert reader.say("Organizuje: ") in calendar


def test_giving_the_place_back(reader):
    take_place(reader)

    assert reader.say("Želite li da vratite svoje mesto?") in reader.open(reader.url_of("withdraw"))
    back = reader.client.post(reader.url_of("withdraw"), follow=True)

    assert reader.say("Vratili ste svoje mesto.") in reader.read(back)
    assert reader.say("odustanak") in reader.open(reverse("trainings:my_enrolments"))


def test_waiting_and_moving_up(reader, cast):
    others = [make.PersonFactory(institution=cast.home, family_name=name) for name in ("Tešić", "Ilić")]
    places = [enrol_person(reader.training, one, source=EnrolmentSource.ROSTER, by=cast.focal) for one in others]
    who = {"family_name": reader.say("Savić"), "given_name": reader.say("Ana")}
    assert reader.say("Sva mesta su zauzeta. Čeka 0 osoba.") in reader.open(reader.url_of("start"))
    stranger = make.UserFactory(email=ADDRESS)
    reader.client.force_login(stranger, backend="allauth.account.auth_backends.AuthenticationBackend")

    done = reader.client.post(reader.url_of("confirm"), who, follow=True)

    assert reader.say("Na listi čekanja ste broj 1") in reader.read(done)
    assert reader.say("Na listi čekanja za ovu obuku ste broj 1") in reader.letter()
    assert reader.say("broj 1 na listi čekanja") in reader.open(reverse("trainings:my_enrolments"))

    withdraw_enrolment(places[0], by=cast.focal)

    assert mail.outbox[-1].to == [ADDRESS]
    assert reader.say("Mesto se oslobodilo i Vaše je.") in reader.letter()


def test_the_certificate_and_its_verification(reader):
    person = take_place(reader)
    certificate = complete(reader, person)
    names = (certificate.number, certificate.code)

    assert reader.say("završeno") in reader.open(reverse("trainings:my_enrolments"))
    assert certificate.number in reader.open(reverse("desk:home"))
    assert certificate.number in reader.open(reverse("certification:certificate_list"))
    assert reader.say("Svako ko ima ovaj kod") in reader.open(
        reverse("certification:certificate_detail", args=[certificate.pk]), data=names
    )
    download = reader.client.get(reverse("certification:certificate_download", args=[certificate.pk]))
    assert download["Content-Type"] == "application/pdf"
    text = " ".join(PdfReader(BytesIO(download.content)).pages[0].extract_text().split())
    assert reader.say("Sertifikat o završenoj obuci") in text
    assert reader.say("Ovaj sertifikat dodeljuje se") in text
    assert reader.say("Ana Savić") in text
    reader.judge([text], (*names, "http", "localhost"))

    reader.leave()
    verified = reader.open(reverse("verify:certificate_verify", args=[certificate.code]), data=names)
    assert reader.say("Ovaj sertifikat je pravi i danas je na snazi.") in verified
    reader.open(reverse("verify:certificate_lookup"))
    wrong = reader.client.get(reverse("verify:certificate_verify", args=["AAAA-BBBB-CCCC-DDDD"]))
    assert reader.say("Nijedan sertifikat nema ovaj kod") in reader.read(wrong)
    badly_typed = reader.client.post(reverse("verify:certificate_lookup"), {"code": "x"})
    reader.read(badly_typed)


@pytest.mark.parametrize(
    "name", ["account_login", "account_request_login_code", "account_signup", "account_reset_password"]
)
def test_the_ways_in(reader, name):
    reader.open(reverse(name))
    empty = reader.client.post(reverse(name), {"email": "", "login": ""})
    reader.read(empty)


def test_the_pages_that_say_no(reader):
    assert reader.say("Ovde nema ničega") in reader.open("/nothing-here/", status=404)
    careful = Client(enforce_csrf_checks=True)
    careful.cookies["django_language"] = reader.language
    refused = careful.post(reverse("account_login"), {"login": ADDRESS})
    assert reader.say("Ova stranica je predugo bila otvorena") in reader.read(refused, status=403)
    user = make.UserFactory(email=ADDRESS)
    reader.client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert reader.say("Nemate pravo na ovo") in reader.open("/admin/", status=403)
    reader.leave()
    for _attempt in range(31):
        last = reader.client.get(reverse("verify:certificate_lookup"))
    assert reader.say("Previše pokušaja") in reader.read(last, status=429)


def test_signing_out_and_an_account_without_any_place(reader):
    user = make.UserFactory(email=ADDRESS)
    reader.client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert reader.say("Vaš nalog još nema ulogu ni obuku") in reader.open(reverse("desk:home"))
    assert reader.say("Još nemate mesto ni na jednoj obuci") in reader.open(reverse("trainings:my_enrolments"))
    reader.open(reverse("account_logout"))
    reader.open(reverse("account_set_password"))


@pytest.mark.parametrize(
    "address", ["/library/", "/library/pssm-moi/", "/library/pssm-moi/m01/", "/curricula/search/?q=xyzzy"]
)
def test_the_words_around_the_materials(reader, cast, tmp_path, address):
    """The content is English here; the interface around it is not."""
    curriculum = small.load(tmp_path / "content", owner=cast.office)
    make.EnrolmentFactory(training=make.TrainingFactory(curriculum=curriculum), person=cast.trainee_person)
    reader.client.force_login(cast.trainee, backend="allauth.account.auth_backends.AuthenticationBackend")

    answer = reader.client.get(address)

    assert answer.status_code == 200
    content = {"Overview", *Material.objects.values_list("title", flat=True)}
    assert [
        line for line in untranslated(spoken(answer.content.decode()), reader.language) if line not in content
    ] == []


def test_whoever_is_signed_in_is_written_to_in_the_language_they_chose(reader, cast):
    reader.client.force_login(cast.trainee, backend="allauth.account.auth_backends.AuthenticationBackend")
    reader.client.post(reverse("set_language"), {"language": reader.language, "next": "/"})
    cast.trainee.refresh_from_db()
    assert cast.trainee.language == reader.language

    reader.client.post(reverse("set_language"), {"language": "xx", "next": "/"})
    cast.trainee.refresh_from_db()
    assert cast.trainee.language == reader.language

    del reader.client.cookies["django_language"]
    reader.open(reverse("account_logout"))


def test_the_device_is_asked_first_then_the_account_then_the_browser(client, cast, as_user):
    cast.trainee.language = "sr"
    cast.trainee.save()
    address, english = reverse("account_logout"), {"headers": {"accept-language": "en"}}

    assert (
        '<html lang="sr-latn"'
        in client.get(reverse("account_login"), headers={"accept-language": "sr-latn"}).content.decode()
    )
    assert '<html lang="sr"' in as_user(cast.trainee).get(address, **english).content.decode()
    client.cookies["django_language"] = "en"
    assert '<html lang="en"' in client.get(address, **english).content.decode()


# The judge itself: what it must not let through -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Enrol",
        "Enrol:",
        "You are enrolled",
        "3 of 4 seats are free.",
        "Ово је the end of it",
        "Language:",
        "Something is new here",
    ],
)
def test_an_english_line_is_seen(line):
    assert list(english_in([line], "sr")) == [line]
    assert list(english_in([line], "sr-latn")) == [line]


@pytest.mark.parametrize("line", ["Prijava na obuku", "Status", "PSSM Cascade", "12. oktobar 2026.", "a na listi"])
def test_a_serbian_line_is_not_taken_for_english(line):
    assert list(english_in([line], "sr-latn")) == []


@pytest.mark.parametrize(
    ("line", "script", "seen"),
    [
        ("Пријава QR кодом за ToT", "cyrillic", False),
        ("ana.savic@mup.example, RS-2026-004, 7KQM-2XWD", "cyrillic", False),
        ("Пријава na obuku", "cyrillic", True),
        ("Enrol", "cyrillic", True),
        ("Prijava на обуку", "latin", True),
        ("Prijava na obuku", "latin", False),
    ],
)
def test_a_word_in_the_other_script_is_seen(line, script, seen):
    assert bool(list(foreign_script_in([line], script))) is seen


def test_what_is_read_out_or_folded_is_read_too():
    page = '<title>A</title><p>B <b>C</b></p><img alt="D"><td data-label="E"><input type=submit value="F">'
    page += "<script>G</script>"

    assert spoken(page) == ["A", "B", "C", "D", "E", "F"]
