"""Reading a curriculum's content files into records, pages and materials.

Loading again changes nothing. What the files did not change since is left as the office has edited it.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Collection, Page, Site

from .bank.loading import load_items
from .choices import Classification
from .files.pdf import PrintedSheet, render
from .languages.loading import load_translations
from .languages.trees import ensure_locales, originals
from .models import Curriculum, CurriculumPage, LibraryPage, Material, Module, ModulePage

# Raised when the sheets' look changes: it is part of what they are made from.
SHEETS_MADE = "1"


@dataclass(frozen=True)
class Kind:
    """A part of a module's file that becomes a material."""

    key: str
    word: str
    classification: str
    audience: str


KINDS = (
    Kind("overview", "Overview", Classification.PUBLIC, "For everybody who wants to know what this module is about."),
    Kind("handout", "Handout", Classification.TRAINEE, "For participants: to read along, to fill in and to keep."),
    Kind("facilitation_sheet", "Facilitation sheet", Classification.TRAINER, "For trainers only. Do not hand it out."),
)


@transaction.atomic
def load_content(folder: Path | str, *, owner=None) -> Curriculum:
    """Make or update a curriculum with its modules, pages and materials from a folder of JSON files.

    `owner` (a User or None) is named as the author of new pages and files. The files' shape: `content/README.md`.
    """
    folder = Path(folder)
    source = _read(folder / "curriculum.json")
    curriculum = _put(Curriculum, {"code": source["code"]}, {"title": source["title"]})
    shelf = _put_curriculum_page(library_page(owner), curriculum, source, owner)
    for order, code in enumerate(source["modules"], 1):
        _load_module(curriculum, shelf, _read(folder / f"{code}.json"), order, owner)
    load_items(curriculum, folder, owner=owner)
    load_translations(curriculum, folder, owner=owner)
    return curriculum


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def _digest(source, *more: str) -> str:
    text = json.dumps([source, *more], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _put(model, key: dict, values: dict):
    """The row with this key and these values; written only where something differs."""
    row = model.objects.filter(**key).first() or model(**key)
    if row.pk is None or any(getattr(row, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    return row


# Pages ----------------------------------------------------------------------------------------------------------------


def library_page(owner=None) -> LibraryPage:
    """The site's first page; Wagtail's own "Welcome" goes once ours stands in its place."""
    page = originals(LibraryPage.objects).first()
    if page is None:
        ensure_locales()
        root = Page.get_first_root_node() or Page.add_root(
            title="Root", slug="root", content_type=ContentType.objects.get_for_model(Page)
        )
        page = root.add_child(instance=LibraryPage(title="Library", slug="library", owner=owner))
        page.save_revision(user=owner).publish(user=owner, skip_permission_checks=True)
    _take_the_site(page)
    return page


def _take_the_site(page: LibraryPage) -> None:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    site = site or Site(hostname="localhost", is_default_site=True)
    if site.root_page_id == page.pk:
        return
    before, site.root_page, site.site_name = site.root_page_id, page, "PSSM Cascade"
    site.save()
    for welcome in Page.objects.filter(pk=before, depth=2, numchild=0):
        welcome.delete()


def _put_curriculum_page(library: LibraryPage, curriculum: Curriculum, source: dict, owner) -> CurriculumPage:
    values = {
        "title": source["title"],
        "curriculum": curriculum,
        "summary": source["summary"],
        "audience": source["audience"],
        "source_sha256": _digest(source),
    }
    page = originals(CurriculumPage.objects).filter(curriculum=curriculum).first()
    return _put_page(library, page or CurriculumPage(slug=slugify(source["code"])), values, owner)


def _put_module_page(parent: CurriculumPage, module: Module, source: dict, owner) -> ModulePage:
    values = {"title": module.title, "module": module, "source_sha256": _digest(source), **_page_values(source)}
    page = originals(ModulePage.objects).filter(module=module).first()
    return _put_page(parent, page or ModulePage(slug=slugify(module.code)), values, owner)


def _put_page(parent: Page, page: Page, values: dict, owner):
    """A live page with these values; untouched if it was made from the same source before."""
    if page.source_sha256 == values["source_sha256"]:
        return page
    for name, value in values.items():
        setattr(page, name, value)
    page.draft_title, is_new = page.title, page.pk is None
    if is_new:
        page.owner = owner
        parent.add_child(instance=page)
    # A new page was checked when it was put into the tree.
    page.save_revision(user=owner, clean=not is_new).publish(user=owner, skip_permission_checks=True)
    return type(page).objects.get(pk=page.pk)


def _page_values(source: dict) -> dict:
    """The page's fields as the file has them; streams as lists of (block name, value)."""
    return {
        "summary": source["summary"],
        "objectives": [("objective", text) for text in source["objectives"]],
        "key_points": [("point", row) for row in source["key_points"]],
        "safety_note": source["safety_note"],
        "lesson_plan": [("step", row) for row in source["lesson_plan"]],
        "scenario": source["scenario"],
        "exercise": [("exercise", source["exercise"])] if source["exercise"] else [],
        "references": [("reference", row) for row in source["references"]],
        "trainer_notes": [("note", text) for text in source["trainer_notes"]],
    }


# Modules and materials ------------------------------------------------------------------------------------------------


def _load_module(curriculum: Curriculum, parent: CurriculumPage, source: dict, order: int, owner) -> None:
    values = {
        "title": source["title"],
        "kind": source["kind"],
        "is_mandatory": source["mandatory"],
        "order": order,
        "minutes": source["minutes"],
    }
    module = _put(Module, {"curriculum": curriculum, "code": source["code"]}, values)
    _put_module_page(parent, module, source, owner)
    for kind in KINDS:
        if source.get(kind.key):
            _put_material(module, kind, source[kind.key], owner)


def _put_material(module: Module, kind: Kind, source: dict, owner) -> None:
    """A sheet as PDF in English; untouched if it was made from the same words before."""
    made_from = _digest(source, SHEETS_MADE, module.code, module.title)
    material = Material.objects.filter(
        module=module, classification=kind.classification, language="en", source_sha256__gt=""
    ).first()
    if material and material.source_sha256 == made_from:
        return
    material = material or Material(
        module=module, classification=kind.classification, uploaded_by_user=owner, collection=_root_collection()
    )
    material.title = f"{module.code} {kind.word}: {_own_title(module, source)}"
    material.source_sha256 = made_from
    _put_file(material, f"{module.code}-{slugify(kind.word)}-en.pdf", render(_sheet(module, kind, source)))


def _put_file(material: Material, name: str, content: bytes) -> None:
    """The new file in place of the old one, which goes when the transaction holds."""
    storage, before = material.file.storage, material.file.name
    material.file = ContentFile(content, name)
    material._set_document_file_metadata()
    material.save()
    if before:
        transaction.on_commit(lambda: storage.delete(before))


def _sheet(module: Module, kind: Kind, source: dict) -> PrintedSheet:
    return PrintedSheet(
        code=module.code,
        module=module.title,
        kind=kind.word,
        title=module.title if kind.key == "overview" else _own_title(module, source),
        audience=kind.audience,
        for_trainers=kind.classification == Classification.TRAINER,
        sections=source["sections"],
    )


def _own_title(module: Module, source: dict) -> str:
    """The sheet's title without the code that many begin with."""
    title = source["title"].removeprefix(f"{module.code}:").strip()
    return title[:1].upper() + title[1:]


def _root_collection() -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")
