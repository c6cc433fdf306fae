"""Whatever stands in an address or a form, the site answers with a sentence: never with an error of its own."""

import pytest
from django.http import QueryDict

from tests.access import collect_views
from tests.access.view import PERSONAS, View
from tests.access.world import build
from tests.test_access_matrix import ask, standing

# A NUL, more than any field holds, a day that is none, a number no database holds, a digit that is no number.
HOSTILE = ("\0", "x" * 10_000, "9999-99-99", "9" * 25, "²")
PARTS = 12
VIEWS = collect_views()


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


def welcome(view: View) -> str | None:
    """Whoever gets furthest behind this view."""
    return next((name for name in reversed(PERSONAS) if view.expected(name) in (200, 302)), None)


def fields_of(world, view: View, persona: str, asked: set[str], address: str, form: dict) -> list[str]:
    asked.clear()
    ask(world, view, persona, address, form | view.opened_files(world))
    return sorted(asked - {"csrfmiddlewaretoken"})


@pytest.mark.parametrize("part", range(PARTS))
def test_no_value_of_any_field_is_an_error_of_ours(part, db, asked):
    """The view's own form whole but for one field."""
    world, failed, tried = build(), [], 0
    for view in VIEWS[part::PARTS]:
        persona = welcome(view)
        if not persona:
            continue
        with standing(world, view) as (address, form):
            for name in fields_of(world, view, persona, asked, address, form):
                for value in HOSTILE:
                    tried += 1
                    given = {**form, **view.opened_files(world), name: value}
                    status = ask(world, view, persona, address, given).status_code
                    failed += [(str(view), name, value[:12], status)] if status >= 500 else []
    assert tried
    assert failed == []


def test_the_fields_of_a_view_are_those_its_view_reads(db, asked):
    view = next(view for view in VIEWS if view.name == "audit:entry_list")
    world = build()
    with standing(world, view) as (address, form):
        read = fields_of(world, view, "office", asked, address, form)
    assert {"who", "since", "until", "page"} <= set(read)
