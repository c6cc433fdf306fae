"""What a trainer prints: the lesson plan of a module, and the list that participants sign."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, LongTable, Paragraph, TableStyle

from ..files.pdf import ACCENT, AMBER, BODY, EYEBROW, HEADING, QUIET, RULE, TITLE, PrintedSheet, points, style, typeset
from ..pages.lesson_plan import LessonStep, clock
from .lessons import Lesson, footnote_of

WIDTH, SIGNATURES = 166 * mm, 30
FACTS = style("facts", 10, 15, textColor=QUIET, spaceAfter=4 * mm)
CELL = style("cell", 9.5, 13)
CELL_BOLD = style("cell bold", 9.5, 13, bold=True)
CELL_QUIET = style("cell quiet", 8.5, 12, textColor=QUIET)
HEAD = style("head", 8.5, 12, bold=True, textColor=QUIET)
CLOCK = style("clock", 11, 14, bold=True, textColor=ACCENT)
SAFETY = style("safety", 10.5, 15, leftIndent=3 * mm, textColor=AMBER, spaceAfter=2 * mm)
AMBER_CELL = style("amber cell", 9.5, 13, bold=True, textColor=AMBER)
# Parts of a plan that take no time, and how their words look; those that go by the name of something else.
UNTIMED = {"safety": AMBER_CELL, "point": CELL_BOLD, "note": CELL, "material": CELL, "reference": CELL}
NAMED = ("material", "reference")
NOTE = style("note", 8, 11, textColor=QUIET, spaceBefore=6 * mm)


def plan_of(lesson: Lesson, edition) -> bytes:
    """A module's lesson plan as PDF, in the language that is active."""
    sheet = PrintedSheet(
        code=lesson.code, module=lesson.title, kind=_("Lesson plan"), title=lesson.title, audience="",
        for_trainers=True,
    )  # fmt: skip
    return typeset(sheet, _plan(lesson, edition), language=lesson.language)


def _plan(lesson: Lesson, edition):
    content = lesson.content
    yield _line(f"{lesson.code}  ·  {_('Lesson plan')}", EYEBROW)
    yield _line(lesson.title, TITLE)
    yield _line("  ·  ".join([lesson.length, _("Edition %s") % edition.label, *lesson.references]), FACTS)
    yield from _texts(_("A participant can"), lesson.objectives)
    yield from _texts(_("Key points that must be made"), _key_points(content, mandatory=True))
    if content["safety_note"]:
        yield KeepTogether([_line(_("Safety"), HEADING), _line(content["safety_note"], SAFETY)])
    if lesson.steps:
        yield _line(_("Step by step"), HEADING)
        yield _steps(lesson)
    for exercise in content["exercise"]:
        yield from _exercise(exercise)
    yield from _texts(_("Key points if time allows"), _key_points(content, mandatory=False))
    yield from _texts(_("Trainer notes"), content["trainer_notes"])
    if note := footnote_of(content):
        yield _line(note, NOTE)


def _line(text: str, look) -> Paragraph:
    return Paragraph(escape(str(text)), look)


def _texts(heading: str, texts: list[str]):
    """A heading with its list; nothing for no texts."""
    if texts:
        yield _line(heading, HEADING)
        yield points(texts)


def _key_points(content: dict, *, mandatory: bool) -> list[str]:
    return [row["text"] for row in content["key_points"] if bool(row.get("mandatory")) == mandatory]


def _exercise(row: dict):
    minutes = ngettext("%d minute", "%d minutes", row["minutes"]) % row["minutes"]
    heading = _("Exercise: %s") % row["title"]
    yield KeepTogether([_line(heading, HEADING), _line(minutes, CELL_QUIET), _line(row["purpose"], BODY)])
    yield _line(row["set_up"], BODY)
    yield points(row["steps"])
    yield from _texts(_("Questions afterwards"), row["debrief"])


def _steps(lesson: Lesson) -> LongTable:
    """The timed steps; the last row says when the module ends."""
    heads = [_line(text, HEAD) for text in (_("From"), _("Minutes"), _("What happens"), _("Materials"))]
    rows = [_row(step) for step in lesson.steps]
    end = [_line(clock(lesson.steps[-1].ends), CLOCK), "", _line(_("End"), CELL_BOLD), ""]
    return _table([heads, *rows, end], [14 * mm, 17 * mm, 98 * mm, 37 * mm])


def _row(step: LessonStep) -> list:
    """A part of the plan; what takes no time has neither clock nor minutes."""
    time = [_line(step.clock, CLOCK), _line(step.minutes, CELL)] if step.minutes else ["", ""]
    return [*time, list(_said(step)), _line(step.materials, CELL_QUIET)]


def _said(step: LessonStep) -> Iterator[Paragraph]:
    """What a part of the plan says, by its kind."""
    if step.kind in UNTIMED:
        yield _line(_untimed_head(step), CELL_QUIET)
        yield _line(", ".join(filter(None, [step.title, step.detail])) if step.kind in NAMED else step.detail,
                    UNTIMED[step.kind])  # fmt: skip
        return
    yield _line(step.title, CELL_BOLD)
    if step.kind_word != step.title:
        yield _line(step.kind_word, CELL_QUIET)
    if step.detail:
        yield _line(step.detail, CELL)
    yield from (_line(f"•  {text}", CELL) for text in step.more.get("questions") or ())
    yield from (_line(f"•  {_answer(row)}", CELL) for row in step.more.get("answers") or ())
    if step.more.get("item"):
        yield _line(f"{_('Item of the question bank:')} {step.more['item']}", CELL_QUIET)


def _untimed_head(step: LessonStep) -> str:
    return f"{step.kind_word}, {_('in every training')}" if step.more.get("mandatory") else step.kind_word


def _answer(row: dict) -> str:
    return f"{row['text']} ({_('right')})" if row["correct"] else row["text"]


def _table(rows: list, widths: list[float], *more) -> LongTable:
    looks = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE),
        ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        *more,
    ]
    return LongTable(rows, widths, repeatRows=1, splitInRow=1, style=TableStyle(looks), hAlign="LEFT")


def sign_in_of(edition, language: str) -> bytes:
    """An empty list to sign, for any training on the edition, in the language that is active."""
    curriculum = edition.curriculum
    title = _("Sign-in sheet")
    sheet = PrintedSheet(code=edition.label, module=curriculum.title, kind=title, title=title, audience="")
    return typeset(sheet, _sign_in(title, edition), language=language)


def _sign_in(title: str, edition):
    yield _line(f"{edition.curriculum.title}  ·  {_('Edition %s') % edition.label}", EYEBROW)
    yield _line(title, TITLE)
    words = (_("Training"), _("Date"), _("Institution"), _("Place"), _("Lead trainer"), _("Co-trainer"))
    facts = [[_line(word, HEAD), ""] for word in words]
    pairs = [[*facts[at], *facts[at + 1]] for at in range(0, len(facts), 2)]
    yield _table(
        [["", "", "", ""], *pairs], [24 * mm, 66 * mm, 24 * mm, 52 * mm], ("BOTTOMPADDING", (0, 1), (-1, -1), 12)
    )
    yield _line(_("A new sheet for every day. Sign once before and once after the midday break."), FACTS)
    heads = [_("No."), _("Family name, given name"), _("Unit"), _("Morning"), _("Afternoon")]
    rows = [[_line(number, CELL_QUIET), "", "", "", ""] for number in range(1, SIGNATURES + 1)]
    grid = ("INNERGRID", (0, 1), (-1, -1), 0.5, RULE)
    tall = ("BOTTOMPADDING", (0, 1), (-1, -1), 11)
    yield _table(
        [[_line(head, HEAD) for head in heads], *rows], [10 * mm, 58 * mm, 34 * mm, 32 * mm, 32 * mm], grid, tall
    )
