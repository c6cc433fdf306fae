"""An edition's modules with their files, as one reader sees them."""

from dataclasses import dataclass

from ..models import Edition
from ..pages.lesson_plan import in_hours
from ..rights import Rights


@dataclass(frozen=True)
class FileLine:
    """A file of an edition that this reader may have."""

    file: object

    @property
    def kind(self) -> str:
        return self.file.file_name.rpartition(".")[2]


@dataclass(frozen=True)
class EditionShelf:
    """A module of an edition, its length in words, and its files."""

    module: object
    length: str
    lines: tuple[FileLine, ...]


def edition_shelves(edition: Edition, rights: Rights) -> list[EditionShelf]:
    """All modules in their order with the files this reader may have; two queries, whatever their number."""
    rows = edition.modules.select_related("module").defer("content").prefetch_related("files")
    return [EditionShelf(row, in_hours(row.minutes), _lines(row, rights)) for row in rows]


def _lines(row, rights: Rights) -> tuple[FileLine, ...]:
    return tuple(FileLine(file) for file in row.files.all() if file.classification in rights.classes)
