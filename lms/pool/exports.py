"""The trainer pool as a workbook."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.certification.models import Certificate
from lms.core.clock import today
from lms.core.workbooks.writing import SheetSpec, write_workbook


def pool_workbook(rows: Iterable[Certificate]) -> bytes:
    """One sheet; `rows` as `trainers.with_deliveries` gives them."""
    headings = [
        _("Family name"), _("Given name"), _("Jurisdiction"), _("Institution"), _("Curriculum"), _("Certificate"),
        _("Level"), _("State today"), _("Valid from"), _("Valid until"), _("ToT ended on"), _("Days since the ToT"),
        _("Trainings delivered"), _("First delivery"), _("Last delivery"), _("Active"),
    ]  # fmt: skip
    notes = [_("As of %(day)s") % {"day": date_format(today(), "j F Y")}]
    return write_workbook([SheetSpec(_("Trainer pool"), headings, [_cells(row) for row in rows], notes=notes)])


def _cells(row: Certificate) -> list:
    return [
        row.person.family_name, row.person.given_name, row.institution.jurisdiction.name, row.institution.name,
        row.curriculum.title, row.number, str(row.get_level_display()), str(row.state_word), row.valid_from,
        row.valid_until, row.training.ends_on, row.days_since, row.delivered, row.first_on, row.last_on,
        _("yes") if row.active else _("no"),
    ]  # fmt: skip
