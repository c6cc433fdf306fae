"""The currency matrix: module by language, in the same number of queries however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..choices import Classification, Currency
from ..codes import SOURCE
from ..models import ChangeNote, Material, ModulePage, TranslationReview
from .currency import BlockChange, Standing, standing_of
from .recording import page_blocks
from .trees import TARGETS, locales_by_id


@dataclass(frozen=True)
class LanguageCell:
    """A module in one language. `lacking` are the classes of material that the source has and this language has not."""

    module: object
    language: str
    standing: Standing
    page: object = None
    files: int = 0
    lacking: tuple[str, ...] = ()

    @property
    def lacking_words(self) -> list[str]:
        return [str(Classification(word).label) for word in self.lacking]


@dataclass(frozen=True)
class ModuleRow:
    """A module with its cells, in the order of the languages."""

    module: object
    cells: tuple[LanguageCell, ...]


@dataclass(frozen=True)
class MatrixFacts:
    """Everything the matrix is made from, each part by module id."""

    pages: dict
    reviews: dict
    changes: dict
    materials: dict


def matrix_of(curriculum, languages: Iterable[str] = TARGETS) -> list[ModuleRow]:
    """All modules of a curriculum in these languages; seven queries."""
    modules, spoken = list(curriculum.modules.all()), list(languages)
    facts = _facts(module__curriculum=curriculum)
    return [ModuleRow(module, tuple(_cell(facts, module, language) for language in spoken)) for module in modules]


def cell_of(module, language: str) -> LanguageCell:
    """One module in one language."""
    return _cell(_facts(module=module), module, language)


def _facts(**lookup) -> MatrixFacts:
    return MatrixFacts(_pages(lookup), _reviews(lookup), changes_of(lookup), _materials(lookup))


def _pages(lookup: dict) -> dict:
    """{(module id, language): page}; aliases say the source's words and are no translation."""
    names = locales_by_id()
    rows = ModulePage.objects.filter(alias_of=None, **lookup).select_related("module")
    return {(page.module_id, names.get(page.locale_id, "")): page for page in rows}


def _reviews(lookup: dict) -> dict:
    rows = TranslationReview.objects.filter(**lookup).select_related("by").order_by("pk")
    return {(row.module_id, row.language): row for row in rows}


def changes_of(lookup: dict) -> dict[int, dict]:
    """{module id: {(part, digest, gone): change}}: the newest note on each."""
    found: dict[int, dict] = {}
    for note in ChangeNote.objects.filter(**lookup).order_by("pk"):
        change = BlockChange(
            note.part, note.sha256, note.excerpt, note.at, note.is_gone, note.is_safety_relevant, note.pk
        )
        found.setdefault(note.module_id, {})[(note.part, note.sha256, note.is_gone)] = change
    return found


def _materials(lookup: dict) -> dict:
    """{(module id, language): [classes]}."""
    found: dict[tuple, list] = {}
    for module, language, word in (
        Material.objects.classified().filter(**lookup).values_list("module_id", "language", "classification")
    ):
        found.setdefault((module, language), []).append(word)
    return found


def _cell(facts: MatrixFacts, module, language: str) -> LanguageCell:
    source, page = facts.pages.get((module.pk, SOURCE)), facts.pages.get((module.pk, language))
    standing = standing_of(
        page_blocks(source) if source and page and page.live else (),
        has_page=page is not None,
        is_live=bool(page and page.live),
        review=facts.reviews.get((module.pk, language)),
        changes=facts.changes.get(module.pk, {}),
    )
    own = facts.materials.get((module.pk, language), [])
    wanted = facts.materials.get((module.pk, SOURCE), [])
    lacking = tuple(word for word in Classification.values if word in wanted and word not in own)
    return LanguageCell(module, language, standing, page, len(own), lacking)


def only(rows: list[ModuleRow], state: str) -> list[ModuleRow]:
    """Rows in which one language at least has this state."""
    return [row for row in rows if any(cell.standing.state == state for cell in row.cells)]


def totals(rows: list[ModuleRow]) -> dict[str, int]:
    """{state: number of cells}, every state named."""
    states = [cell.standing.state for row in rows for cell in row.cells]
    return {state: states.count(state) for state in Currency.values}
