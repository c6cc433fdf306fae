"""What the preview page of any import shows: totals first, the refused first among the rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.workbooks import SheetSpec, write_workbook

from .choices import RowOutcome
from .models import Draft
from .rows import CREATE, SKIP, JudgedRow
from .services import rows_of, totals_of

ORDER = (RowOutcome.REFUSED, RowOutcome.REVIEW, RowOutcome.CREATE, RowOutcome.MATCH, RowOutcome.SKIPPED)
HEADINGS = {
    RowOutcome.REFUSED: gettext_lazy("Refused"),
    RowOutcome.REVIEW: gettext_lazy("Needs your decision"),
    RowOutcome.CREATE: gettext_lazy("Will be added"),
    RowOutcome.MATCH: gettext_lazy("Known already"),
    RowOutcome.SKIPPED: gettext_lazy("Left out: no data rows"),
}
PREFIX = "decision-"


@dataclass(frozen=True)
class RowChoice:
    """One radio button of a row."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class PreviewRow:
    """A row as the page shows it."""

    row: JudgedRow
    choices: tuple[RowChoice, ...]

    @property
    def field(self) -> str:
        return f"{PREFIX}{self.row.number}"

    @property
    def word(self) -> str:
        return RowOutcome(self.row.outcome).label

    @property
    def tone(self) -> str:
        return RowOutcome(self.row.outcome).tone


@dataclass(frozen=True)
class Preview:
    """`groups` are (outcome's word, lines) with the refused first; `totals` by outcome; `undecided` rows still open."""

    draft: Draft
    totals: Mapping[str, int]
    groups: tuple[tuple[str, str, list[PreviewRow]], ...]
    headings: tuple[str, ...]
    notices: tuple[str, ...]
    undecided: int
    blank: int

    @property
    def refused(self) -> int:
        return self.totals[RowOutcome.REFUSED]

    @property
    def to_apply(self) -> int:
        return sum(line.row.action not in ("", SKIP) for _word, _outcome, lines in self.groups for line in lines)


def build(draft: Draft) -> Preview:
    """The preview of a draft; no query."""
    rows = rows_of(draft)
    groups = [
        (HEADINGS[outcome], str(outcome), [line_of(row) for row in rows if row.outcome == outcome]) for outcome in ORDER
    ]
    return Preview(
        draft=draft,
        totals=totals_of(rows),
        groups=tuple(group for group in groups if group[2]),
        headings=tuple(dict.fromkeys(name for row in rows if row.outcome != RowOutcome.SKIPPED for name in row.shown)),
        notices=tuple(draft.facts.get("notices", ())),
        undecided=sum(row.action == "" for row in rows),
        blank=draft.facts.get("blank", 0),
    )


def line_of(row: JudgedRow) -> PreviewRow:
    labels = {str(one["id"]): one["label"] for one in row.candidates} | {
        CREATE: _("a new record"),
        SKIP: _("leave out"),
    }
    chosen = row.action
    return PreviewRow(row, tuple(RowChoice(value, labels[value], value == chosen) for value in row.allowed))


def decisions_from(post: Mapping[str, str]) -> dict[int, str]:
    """{row number: decision} from the page's form."""
    found = {name.removeprefix(PREFIX): post[name] for name in post if name.startswith(PREFIX)}
    return {int(number): decision for number, decision in found.items() if number.isdecimal() and len(number) < 8}


def refused_workbook(draft: Draft, *, footnote: str = "") -> bytes:
    """The refused rows as an .xlsx with the reason beside each, to be corrected and sent again."""
    preview = build(draft)
    rows = [row for row in rows_of(draft) if row.outcome == RowOutcome.REFUSED]
    headings = [*preview.headings, _("Row"), _("Why it was refused")]
    cells = [
        [*(row.shown.get(name, "") for name in preview.headings), row.number, " ".join(row.problems)] for row in rows
    ]
    return write_workbook([SheetSpec(_("Refused rows"), headings, cells)], footnote=footnote)
