"""The offline reader: pages, styles and scripts that a browser opens from a disk, with nothing to ask of a network."""

import base64
import json
import re
from dataclasses import dataclass

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..choices import ModuleKind
from ..pages.lesson_plan import clock, in_hours, rail
from ..pages.plain_text import spoken
from .lessons import Lesson

#: The site's styles in their order, then the reader's own; the last one is for paper.
STYLES = ("css/tokens.css", "css/base.css", "css/layout.css", "css/components.css", "css/curricula.css")
OWN_STYLES, PRINT_STYLES = "kit/reader.css", "css/print.css"
SCRIPTS = ("fold.js", "search.js", "clock.js")
LICENCE = "vendor/noto-sans/OFL.txt"
WEB_FONT = re.compile(r'url\("\.\./vendor/noto-sans/([\w-]+\.woff2)"\)')


@dataclass(frozen=True)
class ReaderLink:
    """A file the reader links to: where it lies in the kit, and what is said of it."""

    path: str
    title: str
    size: int
    language: str = ""
    sha256: str = ""

    @property
    def kind(self) -> str:
        return self.path.rpartition(".")[2]


@dataclass(frozen=True)
class Book:
    """Everything the pages tell: `files` by module code, `plans` by module code, `papers` in their order."""

    edition: object
    audience: str
    language: str
    lessons: list[Lesson]
    files: dict[str, list[ReaderLink]]
    plans: dict[str, ReaderLink]
    papers: list[ReaderLink]
    key: str

    @property
    def shared(self) -> dict:
        facts = ("edition", "audience", "language", "lessons", "papers", "key")
        return {name: getattr(self, name) for name in facts} | {"interface": get_language()}


def pages_of(book: Book) -> dict[str, bytes]:
    """Path → bytes: the pages, their styles, scripts and data, in the language that is active."""
    pages = {"index.html": _index(book), "reader/data.js": _data(book), "reader/reader.css": style_sheet()}
    pages |= {f"modules/{row.slug}.html": _module(book, at) for at, row in enumerate(book.lessons)}
    pages |= {f"reader/{name}": static_file(f"kit/{name}") for name in SCRIPTS}
    return pages | {"reader/noto-sans-OFL.txt": static_file(LICENCE)}


def _index(book: Book) -> bytes:
    groups = []
    for kind, word in ModuleKind.choices:
        rows = [row for row in book.lessons if row.kind == kind]
        lines = [{"lesson": row, "plan": book.plans.get(row.code)} for row in rows]
        groups.append({"word": word, "length": in_hours(sum(row.minutes for row in rows)), "lines": lines})
    context = {"groups": [group for group in groups if group["lines"]], "root": ""}
    return render_to_string("curricula/kit_index.html", book.shared | context).encode()


def _module(book: Book, at: int) -> bytes:
    lesson, files = book.lessons[at], book.files.get(book.lessons[at].code, [])
    steps = lesson.steps_with({line.sha256: f"../{line.path}" for line in files})
    turns = [(_("Previous"), "prev", book.lessons[at - 1] if at else None)]
    turns += [(_("Next"), "next", row) for row in book.lessons[at + 1 : at + 2]]
    context = {
        "lesson": lesson, "content": lesson.content, "steps": steps, "rail": rail(steps), "root": "../",
        "files": files, "plan": book.plans.get(lesson.code),
        "plan_end": clock(steps[-1].ends if steps else 0),
        "turns": [{"word": word, "rel": rel, "lesson": row} for word, rel, row in turns if row],
    }  # fmt: skip
    return render_to_string("curricula/kit_module.html", book.shared | context).encode()


def _data(book: Book) -> bytes:
    """What the search looks through: per section of a module its page, its heading, its words."""
    rows = [row for lesson in book.lessons for row in _sections(lesson, book.files.get(lesson.code, []))]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"window.KIT_SECTIONS={_harmless(text)};\n".encode()


def _harmless(text: str) -> str:
    """JSON that is JavaScript as well, and ends no script element."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _sections(lesson: Lesson, files: list[ReaderLink]):
    """Heading and words of each section that is not empty; the anchors are those of the module's page."""
    content = lesson.content
    exercise = [text for row in content["exercise"] for text in _words_of_exercise(row)]
    parts = [
        ("top", _("About this module"), [content["summary"]]),
        ("objectives", _("A participant can"), lesson.objectives),
        ("points", _("Key points"), [row["text"] for row in content["key_points"]]),
        ("safety", _("Safety"), [content["safety_note"]]),
        ("scenario", _("Scenario"), [content["scenario"]]),
        ("background", _("Background"), [spoken(content["body"])]),
        ("plan", _("Lesson plan"), [spoken(row) for row in content["lesson_plan"]]),
        ("exercise", _("Exercise"), exercise),
        ("notes", _("Trainer notes"), content["trainer_notes"]),
        ("standards", _("Standards"), lesson.references),
        ("materials", _("Materials"), [line.title for line in files]),
    ]
    for anchor, heading, texts in parts:
        words = " ".join(filter(None, texts))
        if words:
            page = f"modules/{lesson.slug}.html#{anchor}"
            yield {"page": page, "code": lesson.code, "title": lesson.title, "heading": heading, "text": words}


def _words_of_exercise(row: dict) -> list[str]:
    return [row["title"], row["purpose"], row["set_up"], *row["steps"], *row["debrief"]]


def style_sheet() -> bytes:
    """The site's styles in one file, the fonts inside it: browsers refuse fonts that lie beside a page on a disk."""
    sheets = [static_file(name).decode() for name in (*STYLES, OWN_STYLES)]
    sheets += ["@media print {", static_file(PRINT_STYLES).decode(), "}", ""]
    return WEB_FONT.sub(_font, "\n".join(sheets)).encode()


def _font(found: re.Match) -> str:
    content = base64.b64encode(static_file(f"vendor/noto-sans/{found[1]}")).decode()
    return f'url("data:font/woff2;base64,{content}")'


def static_file(name: str) -> bytes:
    """A file of the static folder, as it stands in the source."""
    with open(finders.find(name), "rb") as file:
        return file.read()
