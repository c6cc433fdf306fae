"""Finding modules and materials by words: bounded, harmless, and only what the reader may see."""

from dataclasses import dataclass

from django.db import Error, transaction

from .models import Curriculum, Material, ModulePage
from .words import words_of

MAX_HITS = 50


@dataclass(frozen=True)
class Found:
    """What a search found; `words` are what was searched for, empty if the question had none."""

    words: tuple[str, ...] = ()
    pages: tuple = ()
    materials: tuple = ()


def find(question: str, user) -> Found:
    """Module pages and materials that have all the words (the last one as a beginning) and that this user may see."""
    words = words_of(question)
    if not words:
        return Found()
    readable = Curriculum.objects.visible_to(user)
    pages = ModulePage.objects.live().filter(module__curriculum__in=readable).select_related("module__curriculum")
    materials = Material.objects.visible_to(user).select_related("module__curriculum")
    return Found(words, _among(pages, _hits(ModulePage, words)), _among(materials, _hits(Material, words)))


def _hits(model, words: tuple[str, ...]) -> list[int]:
    """Record numbers, best first; what the database does not understand finds nothing."""
    try:
        with transaction.atomic():
            return [row.pk for row in model.objects.all().autocomplete(" ".join(words), operator="and")[:MAX_HITS]]
    except Error:
        return []


def _among(rows, numbers: list[int]) -> tuple:
    """The rows with these numbers, in the order of the numbers."""
    found = {row.pk: row for row in rows.filter(pk__in=numbers)}
    return tuple(found[number] for number in numbers if number in found)
