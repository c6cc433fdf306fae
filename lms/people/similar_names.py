"""Names that may be one name: found by looking up, with the answer that comparing every pair would give."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

#: Name parts at least this alike (0 to 1) may be one part with a slip of the pen.
ALIKE = 0.8
#: Names of more parts have too many selections of parts: they are compared, with those that share a part.
MOST_PARTS = 6

Name = tuple[str, ...]


class _Part(NamedTuple):
    """The part in which two names differ: its letters as a set of bits, and whose name it is."""

    text: str
    letters: int
    place: int


class SimilarNames:
    """Names, each a sorted tuple of folded parts, with what each belongs to; asked for those `parts_alike` agrees to.

    Two names that are alike share all parts but one, or one holds all parts of the other. So each name is kept
    under itself with one part left out, and under every selection of at least two of its parts.
    """

    def __init__(self) -> None:
        self._owners: list[Hashable] = []
        self._names: list[Name] = []
        self._by_name: dict[Name, list[int]] = defaultdict(list)
        self._by_rest: dict[Name, dict[int, list[_Part]]] = defaultdict(lambda: defaultdict(list))
        self._by_selection: dict[Name, list[int]] = defaultdict(list)
        self._by_part: dict[str, list[int]] = defaultdict(list)
        self._long_by_part: dict[str, list[int]] = defaultdict(list)

    def add(self, name: Name, owner: Hashable) -> None:
        place = len(self._owners)
        self._owners.append(owner)
        self._names.append(name)
        self._by_name[name].append(place)
        for part, rest in _without_one(name):
            self._by_rest[rest][len(part)].append(_Part(part, _letters(part), place))
        for part in set(name):
            self._by_part[part].append(place)
            if len(name) > MOST_PARTS:
                self._long_by_part[part].append(place)
        if len(name) <= MOST_PARTS:
            for selection in _selections(name):
                self._by_selection[selection].append(place)

    def similar(self, name: Name) -> Iterator[Hashable]:
        """Whose names are alike, in the order in which they were added; of one with two such names, twice."""
        places = set(self._with_a_slip(name)) | set(self._longer_or_shorter(name))
        return (self._owners[place] for place in sorted(places))

    def _with_a_slip(self, name: Name) -> Iterator[int]:
        for part, rest in _without_one(name):
            letters = _letters(part)
            for length, found in self._by_rest.get(rest, {}).items():
                if _may_be_alike(len(part), length, min(len(part), length)):
                    for other in found:
                        if _share_enough(part, letters, other) and _slip(part, other.text):
                            yield other.place

    def _longer_or_shorter(self, name: Name) -> Iterator[int]:
        if len(name) < 2:
            return
        index = self._by_part if len(name) > MOST_PARTS else self._long_by_part
        shared = {place for part in set(name) for place in index.get(part, ())}
        yield from (place for place in shared if parts_alike(name, self._names[place]))
        if len(name) > MOST_PARTS:
            return
        yield from self._by_name.get(name, ())
        yield from self._by_selection.get(name, ())
        for selection in _selections(name):
            yield from self._by_name.get(selection, ())


def _without_one(name: Name) -> Iterator[tuple[str, Name]]:
    """Each different part, and the name without it; nothing for a name of one part."""
    if len(name) > 1:
        for number, part in enumerate(name):
            if not number or part != name[number - 1]:
                yield part, name[:number] + name[number + 1 :]


def _selections(name: Name) -> set[Name]:
    """All shorter names of at least two of its parts; sorted as the name is."""
    return {chosen for size in range(2, len(name)) for chosen in combinations(name, size)}


def _letters(part: str) -> int:
    """A set of bits, one or more letters to a bit."""
    bits = 0
    for letter in part:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _may_be_alike(length: int, other: int, shared: int) -> bool:
    """Can so many letters in common make two parts of these lengths alike?"""
    return 2.0 * shared / (length + other) >= ALIKE


def _share_enough(part: str, letters: int, other: _Part) -> bool:
    """A letter that the other part does not have cannot match: the ratio stays below what the rest allows."""
    mine = len(part) - (letters & ~other.letters).bit_count()
    theirs = len(other.text) - (other.letters & ~letters).bit_count()
    return _may_be_alike(len(part), len(other.text), min(mine, theirs))


@lru_cache(maxsize=50_000)
def _slip(a: str, b: str) -> bool:
    # Of a name and the same name with a letter more the shorter comes first.
    shorter, longer = sorted((a, b))
    if longer == f"{shorter}a" or min(len(a), len(b)) <= 2:
        return False
    return a == b or SequenceMatcher(None, shorter, longer, autojunk=False).ratio() >= ALIKE


def parts_alike(name: Name, other: Name) -> bool:
    """Is one name the other with a part more, or with a slip of the pen in one part?

    Ivan and Ivana, Petrov and Petrova are two people, not a slip.
    """
    rest, other_rest = list(name), list(other)
    for part in name:
        if part in other_rest:
            rest.remove(part)
            other_rest.remove(part)
    if len(rest) == len(name):
        return False
    if not rest or not other_rest:
        return min(len(name), len(other)) > 1
    if len(rest) > 1 or len(other_rest) > 1:
        return False
    return _slip(rest[0], other_rest[0])
