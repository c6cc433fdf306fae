"""The tests of an edition as PDF: what participants fill in, and the key. In the language that is active."""

from collections.abc import Callable, Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, KeepTogether, Paragraph, Spacer, Table, TableStyle

from ..choices import FormMoment, ItemKind
from ..files.pdf import ACCENT, BODY, EYEBROW, INK, QUIET, RULE, TITLE, PrintedSheet, style, typeset
from ..kit.lessons import footnote_of
from ..pages.backgrounds import stored_picture
from .papers import Option, PaperQuestion
from .plain import TRUE, to_json

WIDTH = 166 * mm
QUESTION = style("question", 10.5, 15, bold=True, spaceBefore=3 * mm, spaceAfter=1 * mm)
HOW = style("how", 8.5, 12, textColor=QUIET, spaceAfter=1 * mm)
OPTION = style("option", 10, 14)
LEAD = style("lead", 10, 15, textColor=QUIET, spaceAfter=3 * mm)
CELL = style("key cell", 9, 12.5)
RIGHT = style("right", 10, 13, bold=True, textColor=ACCENT)
NOTE = style("test note", 8, 11, textColor=QUIET, spaceBefore=6 * mm)


class Blank(Flowable):
    """Where a participant writes: a box to cross, or a line of a width in points."""

    def __init__(self, width: float = 0) -> None:
        super().__init__()
        self.width, self.height, self.is_line = width or 3.4 * mm, 3.4 * mm, bool(width)

    def draw(self) -> None:
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.7)
        if self.is_line:
            self.canv.line(0, -0.6 * mm, self.width, -0.6 * mm)
        else:
            self.canv.rect(0, -0.6 * mm, self.width, self.height, stroke=1, fill=0)


def _text(text, look) -> Paragraph:
    return Paragraph(escape(str(text)).replace("\n", "<br/>"), look)


def _named(form) -> str:
    return _("Test %(moment)s") % {"moment": FormMoment(form.moment).label}


def _head(form, kind: str, count: int) -> Iterator[Paragraph]:
    yield _text(f"{form.edition.curriculum.title}  ·  {_('Edition %s') % form.edition.label}", EYEBROW)
    yield _text(kind, TITLE)
    yield _text(ngettext("%d question", "%d questions", count) % count, LEAD)


def _foot(rows: list[PaperQuestion]) -> Iterator[Paragraph]:
    note = footnote_of([to_json(row.item) for row in rows])
    if note:
        yield _text(note, NOTE)


def _set(form, title: str, story, language: str, *, for_trainers: bool = False) -> bytes:
    sheet = PrintedSheet(
        code=form.edition.label, module=form.edition.curriculum.title, kind=title, title=title, audience="",
        for_trainers=for_trainers,
    )  # fmt: skip
    return typeset(sheet, story, language=language)


# The sheet for participants -------------------------------------------------------------------------------------------


def sheet_of(form, rows: list[PaperQuestion], language: str) -> bytes:
    """The questions with space for answers; nothing on it tells what is right."""
    return _set(form, _named(form), _sheet(form, rows), language)


def _sheet(form, rows: list[PaperQuestion]):
    yield from _head(form, _named(form), len(rows))
    person = [[_text(_("Name"), CELL), Blank(88 * mm), _text(_("Date"), CELL), Blank(36 * mm)]]
    yield Table(person, [18 * mm, 94 * mm, 16 * mm, 38 * mm], style=_plain(), hAlign="LEFT", spaceAfter=4 * mm)
    for row in rows:
        yield KeepTogether(list(_question(row)))
    yield from _foot(rows)


def _question(row: PaperQuestion):
    yield _text(f"{row.number}.  {row.item.question}", QUESTION)
    if row.item.picture:
        yield _picture(row.item.picture)
    how = HOW_TO.get(row.item.kind)
    if how:
        yield _text(how(), HOW)
    yield from _fields(row)


def _fields(row: PaperQuestion):
    """Space for the answer."""
    if row.item.kind == ItemKind.TRUE_FALSE:
        cells = [[Blank(), _text(_("true"), OPTION), Blank(), _text(_("false"), OPTION)]]
        yield Table(cells, [7 * mm, 40 * mm, 7 * mm, 40 * mm], style=_plain(), hAlign="LEFT")
    elif row.item.kind in (ItemKind.NUMERIC, ItemKind.SHORT):
        yield Spacer(1, 7 * mm)
        yield Blank(90 * mm)
    else:
        wide = 0 if row.item.kind in (ItemKind.SINGLE, ItemKind.MULTIPLE) else 9 * mm
        stems = [f"{place}.  {text}" for place, text in enumerate(row.stems, 1)]
        lines = stems or [_lettered(option) for option in row.options]
        yield _lines([(Blank(wide), text) for text in lines], wide)
        if row.stems:
            yield Spacer(1, 2 * mm)
            yield _lines([("", _lettered(option)) for option in row.options], wide)


def _lettered(option: Option) -> str:
    return f"{option.letter}.  {option.text}"


def _lines(rows: list[tuple], wide: float) -> Table:
    first = (wide or 3.4 * mm) + 4 * mm
    cells = [[mark, _text(text, OPTION)] for mark, text in rows]
    return Table(cells, [first, WIDTH - first], style=_plain(), hAlign="LEFT")


def _plain() -> TableStyle:
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )


def _picture(sha256: str) -> Image:
    """The picture as it was frozen, at most 110 by 70 mm. Raises FileNotFoundError."""
    with default_storage.open(stored_picture(sha256)) as file:
        image = Image(BytesIO(file.read()))
    share = min(110 * mm / image.imageWidth, 70 * mm / image.imageHeight, 1)
    image.drawWidth, image.drawHeight, image.hAlign = image.imageWidth * share, image.imageHeight * share, "LEFT"
    return image


HOW_TO: dict[str, Callable[[], str]] = {
    ItemKind.SINGLE: lambda: _("One answer is right."),
    ItemKind.MULTIPLE: lambda: _("Mark every right answer."),
    ItemKind.MATCHING: lambda: _("Write the letter that belongs to each line."),
    ItemKind.ORDERING: lambda: _("Number the lines in the right order."),
    ItemKind.NUMERIC: lambda: _("Write a number."),
    ItemKind.SHORT: lambda: _("Write a word or a few."),
}


# The key --------------------------------------------------------------------------------------------------------------


def key_of(form, rows: list[PaperQuestion], language: str) -> bytes:
    """What is right, with the feedback, for the trainer."""
    title = f"{_('Answer key')}: {_named(form)}"
    return _set(form, title, _key(form, title, rows), language, for_trainers=True)


def _key(form, title: str, rows: list[PaperQuestion]):
    yield from _head(form, title, len(rows))
    originals = sum(row.is_original for row in rows)
    if originals:
        said = ngettext(
            "%d item has no translation into this language and stands in its own.",
            "%d items have no translation into this language and stand in their own.",
            originals,
        )
        yield _text(said % originals, BODY)
    heads = [_text(word, HOW) for word in (_("No."), _("Item"), _("Right"), _("Question and feedback"))]
    looks = [("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE), ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT)]
    cells = [[_text(row.number, CELL), _text(row.item.code, CELL), _text(_right(row), RIGHT), list(_told(row))]
             for row in rows]  # fmt: skip
    table = TableStyle([*_plain().getCommands(), *looks])
    yield Table([heads, *cells], [10 * mm, 22 * mm, 34 * mm, 100 * mm], repeatRows=1, splitInRow=1, style=table,
                hAlign="LEFT")  # fmt: skip
    yield _text(f"{_('Digest (SHA-256)')} {form.sha256}", NOTE)
    yield from _foot(rows)


def _right(row: PaperQuestion) -> str:
    if row.item.kind != ItemKind.TRUE_FALSE:
        return row.key
    return _("true") if row.key == TRUE else _("false")


def _told(row: PaperQuestion) -> Iterator[Paragraph]:
    yield _text(row.item.question, CELL)
    for option in row.options:
        if option.letter and option.correct:
            yield _text(": ".join(filter(None, [_lettered(option), option.feedback])), CELL)
        elif option.feedback:
            yield _text(": ".join(filter(None, [option.letter, option.feedback])), HOW)
    yield from (_text(note, HOW) for note in row.notes)
    if row.item.feedback:
        yield _text(row.item.feedback, HOW)
