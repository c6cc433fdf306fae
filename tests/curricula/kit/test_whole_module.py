"""Everything a module page can hold is in the kit: each kind of plan part, the background, the tests of the edition."""

import io
import zipfile

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from curricula.bank.services import add_item, save_blueprint
from curricula.models import Item, ModulePage
from curricula.pages.backgrounds import offline
from curricula.services import publish_edition
from tests.curricula.bank.made import ONE_OF_EACH, single

from .test_kit import text_of

pytestmark = pytest.mark.django_db
CHECK = {"minutes": 2, "question": "Who may hold the key?", "item": "",
         "answers": [{"text": "Whoever signed", "correct": True}, {"text": "Anybody", "correct": False}]}  # fmt: skip


@pytest.fixture
def picture():
    image = get_image_model().objects.create(title="A lock", file=get_test_image_file("lock.png"))
    image._set_file_hash()
    image.save()
    return image


@pytest.fixture
def everything(curriculum, picture, cast):
    """An edition whose M01 has one part of each kind in its plan, and a background."""
    page = ModulePage.objects.get(module__code="M01")
    handout = page.module.materials.get(classification="trainee")
    timed = {"minutes": 3, "materials": "Paper"}
    page.lesson_plan = [
        ("activity", {**timed, "title": "Open the store", "detail": "In pairs."}),
        ("scenario", {**timed, "title": "A night call", "detail": "The alarm rings.", "questions": ["Who goes?"]}),
        ("discussion", {"minutes": 3, "title": "Two keys", "detail": "", "questions": ["Why two?"]}),
        ("check", CHECK),
        ("safety", "Nothing is loaded."),
        ("material", {"material": handout, "part": "page 2"}),
        ("reference", {"standard": "MOSAIC", "number": "05.20", "edition": "1.0"}),
        ("point", {"text": "Never alone.", "mandatory": True}),
        ("note", "Watch the clock."),
        ("step", {"minutes": 34, "title": "The rest", "method": "talk", "detail": "As written.", "materials": ""}),
    ]
    page.body = [
        ("text", '<h3>Locks</h3><p>See <a href="https://example.org/a?b=1&amp;c=2">the rule</a> & <b>act</b>.</p>'),
        ("picture", {"image": picture, "alt": "A steel lock", "is_decorative": False, "caption": "Closed"}),
    ]
    page.save_revision().publish()
    for item in [*ONE_OF_EACH, single("Which two?"), single("Left in the bank?")]:
        add_item(curriculum, item, by=cast.office)
    save_blueprint(curriculum, lines={"M01": 1, "M02": 1}, seed="7", by=cast.office)
    return publish_edition(curriculum, "2026.9", by=cast.office, languages=["en", "sr-Latn"])


def opened(as_user, user, edition, **query):
    answer = as_user(user).get(reverse("curricula:edition_kit", args=[edition.pk]), query)
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


SAID = (
    "Open the store", "In pairs.", "A night call", "The alarm rings.", "Who goes?", "Why two?", "Knowledge check",
    "Who may hold the key?", "Whoever signed", "Nothing is loaded.", "page 2", "MOSAIC 05.20, 1.0", "Never alone.",
    "Watch the clock.", "The rest",
)  # fmt: skip


def test_each_kind_of_part_is_in_the_reader_and_in_the_plan_to_print(everything, readers, as_user):
    archive = opened(as_user, readers.trainer, everything)
    page = archive.read("modules/m01.html").decode()
    plan = text_of(archive.read("lesson-plans/M01-Why-PSSM-matters-diversion-and-accidents.pdf")).replace("\n", " ")
    for text in SAID:
        assert text in page, text
        assert text in plan, text
    assert page.count("data-minutes=") == 5
    assert 'data-starts="11" data-minutes="34"' in page
    assert page.count("data-mark=") == 5
    assert page.count("0 min<") == 0
    assert 'href="../materials/M01/M01-Overview-About-this-module-en.pdf">' in page
    assert "Whoever signed" in archive.read("reader/data.js").decode()


def test_the_background_is_read_without_a_network(everything, readers, as_user, picture):
    with picture.file.open() as file:
        points = file.read()
    for user, audience in ((readers.trainer, "trainer"), (readers.trainee, "trainee")):
        archive = opened(as_user, user, everything)
        page = archive.read("modules/m01.html").decode()
        assert "<h3>Locks</h3><p>See the rule (https://example.org/a?b=1&amp;c=2) &amp; <b>act</b>.</p>" in page
        path = f"pictures/{picture.file_hash}.png"
        assert f'<img src="../{path}" alt="A steel lock"' in page
        assert archive.read(path) == points
        assert path in archive.read("manifest.json").decode(), audience
        assert "A steel lock" in archive.read("reader/data.js").decode()


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<p onclick="x()">a</p><script>b</script>', "<p>a</p>b"),
        ('<a linktype="page" id="3">here</a>', "here"),
        ('<a href="javascript:x()">here</a>', "here"),
        ("<img src=x>1 &lt; 2<br/>3", "1 &lt; 2<br>3"),
        ("</a></p>", "</p>"),
    ],
)
def test_a_text_leads_nowhere(html, shown):
    assert offline(html) == shown


def test_a_trainees_kit_and_a_package_tell_no_plan(everything, readers, as_user):
    page = opened(as_user, readers.trainee, everything).read("modules/m01.html").decode()
    assert not [text for text in ("Who may hold the key?", "Watch the clock.", "Why two?") if text in page]


# The tests ------------------------------------------------------------------------------------------------------------


def test_the_kit_has_both_forms_as_sheet_and_key(everything, readers, as_user):
    archive = opened(as_user, readers.trainer, everything)
    sheets = [name for name in archive.namelist() if name.startswith("sheets/test-")]
    assert sheets == [f"sheets/test-{moment}-{kind}.pdf" for moment in ("pre", "post") for kind in ("sheet", "key")]
    for form in everything.forms.all():
        sheet, key = (text_of(archive.read(f"sheets/test-{form.moment}-{kind}.pdf")) for kind in ("sheet", "key"))
        for item in Item.objects.filter(module__code__in=("M01", "M02")):
            asked = item.code in form.codes
            assert (item.question in sheet) == asked, item.code
            assert (item.code in key) == asked
            assert item.code not in sheet
        assert "For trainers only" in key
        assert "For trainers only" not in sheet
        assert form.sha256[:40] in key
    assert not [name for name in opened(as_user, readers.trainee, everything).namelist() if "sheets/" in name]


def test_every_kind_of_item_can_be_printed(curriculum, cast, readers, as_user):
    for item in ONE_OF_EACH:
        add_item(curriculum, item, by=cast.office)
    save_blueprint(curriculum, lines={"M01": 3, "M02": 4}, seed="7", by=cast.office)
    edition = publish_edition(curriculum, "2026.9", by=cast.office)
    archive = opened(as_user, readers.trainer, edition)
    sheet, key = (text_of(archive.read(f"sheets/test-pre-{kind}.pdf")) for kind in ("sheet", "key"))
    for item in ONE_OF_EACH:
        assert item.question in sheet
        assert item.question in key
    assert "Number the lines in the right order." in sheet
    assert "3.5 ± 0.1" in key
    assert "3.5 ± 0.1" not in sheet


def test_the_sheets_speak_the_language_of_the_kit(everything, readers, as_user):
    archive = opened(as_user, readers.trainer, everything, language="sr-Latn")
    key = text_of(archive.read("sheets/test-pre-key.pdf"))
    assert ("Ključ" in key, "Answer key" in key) == (True, False)


# Packages -------------------------------------------------------------------------------------------------------------


def page_of_package(as_user, user, edition) -> str:
    address = reverse("curricula:module_scorm", args=[edition.modules.get(module__code="M01").pk])
    archive = zipfile.ZipFile(io.BytesIO(as_user(user).get(address).getvalue()))
    assert [name for name in archive.namelist() if name.startswith("pictures/")]
    return archive.read("index.html").decode()


def test_a_package_asks_the_checks_and_the_items_that_no_form_asks(everything, readers, as_user):
    page = page_of_package(as_user, readers.trainer, everything)
    asked = {code for form in everything.forms.all() for code in form.codes}
    items = Item.objects.filter(module__code="M01", kind__in=("single", "multiple", "true_false"))
    assert {row.code for row in items} & asked
    assert {row.code for row in items if row.question in page} == {row.code for row in items} - asked
    assert "Who may hold the key?" in page
    assert "<h3>Locks</h3>" in page
    assert "Watch the clock." not in page


def test_a_check_whose_item_a_form_asks_is_not_told(curriculum, cast, readers, as_user, everything):
    taken = next(code for code in everything.forms.first().codes if code.startswith("M01"))
    page = ModulePage.objects.get(module__code="M01")
    row = page.lesson_plan[3].value
    row["item"], row["question"] = taken, "This one is a test's?"
    page.save_revision().publish()
    later = publish_edition(curriculum, "2026.10", by=cast.office)
    asked = {code for form in later.forms.all() for code in form.codes}
    assert ("This one is a test&#x27;s?" in page_of_package(as_user, readers.trainer, later)) == (taken not in asked)


def test_the_edition_page_offers_the_kit_in_the_language_one_reads(everything, readers, as_user):
    address = reverse("curricula:edition_kit", args=[everything.pk])
    page = as_user(readers.trainer).get(
        reverse("curricula:edition_detail", args=[everything.pk]), headers={"Accept-Language": "sr-Latn"}
    )
    assert [kit["url"] for kit in page.context["kits"]] == [
        f"{address}?for={audience}&language=sr-Latn" for audience in ("trainer", "trainee")
    ]
