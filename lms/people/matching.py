"""Is this row of a list somebody we know? Found across scripts and spellings, in one query."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from lms.core.text import fold
from lms.core.transliteration import to_latin

from .models import Person
from .similar_names import SimilarNames, parts_alike

SERVICE_NUMBER = "service_number"
EMAIL = "email"
NAME_AND_UNIT = "name_and_unit"
NAME = "name"
SIMILAR_NAME = "similar_name"
OTHER_NAME = "other_name"
OTHER_NUMBER = "other_service_number"


@dataclass(frozen=True)
class ListedPerson:
    """A row of a list, as written there; every field may be empty."""

    family_name: str
    given_name: str
    service_number: str = ""
    email: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Match:
    """Who a row may be.

    "exact": one person, without doubt. "likely": `people` to choose from, a human decides. `reasons` are the codes
    above; `within` are the indexes of the other rows of the same list that are the same person.
    """

    kind: Literal["none", "exact", "likely"]
    people: tuple[Person, ...] = ()
    reasons: tuple[str, ...] = ()
    within: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Keys:
    """What is compared: the name's parts in whatever order, the number's letters and digits, the address, the unit."""

    name: tuple[str, ...]
    number: str
    email: str
    unit: str


def number_key(service_number: str) -> str:
    """A service number as it is compared: SR-81333, sr 81333 and СР-81333 agree; 00123 and 123 do not."""
    return "".join(sign for sign in to_latin(service_number).casefold() if sign.isalnum())


def name_parts(family_name: str, given_name: str) -> tuple[str, ...]:
    """The folded parts of a name, sorted, so that a list with the columns swapped is understood."""
    return tuple(sorted(fold(f"{family_name} {given_name}").split()))


def keys_of(row: ListedPerson) -> _Keys:
    return _Keys(
        name=name_parts(row.family_name, row.given_name),
        number=number_key(row.service_number),
        email=row.email.strip().lower(),
        unit=fold(row.unit),
    )


def match_people(institution, rows: Sequence[ListedPerson]) -> list[Match]:
    """One answer for each row, in order: who of the institution's people it is, and which other rows are the same.

    One query, whatever the number of rows. Merged records answer for the record that was kept.
    """
    keys = [keys_of(row) for row in rows]
    register = _Register(institution)
    repeats = same_rows(keys)
    return [register.match(key, within) for key, within in zip(keys, repeats, strict=True)]


class _Register:
    """The institution's people, indexed by everything a row may know them by."""

    def __init__(self, institution) -> None:
        self.by_number: dict[str, list[Person]] = defaultdict(list)
        self.by_email: dict[str, list[Person]] = defaultdict(list)
        self.by_name: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        self.names = SimilarNames()
        self._known_names: dict[int, set[tuple[str, ...]]] = {}
        for record in _records(institution):
            self._add(record, record.merged_into or record)

    def _add(self, record: Person, person: Person) -> None:
        if record.service_number:
            self.by_number[number_key(record.service_number)].append(person)
        if record.email:
            self.by_email[record.email.lower()].append(person)
        for name in sorted(self._names_of(record)):
            self.by_name[name].append(person)
            self.names.add(name, person)

    def _names_of(self, person: Person) -> set[tuple[str, ...]]:
        """Folded once: the same people are asked about by many rows."""
        if person.pk not in self._known_names:
            self._known_names[person.pk] = _names(person)
        return self._known_names[person.pk]

    def match(self, key: _Keys, within: tuple[int, ...]) -> Match:
        return self._by_sign(key, within) or self._by_name(key, within) or Match("none", within=within)

    def _by_sign(self, key: _Keys, within: tuple[int, ...]) -> Match | None:
        """By number or address. A name that does not fit, or two people, is for a human to decide."""
        numbered = _once(self.by_number.get(key.number, ()))
        addressed = _once(self.by_email.get(key.email, ()))
        people = _once([*numbered, *addressed])
        if not people:
            return None
        reasons = (SERVICE_NUMBER,) * bool(numbered) + (EMAIL,) * bool(addressed)
        if len(people) > 1:
            return Match("likely", people, reasons, within)
        if not names_agree(key.name, self._names_of(people[0])):
            return Match("likely", people, (*reasons, OTHER_NAME), within)
        if not numbered and _numbers_differ(key, people[0]):
            return Match("likely", people, (*reasons, OTHER_NUMBER), within)
        return Match("exact", people, reasons, within)

    def _by_name(self, key: _Keys, within: tuple[int, ...]) -> Match | None:
        """By name and unit for sure; by name alone, or nearly the name, for a human to decide.

        Two service numbers are two people, whatever the name: Goran Nikolić and Goran Nikolić.
        """
        namesakes = _once(p for p in self.by_name.get(key.name, ()) if not _numbers_differ(key, p))
        same_unit = [p for p in namesakes if _same_unit(key, p) and not _addresses_differ(key, p)]
        if len(same_unit) == 1:
            return Match("exact", tuple(same_unit), (NAME_AND_UNIT,), within)
        if namesakes:
            return Match("likely", namesakes, (NAME,), within)
        similar = _once(p for p in self.names.similar(key.name) if not _numbers_differ(key, p))
        return Match("likely", similar, (SIMILAR_NAME,), within) if similar else None


def _records(institution) -> Iterable[Person]:
    people = Person.objects.filter(institution=institution, anonymised_at=None)
    return people.select_related("unit", "merged_into", "merged_into__unit").order_by("pk")


def _names(record: Person) -> set[tuple[str, ...]]:
    spellings = (name_parts(spelling, "") for spelling in record.other_spellings)
    return {name_parts(record.family_name, record.given_name), *spellings} - {()}


def _once(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple({person.pk: person for person in people}.values())


def names_agree(name: tuple[str, ...], known: Iterable[tuple[str, ...]]) -> bool:
    """Could the row's name be one of these? A row without a name does not disagree."""
    return not name or any(name == other or parts_alike(name, other) for other in known)


def _numbers_differ(key: _Keys, person: Person) -> bool:
    return bool(key.number and person.service_number) and key.number != number_key(person.service_number)


def _same_unit(key: _Keys, person: Person) -> bool:
    return bool(key.unit and person.unit) and key.unit == person.unit.key


def _addresses_differ(key: _Keys, person: Person) -> bool:
    """Both have one: had these agreed, the row would have been known by its address and not by its name."""
    return bool(key.email and person.email)


def same_rows(keys: Sequence[_Keys]) -> list[tuple[int, ...]]:
    """For each row the indexes of the other rows of the list that are the same person.

    The same number or address binds rows together; the same name does so where no number tells them apart.
    """
    groups = _Groups(len(keys))
    for sign in ("number", "email"):
        for value, indexes in _indexes_by([getattr(key, sign) for key in keys]).items():
            if value:
                groups.bind(indexes)
    signs = [_signs_of(groups.all(), keys, sign) for sign in ("number", "email")]
    for name, indexes in _indexes_by([key.name for key in keys]).items():
        if name and len(indexes) > 1:
            _bind_namesakes(groups, indexes, signs)
    whole = groups.all()
    members = _indexes_by(whole)
    return [tuple(i for i in members[group] if i != index) for index, group in enumerate(whole)]


class _Groups:
    """Rows bound together; a group goes by its lowest index."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = index = self._above[self._above[index]]
        return index

    def all(self) -> list[int]:
        return [self.of(index) for index in range(len(self._above))]

    def bind(self, indexes: Iterable[int]) -> None:
        """These rows, and all that they are bound to already, are one group."""
        old = {self.of(index) for index in indexes}
        first = min(old)
        for group in old:
            self._above[group] = first


def _indexes_by(values: Sequence) -> dict:
    found = defaultdict(list)
    for index, value in enumerate(values):
        found[value].append(index)
    return found


def _signs_of(groups: list[int], keys: Sequence[_Keys], sign: str) -> dict[int, set[str]]:
    """The numbers (or addresses) that each group of rows goes by."""
    found: dict[int, set[str]] = defaultdict(set)
    for group, key in zip(groups, keys, strict=True):
        found[group] |= {getattr(key, sign)} - {""}
    return found


def _bind_namesakes(groups: _Groups, indexes: list[int], signs: list[dict[int, set[str]]]) -> None:
    """Namesakes are one person, unless two of them go by numbers or addresses of their own."""
    old = {groups.of(index) for index in indexes}
    if all(sum(bool(found[group]) for group in old) <= 1 for found in signs):
        groups.bind(indexes)
