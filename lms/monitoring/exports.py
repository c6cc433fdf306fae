"""The coverage table and the rows behind it as a workbook."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.core.designation import footnotes_for
from lms.core.workbooks.writing import SheetSpec, write_workbook

from .coverage import Coverage, CoverageRow
from .rows import NamedRow, name_rows


def coverage_workbook(coverage: Coverage) -> bytes:
    """Three sheets: coverage, the rows that count, the rows that do not and why."""
    named = name_rows(coverage.rows)
    sheets = [
        _coverage_sheet(coverage),
        _rows_sheet(_("Counting"), (row for row in named if row.judged.counts), coverage),
        _rows_sheet(_("Not counting"), (row for row in named if not row.judged.counts), coverage),
    ]
    return write_workbook(sheets)


def _as_of(coverage: Coverage) -> str:
    return _("As of %(day)s") % {"day": date_format(coverage.as_of, "j F Y")}


def _coverage_sheet(coverage: Coverage) -> SheetSpec:
    rows = []
    for line in coverage.jurisdictions:
        rows.append(_cells(line.name, "", line))
        rows.extend(_cells(line.name, part.name, part) for part in line.parts)
    rows.append(_cells(coverage.region.name, "", coverage.region))
    headings = [
        _("Jurisdiction"), _("Institution"), _("Target population"), _("Unique persons covered"), _("Coverage, %"),
        _("Participations"), _("of which head count"), _("Trainings verified"), _("Note"),
    ]  # fmt: skip
    notes = [_as_of(coverage), *footnotes_for(cell for row in rows for cell in row)]
    return SheetSpec(_("Coverage"), headings, rows, notes=notes)


def _cells(jurisdiction: str, institution: str, line: CoverageRow) -> list:
    known = line.target is not None
    return [
        jurisdiction, institution, line.target if known else _("not known"), line.unique,
        round(line.share * 100, 1) if line.share is not None else _("not known"),
        line.participations, line.head_count, line.trainings, _note(line),
    ]  # fmt: skip


def _note(line: CoverageRow) -> str:
    if line.above_target:
        return _("More people are counted than there are to be trained.")
    if line.outside_share and line.target is not None:
        return _("%(count)d people stand outside the percentage: their target population is not known.") % {
            "count": line.outside_share
        }
    return ""


def _rows_sheet(title: str, named: Iterable[NamedRow], coverage: Coverage) -> SheetSpec:
    rows = [
        [
            row.person.institution.name, row.person.family_name, row.person.given_name, row.training.reference,
            row.training.ends_on, row.judged.participation.completed_on,
            " ".join(str(reason.label) for reason in row.judged.reasons),
        ]
        for row in named
    ]  # fmt: skip
    headings = [
        _("Institution"), _("Family name"), _("Given name"), _("Training"), _("Last day"), _("Completed on"),
        _("Why it does not count"),
    ]  # fmt: skip
    notes = [_as_of(coverage), *footnotes_for(cell for row in rows for cell in row)]
    return SheetSpec(title, headings, rows, notes=notes)
