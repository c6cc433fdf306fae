"""Nominations as a workbook: what the list shows, for whoever may see it."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.core.designation import designate, footnotes_for
from lms.core.workbooks import SheetSpec, write_workbook

from .models import Cohort, Nomination
from .presenters.nominations import outcome_word, presence_of
from .presenters.ranking import RankedNomination


def nominations_workbook(cohort: Cohort, nominations: Iterable[Nomination], *, today: date) -> bytes:
    """One sheet, a row for each nomination; the headings the import reads come first."""
    headings = [
        _("Institution"), _("Jurisdiction"), _("Family name"), _("Given name"), _("Sex"), _("Job function"),
        _("Years in post"), _("E-mail"), _("English (CEFR)"), _("Endorsed by"), _("Endorsed on"), _("Motivation"),
        _("Status"), _("Reason for the decision"), _("Place among the reserves"), _("What became of it"),
        _("Certification"),
    ]  # fmt: skip
    rows = [_cells(nomination, today) for nomination in nominations]
    notes = [str(cohort.training), _("As of %(day)s") % {"day": date_format(today, "j F Y")}]
    footnotes = footnotes_for(cell for row in rows for cell in row)
    return write_workbook([SheetSpec(_("Nominations"), headings, rows, notes=[*notes, *footnotes])])


def _cells(nomination: Nomination, today: date) -> list:
    person, presence = nomination.person, presence_of(nomination, today)
    cells = [
        nomination.institution.name, nomination.institution.jurisdiction.name, person.family_name, person.given_name,
        person.get_sex_display(), nomination.job_function, nomination.years_in_post, person.email, nomination.english,
        nomination.endorsed_by, nomination.endorsed_on, nomination.motivation, nomination.get_status_display(),
        nomination.reason, nomination.reserve_place, presence.label if presence else "",
        outcome_word(nomination),
    ]  # fmt: skip
    return [designate(str(cell)) if isinstance(cell, str) else cell for cell in cells]


def ranking_workbook(cohort: Cohort, lines: Iterable[RankedNomination], *, today: date) -> bytes:
    """One sheet: place, points and decision of each nomination; ties in words."""
    headings = [
        _("Place"), _("Tie"), _("Points"), _("Scored by"), _("Person"), _("Sex"), _("Institution"), _("Jurisdiction"),
        _("The institution's own order"), _("Status"), _("Place among the reserves"), _("Reason for the decision"),
    ]  # fmt: skip
    rows = [_ranked_cells(line) for line in lines]
    notes = [str(cohort.training), _("As of %(day)s") % {"day": date_format(today, "j F Y")}]
    footnotes = footnotes_for(cell for row in rows for cell in row)
    return write_workbook([SheetSpec(_("Ranking"), headings, rows, notes=[*notes, *footnotes])])


def _ranked_cells(line: RankedNomination) -> list:
    row, ranked = line.nomination, line.ranked
    points = round(float(ranked.points), 1) if ranked and ranked.points is not None else None
    cells = [
        ranked.rank if ranked else None, line.tie, points, ranked.scores if ranked else None, str(row.person),
        row.person.get_sex_display(), row.institution.name, row.institution.jurisdiction.name, row.priority,
        row.get_status_display(), row.reserve_place, row.reason,
    ]  # fmt: skip
    return [designate(str(cell)) if isinstance(cell, str) else cell for cell in cells]
