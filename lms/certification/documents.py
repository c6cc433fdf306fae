"""The certificate as a PDF of exactly one page, from its frozen facts and nothing else."""

import base64
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from pypdf import PdfReader
from reportlab.pdfbase.ttfonts import TTFont
from svglib.svglib import svg2rlg
from xhtml2pdf import pisa, xhtml2pdf_reportlab
from xhtml2pdf.config.resources import ResourceAccessPolicy

from lms.core.designation import designate, footnotes_for

from .wording import WORDS, Wording

STATIC = Path(settings.BASE_DIR) / "static"
FONTS = STATIC / "vendor" / "noto-sans" / "pdf"
PICTURES = STATIC / "img"
REGULAR, BOLD = FONTS / "NotoSans-Regular.ttf", FONTS / "NotoSans-Bold.ttf"
# A certificate's language → the interface language its wording comes from; all others are worded in English.
WORDED_IN = {"sr-Latn": "sr-latn", "sr-Cyrl": "sr"}
LINE = 700.0
# Percent of the facts' width, by the fact's number modulo three.
WIDTHS = {1: 37, 2: 29, 0: 34}
# Text that does not fit its place is set smaller, never spilled onto a second page.
SCALES = (1, 0.88, 0.76)


class DocumentError(Exception):
    """The document could not be made as one page; nothing is stored."""


def render_certificate(facts: Mapping) -> bytes:
    """The PDF for the facts of `facts.frozen_facts`: one A4 page, fonts embedded. DocumentError if it is not one."""
    if not facts:
        raise DocumentError("a certificate without facts has no document")
    for scale in SCALES:
        with override(WORDED_IN.get(facts["language"], "en")):
            html = render_to_string("certification/certificate_document.html", page_of(facts, scale))
        content = _print(html)
        if len(PdfReader(BytesIO(content)).pages) == 1:
            return content
    raise DocumentError(f"{facts['number']}: more than one page at every size")


def page_of(facts: Mapping, scale: float = 1) -> dict:
    """What the template shows, in the language in force: words, formatted dates, sizes (times `scale`), pictures."""
    said = {key: designate(value) if isinstance(value, str) else value for key, value in facts.items()}
    wording = WORDS[facts["kind"], facts["level"]]
    return {
        **said,
        "lang": get_language(),
        "title": wording.title(),
        "level_words": wording.level(),
        "says": wording.says(said),
        "may": wording.may(),
        "facts": _facts(said, wording),
        "size": _sizes(said, scale),
        "short_address": said["address"].removeprefix("https://").removeprefix("http://").removesuffix(
            f"{facts['code']}/"
        ),
        "footnote": next(iter(footnotes_for(said.values())), ""),
        "fonts": {"regular": REGULAR.as_posix(), "bold": BOLD.as_posix()},
        "ground": (PICTURES / "certificate-ground.svg").as_posix(),
        "line": (PICTURES / "certificate-line.svg").as_posix(),
        "emblem": (PICTURES / "certificate-emblem.svg").as_posix(),
        "qr": qr_data(facts["address"]),
    }  # fmt: skip


def _sizes(said: Mapping, scale: float) -> dict[str, float]:
    """Point sizes of the page's middle; the long lines as large as one line holds."""
    sizes = {
        "title": 26, "words": 11, "small": 10, "gap": 9 if said["level"] else 14,
        "name": fitting(said["holder_name"], BOLD, largest=31, smallest=19),
        "institution": fitting(f"{said['institution']}, {said['jurisdiction']}", REGULAR, largest=12, smallest=8.5),
        "curriculum": fitting(said["curriculum"], BOLD, largest=15, smallest=11),
    }  # fmt: skip
    return {name: round(size * scale, 1) for name, size in sizes.items()}


def _facts(said: Mapping, wording: Wording) -> list[dict]:
    """Label and value of each fact, three to a row."""
    values = {**said, **{name: _day(said[name]) for name in ("valid_from", "valid_until", "issued_on")}}
    values["days"] = _days(said["starts_on"], said["ends_on"])
    values["hours_edition"] = f"{said['minutes'] / 60:g} · {said['edition']}"
    rows = [(label, values[name]) for label, name in wording.facts() if values[name]]
    return [
        {
            "label": label,
            "value": value,
            "width": WIDTHS[number % 3],
            "ends_row": number % 3 == 0 and number < len(rows),
        }
        for number, (label, value) in enumerate(rows, 1)
    ]


def _day(iso: str) -> str:
    """A day as the reader's language writes it, in full."""
    if not iso:
        return ""
    return date_format(date.fromisoformat(iso), "j F Y" if get_language() == "en" else "DATE_FORMAT")


def _days(first: str, last: str) -> str:
    if first == last:
        return _day(first)
    if first[:7] == last[:7] and get_language() == "en":
        return f"{int(first[8:])} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def qr_data(address: str) -> str:
    """The address as a QR code in a data: SVG (error correction M: readable from a worn print)."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", scale=4, border=2, xmldecl=False, dark="#17211f")
    return "data:image/svg+xml;base64," + base64.b64encode(out.getvalue()).decode()


def fitting(text: str, font: Path, *, largest: float, smallest: float) -> float:
    """The size in points at which the text fits one line; the smallest where it needs two."""
    width = _font(font).stringWidth(text, 1)
    return round(max(smallest, min(largest, LINE / width if width else largest)), 1)


@lru_cache(maxsize=2)
def _font(path: Path) -> TTFont:
    return TTFont(path.stem, str(path))


@lru_cache(maxsize=8)
def _drawing(svg: bytes):
    return svg2rlg(BytesIO(svg), resolve_entities=False)


def _read_once(source: BytesIO, **options):
    """A drawing of its own for whoever asks; xhtml2pdf reads every picture twice for every document."""
    return _drawing(source.getvalue()).copy()


# A seventh of a document's time; the library has no other place to say so.
xhtml2pdf_reportlab.svg2rlg = _read_once


def _print(html: str) -> bytes:
    """xhtml2pdf with every limit on: it reads our fonts and pictures, never the network or another folder."""
    policy = ResourceAccessPolicy.server(
        FONTS, extra_roots=(PICTURES,), allow_remote=False, max_render_seconds=20, max_depth=40,
        max_document_bytes=512 * 1024, max_resources=12,
    )  # fmt: skip
    out = BytesIO()
    result = pisa.CreatePDF(html, dest=out, encoding="utf-8", resource_policy=policy)
    if result.err:
        raise DocumentError(f"{result.err} errors while rendering")
    return out.getvalue()
