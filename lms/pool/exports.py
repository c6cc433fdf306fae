"""The trainer pool as a workbook."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.certification.choices import Level, State
from lms.core.clock import today
from lms.core.workbooks.writing import SheetSpec, write_workbook

from .trainers import DirectoryRow


def pool_workbook(lines: Iterable[DirectoryRow]) -> bytes:
    """One sheet, one row for each line of the directory."""
    headings = [
        _("Family name"), _("Given name"), _("Jurisdiction"), _("Institution"), _("Curriculum"), _("Certificate"),
        _("Level"), _("State today"), _("Valid from"), _("Valid until"), _("ToT ended on"), _("Days since the ToT"),
        _("Trainings delivered"), _("First delivery"), _("Last delivery"), _("Active"),
    ]  # fmt: skip
    notes = [_("As of %(day)s") % {"day": date_format(today(), "j F Y")}]
    return write_workbook([SheetSpec(_("Trainer pool"), headings, [_cells(line) for line in lines], notes=notes)])


def _cells(line: DirectoryRow) -> list:
    return [
        line.family_name, line.given_name, line.jurisdiction, line.institution, line.curriculum, line.number,
        str(Level(line.level).label), str(State(line.state).label), line.valid_from, line.valid_until,
        line.tot_ended_on, line.days_since, line.delivered, line.first_on, line.last_on,
        _("yes") if line.active else _("no"),
    ]  # fmt: skip
