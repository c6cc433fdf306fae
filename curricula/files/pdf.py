"""Handouts and facilitation sheets as PDF: set in Noto Sans, the same bytes for the same content."""

from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, ListFlowable, ListItem, PageTemplate, Paragraph
from reportlab.platypus.doctemplate import LayoutError

INK, QUIET, ACCENT, RULE, AMBER = (HexColor(code) for code in ("#17211f", "#45504b", "#0d4a50", "#dcd5c6", "#6a4200"))
MARGIN = 22 * mm
FONTS = {"Noto Sans": "NotoSans-Regular.ttf", "Noto Sans Bold": "NotoSans-Bold.ttf"}


@dataclass(frozen=True)
class PrintedSheet:
    """What a sheet says. `sections` are dicts of heading, paragraphs and list; `audience` the line at its head."""

    code: str
    module: str
    kind: str
    title: str
    audience: str
    for_trainers: bool = False
    sections: list[dict] = field(default_factory=list)


def render(sheet: PrintedSheet) -> bytes:
    """The sheet as PDF (A4)."""
    return typeset(sheet, _story(sheet))


def typeset(sheet: PrintedSheet, story, *, language: str = "en") -> bytes:
    """These flowables as PDF (A4) under the sheet's head and foot."""
    register_fonts()
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer, pagesize=A4, title=f"{sheet.code} {sheet.title}", author="PSSM Cascade", subject=sheet.kind,
        invariant=1, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=30 * mm, bottomMargin=24 * mm, lang=language,
    )  # fmt: skip
    frame = Frame(MARGIN, 24 * mm, A4[0] - 2 * MARGIN, A4[1] - 54 * mm, 0, 0, 0, 0, id="page")
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=lambda canvas, doc: _frame(canvas, doc, sheet)))
    try:
        document.build(list(story))
    except LayoutError as error:
        raise ValueError(f"{sheet.code} {sheet.kind}: a paragraph does not fit on a page.") from error
    return buffer.getvalue()


def register_fonts() -> None:
    known = set(pdfmetrics.getRegisteredFontNames())
    for name, file in FONTS.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, finders.find(f"vendor/noto-sans/pdf/{file}")))
    pdfmetrics.registerFontFamily("Noto Sans", normal="Noto Sans", bold="Noto Sans Bold", italic="Noto Sans")


def style(name: str, size: float, leading: float, bold: bool = False, **rest) -> ParagraphStyle:
    """A paragraph style of the site; sizes in points."""
    font = "Noto Sans Bold" if bold else "Noto Sans"
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **{"textColor": INK, **rest})


EYEBROW = style("eyebrow", 9.5, 13, bold=True, textColor=ACCENT)
TITLE = style("title", 21, 27, bold=True, spaceAfter=3 * mm)
AUDIENCE = style("audience", 10, 15, textColor=QUIET, spaceAfter=4 * mm)
HEADING = style("heading", 13, 18, bold=True, spaceBefore=4.5 * mm, spaceAfter=1.2 * mm)
BODY = style("body", 10.5, 15, spaceAfter=2 * mm)
POINT = style("point", 10.5, 14.5, spaceAfter=1 * mm)


def _story(sheet: PrintedSheet):
    """The sheet's pieces in their order."""
    yield Paragraph(escape(f"{sheet.code}  ·  {sheet.kind}"), EYEBROW)
    yield Paragraph(escape(sheet.title), TITLE)
    yield Paragraph(escape(sheet.audience), AUDIENCE)
    for section in sheet.sections:
        first, *rest = [Paragraph(escape(text), BODY) for text in section["paragraphs"]] or [None]
        heading = Paragraph(escape(section["heading"]), HEADING)
        yield KeepTogether([piece for piece in (heading, first) if piece])
        yield from rest
        if section["list"]:
            yield points(section["list"])


def points(texts: list[str]) -> ListFlowable:
    """A list with bullets."""
    items = [ListItem(Paragraph(escape(text), POINT), leftIndent=6 * mm) for text in texts]
    return ListFlowable(
        items, bulletType="bullet", start="•", bulletFontName="Noto Sans", bulletFontSize=10, bulletColor=ACCENT,
        leftIndent=6 * mm, spaceAfter=2 * mm,
    )  # fmt: skip


def _frame(canvas, document, sheet: PrintedSheet) -> None:
    """Head and foot of a page: our line in steps, whose it is, which page."""
    width, height = A4
    canvas.saveState()
    canvas.setFillColor(ACCENT)
    for share, thick in ((1, 0.6), (0.38, 1.4), (0.14, 2.6)):
        canvas.rect(MARGIN, height - 18 * mm - thick * mm, (width - 2 * MARGIN) * share, thick * mm, stroke=0, fill=1)
    canvas.setFont("Noto Sans", 8.5)
    canvas.setFillColor(QUIET)
    canvas.drawString(MARGIN, height - 15.5 * mm, "PSSM Cascade")
    if sheet.for_trainers:
        _trainers_mark(canvas, width - MARGIN, height - 15.5 * mm)
    canvas.setStrokeColor(RULE)
    canvas.line(MARGIN, 17 * mm, width - MARGIN, 17 * mm)
    canvas.drawString(MARGIN, 12.5 * mm, f"{sheet.code} {sheet.module}")
    canvas.drawRightString(width - MARGIN, 12.5 * mm, _("Page %d") % document.page)
    canvas.restoreState()


def _trainers_mark(canvas, right: float, line: float) -> None:
    """The class word, where nobody can miss it."""
    word = _("For trainers only")
    canvas.saveState()
    canvas.setFont("Noto Sans Bold", 9)
    width = canvas.stringWidth(word, "Noto Sans Bold", 9) + 5 * mm
    canvas.setStrokeColor(AMBER)
    canvas.rect(right - width, line - 1.7 * mm, width, 6 * mm, stroke=1, fill=0)
    canvas.setFillColor(AMBER)
    canvas.drawRightString(right - 2.5 * mm, line, word)
    canvas.restoreState()
