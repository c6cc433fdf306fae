"""The words a search looks through, taken from pages when they are published and from materials when they are saved."""

from ..models import Material, ModulePage, SearchText
from ..pages.content import content_of
from ..pages.plain_text import spoken
from .tokens import words_in

TRAINERS_ONLY = ("lesson_plan", "exercise", "trainer_notes")


def index_page(page: ModulePage) -> None:
    """Take the page's words as it stands."""
    content = content_of(page)
    open_parts = {name: value for name, value in content.items() if name not in TRAINERS_ONLY}
    values = {
        "title": words_in(f"{page.module.code} {page.title}"),
        "text": words_in(spoken(open_parts)),
        "trainer_text": words_in(spoken({name: content[name] for name in TRAINERS_ONLY})),
    }
    SearchText.objects.update_or_create(page=page, defaults=values)


def index_material(material: Material) -> None:
    """Take the material's title, and the code and title of its module."""
    home = f"{material.module.code} {material.module.title}" if material.module else ""
    values = {"title": words_in(material.title), "text": words_in(home)}
    SearchText.objects.update_or_create(material=material, defaults=values)


def index_everything() -> int:
    """All live pages and all materials once more; their number."""
    pages, materials = list(ModulePage.objects.live().select_related("module")), list(Material.objects.all())
    for page in pages:
        index_page(page)
    for material in materials:
        index_material(material)
    return len(pages) + len(materials)
