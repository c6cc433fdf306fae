"""Target populations from a workbook: what each row means, and what applying it does."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.cell_parsers import read_date, read_whole_number
from lms.core.text import fold
from lms.core.workbooks import Column, Table, headings
from lms.imports.choices import RowOutcome
from lms.imports.rows import JudgedRow, Judgement, text_of

from .models import Institution, TargetPopulation
from .naming import Names, names_for
from .services import record_target

PURPOSE = "target-population"

COLUMNS = (
    Column("jurisdiction", gettext_lazy("Jurisdiction"), headings.JURISDICTION),
    Column("institution", gettext_lazy("Institution"), headings.INSTITUTION, required=True),
    Column("job_function", gettext_lazy("Job function"), headings.JOB_FUNCTION, required=True),
    Column("staff", gettext_lazy("Staff"), headings.STAFF, required=True, reader=read_whole_number),
    Column("women", gettext_lazy("of whom women"), headings.WOMEN, reader=read_whole_number),
    Column("valid_from", gettext_lazy("Valid from"), headings.VALID_FROM, required=True, reader=read_date),
    Column("source", gettext_lazy("Source"), headings.SOURCE),
)


def judge_for(user):
    """The judge for one sender: only institutions in their scope are found."""

    def judge(_subject, table: Table) -> Judgement:
        names = names_for(user)
        known = _known_rows(names.ids)
        seen: set[tuple] = set()
        return Judgement([_judge(record, names, known, seen) for record in table.records])

    return judge


def _known_rows(institution_ids: set[int]) -> dict[tuple, TargetPopulation]:
    rows = TargetPopulation.objects.filter(institution__in=institution_ids)
    return {(row.institution_id, fold(row.job_function), row.valid_from): row for row in rows}


def _judge(record, names: Names, known: dict, seen: set) -> JudgedRow:
    answers = record.answers
    shown = {str(column.heading): text_of(answers[column.key]) for column in COLUMNS}
    found = names.find(answers["institution"].value or "", answers["jurisdiction"].value or "")
    problems = _problems(answers, found)
    if problems:
        return JudgedRow(record.row_number, RowOutcome.REFUSED, shown=shown, problems=tuple(problems))
    values = _values(answers, found[0])
    key = (found[0].pk, fold(values["job_function"]), answers["valid_from"].value)
    if key in seen:
        twice = _("This institution, function and day stand in the file twice. Keep one of the rows.")
        return JudgedRow(record.row_number, RowOutcome.REFUSED, shown=shown, problems=(twice,))
    seen.add(key)
    return _row(record, values, shown, known.get(key))


def _problems(answers, found: Sequence[Institution]) -> list[str]:
    problems = [str(answer.doubt) for answer in answers.values() if answer.doubt]
    if not found:
        problems.append(_("No institution of this name is known to you. Write it as in the list of institutions."))
    elif len(found) > 1:
        problems.append(_("Several institutions bear this name. Add the jurisdiction."))
    if not answers["job_function"].value:
        problems.append(_("The job function is missing. Say whom the figure counts."))
    staff, women = answers["staff"].value, answers["women"].value
    if staff is not None and answers["valid_from"].value is None and not answers["valid_from"].doubt:
        problems.append(_("Say from which day the figure is valid."))
    if staff is not None and women is not None and women > staff:
        problems.append(_("There are more women than staff: please correct one of the two."))
    return problems


def _values(answers, institution: Institution) -> dict:
    day = answers["valid_from"].value if answers["staff"].value is not None else None
    return {
        "institution": institution.pk,
        "job_function": answers["job_function"].value,
        "staff": answers["staff"].value,
        "women": answers["women"].value,
        "valid_from": day.isoformat() if day else None,
        "source": answers["source"].value or "",
    }


def _row(record, values: dict, shown: dict, existing: TargetPopulation | None) -> JudgedRow:
    note = ()
    if values["staff"] is None:
        note = (_("The staff is not given: coverage of this institution will be shown as not known."),)
    if existing is None:
        return JudgedRow(record.row_number, RowOutcome.CREATE, values, shown, note)
    same = (existing.staff, existing.women, existing.source) == (values["staff"], values["women"], values["source"])
    label = _("as stored") if same else _("replaces %(staff)s staff") % {"staff": existing.staff}
    candidate = {"id": existing.pk, "label": label}
    return JudgedRow(record.row_number, RowOutcome.MATCH, values, shown, note, (candidate,), may_create=False)


def apply_for(user):
    """What applying does for one sender: every row is stored through the app's own service."""

    def apply(_draft, rows: Sequence[JudgedRow]) -> dict:
        places = Institution.objects.visible_to(user).in_bulk({row.values["institution"] for row in rows})
        for row in rows:
            values = row.values
            record_target(
                places[values["institution"]],
                job_function=values["job_function"],
                staff=values["staff"],
                women=values["women"],
                valid_from=date.fromisoformat(values["valid_from"]) if values["valid_from"] else None,
                source=values["source"],
                by=user,
            )
        return {"stored": len(rows)}

    return apply
