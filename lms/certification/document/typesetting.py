"""Setting text in a box: as large as it fits, in as many lines as it needs, never beyond its place."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(settings.BASE_DIR) / "static" / "vendor" / "noto-sans" / "pdf"
REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
#: How many times the text is set smaller before it is said not to fit.
STEPS = 24


class DocumentError(Exception):
    """The document cannot be made; nothing is stored. Its text says what is in the way."""


@dataclass(frozen=True)
class TextBlock:
    """Lines of one size; `leading` is the distance from line to line, all in points."""

    lines: tuple[str, ...]
    font: str
    size: float
    leading: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading


@lru_cache(maxsize=2)
def font(name: str) -> TTFont:
    """The font, read once a process."""
    loaded = TTFont(name, str(FONTS / f"{name}.ttf"))
    pdfmetrics.registerFont(loaded)
    return loaded


def clean(text: str) -> str:
    """The text as it can be drawn: composed letters, single blanks, nothing invisible. DocumentError if it cannot."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(sign for sign in composed if unicodedata.category(sign) not in ("Cf", "Cc") or sign.isspace())
    missing = sorted({sign for sign in kept if not sign.isspace() and ord(sign) not in font(BOLD).face.charToGlyph})
    if missing:
        raise DocumentError(f"no letters in the document's font for: {' '.join(missing[:10])}")
    return " ".join(kept.split())


def width_of(text: str, name: str, size: float) -> float:
    """Points; the font's own table, looked up letter by letter."""
    return sum(map(_widths(name).__getitem__, text)) * size / 1000


class _Widths(dict):
    """Width of each letter in thousandths, looked up once a process."""

    def __init__(self, face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, sign: str) -> float:
        self[sign] = self.face.charWidths.get(ord(sign), self.face.defaultWidth)
        return self[sign]


@lru_cache(maxsize=2)
def _widths(name: str) -> _Widths:
    return _Widths(font(name).face)


@lru_cache(maxsize=256)
def fit(
    text: str, name: str, width: float, height: float, *, sizes: tuple[float, float], tight: float = 1.22
) -> TextBlock:
    """The text as large as fits the place between the sizes (largest, smallest). DocumentError if none does.

    Remembered: most texts of a certificate stand on the next one as well, in the same place.
    """
    largest, smallest = sizes
    words = clean(text).split()
    for step in range(STEPS + 1):
        size = largest - (largest - smallest) * step / STEPS
        lines = tuple(break_lines(words, name, size, width))
        if len(lines) * size * tight <= height:
            return TextBlock(lines, name, size, size * tight)
    raise DocumentError(f"too long for its place: {text[:60]}…")


def break_lines(words: Iterable[str], name: str, size: float, width: float) -> list[str]:
    """Words in lines of at most `width`; a word longer than a line is broken where the line ends."""
    lines, line = [], ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width_of(longer, name, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, name, size, width)
        lines += full
    return [*lines, line] if line else lines


def _pieces(word: str, name: str, size: float, width: float) -> list[str]:
    pieces, piece = [], ""
    for sign in word:
        if piece and width_of(piece + sign, name, size) > width:
            pieces.append(piece)
            piece = ""
        piece += sign
    return [*pieces, piece]
