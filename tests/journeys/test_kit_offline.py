"""A trainer takes the kit to where there is no network: it opens from the disk, finds, counts time and prints."""

import io
import json
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.db.transaction import atomic, set_rollback
from django.test import Client, override_settings
from django.urls import reverse
from pypdf import PdfReader

from curricula.services import publish_edition
from lms.core.text import fold
from tests import cast as people
from tests import factories as make
from tests.curricula import small

pytestmark = pytest.mark.journey
STEPS = json.loads((small.CONTENT / "M01.json").read_text(encoding="utf-8"))["lesson_plan"]
M02 = json.loads((small.CONTENT / "M02.json").read_text(encoding="utf-8"))["title"]
WORDS = ("skladište", "skladiste", "складиште", "SKLADIŠTE", "Склади")


def kit_of(cast, folder: Path) -> bytes:
    """The kit as the trainer downloads it."""
    curriculum = small.load(folder, owner=cast.office)
    page = curriculum.modules.get(code="M02").pages.get()
    page.summary = "Svako skladište ima ključara; Đorđe Ђорђевић čuva ključ."
    page.save_revision().publish()
    edition = publish_edition(curriculum, "2026.7", by=cast.office)
    make.TrainerCertificateFactory(person=cast.trainer_person, curriculum=curriculum)
    client = Client()
    client.force_login(cast.trainer, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.get(reverse("curricula:edition_kit", args=[edition.pk])).getvalue()


@pytest.fixture(scope="module")
def unpacked(django_db_setup, django_db_blocker, tmp_path_factory):
    """The kit unpacked into a folder, once for all tests here: what made it is rolled back, and none of them writes."""
    folder = tmp_path_factory.mktemp("kit")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder / "media", MFA_ENFORCED=False), atomic():
        kit = kit_of(people.assemble(), folder / "content")
        set_rollback(True)
    unpacked = folder / "a kit на диску"
    zipfile.ZipFile(io.BytesIO(kit)).extractall(unpacked)
    return unpacked


@pytest.fixture
def taken_along(browser, unpacked):
    """(a page on the kit's contents, the folder, every request that went anywhere but to the disk, every complaint)."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page, away, complaints = context.new_page(), [], []
    page.on("request", lambda request: away.append(request.url) if not is_at_hand(request.url) else None)
    page.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((unpacked / "index.html").as_uri())
    yield page, unpacked, away, complaints
    context.close()
    assert away == []
    assert complaints == []


def is_at_hand(url: str) -> bool:
    return url.startswith(("file:", "data:"))


def hits(page, question: str) -> list[str]:
    page.fill("#q", question)
    return page.locator("[data-search-hits] > li > a").all_inner_texts()


def test_the_search_finds_words_in_any_script(taken_along):
    page, *_rest = taken_along
    for word in WORDS:
        assert hits(page, word) == [f"M02 {M02}"], word
        assert page.locator("mark").first.inner_text() == "skladište"
    for word in ("Đorđe", "Djordje", "dorde", "Ђорђе", "djordj"):
        assert f"M02 {M02}" in hits(page, word)
    assert hits(page, "skladište zzz") == []
    assert page.inner_text("[data-search-count]") == "Nothing here has all these words."
    for odd in ("", '"', "\\", "<b>", "(((", "%", "*"):
        hits(page, odd)
    page.fill("#q", "ключар")
    page.click("[data-search-hits] a")
    assert page.inner_text("h1") == M02
    page.go_back()
    assert page.input_value("#q") == "ключар"


def test_the_search_folds_as_the_site_does(taken_along):
    page, *_rest = taken_along
    names = ["Đorđe", "Djordje", "Ђорђевић", "Љубљана", "Njegoš", "Ѓорѓи", "Ќирил", "Gjirokastër", "İzmir"]
    words = [*names, "ЏЕП", "Școală", "naïve", "Straße", "M02", "щука"]
    assert page.evaluate("words => words.map(kitFold)", words) == [fold(word) for word in words]


def test_every_link_leads_to_a_file_that_is_there(taken_along):
    page, folder, *_rest = taken_along
    for name in ["index.html", *(f"modules/{path.name}" for path in sorted((folder / "modules").iterdir()))]:
        page.goto((folder / name).as_uri())
        links = page.eval_on_selector_all(
            "a[href], link[href], script[src]", "all => all.map(one => one.href || one.src)"
        )
        missing = page.evaluate(
            "() => [...document.querySelectorAll('a[href*=\"#\"]')].map(a => a.getAttribute('href'))"
        )
        assert links
        assert not [link for link in missing if link.startswith("#") and not page.query_selector(link)]
        assert not [link for link in links if not on_disk(link).is_file()]
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Noto Sans\"'))")


def on_disk(link: str) -> Path:
    return Path(unquote(urlsplit(link).path))


def open_module(page, folder, code="m01"):
    page.clock.install(time="2026-10-12T08:59:00")
    page.goto((folder / f"modules/{code}.html").as_uri())
    page.clock.pause_at("2026-10-12T09:00:00")


def test_the_clock_runs_marks_the_step_and_survives_a_reload(taken_along):
    page, folder, *_rest = taken_along
    open_module(page, folder)
    assert page.inner_text("[data-clock-time]") == "0:00"
    page.keyboard.press("Space")
    page.clock.run_for(61_500)
    assert page.inner_text("[data-clock-time]") == "1:01"
    assert page.inner_text("[data-clock-step]") == STEPS[0]["title"]
    assert page.inner_text("[data-clock-ends]") == "ends at 09:45"
    assert page.inner_text("[data-clock-left]") == f"{STEPS[0]['minutes'] - 2}:59 left in this step"
    page.clock.run_for(STEPS[0]["minutes"] * 60_000)
    assert page.locator(".plan > li.is-now .plan__title").inner_text() == STEPS[1]["title"]
    assert page.locator(".plan > li.is-past").count() == 1
    page.reload()
    assert page.locator(".plan > li.is-now .plan__title").inner_text() == STEPS[1]["title"]
    page.keyboard.press("Space")
    stood = page.inner_text("[data-clock-time]")
    page.clock.run_for(30_000)
    assert page.inner_text("[data-clock-time]") == stood
    assert page.inner_text("[data-clock-act=toggle]") == "Go on"


def test_the_clock_is_led_by_keys(taken_along):
    page, folder, *_rest = taken_along
    open_module(page, folder)
    page.keyboard.press("ArrowRight")
    assert page.inner_text("[data-clock-step]") == STEPS[1]["title"]
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("[data-clock-time]") == "0:00"
    for _step in STEPS:
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.clock.run_for(65_500)
    assert page.inner_text("[data-clock-step]") == "The module has ended"
    assert page.inner_text("[data-clock-left]") == "1:05 over time"
    page.keyboard.press("0")
    assert page.inner_text("[data-clock-step]") == "Press Start when the module begins"


def test_the_lesson_plan_prints_without_what_only_a_screen_needs(taken_along):
    page, folder, *_rest = taken_along
    page.goto((folder / "modules/m01.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator(".clock").is_visible()
    assert page.locator(".plan").is_visible()
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "Lesson plan" in text
    assert "Trainer notes" in text
    assert "To zero" not in text


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_screen(taken_along, width):
    page, folder, *_rest = taken_along
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("index.html", "modules/m01.html"):
        page.goto((folder / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
