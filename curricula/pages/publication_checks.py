"""Can a module be published as written? Minutes, objectives, headings, pictures, knowledge checks: on plain content."""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from lms.core.rules import Finding

from . import lesson_plan
from .content import content_of

#: Where the editor shows each finding.
FIELDS = {
    "minutes_differ": "lesson_plan",
    "objective_missing": "objectives",
    "answer_missing": "lesson_plan",
    "heading_order": "body",
    "heading_empty": "body",
    "alt_missing": "body",
}


def findings(minutes: int, content: dict) -> list[Finding]:
    """Why a module of so many minutes cannot be published with this content; empty if it can."""
    plan, body = content.get("lesson_plan", ()), content.get("body", ())
    return [
        *lesson_plan.findings(minutes, plan, content.get("objectives", ())),
        *_answers(plan),
        *_headings(row["html"] for row in body if row["type"] == "text"),
        *_pictures(body),
    ]


def page_findings(page) -> list[Finding]:
    """The same for a page as it stands; other pages than modules have none."""
    page = page.specific if hasattr(page, "specific") else page
    return findings(page.module.minutes, content_of(page)) if hasattr(page, "lesson_plan") else []


def _answers(plan: Iterable[dict]) -> Iterator[Finding]:
    for row in plan:
        if row.get("type") == "check" and not any(answer["correct"] for answer in row["answers"]):
            message = _("The knowledge check “%s” has no right answer. Mark at least one.") % row["detail"][:60]
            yield Finding("answer_missing", message)


def _pictures(body: Iterable[dict]) -> Iterator[Finding]:
    for row in body:
        if row["type"] == "picture" and not (row["alt"].strip() or row["is_decorative"]):
            message = _("A picture has no description. Say what it shows, or mark it as decoration.")
            yield Finding("alt_missing", message)


class _Headings(HTMLParser):
    """The headings of a text: [level, words]."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list] = []
        self.inside = False

    def handle_starttag(self, tag, attrs) -> None:
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            self.found.append([int(tag[1]), ""])
            self.inside = True

    def handle_endtag(self, tag) -> None:
        self.inside = self.inside and not tag.startswith("h")

    def handle_data(self, data) -> None:
        if self.inside:
            self.found[-1][1] += data


def headings_of(html: str) -> list[tuple[int, str]]:
    """(level, words) of each heading, in order."""
    reader = _Headings()
    reader.feed(html)
    return [(level, " ".join(words.split())) for level, words in reader.found]


def _headings(texts: Iterable[str]) -> Iterator[Finding]:
    """The background stands below a heading of level 2: its own begin at 3 and leave no level out."""
    before = 2
    for level, words in (heading for html in texts for heading in headings_of(html)):
        if not words:
            yield Finding("heading_empty", _("A heading in the background has no words. Write them, or remove it."))
        elif level > before + 1:
            yield Finding("heading_order", _("The heading “%s” leaves out a level. Raise it by one.") % words[:60])
        before = level
