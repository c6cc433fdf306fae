"""Participant lists as workbooks: what is on the list, and an empty one to fill in."""

from django.utils.translation import gettext as _

from lms.core.designation import designate, footnotes_for
from lms.core.workbooks import SheetSpec, write_workbook

from .figures import tallies_of
from .models import Training
from .roster import COLUMNS


def participants_workbook(training: Training) -> bytes:
    """Everybody on the list with status and attendance; the footnote where it is due."""
    tallies = tallies_of(training)
    headings = [
        _("No."),
        *(str(column.heading) for column in COLUMNS),
        _("Status"),
        _("Place"),
        _("Half-days"),
        _("Present"),
    ]
    rows = training.enrolments.select_related("person__unit").order_by("place")
    cells = [[number, *_cells(row, tallies.get(row.pk))] for number, row in enumerate(rows, 1)]
    notes = [
        f"{training}, {training.starts_on:%Y-%m-%d} – {training.ends_on:%Y-%m-%d}",
        designate(str(training.institution)),
    ]
    footnote = " ".join(footnotes_for([*notes, *(str(cell) for row in cells for cell in row)]))
    return write_workbook([SheetSpec(_("Participants"), headings, cells, notes=notes)], footnote=footnote)


def _cells(row, tally) -> list:
    person = row.person
    return [
        person.family_name, person.given_name, person.get_sex_display(), person.service_number,
        person.unit.name if person.unit else "", person.job_function, person.email, row.get_status_display(), row.place,
        tally.half_days if tally else None, tally.present if tally else None,
    ]  # fmt: skip


def template_workbook(training: Training) -> bytes:
    """The headings the import reads, and two notes on how to fill them in."""
    notes = [
        _("* One person in a row. Family name and given name are needed, the rest helps to find people who are known."),
        _("* Keep service numbers as text, so that zeros before them stay."),
        _("* Delete these notes or leave them: they are not read."),
    ]
    headings = [str(column.heading) for column in COLUMNS]
    return write_workbook([SheetSpec(_("Participants"), headings, [], notes=notes, widths=[22, 22, 8, 18, 28, 24, 30])])
