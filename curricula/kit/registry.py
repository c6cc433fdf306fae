"""What other parts of the curriculum add to kits and packages. They register here; nothing here knows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class KitPaper:
    """A sheet to print: what it is called, its file name, its bytes (the same at every call)."""

    title: str
    file_name: str
    content: bytes


@dataclass(frozen=True)
class CheckQuestion:
    """A question of a knowledge check: `right` are the numbers of the right options, from 0.

    `several` may be chosen; a question where only one of several is right must not say so by its looks.
    """

    key: str
    text: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    feedback: str = ""
    several: bool | None = None

    @property
    def is_several(self) -> bool:
        return len(self.right) > 1 if self.several is None else self.several


#: (edition, language) → the tests' sheets of the edition, for trainers.
TEST_SHEETS: list[Callable[..., Iterable[KitPaper]]] = []
#: (edition module, language) → the questions a trainee may answer alone.
CHECKS: list[Callable[..., Iterable[CheckQuestion]]] = []
#: (edition module, language) → (title, content), or None where there is no translation in the edition.
TRANSLATIONS: list[Callable[..., tuple[str, dict] | None]] = []
#: (edition, audience, language) → (files inside, bytes) of the kit's ZIP, or None while it is not made.
SIZES: list[Callable[..., tuple[int, int] | None]] = []


def papers_of(edition, language: str) -> list[KitPaper]:
    """All test sheets that anybody registered, in the order of registration."""
    return [paper for source in TEST_SHEETS for paper in source(edition, language)]


def questions_of(module, language: str) -> list[CheckQuestion]:
    """All questions for the module's knowledge check."""
    return [question for source in CHECKS for question in source(module, language)]


def translation_of(module, language: str) -> tuple[str, dict] | None:
    """Title and content in this language, if the edition has them."""
    found = (source(module, language) for source in TRANSLATIONS)
    return next((row for row in found if row), None)


def size_of_kit(edition, audience: str, language: str) -> tuple[int, int] | None:
    """Files inside and bytes of the ZIP, where the kit is made already."""
    found = (source(edition, audience, language) for source in SIZES)
    return next((row for row in found if row), None)
