"""Finding modules and materials by words, whatever script they are typed in: bounded, and what the reader may see."""

from dataclasses import dataclass

from django.db import Error, transaction
from django.db.models import Case, Q, Value, When

from ..models import Curriculum, Material, ModulePage, SearchText
from ..querysets import READ_TRAINER
from .tokens import words_in, words_of

MAX_HITS = 50


@dataclass(frozen=True)
class SearchResult:
    """What a search found; `words` are what was searched for, empty if the question had none."""

    words: tuple[str, ...] = ()
    pages: tuple = ()
    materials: tuple = ()


def find(question: str, user) -> SearchResult:
    """Module pages and materials in which every word begins a word, best first, of what this user may see."""
    words = words_of(question)
    parts = tuple(f" {part}" for word in words for part in words_in(word).split())
    if not parts:
        return SearchResult()
    try:
        with transaction.atomic():
            return SearchResult(words, _pages(parts, user), _materials(parts, user))
    except Error:
        return SearchResult(words)


def _pages(parts: tuple[str, ...], user) -> tuple:
    readable = list(Curriculum.objects.visible_to(user))
    taught = [row for row in readable if user.has_perm(READ_TRAINER, row)]
    rows = SearchText.objects.filter(page__live=True, page__module__curriculum__in=readable)
    for part in parts:
        open_words = Q(title__contains=part) | Q(text__contains=part)
        rows = rows.filter(open_words | Q(trainer_text__contains=part, page__module__curriculum__in=taught))
    numbers = _best_first(rows, parts, "page_id", "page__module__order")
    return _among(ModulePage.objects.select_related("module__curriculum"), numbers)


def _materials(parts: tuple[str, ...], user) -> tuple:
    rows = SearchText.objects.filter(material__in=Material.objects.visible_to(user))
    for part in parts:
        rows = rows.filter(Q(title__contains=part) | Q(text__contains=part))
    numbers = _best_first(rows, parts, "material_id", "material__module__order")
    return _among(Material.objects.select_related("module__curriculum"), numbers)


def _best_first(rows, parts: tuple[str, ...], number: str, order: str) -> list[int]:
    """Record numbers: the more of the words stand in the title, the higher; then in the order of the modules."""
    hits = sum((Case(When(title__contains=part, then=1), default=0) for part in parts), Value(0))
    rows = rows.annotate(hits=hits).order_by("-hits", order, "pk")
    return list(rows.values_list(number, flat=True)[:MAX_HITS])


def _among(rows, numbers: list[int]) -> tuple:
    """The rows with these numbers, in the order of the numbers."""
    found = {row.pk: row for row in rows.filter(pk__in=numbers)}
    return tuple(found[number] for number in numbers if number in found)
