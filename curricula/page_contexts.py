"""What the pages show: the page's content, worked out for one reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.breadcrumbs import Crumb
from lms.core.fragments import fragment
from lms.core.prepared import prepared

from .choices import Classification, ModuleKind
from .codes import SOURCE, locale_code
from .kit.lessons import files_for, languages_of
from .kit.registry import size_of_kit
from .languages.switching import PageAround
from .languages.trees import address_of, language_of_page, originals
from .pages.content import content_of
from .pages.lesson_plan import in_hours
from .pages.presenters import pictures_of, shown
from .reading_position import places_of
from .rights import Rights, rights_for


@dataclass(frozen=True)
class Shelf:
    """A module in a list: its page (None while there is none) and the materials this reader may have."""

    module: object
    page: object
    materials: tuple
    above: str = ""

    @property
    def title(self) -> str:
        return self.page.title if self.page else self.module.title

    @property
    def url(self) -> str:
        return f"{self.above}{self.page.slug}/" if self.page else ""


def page_at(components: list[str], language: str = SOURCE):
    """The live page of a language at these parts of its address, with its records: one query; None if none."""
    if len(components) not in LEVELS:
        return None
    return _live_page.first(len(components), locale=locale_code(language), end=f"/{'/'.join(components)}/")


#: Parts of an address: whose page that is, and the records it speaks of.
LEVELS = {1: ("CurriculumPage", "curriculum"), 2: ("ModulePage", "module__curriculum")}


@prepared
def _live_page(level: int, *, locale: str, end: str) -> QuerySet:
    model, records = LEVELS[level]
    rows = _model(model).objects.live().filter(locale__language_code=locale, depth=2 + level, url_path__endswith=end)
    return rows.select_related("locale", records).order_by("pk")[:1]


def read_at(page, request) -> str:
    """Where the page is being read; a preview is read elsewhere. Wagtail would ask the shared cache."""
    return request.path if not getattr(request, "is_preview", False) else page.get_url(request) or "/"


def may_read(page, request) -> bool:
    """The library is open to everybody who is signed in; a curriculum and its modules to its readers."""
    page = page.specific
    if hasattr(page, "curriculum"):
        return rights_for(request, page.curriculum).trainee
    return not hasattr(page, "module") or rights_for(request, page.module.curriculum).trainee


def library_context(page, request) -> dict:
    """The curricula this reader may open."""
    rows = _model("CurriculumPage").objects.child_of(page).live().select_related("curriculum")
    curricula = [row for row in rows if rights_for(request, row.curriculum).trainee]
    places = places_of(request)
    return {"curricula": [{"page": row, "place": places.get(row.curriculum_id)} for row in curricula]}


def curriculum_context(page, request) -> dict:
    """Modules in their order with what this reader may download; the editions; the kits of the newest."""
    rights = rights_for(request, page.curriculum)
    shelves = shelves_of(page, rights, read_at(page, request))
    edition = page.curriculum.editions.published().first()
    return {
        "rights": rights,
        "groups": _by_kind(shelves),
        "edition": edition,
        "kits": kits_of(edition, rights, language=language_of_page(page)),
        "place": places_of(request).get(page.curriculum_id),
        "breadcrumbs": _crumbs(page, request),
    }


def shelves_of(page, rights: Rights, here: str = "") -> list[Shelf]:
    """All modules of the page's curriculum below its address `here`; four queries at most, whatever their number.

    Where a translated curriculum lacks a module, the source's page stands in.
    """
    pages = {row.module_id: (here, row) for row in page.get_children().live().type(_model("ModulePage")).specific()}
    if language_of_page(page) != SOURCE:
        pages = _source_pages(page) | pages
    materials: dict[int, list] = {}
    for row in in_order(_materials_of_curriculum(tuple(rights.classes), curriculum=page.curriculum_id)):
        materials.setdefault(row.module_id, []).append(row)
    modules = page.curriculum.modules.all()
    return [_shelf(row, tuple(materials.get(row.pk, ())), *pages.get(row.pk, ("", None))) for row in modules]


def _shelf(module, materials: tuple, above: str, page) -> Shelf:
    return Shelf(module, page, materials, above)


def _source_pages(page) -> dict:
    """{module id: (address above, page)} in the source language."""
    rows = originals(_model("ModulePage").objects.live()).filter(module__curriculum=page.curriculum)
    return {row.module_id: (_above(address_of(row.url_path, SOURCE)), row) for row in rows}


def _by_kind(shelves: list[Shelf]) -> list[dict]:
    """The shelves of each kind of module, with their time in all."""
    groups = []
    for kind, word in ModuleKind.choices:
        rows = [shelf for shelf in shelves if shelf.module.kind == kind]
        minutes = sum(shelf.module.minutes for shelf in rows)
        groups.append({"kind": kind, "word": word, "shelves": rows, "minutes": minutes, "length": in_hours(minutes)})
    return [group for group in groups if group["shelves"]]


def kits_of(edition, rights: Rights, *, language: str = "") -> list[dict]:
    """The kits of an edition this reader may have, the fullest first: label, address, what it holds, others.

    `language` is the one to begin with (else the source language); `others` are those it can be had in besides.
    """
    if edition is None:
        return []
    offers = [
        (rights.trainer, Classification.TRAINER, _("Everything for trainers")),
        (rights.trainee, Classification.TRAINEE, _("Everything for trainees")),
    ]
    if not any(may for may, *_rest in offers):
        return []
    files = _files_by_module(edition)
    spoken = languages_of(edition)
    first = language if language in spoken else spoken[0]
    return [_kit(edition, audience, label, first, spoken, files) for may, audience, label in offers if may]


def _files_by_module(edition) -> list[list]:
    """The edition's files, one list a module; one query."""
    shelves: dict[int, list] = {}
    for row in _edition_files(edition=edition.pk):
        shelves.setdefault(row.module_id, []).append(row)
    return list(shelves.values())


@prepared
def _edition_files(*, edition: int) -> QuerySet:
    rows = _model("EditionFile").objects.filter(module__edition=edition).defer("title", "sha256")
    return rows.order_by("pk")


def _kit(edition, audience: str, label: str, language: str, spoken: list[str], files: list[list]) -> dict:
    address, names = reverse("curricula:edition_kit", args=[edition.pk]), dict(settings.CONTENT_LANGUAGES)
    url = f"{address}?for={audience}&language="
    others = [{"name": names.get(code, code), "url": url + code} for code in spoken if code != language]
    holds = _made(edition, audience, language) or _materials_in([files_for(rows, audience, language) for rows in files])
    name = names.get(language, language)
    return {"label": label, "url": url + language, "language": name, "holds": holds, "others": others}


def _made(edition, audience: str, language: str) -> str:
    """Files and size of the ZIP itself; empty while it is not made."""
    found = size_of_kit(edition, audience, language)
    if found is None:
        return ""
    return ngettext("%(n)d file, %(size)s", "%(n)d files, %(size)s", found[0]) % {
        "n": found[0], "size": filesizeformat(found[1]),
    }  # fmt: skip


def _materials_in(files: list[list]) -> str:
    """What is known before the kit is made: its materials. The lessons, plans and sheets come on top."""
    sizes = [file.size for rows in files for file in rows]
    said = ngettext(
        "the lessons and %(n)d file of materials (%(size)s)", "the lessons and %(n)d files of materials (%(size)s)",
        len(sizes),
    )  # fmt: skip
    return said % {"n": len(sizes), "size": filesizeformat(sum(sizes))}


def module_context(page, request, around: Sequence[PageAround]) -> dict:
    """The module as this reader may read it: the lesson plan, exercise and notes are the trainers'.

    around: `languages.switching.pages_around`.
    """
    module = page.module
    rights = rights_for(request, module.curriculum)
    materials = in_order(_materials_of_module(tuple(rights.classes), module=module.pk))
    files, pictures = {row.sha256: row.url for row in materials}, pictures_of(page)
    seen = shown(content_of(page), rights, minutes=module.minutes, files=files, pictures=pictures)
    rail = {name: seen[name] for name in ("rail", "steps", "plan_end", "length")}
    return {
        "body_html": _body_html(seen),
        "rail_html": fragment("curricula/components/module_rail.html", **rail),
        "materials_html": _materials_html(materials),
        "content": seen["content"],
        "rights": rights,
        "module": module,
        "facts": _facts(page),
        "materials": materials,
        "turns": _turns(page, request, around),
        "breadcrumbs": _crumbs(page, request),
    }


def _body_html(seen: dict) -> SafeString:
    """Kept, unless its background links to other pages, whose addresses are asked for while it is rendered."""
    template = "curricula/components/module_body.html"
    if any("linktype=" in row.get("html", "") or "<embed" in row.get("html", "") for row in seen["body"]):
        return render_to_string(template, seen)
    return fragment(template, **seen)


def _materials_html(materials: Sequence) -> SafeString:
    # Not `get_…_display`, which puts every choice into words to find one.
    names = dict(settings.CONTENT_LANGUAGES)
    rows = [
        {"name": row.short_title, "kind": row.file_extension, "url": row.url, "size": row.file_size,
         "language": names.get(row.language, row.language), "note": Classification(row.classification).label}
        for row in materials
    ]  # fmt: skip
    return fragment("curricula/components/material_rows.html", rows=rows)


def _facts(page) -> list[str]:
    module = page.module
    duty = _("mandatory") if module.is_mandatory else _("optional")
    references = [" ".join(filter(None, [row.value["standard"], row.value["number"]])) for row in page.references]
    return [in_hours(module.minutes), duty, *references]


def _turns(page, request, around: Sequence[PageAround]) -> list[dict]:
    """The modules before and behind this one: word, relation, title, address."""
    rows, above = _in_order(page, around), _above(read_at(page, request))
    here = next((number for number, row in enumerate(rows) if row.translation_key == page.translation_key), None)
    if here is None:
        return []
    found = [
        (_("Previous"), "prev", rows[here - 1] if here else None),
        (_("Next"), "next", dict(enumerate(rows)).get(here + 1)),
    ]
    own = page.locale.language_code
    return [
        {"word": word, "rel": rel, "title": row.title,
         "url": f"{above}{row.slug}/" if row.locale == own else address_of(row.url_path, SOURCE)}
        for word, rel, row in found if row
    ]  # fmt: skip


def _in_order(page, around: Sequence[PageAround]) -> list[PageAround]:
    """The pages of the curriculum's modules in order; where a translation lacks one, the source's."""
    own = {row.translation_key: row for row in around if row.locale == page.locale.language_code}
    return [own.get(row.translation_key, row) for row in around if row.locale == locale_code(SOURCE)]


def _above(url: str) -> str:
    """The address one level up."""
    return url.rstrip("/").rpartition("/")[0] + "/"


def _crumbs(page, request) -> list[Crumb]:
    """The library, the curriculum, the module; addresses follow from the page's own."""
    above = _above(read_at(page, request))
    if not hasattr(page, "module"):
        return [Crumb(_("Library"), above), Crumb(page.title)]
    return [Crumb(_("Library"), _above(above)), Crumb(page.module.curriculum.title, above), Crumb(page.module.code)]


def in_order(materials: Iterable) -> list:
    """Public ones first, then by language and title."""
    order = {word: number for number, word in enumerate(Classification.values)}
    return sorted(materials, key=lambda row: (order[row.classification], row.language, row.title))


@prepared
def _materials_of_module(classes: tuple[str, ...], *, module: int) -> QuerySet:
    """Classified materials of the classes a reader may have (`Rights.classes`)."""
    rows = _model("Material").objects.classified().filter(classification__in=classes, module=module)
    return rows.select_related("module")


@prepared
def _materials_of_curriculum(classes: tuple[str, ...], *, curriculum: int) -> QuerySet:
    """The same of all its modules."""
    rows = _model("Material").objects.classified().filter(classification__in=classes, module__curriculum=curriculum)
    return rows.select_related("module")


def _model(name: str):
    """Models are asked for by name: the pages themselves are built on this module."""
    return apps.get_model("curricula", name)
