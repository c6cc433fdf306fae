"""Whatever stands in an address or a form, the house answers with a sentence: never with an error of its own."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from tests.access import collect_doors
from tests.access.door import PERSONAS, Door
from tests.access.world import build
from tests.test_access_matrix import knock

# A NUL, more than any field holds, a day that is none, a number no database holds, a digit that is no number.
HOSTILE = ("\0", "x" * 10_000, "9999-99-99", "9" * 25, "²")
PARTS = 12
DOORS = collect_doors()


@pytest.fixture
def asked(monkeypatch) -> set[str]:
    """The names of query and form fields that views ask for, noted while they do."""
    names: set[str] = set()
    read, read_all = QueryDict.__getitem__, QueryDict.getlist

    def note(reader):
        def reading(self, key, *rest):
            names.add(key)
            return reader(self, key, *rest)

        return reading

    monkeypatch.setattr(QueryDict, "__getitem__", note(read))
    monkeypatch.setattr(QueryDict, "getlist", note(read_all))
    return names


def welcome(door: Door) -> str | None:
    """Whoever gets furthest behind this door."""
    return next((name for name in reversed(PERSONAS) if door.expected(name) in (200, 302)), None)


def fields_of(world, door: Door, persona: str, asked: set[str]) -> list[str]:
    asked.clear()
    knock(world, door, persona)
    return sorted(asked - {"csrfmiddlewaretoken"})


def with_value(door: Door, name: str, value: str) -> Door:
    """The same door, its own data whole but for one field."""
    return replace(door, data=lambda world: {**door.payload(world), name: value}, files=None)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_value_of_any_field_is_an_error_of_ours(part, db, asked):
    world, failed, tried = build(), [], 0
    for door in DOORS[part::PARTS]:
        persona = welcome(door)
        for name in fields_of(world, door, persona, asked) if persona else ():
            for value in HOSTILE:
                tried += 1
                status = knock(world, with_value(door, name, value), persona).status_code
                failed += [(str(door), name, value[:12], status)] if status >= 500 else []
    assert tried
    assert failed == []


def test_the_fields_of_a_door_are_those_its_view_reads(db, asked):
    door = next(door for door in DOORS if door.name == "audit:entry_list")
    read = fields_of(build(), door, "office", asked)
    assert {"who", "since", "until", "page"} <= set(read)
