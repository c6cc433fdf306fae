"""XML without trust: no declarations, no entities of its own, bounded depth and size; what is broken is cut into its
questions, so that one fault costs one question and not the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError, TreeBuilder  # built here, parsed by defusedxml  # nosec B405

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext as _

from .file_text import refuse

MOST_DEPTH, MOST_ELEMENTS = 40, 200_000
DECLARATION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
QUESTION = re.compile(r"<question\b[^<>]*>.*?(?:</question\s*>|(?=<question\b)|\Z)", re.DOTALL | re.IGNORECASE)
AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}));")


class TooDeep(Exception):
    """Elements lie too deep inside each other, or there are too many."""


class _Builder(TreeBuilder):
    """A tree of bounded depth and size."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.count = 0

    def start(self, tag, attrs):
        self.depth, self.count = self.depth + 1, self.count + 1
        if self.depth > MOST_DEPTH or self.count > MOST_ELEMENTS:
            raise TooDeep
        return super().start(tag, attrs)

    def end(self, tag):
        self.depth -= 1
        return super().end(tag)


@dataclass(frozen=True)
class Cut:
    """One `<question>`: the line on which it begins, and its element, or None where its markup is broken."""

    line: int
    element: Element | None
    text: str


def questions_of(text: str) -> list[Cut]:
    """Every question of the file, in order. Refuses 'declarations', 'too_deep', 'no_items'."""
    if DECLARATION.search(CDATA.sub("", text)):
        refuse("declarations", _("The file declares a document type or entities. Export it again without them."))
    body = _mended(re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text))
    cuts = list(_cut(body))
    if not cuts:
        refuse("no_items", _("No question was found in this file."))
    return cuts


def _mended(text: str) -> str:
    """Signs that XML forbids go; entities of HTML become their letters; a lone & stands for itself."""
    pieces = re.split(f"({CDATA.pattern})", ILLEGAL.sub("", text), flags=re.DOTALL)
    return "".join(piece if odd % 2 else _mend(piece) for odd, piece in enumerate(pieces))


def _mend(piece: str) -> str:
    legal = NUMBERED.sub(lambda found: "" if ILLEGAL.fullmatch(_letter(found)) else found[0], piece)
    return AMPERSAND.sub(lambda found: _entity(found[1]), legal)


def _letter(found: re.Match) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    return chr(number) if number <= 0x10FFFF else "\0"


def _entity(name: str | None) -> str:
    if not name:
        return "&amp;"
    return html5.get(f"{name};", f"&amp;{name};")


def _cut(body: str) -> Iterator[Cut]:
    """The questions by their own tags, each parsed for itself; CDATA may hold such tags and is put aside first."""
    kept: list[str] = []

    def put_aside(found: re.Match) -> str:
        kept.append(found[0])
        return f"\ue000{len(kept) - 1}\ue001" + "\n" * found[0].count("\n")

    bare = CDATA.sub(put_aside, re.sub("[\ue000\ue001]", "", body))
    line, behind = 1, 0
    for found in QUESTION.finditer(bare):
        line += bare.count("\n", behind, found.start())
        behind = found.start()
        piece = re.sub("\ue000(\\d+)\ue001\n*", lambda aside: kept[int(aside[1])], found[0])
        yield Cut(line, _parsed(piece), piece)


def _parsed(piece: str) -> Element | None:
    """The element, or None for broken markup; refuses the file where it is built to harm."""
    parser = DefusedXMLParser(target=_Builder(), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(piece.encode("utf-8", "replace"))
        return parser.close()
    except TooDeep:
        refuse("too_deep", _("The elements of this file lie too deep inside each other. Export it again."))
    except DefusedXmlException:
        refuse("declarations", _("The file declares a document type or entities. Export it again without them."))
    except (ParseError, ValueError, LookupError):
        return None
    return None
