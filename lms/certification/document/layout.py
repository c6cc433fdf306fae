"""The certificate on paper: one A4 page drawn from its frozen facts, the same bytes every time.

A panel on the left carries the emblem's slot and what proves the document; the page beside it says what it is. All
measures are points from the lower left corner of a page of 842 x 595.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import segno
from reportlab import rl_config
from reportlab.lib.colors import HexColor, white
from reportlab.pdfgen.canvas import Canvas

from lms.core.designation import designate

from .typesetting import BOLD, REGULAR, DocumentError, TextBlock, fit, font, width_of

__all__ = ["DocumentError", "draw"]

#: Streams in bytes and not in letters: a quarter smaller, and a third of the time.
rl_config.useA85 = 0
WIDTH, HEIGHT = 842, 595
INK, QUIET, ACCENT, SAND, TINT = (HexColor(code) for code in ("#17211f", "#45504b", "#0d4a50", "#b9a878", "#eff4f2"))
EDGE = 26
PANEL = 176
LEFT, RIGHT = EDGE + PANEL + 40, WIDTH - EDGE - 34
COLUMN = RIGHT - LEFT
MIDDLE = EDGE + PANEL / 2
QR = 104
FACTS_TOP = EDGE + 200
#: How much smaller the column's texts are set, one after the other, until all of them fit; the last one always does.
SCALES = (1, 0.94, 0.88, 0.82, 0.76, 0.7)
#: One mask for every code: choosing the prettiest of eight takes a third of a document's time, and none reads better.
MASK = 2
#: Left edges of the three columns of facts, and how wide a fact may be.
FACTS_AT = (0, 0.36, 0.68)
FACT_WIDTH = (0.33, 0.30, 0.32)


def draw(facts: Mapping) -> bytes:
    """The PDF for the facts (with their `printed` words). DocumentError where a text cannot be drawn or is too long."""
    for name in (REGULAR, BOLD):
        font(name)
    out = BytesIO()
    page = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang=facts["language"])
    _describe(page, facts)
    _frame(page)
    _panel(page, facts)
    _column(page, facts)
    page.showPage()
    page.save()
    return out.getvalue()


def _describe(page: Canvas, facts: Mapping) -> None:
    page.setTitle(f"{facts['printed']['title']} {facts['number']}")
    page.setAuthor(facts["issuing_body"])
    page.setSubject(designate(facts["curriculum"]))
    page.setCreator("PSSM Cascade")


# The frame and its pattern --------------------------------------------------------------------------------------------


def _frame(page: Canvas) -> None:
    page.setFillColor(TINT)
    page.rect(EDGE, EDGE, PANEL, HEIGHT - 2 * EDGE, stroke=0, fill=1)
    _pattern(page)
    page.setStrokeColor(ACCENT)
    page.setLineWidth(1.1)
    page.rect(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
    page.setStrokeColor(SAND)
    page.setLineWidth(0.5)
    page.rect(EDGE - 6, EDGE - 6, WIDTH - 2 * EDGE + 12, HEIGHT - 2 * EDGE + 12)
    page.setFillColor(ACCENT)
    page.rect(EDGE, HEIGHT - EDGE - 7, WIDTH - 2 * EDGE, 7, stroke=0, fill=1)


def _pattern(page: Canvas) -> None:
    """Fine woven lines over the panel: hard to copy, light to print."""
    page.saveState()
    outline = page.beginPath()
    outline.rect(EDGE, EDGE, PANEL, HEIGHT - 2 * EDGE)
    page.clipPath(outline, stroke=0)
    page.setStrokeColor(HexColor("#b5cfc9"))
    page.setLineWidth(0.35)
    page._code.append(_woven())
    page.restoreState()


@lru_cache(maxsize=1)
def _woven() -> str:
    """The pattern's lines in PDF's own words, worked out once a process."""
    bands = [_wave(turn) for turn in range(14)]
    return "\n".join(bands + [_rose(scale) for scale in (1, 0.86, 0.72)])


def _wave(turn: int) -> str:
    """One line from the foot of the panel to its head, swinging between the edges."""
    points = []
    for step in range(61):
        y = EDGE + (HEIGHT - 2 * EDGE) * step / 60
        swing = math.sin(step * 0.21 + turn * math.tau / 14) * math.cos(step * 0.045 + turn * 0.11)
        points.append((MIDDLE + swing * PANEL * 0.52, y))
    return _line(points)


def _rose(scale: float) -> str:
    """A rosette behind the emblem."""
    points = []
    for step in range(241):
        angle = math.tau * step / 240
        radius = scale * (62 + 9 * math.cos(12 * angle))
        points.append((MIDDLE + radius * math.cos(angle), HEIGHT - 112 + radius * math.sin(angle)))
    return _line(points)


def _line(points: list[tuple[float, float]]) -> str:
    (x, y), *others = points
    return f"{x:.1f} {y:.1f} m " + " ".join(f"{x:.1f} {y:.1f} l" for x, y in others) + " S"


# The panel ------------------------------------------------------------------------------------------------------------


def _panel(page: Canvas, facts: Mapping) -> None:
    _emblem(page, MIDDLE, HEIGHT - 112)
    issuer = fit(facts["issuing_body"], BOLD, PANEL - 36, 90, sizes=(12.5, 5))
    _centred(page, issuer, HEIGHT - 192, ACCENT)
    _proof(page, facts)


def _emblem(page: Canvas, x: float, y: float) -> None:
    """The neutral sign in the emblem's place: three courses of a wall in a ring."""
    page.setFillColor(white)
    page.setStrokeColor(ACCENT)
    page.setLineWidth(1.3)
    page.circle(x, y, 40, fill=1)
    page.setStrokeColor(SAND)
    page.setLineWidth(0.7)
    page.circle(x, y, 35.5)
    page.setFillColor(ACCENT)
    for across, up, wide in ((-17, -15.5, 34), (-10.5, -4, 27.5), (-2.5, 7.5, 19.5)):
        page.rect(x + across, y + up, wide, 8, stroke=0, fill=1)


def _proof(page: Canvas, facts: Mapping) -> None:
    """The QR code on its own ground, the same address in words, the code, the entry in the log."""
    words = facts["printed"]
    page.setFillColor(white)
    page.roundRect(EDGE + 14, EDGE + 14, PANEL - 28, 214, 6, stroke=0, fill=1)
    _qr(page, facts["address"], MIDDLE - QR / 2, EDGE + 114)
    question = fit(words["check"], BOLD, PANEL - 44, 26, sizes=(8.6, 6))
    y = _centred(page, question, EDGE + 102, INK)
    address = facts["address"].removeprefix("https://").removeprefix("http://").removesuffix(f"{facts['code']}/")
    y = _centred(page, fit(address, REGULAR, PANEL - 44, 22, sizes=(7.6, 5)), y - 3, QUIET)
    y = _centred(page, fit(facts["code"], BOLD, PANEL - 44, 14, sizes=(9.4, 6)), y - 2, INK)
    if words["entry"]:
        _centred(page, fit(words["entry"], REGULAR, PANEL - 44, 20, sizes=(7, 5)), y - 7, QUIET)


def _qr(page: Canvas, address: str, x: float, y: float) -> None:
    """The address as rectangles, a run of dark modules in one; error correction M reads from a worn print."""
    rows = segno.make(address, error="m", micro=False, mask=MASK).matrix
    count = len(rows)
    page.saveState()
    page.setFillColor(INK)
    page.translate(x, y)
    page.scale(QR / count, QR / count)
    dark = (
        f"{start} {count - 1 - number} {long} 1 re" for number, row in enumerate(rows) for start, long in _runs(row)
    )
    page._code.append(" ".join(dark) + " f")
    page.restoreState()


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    text = bytes(row)
    start = text.find(1)
    while start >= 0:
        end = text.find(0, start)
        end = len(text) if end < 0 else end
        yield start, end - start
        start = text.find(1, end)


# The page beside it ---------------------------------------------------------------------------------------------------


def _column(page: Canvas, facts: Mapping) -> None:
    words = facts["printed"]
    y = _set(page, fit(words["title"], BOLD, COLUMN, 44, sizes=(33, 18), tight=1.15), HEIGHT - 62, ACCENT)
    if words["level"]:
        y = _set(page, fit(words["level"], REGULAR, COLUMN, 22, sizes=(14, 9)), y - 3, QUIET)
    _holder(page, facts, y - 22)
    _facts(page, words["facts"])
    _signature(page, facts["signatory"])
    _foot(page, facts)


@dataclass(frozen=True)
class ColumnText:
    """A text of the column: at most `height` points high at full size, `gap` points below what stands above it."""

    text: str
    font: str
    colour: HexColor
    height: float
    sizes: tuple[float, float]
    gap: float
    tight: float = 1.22

    def at(self, scale: float) -> TextBlock:
        sizes = (self.sizes[0] * scale, self.sizes[1] * scale)
        return fit(self.text, self.font, COLUMN, self.height * scale, sizes=sizes, tight=self.tight)


def _holder(page: Canvas, facts: Mapping, top: float) -> None:
    """Who, of which institution, for what, and what it allows; all of it smaller where there is much of it."""
    pieces = [piece for piece in _pieces(facts) if piece.text]
    space = top - FACTS_TOP - 8
    for scale in SCALES:
        blocks = [piece.at(scale) for piece in pieces]
        used = sum(block.height for block in blocks) + sum(piece.gap for piece in pieces) * scale
        if used <= space:
            break
    y = top - max(0, space - used - 24) * 0.35
    for number, (piece, block) in enumerate(zip(pieces, blocks, strict=True)):
        y = _set(page, block, y - piece.gap * scale, piece.colour)
        if number == 1:
            _short_rule(page, y - 5)


def _pieces(facts: Mapping) -> list[ColumnText]:
    words = facts["printed"]
    place = f"{designate(facts['institution'])}, {designate(facts['jurisdiction'])}"
    return [
        ColumnText(words["lead"], REGULAR, QUIET, 20, (11.5, 9), 0),
        ColumnText(facts["holder_name"], BOLD, INK, 70, (31, 9), 5, 1.2),
        ColumnText(place, REGULAR, INK, 30, (12, 4.6), 15),
        ColumnText(words["says"], REGULAR, QUIET, 44, (11.5, 5), 15, 1.32),
        ColumnText(designate(facts["curriculum"]), BOLD, ACCENT, 38, (16, 5.5), 4),
        ColumnText(words["may"], REGULAR, INK, 28, (10.5, 7), 7, 1.3),
    ]


def _short_rule(page: Canvas, y: float) -> None:
    page.setStrokeColor(SAND)
    page.setLineWidth(1.2)
    page.line(LEFT, y, LEFT + 64, y)


def _facts(page: Canvas, pairs: list) -> None:
    """Up to six facts, three to a row, between two fine lines."""
    top = FACTS_TOP
    page.setStrokeColor(SAND)
    page.setLineWidth(0.5)
    page.line(LEFT, top, RIGHT, top)
    for number, (label, value) in enumerate(pairs):
        row, column = divmod(number, 3)
        x, wide = LEFT + FACTS_AT[column] * COLUMN, FACT_WIDTH[column] * COLUMN
        y = _set(page, fit(label, REGULAR, wide, 11, sizes=(7.6, 4.6)), top - 8 - row * 38, QUIET, x)
        _set(page, fit(value, BOLD, wide, 25, sizes=(10.2, 3.6), tight=1.15), y, INK, x)


def _signature(page: Canvas, signatory: str) -> None:
    """A line to sign on and who signs; no line where nobody is named."""
    if not signatory:
        return
    page.setStrokeColor(QUIET)
    page.setLineWidth(0.6)
    page.line(RIGHT - 250, EDGE + 88, RIGHT, EDGE + 88)
    _set(page, fit(signatory, REGULAR, 250, 24, sizes=(9, 3.8)), EDGE + 85, QUIET, RIGHT - 250)


def _foot(page: Canvas, facts: Mapping) -> None:
    """Who paid, under which programme, the disclaimer, and the footnote where the name occurs."""
    funding = " ".join(filter(None, (facts["programme_funding_statement"], facts["programme_reference"])))
    parts = [designate(text) for text in (funding, facts["programme_disclaimer"]) if text]
    if facts["printed"]["footnote"]:
        parts.append(facts["printed"]["footnote"])
    y = EDGE + 58
    space = 48 / max(len(parts), 1)
    for part in parts:
        y = _set(page, fit(part, REGULAR, COLUMN, space, sizes=(7, 3.4), tight=1.25), y, QUIET) - 1


# Putting lines down ---------------------------------------------------------------------------------------------------


def _set(page: Canvas, block: TextBlock, top: float, colour, x: float = LEFT) -> float:
    """The block with its upper edge at `top`, from `x` on; gives its lower edge."""
    return _lines(page, block, top, colour, lambda line: x)


def _centred(page: Canvas, block: TextBlock, top: float, colour) -> float:
    """The same in the middle of the panel."""
    return _lines(page, block, top, colour, lambda line: MIDDLE - width_of(line, block.font, block.size) / 2)


def _lines(page: Canvas, block: TextBlock, top: float, colour, start) -> float:
    page.setFillColor(colour)
    page.setFont(block.font, block.size)
    base = top - block.size * 0.95
    for number, line in enumerate(block.lines):
        page.drawString(start(line), base - number * block.leading, line)
    return top - block.height
