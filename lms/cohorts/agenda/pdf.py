"""The agenda on paper: A4, two or three days to a page, in the language in force, with the programme's words below."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format, time_format
from django.utils.html import escape
from django.utils.translation import gettext as _
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from lms.core.days import days_text
from lms.core.designation import designate, footnotes_for
from lms.programme.models import Programme
from lms.trainings.models import Training

from .presenters import AgendaRow, DayView

FONTS = Path(settings.BASE_DIR) / "static" / "vendor" / "noto-sans" / "pdf"
INK, QUIET, ACCENT, RULE = HexColor("#17211f"), HexColor("#45504b"), HexColor("#0d4a50"), HexColor("#c9c4b6")
WIDTH, HEIGHT = A4
MARGIN, TOP = 16 * mm, 16 * mm
INSIDE = WIDTH - 2 * MARGIN
COLUMNS = (26 * mm, INSIDE - 100 * mm, 46 * mm, 28 * mm)
DAYS_TO_A_PAGE = 3
STYLES = {
    "title": ParagraphStyle("title", fontName="Noto-Bold", fontSize=17, leading=21, textColor=ACCENT),
    "facts": ParagraphStyle("facts", fontName="Noto", fontSize=9, leading=12.5, textColor=QUIET),
    "day": ParagraphStyle("day", fontName="Noto-Bold", fontSize=11.5, leading=15, textColor=ACCENT, spaceAfter=2),
    "head": ParagraphStyle("head", fontName="Noto-Bold", fontSize=7.5, leading=10, textColor=QUIET),
    "cell": ParagraphStyle("cell", fontName="Noto", fontSize=8.5, leading=11, textColor=INK),
    "strong": ParagraphStyle("strong", fontName="Noto-Bold", fontSize=8.5, leading=11, textColor=INK),
    "quiet": ParagraphStyle("quiet", fontName="Noto", fontSize=8.5, leading=11, textColor=QUIET),
    "fine": ParagraphStyle("fine", fontName="Noto", fontSize=6.8, leading=9, textColor=QUIET),
}


def render_agenda(training: Training, days: Sequence[DayView], programme: Programme | None) -> bytes:
    """The PDF of these days. A day is parted only where it is longer than a page."""
    _register_fonts()
    foot = [_text(line, "fine") for line in foot_lines(training, days, programme)]
    height = sum(line.wrap(INSIDE, HEIGHT)[1] for line in foot)
    frame = Frame(MARGIN, TOP + height + 6 * mm, INSIDE, HEIGHT - 2 * TOP - height - 6 * mm, 0, 0, 0, 0)
    out = BytesIO()
    title = designate(_("Agenda, %(reference)s") % {"reference": training.reference})
    document = BaseDocTemplate(out, pagesize=A4, title=title, author="PSSM Cascade", lang="")
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=lambda canvas, _doc: _draw_foot(canvas, foot, title)))
    head = _head(training)
    document.build([*head, *_paged([_day(day) for day in days if not day.is_empty], head, frame)])
    return out.getvalue()


def foot_lines(training: Training, days: Sequence[DayView], programme: Programme | None) -> list[str]:
    """Funding statement with its reference, disclaimer, and the footnote where the name occurs."""
    words = [f"{programme.funding_statement} {programme.reference}".strip(), programme.disclaimer] if programme else []
    place = (training.venue, str(training.institution), str(training.institution.jurisdiction))
    said = [training.title, str(training.edition), *place, *words]
    said += [text for day in days for half in day.halves for row in half.rows for text in _said(row)]
    return [line for line in (*words, *footnotes_for(said)) if line]


def _said(row: AgendaRow) -> tuple[str, ...]:
    return (row.name, row.item.room, *row.leaders)


def _register_fonts() -> None:
    if "Noto" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Noto", str(FONTS / "NotoSans-Regular.ttf")))
        pdfmetrics.registerFont(TTFont("Noto-Bold", str(FONTS / "NotoSans-Bold.ttf")))


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(escape(designate(str(text))), STYLES[style])


def _head(training: Training) -> list[Flowable]:
    jurisdiction = training.institution.jurisdiction
    facts = [
        f"{training.reference} · {days_text(training.starts_on, training.ends_on)} · {training.venue}",
        f"{training.institution}, {jurisdiction} · {training.edition}, {training.get_language_display()}",
        _("All times are local (%(zone)s).") % {"zone": jurisdiction.time_zone},
    ]
    return [_text(training.title, "title"), *(_text(fact, "facts") for fact in facts), Spacer(0, 4 * mm)]


def _day(day: DayView) -> list[Flowable]:
    """A heading and a table whose head is repeated where it runs on."""
    name = _("Day %(number)d · %(day)s") % {"number": day.number, "day": date_format(day.day, "l j F Y")}
    head = [_text(word, "head") for word in (_("Time"), _("What"), _("Facilitators"), _("Room"))]
    rows = [row for half in day.halves for row in half.rows]
    lines = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.3, RULE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
    ]
    table = Table([head, *map(_row, rows)], colWidths=COLUMNS, repeatRows=1, style=lines)
    return [_text(name, "day"), table, Spacer(0, 6 * mm)]


def _row(row: AgendaRow) -> list[Paragraph]:
    style = "quiet" if row.is_apart else "strong"
    name = f"{row.name} ({row.item.get_group_display()})" if row.item.group else row.name
    hours = f"{time_format(row.starts, 'H:i')} – {time_format(row.ends, 'H:i')}"
    leaders, room = _text(", ".join(row.leaders), "cell"), _text(row.item.room, "cell")
    return [_text(hours, "cell"), _text(name, style), leaders, room]


def _paged(days: Sequence[list[Flowable]], head: list[Flowable], frame: Frame) -> list[Flowable]:
    """As many whole days on a page as fit, three at most."""
    found: list[Flowable] = []
    space, count = frame._height - _height(head), 0
    for day in days:
        needed = _height(day)
        if count and (count == DAYS_TO_A_PAGE or needed > space):
            found.append(PageBreak())
            space, count = frame._height, 0
        found += day
        space, count = space - needed, count + 1
    return found


def _height(flowables: Sequence[Flowable]) -> float:
    """Points that these take, one under the other (a space above or below a paragraph included)."""
    return sum(one.wrap(INSIDE, HEIGHT)[1] + one.getSpaceBefore() + one.getSpaceAfter() for one in flowables)


def _draw_foot(canvas, foot: Sequence[Paragraph], title: str) -> None:
    """The programme's words under a rule, and which page it is."""
    canvas.saveState()
    height = TOP
    for line in reversed(foot):
        line.drawOn(canvas, MARGIN, height)
        height += line.height
    canvas.setStrokeColor(RULE)
    canvas.line(MARGIN, height + 2 * mm, WIDTH - MARGIN, height + 2 * mm)
    canvas.setFont("Noto", 6.8)
    canvas.setFillColor(QUIET)
    canvas.drawString(MARGIN, TOP - 5 * mm, title)
    canvas.drawRightString(WIDTH - MARGIN, TOP - 5 * mm, _("Page %(number)d") % {"number": canvas.getPageNumber()})
    canvas.restoreState()
