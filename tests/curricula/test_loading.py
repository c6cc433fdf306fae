"""Reading content files: what is made, that a second time changes nothing, and what the office has edited stays."""

import io
import json

import pytest
from django.core.management import call_command
from pypdf import PdfReader
from wagtail.models import Page, Revision, Site

from curricula.languages.trees import originals
from curricula.loading import load_content
from curricula.models import Curriculum, CurriculumPage, LibraryPage, Material, Module, ModulePage
from curricula.pages.content import content_of

from . import small

pytestmark = pytest.mark.django_db


def everything() -> list:
    """All rows that loading may touch, and all revisions."""
    models = (Curriculum, Module, LibraryPage, CurriculumPage, ModulePage, Material)
    return [Revision.objects.count(), *(list(model.objects.order_by("pk").values()) for model in models)]


def test_records_pages_and_materials_are_made(curriculum):
    assert curriculum.title == "PSSM for MoI personnel"
    modules = curriculum.modules.values_list("code", "kind", "minutes", "is_mandatory")
    assert list(modules) == [("M01", "core", 45, True), ("M02", "core", 60, True), ("T01", "didactics", 90, True)]
    assert list(ModulePage.objects.live().values_list("slug", flat=True)) == ["m01", "m02", "t01"]
    titles = (
        Material.objects.filter(module__code="M01").order_by("classification").values_list("classification", "title")
    )
    assert dict(titles) == {
        "public": "M01 Overview: About this module",
        "trainee": "M01 Handout: Why we keep control",
        "trainer": "M01 Facilitation sheet: Model answers and board plan",
    }


def test_the_library_takes_the_place_of_the_welcome_page(curriculum):
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific == LibraryPage.objects.get()
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert ModulePage.objects.get(module__code="M01").url == "/library/pssm-moi/m01/"


def test_a_page_says_what_the_file_says(curriculum):
    content = content_of(ModulePage.objects.get(module__code="M01"))
    source = json.loads((small.CONTENT / "M01.json").read_text(encoding="utf-8"))
    assert content["objectives"] == source["objectives"]
    assert content["key_points"] == source["key_points"]
    assert content["lesson_plan"] == source["lesson_plan"]
    assert content["exercise"] == [source["exercise"]]
    assert content["references"] == source["references"]
    assert content["trainer_notes"] == source["trainer_notes"]


def test_a_second_time_changes_nothing(curriculum, tmp_path):
    before = everything()
    load_content(tmp_path / "content")
    assert everything() == before


def test_what_changed_in_the_files_is_taken_over(curriculum, tmp_path, django_capture_on_commit_callbacks):
    kept = Material.objects.exclude(module__code="M02").in_bulk()
    small.change_module(tmp_path / "content", "M02", summary="Shorter.", title="Rules")
    with django_capture_on_commit_callbacks(execute=True):
        load_content(tmp_path / "content")
    page = ModulePage.objects.get(module__code="M02")
    assert (page.title, page.summary, page.module.title) == ("Rules", "Shorter.", "Rules")
    assert Material.objects.count() == 9
    assert {pk: row.sha256 for pk, row in kept.items()} == {
        row.pk: row.sha256 for row in Material.objects.exclude(module__code="M02")
    }


def test_what_the_office_edited_stays_until_the_file_changes(curriculum, tmp_path, cast):
    page = ModulePage.objects.get(module__code="M01")
    page.summary = "As the office has it."
    page.save_revision().publish()
    load_content(tmp_path / "content")
    assert ModulePage.objects.get(pk=page.pk).summary == "As the office has it."


def test_a_file_the_office_put_in_place_stays(curriculum, tmp_path, material):
    handout = material("trainee")
    Material.objects.filter(pk=handout.pk).update(source_sha256="", title="Ours")
    load_content(tmp_path / "content")
    assert Material.objects.get(pk=handout.pk).title == "Ours"


def text_of(material) -> str:
    with material.file.open() as file:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(file.read())).pages)


def test_sheets_are_pdfs_that_say_whose_they_are(curriculum, material):
    trainers = text_of(material("trainer"))
    assert "For trainers only" in trainers
    assert "Board plan" in trainers
    assert "Page 1" in trainers
    assert "For trainers only" not in text_of(material("trainee"))
    assert "Two ways to lose control" in text_of(material("trainee"))


def test_the_whole_curriculum_loads_by_one_command(db, capsys):
    call_command("load_curriculum")
    assert "19 modules" in capsys.readouterr().out
    assert Material.objects.count() == 57


@pytest.mark.django_db(transaction=True)
def test_an_empty_database_gets_its_roots():
    """After a database was emptied, even Wagtail's own first rows are gone."""
    Page.objects.all().delete()
    Site.objects.all().delete()
    call_command("load_curriculum", small.CONTENT)
    assert Site.objects.get().root_page.specific == originals(LibraryPage.objects).get()
