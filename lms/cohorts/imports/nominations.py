"""Nominations from a workbook: what each row says, who it is, what is still to be asked, and what applying it does."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.cell_parsers import ReadValue, read_cefr, read_date, read_email, read_name, read_sex
from lms.core.rules import Finding, RuleBroken, refuse
from lms.core.workbooks import Column, Record, Table, headings
from lms.imports.choices import RowOutcome
from lms.imports.models import Draft
from lms.imports.rows import CREATE, JudgedRow, Judgement, text_of
from lms.imports.services import apply_draft, judge_again, receive_workbook, rows_of
from lms.institutions.models import Institution
from lms.institutions.naming import Names, names_for
from lms.people.matching import NAME, ListedPerson, Match, match_people
from lms.people.models import Person
from lms.people.services.lists import complete_people, enter_people
from lms.trainings.services.locks import lock_training

from ..models import Cohort, Nomination
from ..services import complete_nomination, nominate_person
from ..services.nominations import refuse_closed
from .questions import (
    LABELS,
    NOT_GIVEN,
    CellQuestion,
    as_json,
    as_question,
    options_for,
    plain,
    read_answers,
    read_years,
)

PURPOSE = "nominations"
COLUMNS = (
    Column("institution", gettext_lazy("Institution"), headings.INSTITUTION, required=True),
    Column("jurisdiction", gettext_lazy("Jurisdiction"), headings.JURISDICTION),
    Column("family_name", gettext_lazy("Family name"), headings.FAMILY_NAME, required=True, reader=read_name),
    Column("given_name", gettext_lazy("Given name"), headings.GIVEN_NAME, required=True, reader=read_name),
    Column("sex", gettext_lazy("Sex"), headings.SEX, reader=read_sex),
    Column("job_function", gettext_lazy("Job function"), headings.JOB_FUNCTION),
    Column("years_in_post", gettext_lazy("Years in post"), headings.YEARS_IN_POST, reader=read_years),
    Column("email", gettext_lazy("E-mail"), headings.EMAIL, reader=read_email),
    Column("english", gettext_lazy("English (CEFR)"), headings.ENGLISH_LEVEL, reader=read_cefr),
    Column("endorsed_by", gettext_lazy("Endorsed by"), headings.ENDORSED_BY),
    Column("endorsed_on", gettext_lazy("Endorsed on"), headings.ENDORSED_ON, reader=read_date),
    Column("motivation", gettext_lazy("Motivation"), headings.MOTIVATION),
)
LONGEST = {"job_function": 100, "endorsed_by": 150}
ASKED = ("sex", "years_in_post", "email", "english", "endorsed_on")
DETAILS = ("job_function", "years_in_post", "english", "endorsed_by", "endorsed_on", "motivation")
PERSONAL = ("family_name", "given_name", "sex", "job_function", "email")


@dataclass(frozen=True)
class _Read:
    """A row before anybody was looked up: the row, its institution, and what is still to be asked about it."""

    row: JudgedRow
    institution: Institution | None
    questions: tuple[CellQuestion, ...] = ()

    @property
    def candidate(self) -> ListedPerson:
        values = self.row.values
        return ListedPerson(values["family_name"], values["given_name"], email=values["email"])


# Judging --------------------------------------------------------------------------------------------------------------


def judge_for(user, answers: Mapping[str, Mapping[str, Any]]):
    """The judge for one sender: only institutions in their scope are found. `answers`: {row: {column: value}}."""

    def judge(cohort: Cohort, table: Table) -> Judgement:
        lock_training(cohort.training_id)
        names = names_for(user)
        read = [_read_row(record, names, answers.get(str(record.row_number), {})) for record in table.records]
        rows = _look_up(cohort, read)
        return Judgement(rows, _notices(table), {"answers": dict(answers)})

    return judge


def _read_row(record: Record, names: Names, given: Mapping[str, Any]) -> _Read:
    """What the cells say, with what a person answered in place of what was doubtful."""
    answers = record.answers
    shown = {str(column.heading): text_of(answers[column.key]) for column in COLUMNS}
    if not shown[str(COLUMNS[1].heading)]:
        del shown[str(COLUMNS[1].heading)]
    values = {key: plain(answer.value) if answer.value is not None else "" for key, answer in answers.items()}
    values |= {key: values[key][:limit] for key, limit in LONGEST.items()}
    questions = []
    for key in ASKED:
        if answers[key].doubt:
            values[key] = given.get(key, NOT_GIVEN)
        if answers[key].doubt and key not in given:
            questions.append(CellQuestion(key, text_of(answers[key]), str(answers[key].doubt), options_for(key)))
    values["sex"] = values["sex"] or "not_recorded"
    shown |= {str(LABELS[key]): _say(given[key], shown[str(LABELS[key])]) for key in ASKED if key in given}
    values["answered"] = bool(given)
    row = JudgedRow(record.row_number, RowOutcome.CREATE, values, shown, _remarks(answers))
    return _place(row, answers, names, given, tuple(questions))


def _say(value: Any, sent: str) -> str:
    """An answer in place of what was sent, with what was sent."""
    words = {"value": value if value != NOT_GIVEN else _("left empty"), "sent": sent}
    return _("%(value)s (sent: “%(sent)s”)") % words


def _remarks(answers: Mapping[str, ReadValue]) -> tuple[str, ...]:
    """What is lost of the free texts is said."""
    doubts = [str(answers[key].doubt) for key in ("job_function", "endorsed_by", "motivation") if answers[key].doubt]
    cut = [key for key, limit in LONGEST.items() if len(str(answers[key].value or "")) > limit]
    headings_cut = [str(column.heading) for column in COLUMNS if column.key in cut]
    return (*doubts, *(_("%(heading)s: the text is shortened.") % {"heading": one} for one in headings_cut))


def _place(row: JudgedRow, answers: Mapping[str, ReadValue], names: Names, given: Mapping, questions: tuple) -> _Read:
    """The row's institution: found by name, chosen where several bear it; without one the row is refused."""
    found = names.find(row.values["institution"], row.values["jurisdiction"])
    chosen = [one for one in found if one.pk == given.get("institution")]
    found = chosen or found
    problems = _problems(answers, found)
    if problems:
        return _Read(_refused(row, *problems), None)
    if len(found) > 1:
        options = tuple((str(one.pk), f"{one.name}, {one.jurisdiction.name}") for one in found)
        ask = CellQuestion("institution", row.values["institution"], _("Several institutions bear this name."), options)
        return _Read(row, None, (ask, *questions))
    row = replace(row, values={**row.values, "institution_id": found[0].pk})
    if not (row.values["endorsed_by"] and row.values["endorsed_on"]) and not _asks(questions, "endorsed_on"):
        row = replace(row, problems=(*row.problems, _("Not endorsed yet.")))
    return _Read(row, found[0], questions)


def _asks(questions: Sequence[CellQuestion], key: str) -> bool:
    return any(question.key == key for question in questions)


def _problems(answers: Mapping[str, ReadValue], found: Sequence[Institution]) -> list[str]:
    problems = [str(answers[key].doubt) for key in ("family_name", "given_name") if answers[key].doubt]
    if not answers["family_name"].value and not answers["family_name"].doubt:
        problems.append(_("The family name is missing. Write it in the list and send the list again."))
    if not answers["given_name"].value and not answers["given_name"].doubt:
        problems.append(_("The given name is missing. Write it in the list and send the list again."))
    if not found:
        problems.append(_("No institution of this name is known to you. Write it as in the list of institutions."))
    return problems


def _refused(row: JudgedRow, *why: str) -> JudgedRow:
    return replace(row, outcome=RowOutcome.REFUSED, problems=(*why, *row.problems), may_create=False, candidates=())


def _look_up(cohort: Cohort, read: Sequence[_Read]) -> list[JudgedRow]:
    """Each row with who it may be: one query for each institution in the list, and one for the nominations."""
    places: dict[Institution, list[int]] = {}
    for index, one in enumerate(read):
        if one.institution and one.row.outcome != RowOutcome.REFUSED:
            places.setdefault(one.institution, []).append(index)
    nominated = set(cohort.nominations.values_list("person", flat=True))
    rows = [_open(one) for one in read]
    for institution, indexes in places.items():
        matches = match_people(institution, [read[index].candidate for index in indexes])
        for match, index in zip(matches, indexes, strict=True):
            duplicates = [rows[indexes[other]] for other in match.within if indexes[other] < index]
            rows[index] = _judge(read[index], match, duplicates, nominated)
    return rows


def _open(one: _Read) -> JudgedRow:
    """A row that waits for its questions; one without any, as it is."""
    if not one.questions:
        return one.row
    values = {**one.row.values, "questions": [as_json(question) for question in one.questions]}
    doubts = tuple(question.doubt for question in one.questions)
    return replace(
        one.row, outcome=RowOutcome.REVIEW, values=values, problems=(*doubts, *one.row.problems), may_create=False
    )


def _judge(one: _Read, match: Match, duplicates: Sequence[JudgedRow], nominated: set[int]) -> JudgedRow:
    duplicate = next((row for row in duplicates if row.outcome != RowOutcome.REFUSED), None)
    if duplicate and duplicate.values["email"] and duplicate.values["email"] == one.row.values["email"]:
        return _refused(
            one.row, _("The same person as in row %(number)d. Keep one of the rows.") % {"number": duplicate.number}
        )
    if known := _already_nominated(match, nominated):
        return _is(one.row, known, _("Nominated already; only what is missing there is filled in."))
    if one.questions:
        return _open(one)
    if match.kind == "exact":
        return _is(one.row, match.people[0])
    if match.kind == "likely":
        note = _("Somebody with this or a similar name is known already. Say whether this is the same person.")
        options = tuple(_option(person) for person in match.people)
        return replace(one.row, outcome=RowOutcome.REVIEW, candidates=options, problems=(note, *one.row.problems))
    if duplicate:
        note = _("Row %(number)d has the same name. Say whether this is another person.") % {"number": duplicate.number}
        return replace(one.row, outcome=RowOutcome.REVIEW, problems=(note, *one.row.problems))
    return one.row


def _already_nominated(match: Match, nominated: set[int]) -> Person | None:
    """The one person the row is, nominated before: for sure, or of exactly this name with nothing against it."""
    sure = match.kind == "exact" or match.reasons == (NAME,)
    return match.people[0] if sure and len(match.people) == 1 and match.people[0].pk in nominated else None


def _is(row: JudgedRow, person: Person, *notes: str) -> JudgedRow:
    return replace(
        row, outcome=RowOutcome.MATCH, candidates=(_option(person),), may_create=False, problems=(*notes, *row.problems)
    )


def _option(person: Person) -> dict:
    facts = [person.full_name, person.job_function, person.email]
    return {"id": person.pk, "label": ", ".join(fact for fact in facts if fact)}


def _notices(table: Table) -> list[str]:
    if not table.unknown_headings:
        return []
    return [_("These columns are not read: %(headings)s.") % {"headings": ", ".join(table.unknown_headings)}]


# Receiving and answering ----------------------------------------------------------------------------------------------


def receive_nominations(cohort: Cohort, upload: BinaryIO, *, by) -> Draft:
    """Read and judge a list. Sent again before it was applied, it keeps the answers given so far."""
    digest = hashlib.file_digest(upload, "sha256").hexdigest()
    upload.seek(0)
    own = Draft.objects.filter(purpose=PURPOSE, subject_id=cohort.pk, sha256=digest, uploaded_by=by).last()
    answers = own.facts.get("answers", {}) if own else {}
    return receive_workbook(
        purpose=PURPOSE, subject=cohort, upload=upload, columns=COLUMNS, judge=judge_for(by, answers), by=by
    )


def questions_of(row: JudgedRow) -> tuple[CellQuestion, ...]:
    """What is still to be asked about a row."""
    return tuple(as_question(stored) for stored in row.values.get("questions", ()))


def answer_rows(draft: Draft, post: Mapping[str, str], *, by, version: int | None) -> tuple[Draft, tuple[str, ...]]:
    """Keep the answers the page's form gives, judge again; the draft, and sentences about answers that do not fit.

    `again` in the form names a row whose answers are taken back, to be asked anew. Refuses: stale, applied.
    """
    cohort = Cohort.objects.select_related("training").get(pk=draft.subject_id)
    asked = {row.number: questions for row in rows_of(draft) if (questions := questions_of(row))}
    given = read_answers(post, asked)
    again = post.get("again", "")
    if not given.answers and not again:
        return draft, given.problems
    answers = {number: values for number, values in draft.facts.get("answers", {}).items() if number != again}
    for number, values in given.answers.items():
        answers[str(number)] = {**answers.get(str(number), {}), **values}
    draft = judge_again(
        draft, subject=cohort, columns=COLUMNS, judge=judge_for(by, answers), facts={"answers": answers},
        note={str(number): sorted(values) for number, values in given.answers.items()}, by=by, version=version,
    )  # fmt: skip
    return draft, given.problems


def leave_all_empty(draft: Draft) -> dict[str, str]:
    """The form that says "leave it empty" to every optional question still open."""
    return {
        f"empty-{row.number}-{question.key}": "1"
        for row in rows_of(draft)
        for question in questions_of(row)
        if question.is_optional
    }


# Applying -------------------------------------------------------------------------------------------------------------


def apply_nominations(draft: Draft, *, by, version: int | None, late_reason: str = "") -> Draft:
    """All rows or none: people entered or completed, nominations made; the rows are judged again under the locks.

    `late_reason`: why the office takes the list after the closing day.
    """
    cohort = Cohort.objects.select_related("training").get(pk=draft.subject_id)
    judge = judge_for(by, draft.facts.get("answers", {}))
    return apply_draft(
        draft, _applier(cohort, late_reason, by), by=by, version=version, subject=cohort, columns=COLUMNS, judge=judge
    )


def _applier(cohort: Cohort, late_reason: str, by):
    @transaction.atomic
    def apply(_draft: Draft, rows: Sequence[JudgedRow]) -> dict:
        training = lock_training(cohort.training_id)
        if any(questions_of(row) for row in rows):
            refuse("undecided", _("Some questions are still open. Answer them, or leave the value empty."))
        for place in {row.values["institution_id"] for row in rows}:
            refuse_closed(cohort, training, place, by)
        people = _people_of(rows, by)
        counts = {"nominated": 0, "completed": 0, "unchanged": 0}
        before = {row.person_id: row for row in cohort.nominations.select_related("person", "cohort")}
        for row in rows:
            counts[_nominate(cohort, people[row.number], row, before, late_reason, by)] += 1
        return counts

    return apply


def _people_of(rows: Sequence[JudgedRow], by) -> dict[int, Person]:
    """{row number: person}, entered or found, by institution."""
    found = Person.objects.in_bulk([int(row.action) for row in rows if row.action != CREATE])
    people = {row.number: found[int(row.action)] for row in rows if row.action != CREATE}
    places = Institution.objects.select_related("jurisdiction").in_bulk({row.values["institution_id"] for row in rows})
    for pk, place in places.items():
        here = [row for row in rows if row.values["institution_id"] == pk]
        new = [row for row in here if row.action == CREATE]
        people |= zip(
            (row.number for row in new), enter_people(place, [_facts(row) for row in new], by=by), strict=True
        )
        known = [(people[row.number], _facts(row)) for row in here if row.action != CREATE]
        complete_people(place, known, by=by)
    return people


def _facts(row: JudgedRow) -> dict:
    return {key: row.values[key] for key in PERSONAL}


def _nominate(
    cohort: Cohort, person: Person, row: JudgedRow, before: Mapping[int, Nomination], late_reason: str, by
) -> str:
    """ "nominated", "completed" or "unchanged"; a refusal names the row."""
    details = {key: row.values[key] for key in DETAILS}
    details["years_in_post"] = details["years_in_post"] if details["years_in_post"] != "" else None
    details["endorsed_on"] = date.fromisoformat(details["endorsed_on"]) if details["endorsed_on"] else None
    try:
        if person.pk in before:
            changed = complete_nomination(before[person.pk], by=by, **details)
            return "completed" if changed else "unchanged"
        nominate_person(cohort, person, by=by, late_reason=late_reason, **details)
    except RuleBroken as refusal:
        words = _("Row %(number)d: %(problem)s")
        raise RuleBroken(
            *(Finding(one.code, words % {"number": row.number, "problem": one.message}) for one in refusal.findings)
        ) from None
    return "nominated"
