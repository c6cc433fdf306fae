"""Texts of items in one plain form, whatever a file brought: no markup, no control signs, one way to break a line."""

import re
import unicodedata
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

#: Categories that no item keeps: control, format, surrogate, private use, unassigned.
UNWANTED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
BREAKS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_words = str.split
BLOCKS = frozenset(
    _words("address article blockquote br caption dd div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr"
           " li main ol p pre section table tbody tfoot thead tr ul")
)  # fmt: skip
INLINE = frozenset(
    _words("a abbr b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp script small span strike"
           " strong style sub sup td th tt u var")
)  # fmt: skip
#: What cannot be said in plain text: left out, and said so.
LEFT_OUT = frozenset(_words("applet audio canvas embed form iframe input math object select svg textarea video"))
SILENT = frozenset(("script", "style"))
KNOWN_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS | INLINE | LEFT_OUT | {'img'}))})\b[^<>]*>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def tidy(text: str) -> str:
    """NFC; single blanks; lines trimmed, at most one blank line between two; nothing that cannot be printed."""
    lines = [_tidy_line(line) for line in BREAKS.split(text)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def tidy_line(text: str) -> str:
    """The same on one line."""
    return " ".join(tidy(text).split())


def _tidy_line(line: str) -> str:
    spaced = "".join(" " if sign.isspace() else sign for sign in line)
    kept = "".join(sign for sign in spaced if unicodedata.category(sign) not in UNWANTED)
    return " ".join(unicodedata.normalize("NFC", kept).split())


@dataclass(frozen=True)
class Reduced:
    """A text without its markup; `pictures` are addresses, `lost` the tags that were left out."""

    text: str
    pictures: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def reduce(text: str, *, plain: bool = False) -> Reduced:
    """The text of a piece of HTML, broken or whole. Text that has no tag known to HTML is taken as it stands."""
    if plain or not (KNOWN_TAG.search(text) or ENTITY.search(text)):
        return Reduced(tidy(text))
    reader = _Reader()
    reader.feed(_harmless(text))
    reader.close()
    return Reduced(tidy("".join(reader.pieces)), tuple(reader.pictures), tuple(dict.fromkeys(reader.lost)))


def _harmless(text: str) -> str:
    """A `<` that opens no tag of HTML is a sign of its own (`if x<y`)."""
    return re.sub(r"<(?!/?[A-Za-z][A-Za-z0-9]*\b[^<>]*>)", "&lt;", text.replace("\0", ""))


class _Reader(HTMLParser):
    """Collects text; blocks break the line, a line break in the source is a blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.pictures: list[str] = []
        self.lost: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs) -> None:
        if tag in SILENT:
            self.silent += 1
        if tag in BLOCKS:
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        elif tag == "img":
            self.pictures.append(dict(attrs).get("src") or "")
        elif tag in LEFT_OUT:
            self.lost.append(tag)
        elif tag not in INLINE:
            self.pieces.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs) -> None:
        self.handle_starttag(tag, attrs)
        self.silent -= tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        if tag in BLOCKS and tag != "br":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"[\r\n]+", " ", data))


def as_html(text: str) -> str:
    """A plain text as HTML that `reduce` reads back exactly."""
    return "<br>".join(escape(line) for line in text.split("\n"))
