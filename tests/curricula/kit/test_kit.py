"""What a kit holds, for whom, that it is the same every time, and that it goes on where it broke off."""

import hashlib
import io
import random
import re
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from pypdf import PdfReader

from curricula.kit import building, registry
from curricula.kit.tasks import build_kits
from curricula.models import Download, EditionFile, EditionModule
from curricula.services import publish_edition

pytestmark = pytest.mark.django_db


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


# What it holds --------------------------------------------------------------------------------------------------------


def test_the_trainers_kit_holds_reader_materials_plans_and_sheets(kit_for, readers):
    archive = kit_for(readers.trainer)
    assert archive.testzip() is None
    names = archive.namelist()
    assert names[0] == "index.html"
    assert names[-1] == "manifest.json"
    assert [name for name in names if name.startswith("modules/")] == [
        "modules/m01.html",
        "modules/m02.html",
        "modules/t01.html",
    ]
    assert len([name for name in names if name.startswith("materials/")]) == 9
    assert [name for name in names if name.startswith(("lesson-plans/", "sheets/"))] == [
        "lesson-plans/M01-Why-PSSM-matters-diversion-and-accidents.pdf",
        "lesson-plans/M02-Regulatory-framework-and-responsibilities.pdf",
        "lesson-plans/T01-Adult-learning.pdf",
        "sheets/sign-in-sheet.pdf",
    ]


def test_the_manifest_names_the_digest_of_everything_else(kit_for, readers, manifest_of, edition):
    archive = kit_for(readers.trainer)
    facts = manifest_of(archive)
    told = {row["path"]: (row["size"], row["sha256"]) for row in facts.pop("entries")}
    contents = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    assert told == {name: (len(text), hashlib.sha256(text).hexdigest()) for name, text in contents.items()}
    assert facts == {
        "curriculum": "pssm-moi",
        "edition": "2026.7",
        "edition_sha256": edition.sha256,
        "published_at": edition.published_at.isoformat(),
        "audience": "trainer",
        "language": "en",
        "made": building.KITS_MADE,
    }


def test_a_trainees_kit_holds_nothing_that_trainers_alone_may_read(kit_for, readers, edition):
    secrets = secrets_of(edition)
    for user, query in ((readers.trainee, ""), (readers.trainee, "?for=trainer"), (readers.trainer, "?for=trainee")):
        archive = kit_for(user, query)
        names = archive.namelist()
        assert not [name for name in names if name.startswith(("lesson-plans/", "sheets/")) or "Facilitation" in name]
        everything = "\n".join(archive.read(name).decode() for name in names if name.endswith((".html", ".js")))
        assert not [text for text in secrets if text in everything]
    whole = kit_for(readers.trainer)
    everything = "\n".join(whole.read(name).decode() for name in whole.namelist() if name.endswith((".html", ".js")))
    assert [text for text in secrets if text in everything]


def secrets_of(edition) -> list[str]:
    """Sentences of lesson plans and trainer notes, free of signs that HTML writes otherwise."""
    rows = EditionModule.objects.filter(edition=edition)
    texts = [text for row in rows for text in row.content["trainer_notes"]]
    texts += [step["detail"] for row in rows for step in row.content["lesson_plan"]]
    return [text for text in texts if not set(text) & set("'\"<>&")]


def test_a_lesson_plan_is_set_with_its_steps_and_its_notes(kit_for, readers, edition):
    archive = kit_for(readers.trainer)
    plan = text_of(archive.read("lesson-plans/M01-Why-PSSM-matters-diversion-and-accidents.pdf"))
    content = EditionModule.objects.get(edition=edition, module__code="M01").content
    for word in ("For trainers only", "0:00", "0:45", "Edition 2026.7", content["lesson_plan"][0]["title"]):
        assert word in plan
    sheet = text_of(archive.read("sheets/sign-in-sheet.pdf"))
    assert "Sign-in sheet" in sheet
    assert "Afternoon" in sheet


def test_registered_test_sheets_are_in_the_trainers_kit(kit_for, readers, monkeypatch):
    paper = registry.KitPaper("Pre-test, form A", "pre-test-A.pdf", b"%PDF-1.4 a test")
    monkeypatch.setattr(registry, "TEST_SHEETS", [lambda edition, language: [paper]])
    archive = kit_for(readers.trainer)
    assert archive.read("sheets/pre-test-A.pdf") == paper.content
    assert "Pre-test, form A" in archive.read("index.html").decode()
    assert "sheets/pre-test-A.pdf" not in kit_for(readers.trainer, "?for=trainee").namelist()


def test_the_reader_asks_nothing_of_a_network(kit_for, readers):
    archive = kit_for(readers.trainer)
    for name in archive.namelist():
        if name.endswith((".html", ".css", ".js")):
            text = archive.read(name).decode()
            assert not re.search(r"""(src|href)=["']?(https?:)?//|url\((?!["']?data:)|@import""", text), name
            assert not [word for word in ("fetch(", "XMLHttpRequest", "import(", "sendBeacon") if word in text], name
    assert "default-src 'none'" in archive.read("modules/m01.html").decode()
    assert "style=" not in archive.read("modules/m01.html").decode()


def test_the_name_stands_with_its_asterisk_and_its_footnote(kit_for, readers, curriculum, cast, settings, as_user):
    page = curriculum.modules.get(code="M01").pages.get()
    page.summary = "An invented example from Kosovo."
    page.save_revision().publish()
    newer = publish_edition(curriculum, "2026.8", by=cast.office)
    content = as_user(readers.trainer).get(reverse("curricula:edition_kit", args=[newer.pk])).getvalue()
    archive = zipfile.ZipFile(io.BytesIO(content))
    page = archive.read("modules/m01.html").decode()
    assert "from Kosovo*." in page
    assert page.count(settings.DESIGNATION_FOOTNOTE) == 1
    assert "from Kosovo*." in archive.read("reader/data.js").decode()
    assert settings.DESIGNATION_FOOTNOTE not in archive.read("modules/m02.html").decode()


# Languages ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def two_languages(curriculum, cast, edition):
    """An edition with one handout in Serbian."""
    row = curriculum.modules.get(code="M01").materials.get(classification="trainee")
    row.pk, row.id, row.language, row.title = None, None, "sr-Latn", "M01 Materijal: Zašto"
    row.file = ContentFile(b"%PDF-1.4 srpski", "m01-sr.pdf")
    row._set_document_file_metadata()
    row.save()
    return publish_edition(curriculum, "2026.8", by=cast.office, languages=["en", "sr-Latn"])


def test_a_kit_has_the_files_of_its_language_and_else_the_source(two_languages, readers, as_user, manifest_of):
    address = reverse("curricula:edition_kit", args=[two_languages.pk])
    content = as_user(readers.trainer).get(address + "?language=sr-Latn").getvalue()
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert manifest_of(archive)["language"] == "sr-Latn"
    assert [name for name in archive.namelist() if name.startswith("materials/M01/")] == [
        "materials/M01/M01-Overview-About-this-module-en.pdf",
        "materials/M01/M01-Materijal-Zašto-sr-Latn.pdf",
        "materials/M01/M01-Facilitation-sheet-Model-answers-and-board-plan-en.pdf",
    ]
    page = archive.read("modules/m01.html").decode()
    assert '<html lang="sr-latn">' in page
    assert 'lang="en"' in page


def test_a_registered_translation_is_what_the_kit_says(two_languages, readers, as_user, monkeypatch):
    words = {"summary": "Zašto čuvamo skladište."}
    monkeypatch.setattr(registry, "TRANSLATIONS", [lambda module, language: ("Zašto PSSM", words)])
    address = reverse("curricula:edition_kit", args=[two_languages.pk])
    content = as_user(readers.trainer).get(address + "?language=sr-Latn").getvalue()
    page = zipfile.ZipFile(io.BytesIO(content)).read("modules/m01.html").decode()
    assert "Zašto čuvamo skladište." in page
    assert "<h1>Zašto PSSM</h1>" in page


def test_a_language_the_edition_has_not_is_not_found(address, readers, as_user):
    for language in ("mk", "xx", "../en"):
        assert as_user(readers.trainer).get(address, {"language": language}).status_code == 404


# The same bytes -------------------------------------------------------------------------------------------------------


def test_two_downloads_are_equal_even_when_it_is_made_anew(address, readers, as_user):
    trainer = as_user(readers.trainer)
    first = trainer.get(address)
    bytes_then = first.getvalue()
    assert first.headers["Content-Length"] == str(len(bytes_then))
    assert first.headers["Content-Disposition"] == 'attachment; filename="pssm-moi-2026-7-trainer-kit-en.zip"'
    assert trainer.get(address).getvalue() == bytes_then
    for name in default_storage.listdir("kits")[1]:
        default_storage.delete(f"kits/{name}")
    again = trainer.get(address)
    assert again.getvalue() == bytes_then
    assert again.headers["ETag"] == first.headers["ETag"]


def test_audiences_and_languages_have_their_own_etags(address, readers, as_user):
    etags = {as_user(readers.trainer).head(address + query).headers["ETag"] for query in ("", "?for=trainee")}
    assert len(etags) == 2


def test_a_broken_download_goes_on_at_any_byte(address, readers, as_user):
    trainer = as_user(readers.trainer)
    whole = trainer.get(address)
    content, etag = whole.getvalue(), whole.headers["ETag"]
    dice = random.Random(3)
    for start in [0, 1, 29, 30, len(content) - 1, *(dice.randrange(len(content)) for _ in range(40))]:
        rest = trainer.get(address, headers={"Range": f"bytes={start}-", "If-Range": etag})
        assert rest.status_code == 206
        assert rest.headers["Content-Range"] == f"bytes {start}-{len(content) - 1}/{len(content)}"
        assert content[:start] + rest.getvalue() == content
    first, last = sorted(dice.sample(range(len(content)), 2))
    assert trainer.get(address, headers={"Range": f"bytes={first}-{last}"}).getvalue() == content[first : last + 1]


def test_a_range_of_another_kit_starts_anew(address, readers, as_user):
    trainer = as_user(readers.trainer)
    answer = trainer.get(address, headers={"Range": "bytes=100-", "If-Range": '"another"'})
    assert answer.status_code == 200
    assert int(answer.headers["Content-Length"]) == len(answer.getvalue())
    assert trainer.get(address, headers={"Range": "bytes=999999999-"}).status_code == 416


def test_what_is_kept_is_not_made_again(address, readers, as_user, monkeypatch):
    trainer = as_user(readers.trainer)
    content = trainer.get(address).getvalue()
    monkeypatch.setattr(building, "build", lambda *_args: pytest.fail("made again"))
    assert trainer.get(address).getvalue() == content


def test_a_part_that_is_gone_or_cut_is_made_again(address, readers, as_user, edition):
    trainer = as_user(readers.trainer)
    content = trainer.get(address).getvalue()
    files = set(EditionFile.objects.values_list("file", flat=True))
    own = [name for name in walk(default_storage, "editions") if name not in files]
    default_storage.delete(own[0])
    with default_storage.open(own[1], "wb") as file:
        file.write(b"cut")
    assert trainer.get(address).getvalue() == content


def walk(storage, folder):
    folders, files = storage.listdir(folder)
    return [f"{folder}/{name}" for name in files] + [
        name for one in folders for name in walk(storage, f"{folder}/{one}")
    ]


def test_a_list_that_is_no_list_is_made_again(address, readers, as_user):
    trainer = as_user(readers.trainer)
    content = trainer.get(address).getvalue()
    name = default_storage.listdir("kits")[1][0]
    with default_storage.open(f"kits/{name}", "wb") as file:
        file.write(b'[{"path": "ind')
    assert trainer.get(address).getvalue() == content


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_file_that_is_gone_or_changed_is_never_put_into_a_kit(address, readers, as_user, edition, harm, caplog):
    name = EditionFile.objects.filter(module__edition=edition, classification="trainer").first().file.name
    size = default_storage.size(name)
    default_storage.delete(name)
    if harm == "changed":
        default_storage.save(name, ContentFile(b"x" * size))
    assert as_user(readers.trainer).get(address).status_code == 404
    assert as_user(readers.trainer).get(address + "?for=trainee").status_code == 200
    assert ("was changed in storage" in caplog.text) == (harm == "changed")
    assert Download.objects.filter(classification="trainer").count() == 0


def test_publishing_lets_the_worker_make_every_kit(curriculum, cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        edition = publish_edition(curriculum, "2026.9", by=cast.office, languages=["en", "sr-Latn"])
    made = [(audience, language) for audience in building.AUDIENCES for language in ("en", "sr-Latn")]
    assert all(building.is_built(edition, *which) for which in made)
    assert build_kits.func(edition.pk) == 4


def test_the_page_says_what_the_zip_holds_once_it_is_made(address, kit_for, readers, as_user, edition):
    def said() -> str:
        page = as_user(readers.trainer).get(reverse("curricula:edition_detail", args=[edition.pk]))
        return page.context["kits"][0]["holds"]

    assert said().startswith("the lessons and 9 files of materials (")
    count = len(kit_for(readers.trainer).namelist())
    size = len(as_user(readers.trainer).get(address).getvalue())
    assert building.size_when_made(edition, "trainer", "en") == (count, size)
    assert said() == f"{count} files, {filesizeformat(size)}"
    assert building.size_when_made(edition, "trainee", "en") is None


def test_a_kit_too_large_for_a_zip_has_no_size(kit_for, readers, edition, monkeypatch):
    kit_for(readers.trainer)
    monkeypatch.setattr("curricula.kit.zips.LIMIT", 10)
    assert building.size_when_made(edition, "trainer", "en") is None


# Who, and the register ------------------------------------------------------------------------------------------------


def test_a_kit_is_written_down(address, readers, as_user, edition):
    answer = as_user(readers.trainer).get(address)
    length = len(answer.getvalue())
    entry = Download.objects.get()
    assert (entry.user, entry.edition, entry.module, entry.classification, entry.capacity, entry.size) == (
        readers.trainer,
        edition,
        None,
        "trainer",
        "trainer",
        length,
    )
    assert f'"{entry.sha256}"' == answer.headers["ETag"]
    as_user(readers.trainee).get(address)
    assert Download.objects.first().classification == "trainee"


def test_what_sends_no_bytes_is_not_written_down(address, readers, as_user):
    trainer = as_user(readers.trainer)
    etag = trainer.head(address).headers["ETag"]
    assert trainer.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert Download.objects.count() == 0


def test_a_front_server_is_not_asked_to_send_what_lies_nowhere(address, readers, as_user, settings):
    settings.ACCEL_REDIRECT_PREFIX = "/internal/"
    answer = as_user(readers.trainer).get(address)
    assert "X-Accel-Redirect" not in answer.headers
    assert zipfile.ZipFile(io.BytesIO(answer.getvalue())).testzip() is None


def test_the_edition_page_leads_to_the_kit_and_the_packages(edition, readers, as_user, address):
    page = as_user(readers.trainer).get(reverse("curricula:edition_detail", args=[edition.pk])).content.decode()
    assert f'href="{address}?for=trainer&amp;language=en"' in page
    module = edition.modules.first()
    assert f"{reverse('curricula:module_scorm', args=[module.pk])}?version=1.2" in page
    page = as_user(readers.trainee).get(reverse("curricula:edition_detail", args=[edition.pk])).content.decode()
    assert f'href="{address}?for=trainee&amp;language=en"' in page
    assert "scorm" not in page
