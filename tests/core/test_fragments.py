"""Parts of pages that are kept: by what they are given, in the language they are read in."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from lms.core import fragments
from lms.core.fragments import fragment

ROWS = "curricula/components/material_rows.html"
ROW = {"name": "Handout", "kind": "pdf", "url": "/x/", "size": 10, "language": "English", "note": "public"}


@pytest.fixture(autouse=True)
def none_kept(monkeypatch):
    fragments._kept.clear()


@pytest.fixture
def rendered(monkeypatch):
    """The names of templates that were rendered, in order."""
    names, render = [], fragments.render_to_string
    monkeypatch.setattr(fragments, "render_to_string", lambda name, given: names.append(name) or render(name, given))
    return names


def test_the_same_is_rendered_once_and_stays_markup(rendered):
    first = fragment(ROWS, rows=[ROW])

    assert fragment(ROWS, rows=[dict(ROW)]) == first
    assert hasattr(first, "__html__")
    assert rendered == [ROWS]


def test_anything_else_given_is_another_fragment(rendered):
    names = [ROW, ROW | {"name": "<b>"}, ROW | {"url": ""}]
    found = [fragment(ROWS, rows=[row]) for row in names]

    assert len(set(found)) == len(rendered) == 3
    assert "&lt;b&gt;" in found[1]


def test_each_language_has_its_own(rendered):
    english = fragment(ROWS, rows=[ROW])
    with override("sr"):
        serbian = fragment(ROWS, rows=[ROW])

    assert "Download" in english
    assert "Download" not in serbian


@dataclass(frozen=True)
class Row:
    name: str
    on: date


def test_plain_data_alone(rendered):
    assert fragment(ROWS, rows=[Row("One", date(2026, 5, 1))]) != fragment(ROWS, rows=[Row("Two", date(2026, 5, 1))])
    fragment(ROWS, rows=[{"name": gettext_lazy("Download")}])
    with pytest.raises(TypeError, match="object is none"):
        fragment(ROWS, rows=[object()])


def test_a_template_under_work_is_read_anew(rendered, settings):
    settings.DEBUG = True
    fragment(ROWS, rows=[ROW])
    fragment(ROWS, rows=[ROW])

    assert len(rendered) == 2


def test_no_more_are_kept_than_there_is_memory_for(rendered, monkeypatch):
    monkeypatch.setattr(fragments, "KEPT", 2)
    for name in "abca":
        fragment(ROWS, rows=[ROW | {"name": name}])

    assert len(fragments._kept) == 2
    assert len(rendered) == 4


def test_text_marked_safe_is_refused_wherever_it_stands():
    for given in (mark_safe("<b>"), [mark_safe("<b>")], {"a": {"b": mark_safe("<b>")}}):
        with pytest.raises(TypeError, match="marked safe"):
            fragment(ROWS, rows=given)
