"""Participant lists as ministries send them: what each row says, who it is, and what applying it does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.cell_parsers import read_date_range, read_email, read_identifier, read_name, read_sex
from lms.core.text import fold
from lms.core.workbooks import Column, Record, Table, headings
from lms.imports.choices import RowOutcome
from lms.imports.models import Draft
from lms.imports.rows import CREATE, SKIP, JudgedRow, Judgement, text_of
from lms.institutions.models import Institution
from lms.institutions.services import ensure_unit
from lms.people.matching import ListedPerson, Match, match_people, number_key
from lms.people.models import Person
from lms.people.services.lists import complete_people, enter_people

from .choices import EnrolmentSource, EnrolmentStatus
from .figures import people_elsewhere, places_of
from .models import Training
from .services import enrol_people
from .services.enrolments import EXPECTING
from .services.locks import lock_training

PURPOSE = "roster"
COLUMNS = (
    Column("family_name", gettext_lazy("Family name"), headings.FAMILY_NAME, required=True, reader=read_name),
    Column("given_name", gettext_lazy("Given name"), headings.GIVEN_NAME, required=True, reader=read_name),
    Column("sex", gettext_lazy("Sex"), headings.SEX, reader=read_sex),
    Column("service_number", gettext_lazy("Service number"), headings.SERVICE_NUMBER, reader=read_identifier),
    Column("unit", gettext_lazy("Unit"), headings.UNIT),
    Column("job_function", gettext_lazy("Job function"), headings.JOB_FUNCTION),
    Column("email", gettext_lazy("E-mail"), headings.EMAIL, reader=read_email),
)
DATE_LABELS = ("dates", "date", "datum", "datumi", "datum odrzavanja", "data", "datat", "period", "perioada")
LONGEST = {"unit": 160, "job_function": 100}
ROW = "row:"


@dataclass(frozen=True)
class Known:
    """What judging asks the database once: who each row may be, and what each person is already in."""

    matches: Sequence[Match]
    status: Mapping[int, str]
    elsewhere: Mapping[int, Training]
    teaching: frozenset[int]


# Judging --------------------------------------------------------------------------------------------------------------


def judge_roster(training: Training, table: Table) -> Judgement:
    """What each row of a participant list comes to. The training is locked, and people of its institution with it.

    Refused: no name, a formula for a name, somebody busy on these days. Review: a likely namesake, a service number
    that a spreadsheet may have spoilt. The same person twice in the list is one person.
    """
    training = lock_training(training)
    Institution.objects.select_for_update(no_key=True).get(pk=training.institution_id)
    labels = {column.key: str(column.heading) for column in COLUMNS}
    rows = [_read_row(record, labels) for record in table.records]
    known = _ask(training, rows)
    judged: list[JudgedRow] = []
    for index, row in enumerate(rows):
        judged.append(_judge(row, known.matches[index], judged, known))
    return Judgement(judged, _notices(training, table, judged, known))


def _read_row(record: Record, labels: Mapping[str, str]) -> JudgedRow:
    """The row with its values and what its cells leave in doubt; refused if it does not name a person."""
    answers = record.answers
    values = {key: answer.value or "" for key, answer in answers.items()}
    for key, limit in LONGEST.items():
        values[key] = values[key][:limit]
    shown = {heading: text_of(answers[key]) for key, heading in labels.items()}
    missing = [_missing(key, answers[key]) for key in ("family_name", "given_name") if not answers[key].is_certain]
    notes = [
        str(answers[key].doubt) for key in answers if answers[key].doubt and str(answers[key].doubt) not in missing
    ]
    if missing:
        return JudgedRow(record.row_number, RowOutcome.REFUSED, values, shown, tuple(missing + notes), may_create=False)
    doubtful = bool(answers["service_number"].doubt and values["service_number"])
    if answers["service_number"].doubt and not doubtful:
        notes.append(_("The service number is left out."))
    outcome = RowOutcome.REVIEW if doubtful else RowOutcome.CREATE
    return JudgedRow(record.row_number, outcome, values, shown, tuple(notes))


def _missing(key: str, answer) -> str:
    if answer.doubt:
        return str(answer.doubt)
    if key == "family_name":
        return _("The family name is missing. Write it in the list and send the list again.")
    return _("The given name is missing. Write it in the list and send the list again.")


def _ask(training: Training, rows: Sequence[JudgedRow]) -> Known:
    matches = match_people(training.institution, [_candidate(row) for row in rows])
    ids = {person.pk for match in matches for person in match.people}
    enrolments = training.enrolments.filter(person__in=ids).values_list("person", "status")
    return Known(
        matches=matches,
        status=dict(enrolments),
        elsewhere=people_elsewhere(training, ids),
        teaching=frozenset(training.deliverers.filter(person__in=ids).values_list("person", flat=True)),
    )


def _candidate(row: JudgedRow) -> ListedPerson:
    """A refused row looks like nobody: it may not vouch for another."""
    if row.outcome == RowOutcome.REFUSED:
        return ListedPerson("", "")
    names = ("family_name", "given_name", "service_number", "email", "unit")
    return ListedPerson(**{name: row.values[name] for name in names})


def _judge(row: JudgedRow, match: Match, before: Sequence[JudgedRow], known: Known) -> JudgedRow:
    if row.outcome == RowOutcome.REFUSED:
        return row
    duplicate = next((before[index] for index in match.within if index < len(before)), None)
    if duplicate and duplicate.outcome != RowOutcome.REFUSED:
        return _same_as(row, duplicate)
    if match.kind == "exact":
        return _is_known(row, match.people[0], known)
    if match.kind == "likely":
        note = _("Somebody with this or a similar name is known already. Say whether this is the same person.")
        people = tuple(_option(person) for person in match.people)
        return replace(row, outcome=RowOutcome.REVIEW, candidates=people, problems=(*row.problems, note))
    return row


def _same_as(row: JudgedRow, duplicate: JudgedRow) -> JudgedRow:
    """The same person again: for sure by number or address, by the name alone only with a person's word."""
    first = duplicate.candidates[0] if duplicate.candidates and _points_at_row(duplicate) else _row_option(duplicate)
    if _share_a_sign(row, duplicate) or _points_at_row(duplicate) or row.outcome == RowOutcome.REVIEW:
        note = _("The same person as in %(row)s of this list.") % {"row": first["label"]}
        return replace(
            row, outcome=RowOutcome.MATCH, candidates=(first,), may_create=False, problems=(*row.problems, note)
        )
    note = _("%(row)s has the same name. Say whether this is the same person.") % {"row": first["label"]}
    return replace(row, outcome=RowOutcome.REVIEW, candidates=(first,), problems=(*row.problems, note))


def _points_at_row(row: JudgedRow) -> bool:
    return row.outcome == RowOutcome.MATCH and str(row.candidates[0]["id"]).startswith(ROW)


def _share_a_sign(row: JudgedRow, other: JudgedRow) -> bool:
    mine, theirs = row.values, other.values
    same_number = mine["service_number"] and number_key(mine["service_number"]) == number_key(theirs["service_number"])
    return bool(same_number or (mine["email"] and mine["email"] == theirs["email"]))


def _row_option(row: JudgedRow) -> dict:
    return {"id": f"{ROW}{row.number}", "label": _("row %(number)d") % {"number": row.number}}


def _option(person: Person) -> dict:
    facts = [person.full_name, person.service_number, person.unit.name if person.unit else ""]
    return {"id": person.pk, "label": ", ".join(fact for fact in facts if fact)}


def _is_known(row: JudgedRow, person: Person, known: Known) -> JudgedRow:
    row = replace(row, outcome=RowOutcome.MATCH, candidates=(_option(person),), may_create=False)
    if person.pk in known.teaching:
        return _refused(row, _("This person teaches the training. Take them out of the list."))
    if known.status.get(person.pk) in EXPECTING:
        return replace(row, problems=(*row.problems, _("Has a place already; nothing changes.")))
    if other := known.elsewhere.get(person.pk):
        sentence = _("Is in another training on these days (%(reference)s). Withdraw that place first.")
        return _refused(row, sentence % {"reference": other.reference})
    return row


def _refused(row: JudgedRow, why: str) -> JudgedRow:
    return replace(row, outcome=RowOutcome.REFUSED, candidates=(), problems=(why, *row.problems))


# Remarks about the list -----------------------------------------------------------------------------------------------


def _notices(training: Training, table: Table, rows: Sequence[JudgedRow], known: Known) -> list[str]:
    notices = [_other_dates(training, table), _beyond_seats(training, rows, known)]
    if table.unknown_headings:
        listed = ", ".join(table.unknown_headings)
        notices.append(_("These columns are not read: %(headings)s.") % {"headings": listed})
    return [notice for notice in notices if notice]


def _other_dates(training: Training, table: Table) -> str:
    """A warning where the dates above the list are not the training's."""
    cell = next((table.above[label] for label in DATE_LABELS if label in table.above), None)
    days = read_date_range(cell).value if cell is not None else None
    if days is None or days == (training.starts_on, training.ends_on):
        return ""
    return _("The list says %(listed)s, the training is on %(planned)s. Make sure that it is the right list.") % {
        "listed": _span(*days),
        "planned": _span(training.starts_on, training.ends_on),
    }


def _span(first, last) -> str:
    days = [date_format(day, "DATE_FORMAT") for day in dict.fromkeys((first, last))]
    return " – ".join(days)


def _beyond_seats(training: Training, rows: Iterable[JudgedRow], known: Known) -> str:
    coming = sum(row.outcome in (RowOutcome.CREATE, RowOutcome.REVIEW) or _comes_anew(row, known) for row in rows)
    free = places_of(training).free
    if coming <= free:
        return ""
    return _("%(free)d seats are free and %(coming)d people come: the last %(waiting)d go to the waiting list.") % {
        "free": free,
        "coming": coming,
        "waiting": coming - free,
    }


def _comes_anew(row: JudgedRow, known: Known) -> bool:
    is_match = row.outcome == RowOutcome.MATCH and not _points_at_row(row)
    return is_match and known.status.get(row.candidates[0]["id"]) not in EXPECTING


# Applying -------------------------------------------------------------------------------------------------------------


def apply_roster(draft: Draft, rows: Sequence[JudgedRow], *, by) -> dict:
    """Enter the new people, complete the known ones, and give all of them places in the order of the list.

    Answers how many were created and matched, have a seat, wait, and {row: enrolment id}.
    """
    training = lock_training(draft.subject_id)
    heads = _heads(rows)
    people = _people_of(training, rows, heads, by)
    before = set(training.enrolments.expecting().values_list("person", flat=True))
    places = enrol_people(
        training, [people[head] for head in dict.fromkeys(heads.values())], source=EnrolmentSource.ROSTER, by=by
    )
    by_person = {row.person_id: row for row in places}
    return {
        "created": sum(row.action == CREATE for row in rows),
        "matched": sum(row.action not in (CREATE, SKIP) for row in rows),
        "already": sum(row.person_id in before for row in places),
        "enrolled": sum(row.status == EnrolmentStatus.ENROLLED and row.person_id not in before for row in places),
        "waiting": sum(row.status == EnrolmentStatus.WAITLISTED and row.person_id not in before for row in places),
        "places": {str(number): by_person[people[head].pk].pk for number, head in heads.items()},
    }


def _heads(rows: Sequence[JudgedRow]) -> dict[int, int]:
    """{row number: the row that stands for its person}; a row that follows one left out is left out as well."""
    heads: dict[int, int] = {}
    for row in rows:
        if not row.action.startswith(ROW):
            heads[row.number] = row.number
        elif (target := int(row.action.removeprefix(ROW))) in heads:
            heads[row.number] = heads[target]
    return heads


def _people_of(training: Training, rows: Sequence[JudgedRow], heads: Mapping[int, int], by) -> dict[int, Person]:
    """{head row: person}, made or found, with what the rows say of them filled in."""
    rows = [row for row in rows if row.number in heads]
    units = _units(training.institution, rows, by)
    facts = {row.number: _facts(row, units, training) for row in rows}
    new = [row.number for row in rows if row.action == CREATE]
    made = enter_people(training.institution, [facts[number] for number in new], by=by)
    found = Person.objects.select_related("unit").in_bulk([int(row.action) for row in rows if row.action.isdecimal()])
    people = dict(zip(new, made, strict=True))
    people |= {row.number: found[int(row.action)] for row in rows if row.action.isdecimal()}
    heard = set(new)
    repeats = [(people[heads[row.number]], facts[row.number]) for row in rows if row.number not in heard]
    complete_people(training.institution, repeats, by=by)
    return people


def _facts(row: JudgedRow, units: Mapping, training: Training) -> dict:
    unit = units.get(fold(row.values["unit"]))
    return {**row.values, "sex": row.values["sex"] or "not_recorded", "unit": unit, "language": training.language}


def _units(institution: Institution, rows: Sequence[JudgedRow], by) -> dict:
    """{folded name: unit}; of a new unit's spellings the one with most capitals is its name (PU Niš, not pu Niš)."""
    spellings: dict[str, list[str]] = {}
    for row in rows:
        if key := fold(row.values["unit"]):
            spellings.setdefault(key, []).append(row.values["unit"])
    best = {key: max(names, key=lambda name: sum(map(str.isupper, name))) for key, names in spellings.items()}
    return {key: ensure_unit(institution, name, by=by) for key, name in best.items()}
