"""What the pages show: the page's content, worked out for one reader."""

from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.breadcrumbs import Crumb

from .choices import Classification, ModuleKind
from .codes import SOURCE, locale_code
from .kit.lessons import files_for, languages_of
from .kit.registry import size_of_kit
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
    level = {1: ("CurriculumPage", "curriculum"), 2: ("ModulePage", "module__curriculum")}.get(len(components))
    if level is None:
        return None
    rows = _model(level[0]).objects.live().filter(locale__language_code=locale_code(language))
    rows = rows.filter(depth=2 + len(components), url_path__endswith=f"/{'/'.join(components)}/")
    return rows.select_related("locale", level[1]).first()


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
    for row in _materials(rights, module__curriculum=page.curriculum):
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
    rows = _model("EditionFile").objects.filter(module__edition=edition).defer("title", "sha256")
    for row in rows.order_by("pk"):
        shelves.setdefault(row.module_id, []).append(row)
    return list(shelves.values())


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


def module_context(page, request) -> dict:
    """The module as this reader may read it: the lesson plan, exercise and notes are the trainers'."""
    module = page.module
    rights = rights_for(request, module.curriculum)
    materials = _materials(rights, module=module)
    files, pictures = {row.sha256: row.url for row in materials}, pictures_of(page)
    return {
        **shown(content_of(page), rights, minutes=module.minutes, files=files, pictures=pictures),
        "rights": rights,
        "module": module,
        "facts": _facts(page),
        "materials": materials,
        "turns": _turns(page, request),
        "breadcrumbs": _crumbs(page, request),
    }


def _facts(page) -> list[str]:
    module = page.module
    duty = _("mandatory") if module.is_mandatory else _("optional")
    references = [" ".join(filter(None, [row.value["standard"], row.value["number"]])) for row in page.references]
    return [in_hours(module.minutes), duty, *references]


def _turns(page, request) -> list[dict]:
    """The modules before and behind this one: word, relation, title, address."""
    rows = _in_order(page, _above(read_at(page, request)))
    here = next((number for number, row in enumerate(rows) if row[0] == page.translation_key), None)
    if here is None:
        return []
    around = [
        (_("Previous"), "prev", rows[here - 1] if here else None),
        (_("Next"), "next", dict(enumerate(rows)).get(here + 1)),
    ]
    return [{"word": word, "rel": rel, "title": row[1], "url": row[2]} for word, rel, row in around if row]


def _in_order(page, above: str) -> list[tuple]:
    """(translation key, title, address) of the curriculum's modules; where a translation lacks one, the source's."""
    codes = locale_code(SOURCE), page.locale.language_code
    pages = _model("ModulePage").objects.live().filter(module__curriculum=page.module.curriculum_id)
    pages = pages.filter(locale__language_code__in=codes).order_by("path")
    rows = list(pages.values_list("locale__language_code", "translation_key", "title", "slug", "url_path"))
    own = {key: (key, title, f"{above}{slug}/") for code, key, title, slug, _path in rows if code == codes[1]}
    source = [(key, title, address_of(path, SOURCE)) for code, key, title, _slug, path in rows if code == codes[0]]
    return [own.get(row[0], row) for row in source]


def _above(url: str) -> str:
    """The address one level up."""
    return url.rstrip("/").rpartition("/")[0] + "/"


def _crumbs(page, request) -> list[Crumb]:
    """The library, the curriculum, the module; addresses follow from the page's own."""
    above = _above(read_at(page, request))
    if not hasattr(page, "module"):
        return [Crumb(_("Library"), above), Crumb(page.title)]
    return [Crumb(_("Library"), _above(above)), Crumb(page.module.curriculum.title, above), Crumb(page.module.code)]


def _materials(rights: Rights, **lookup) -> list:
    """Classified materials of the classes this reader may have, public ones first, then by language and title."""
    rows = _model("Material").objects.classified().filter(classification__in=rights.classes, **lookup)
    rows = rows.select_related("module")
    order = {word: number for number, word in enumerate(Classification.values)}
    return sorted(rows, key=lambda row: (order[row.classification], row.language, row.title))


def _model(name: str):
    """Models are asked for by name: the pages themselves are built on this module."""
    return apps.get_model("curricula", name)
