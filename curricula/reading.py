"""What the pages show: the page's content, worked out for one reader."""

from dataclasses import dataclass

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .choices import Classification, ModuleKind
from .content import content_of
from .lessons import clock, in_hours, rail, timed
from .rights import Rights, rights_for


@dataclass(frozen=True)
class Crumb:
    label: str
    url: str = ""


@dataclass(frozen=True)
class Shelf:
    """A module in a list: its page (None while there is none) and the materials this reader may have."""

    module: object
    page: object
    materials: tuple


def page_at(library, components: list[str]):
    """The live page below the library at these parts of its address, with its records: one query; None if none."""
    level = {1: ("CurriculumPage", "curriculum"), 2: ("ModulePage", "module__curriculum")}.get(len(components))
    if level is None:
        return None
    address = f"{library.url_path}{'/'.join(components)}/"
    return _model(level[0]).objects.live().filter(url_path=address).select_related(level[1]).first()


def address_of(page, request) -> str:
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
    return {"curricula": [row for row in rows if rights_for(request, row.curriculum).trainee]}


def curriculum_context(page, request) -> dict:
    """Modules in their order with what this reader may download; the editions; the kits of the newest."""
    rights = rights_for(request, page.curriculum)
    shelves = shelves_of(page, rights)
    edition = page.curriculum.editions.published().first()
    return {
        "rights": rights,
        "base_url": address_of(page, request),
        "groups": _by_kind(shelves),
        "edition": edition,
        "kits": kits_of(edition, rights),
        "breadcrumbs": _crumbs(page, request),
    }


def shelves_of(page, rights: Rights) -> list[Shelf]:
    """All modules of the page's curriculum; three queries, whatever their number."""
    pages = {row.module_id: row for row in page.get_children().live().type(_model("ModulePage")).specific()}
    materials: dict[int, list] = {}
    for row in _materials(rights, module__curriculum=page.curriculum):
        materials.setdefault(row.module_id, []).append(row)
    modules = page.curriculum.modules.all()
    return [Shelf(row, pages.get(row.pk), tuple(materials.get(row.pk, ()))) for row in modules]


def _by_kind(shelves: list[Shelf]) -> list[dict]:
    """The shelves of each kind of module, with their time in all."""
    groups = []
    for kind, word in ModuleKind.choices:
        rows = [shelf for shelf in shelves if shelf.module.kind == kind]
        minutes = sum(shelf.module.minutes for shelf in rows)
        groups.append({"kind": kind, "word": word, "shelves": rows, "minutes": minutes, "length": in_hours(minutes)})
    return [group for group in groups if group["shelves"]]


def kits_of(edition, rights: Rights) -> list[dict]:
    """The ZIPs of an edition this reader may have, the fullest first: label, address, files, size in bytes."""
    if edition is None:
        return []
    files = _model("EditionFile").objects.filter(module__edition=edition).values_list("classification", "size")
    offers = [
        (rights.trainer, "trainer", _("Everything for trainers"), Classification.values),
        (rights.trainee, "trainee", _("Everything for trainees"), [Classification.PUBLIC, Classification.TRAINEE]),
    ]
    return [_kit(edition, audience, label, [size for word, size in files if word in classes])
            for may, audience, label, classes in offers if may]  # fmt: skip


def _kit(edition, audience: str, label: str, sizes: list[int]) -> dict:
    url = f"{reverse('curricula:edition_zip', args=[edition.pk])}?for={audience}"
    count = ngettext("%d file", "%d files", len(sizes)) % len(sizes)
    return {"label": label, "url": url, "count": count, "size": sum(sizes)}


def module_context(page, request) -> dict:
    """The module as this reader may read it: the lesson plan, exercise and notes are the trainers'."""
    module = page.module
    rights = rights_for(request, module.curriculum)
    content = content_of(page)
    steps = timed(content["lesson_plan"])
    return {
        "rights": rights,
        "module": module,
        "content": content if rights.trainer else _for_trainees(content),
        "objectives": _objectives(content["objectives"]),
        "steps": steps if rights.trainer else [],
        "rail": rail(steps),
        "plan_end": clock(steps[-1].ends if steps else 0),
        "length": in_hours(module.minutes),
        "facts": _facts(page),
        "materials": _materials(rights, module=module),
        "turns": _turns(page, request),
        "breadcrumbs": _crumbs(page, request),
    }


def _objectives(texts: list[str]) -> list[str]:
    """The objectives behind the heading "A participant can", which many of them begin with."""
    return [text.removeprefix("A participant can ") for text in texts]


def _for_trainees(content: dict) -> dict:
    return {**content, "lesson_plan": [], "exercise": [], "trainer_notes": []}


def _facts(page) -> list[str]:
    module = page.module
    duty = _("mandatory") if module.is_mandatory else _("optional")
    references = [" ".join(filter(None, [row.value["standard"], row.value["number"]])) for row in page.references]
    return [in_hours(module.minutes), duty, *references]


def _turns(page, request) -> list[dict]:
    """The modules before and behind this one: word, relation, title, address."""
    rows = list(page.get_siblings().live().only("pk", "title", "slug"))
    here = next((number for number, row in enumerate(rows) if row.pk == page.pk), None)
    if here is None:
        return []
    around = [
        (_("Previous"), "prev", rows[here - 1] if here else None),
        (_("Next"), "next", dict(enumerate(rows)).get(here + 1)),
    ]
    above = _above(address_of(page, request))
    return [
        {"word": word, "rel": rel, "title": row.title, "url": f"{above}{row.slug}/"} for word, rel, row in around if row
    ]


def _above(url: str) -> str:
    """The address one level up."""
    return url.rstrip("/").rpartition("/")[0] + "/"


def _crumbs(page, request) -> list[Crumb]:
    """The library, the curriculum, the module; addresses follow from the page's own."""
    above = _above(address_of(page, request))
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
