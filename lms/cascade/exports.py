"""The list of cascade trainings as a workbook."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.core.clock import today
from lms.core.designation import designate, footnotes_for
from lms.core.workbooks.writing import SheetSpec, write_workbook
from lms.trainings.models import Training


def trainings_workbook(rows: Iterable[Training]) -> bytes:
    """One sheet; `rows` as `listing.with_stages` gives them."""
    headings = [
        _("Reference"), _("Training"), _("Jurisdiction"), _("Institution"), _("First day"), _("Last day"), _("Place"),
        _("Language"), _("Edition"), _("Lead trainer"), _("Seats"), _("Participants"), _("Stage"),
    ]  # fmt: skip
    cells = [[designate(cell) if isinstance(cell, str) else cell for cell in _cells(row)] for row in rows]
    notes = [_("As of %(day)s") % {"day": date_format(today(), "j F Y")}]
    notes += footnotes_for(cell for row in cells for cell in row)
    return write_workbook([SheetSpec(_("Cascade trainings"), headings, cells, notes=notes)])


def _cells(row: Training) -> list:
    return [
        row.reference, row.title, row.institution.jurisdiction.name, row.institution.name, row.starts_on, row.ends_on,
        row.venue, str(row.get_language_display()), row.edition.label, row.lead.full_name if row.lead else "",
        row.seats, row.people, str(row.stage.label),
    ]  # fmt: skip
