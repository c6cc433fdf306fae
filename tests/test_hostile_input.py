"""Whatever stands in an address or a form, the house answers with a sentence: never with an error of its own."""

import pytest
from django.http import QueryDict

from tests.access import collect_doors
from tests.access.door import PERSONAS, Door
from tests.access.world import build
from tests.test_access_matrix import ask, standing

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


def fields_of(world, door: Door, persona: str, asked: set[str], address: str, form: dict) -> list[str]:
    asked.clear()
    ask(world, door, persona, address, form | door.opened_files(world))
    return sorted(asked - {"csrfmiddlewaretoken"})


@pytest.mark.parametrize("part", range(PARTS))
def test_no_value_of_any_field_is_an_error_of_ours(part, db, asked):
    """The door's own form whole but for one field."""
    world, failed, tried = build(), [], 0
    for door in DOORS[part::PARTS]:
        persona = welcome(door)
        if not persona:
            continue
        with standing(world, door) as (address, form):
            for name in fields_of(world, door, persona, asked, address, form):
                for value in HOSTILE:
                    tried += 1
                    given = {**form, **door.opened_files(world), name: value}
                    status = ask(world, door, persona, address, given).status_code
                    failed += [(str(door), name, value[:12], status)] if status >= 500 else []
    assert tried
    assert failed == []


def test_the_fields_of_a_door_are_those_its_view_reads(db, asked):
    door = next(door for door in DOORS if door.name == "audit:entry_list")
    world = build()
    with standing(world, door) as (address, form):
        read = fields_of(world, door, "office", asked, address, form)
    assert {"who", "since", "until", "page"} <= set(read)
