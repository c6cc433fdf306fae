"""Workbooks: received, decided about, applied: whole or not at all, and once."""

import io
from datetime import date, datetime, time, timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from lms.audit.models import Entry
from lms.core.cell_parsers import read_date
from lms.core.workbooks import Column, find_table, read_workbook
from lms.imports import preview
from lms.imports.choices import RowOutcome
from lms.imports.models import Draft
from lms.imports.rows import JudgedRow, Judgement, bring_table, from_json, keep_decisions, keep_table, to_json
from lms.imports.services import (
    apply_draft,
    decide_row,
    decide_rows,
    discard_drafts,
    receive_workbook,
    rows_of,
    totals_of,
)
from tests import factories as make
from tests.refusals import refusal_of

COLUMNS = (Column("name", "Name", ("Name",), required=True), Column("day", "Day", ("Day",), reader=read_date))
database = pytest.mark.django_db


def upload(*rows, name="list.xlsx") -> SimpleUploadedFile:
    book = Workbook()
    for row in (("Name", "Day"), *rows):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return SimpleUploadedFile(name, stream.getvalue())


def judge(subject, table) -> Judgement:
    """By its name, a row is created, matched, reviewed or refused."""
    rows = []
    for record in table.records:
        name = record.answers["name"].value or ""
        outcome = name if name in RowOutcome.values else RowOutcome.CREATE
        candidates = ({"id": 7, "label": "Seven"},) if outcome in ("match", "review") else ()
        shown = {"Name": name, "Day": str(record.answers["day"].value or "")}
        problems = ("Write another name.",) if outcome == "refused" else ()
        rows.append(JudgedRow(record.row_number, outcome, {"name": name}, shown, problems, candidates))
    return Judgement(rows, ["Look twice."])


def receive(cast, *rows, by=None) -> Draft:
    return receive_workbook(
        purpose="test", subject=cast.home, upload=upload(*rows), columns=COLUMNS, judge=judge, by=by or cast.focal
    )


# Rows, without a database ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "action", "allowed"),
    [
        (JudgedRow(1, "create"), "create", ("create", "skip")),
        (JudgedRow(1, "create", decision="skip"), "skip", ("create", "skip")),
        (JudgedRow(1, "match", candidates=({"id": 7, "label": "x"},)), "7", ("7", "create", "skip")),
        (JudgedRow(1, "match", candidates=({"id": 7, "label": "x"},), may_create=False), "7", ("7", "skip")),
        (JudgedRow(1, "match"), "skip", ("create", "skip")),
        (JudgedRow(1, "review", candidates=({"id": 7, "label": "x"},)), "", ("7", "create", "skip")),
        (JudgedRow(1, "review", decision="7"), "7", ("create", "skip")),
        (JudgedRow(1, "refused", decision="create"), "skip", ()),
        (JudgedRow(1, "skipped"), "skip", ()),
    ],
)
def test_what_a_row_does_and_what_may_be_decided(row, action, allowed):
    assert (row.action, row.allowed) == (action, allowed)
    assert from_json(to_json(row)) == row


def test_decisions_are_kept_where_they_are_still_open():
    old = [JudgedRow(1, "review", decision="create"), JudgedRow(2, "create", decision="skip")]

    kept = keep_decisions([JudgedRow(1, "review"), JudgedRow(2, "refused"), JudgedRow(3, "create")], old)

    assert [row.decision for row in kept] == ["create", "", ""]


def test_a_table_is_kept_cell_by_cell():
    cells = [date(2026, 10, 12), datetime(2026, 10, 12, 9, 30), time(9, 30), 12, 1.5, True, "12.10.2026", None]
    book = Workbook()
    book.active.append(["Dates:", date(2026, 10, 12)])
    book.active.append(["Name", "Day"])
    for number, cell in enumerate(cells):
        book.active.append([f"n{number}", cell])
    stream = io.BytesIO()
    book.save(stream)
    table = find_table(read_workbook(stream.getvalue()), COLUMNS)

    again = bring_table(keep_table(table), COLUMNS)

    assert again.records == table.records
    assert again.above == table.above
    assert (again.header_row, again.sheet_name) == (table.header_row, table.sheet_name)


# Receiving ------------------------------------------------------------------------------------------------------------


@database
def test_every_row_is_accounted_for(cast):
    draft = receive(cast, ("a",), ("match",), ("review",), ("refused",), (None, None), ("UKUPNO", 4))

    assert totals_of(rows_of(draft)) == {"create": 1, "match": 1, "review": 1, "refused": 1, "skipped": 1}
    assert draft.facts["blank"] == 1
    assert (draft.applied_at, draft.uploaded_by) == (None, cast.focal)
    assert Entry.objects.get(action="workbook_received").after["subject"] == cast.home.pk


@database
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"%PDF-1.7 \x00", "not_workbook"),
        (b"A,B\n1,2\n", "no_table"),
    ],
)
def test_a_file_that_is_no_list_is_refused_and_leaves_nothing(cast, content, code):
    file = SimpleUploadedFile("list.xlsx", content)

    def act():
        receive_workbook(purpose="test", subject=cast.home, upload=file, columns=COLUMNS, judge=judge, by=cast.focal)

    assert refusal_of(act) & {code, "not_text", "missing_columns"}
    assert not Draft.objects.exists()


@database
def test_a_list_without_rows_is_refused(cast):
    assert refusal_of(lambda: receive(cast)) == {"no_rows"}


@database
def test_a_csv_is_read_as_well(cast):
    file = SimpleUploadedFile("list.csv", "Name;Day\nSavić;12.10.2026\n".encode())

    draft = receive_workbook(
        purpose="test", subject=cast.home, upload=file, columns=COLUMNS, judge=judge, by=cast.focal
    )

    assert rows_of(draft)[0].shown == {"Name": "Savić", "Day": "2026-10-12"}


@database
def test_a_judge_that_stumbles_leaves_nothing(cast):
    def stumble(subject, table):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        receive_workbook(
            purpose="t", subject=cast.home, upload=upload(("a",)), columns=COLUMNS, judge=stumble, by=cast.focal
        )
    assert not Draft.objects.exists()


# Deciding -------------------------------------------------------------------------------------------------------------


@database
def test_decisions_are_written_once_and_only_what_is_open(cast):
    draft = receive(cast, ("review",), ("refused",))

    decided = decide_row(draft, 2, "7", by=cast.focal, version=draft.version)

    assert rows_of(decided)[0].decision == "7"
    assert Entry.objects.get(action="rows_decided").after == {"2": "7"}
    for number, decision in ((2, "8"), (3, "create"), (99, "skip")):
        act = lambda n=number, d=decision: decide_row(draft, n, d, by=cast.focal, version=decided.version)  # noqa: E731
        assert refusal_of(act) == {"decision"}
    assert refusal_of(lambda: decide_row(draft, 2, "skip", by=cast.focal, version=draft.version)) == {"stale"}
    assert decide_rows(draft, {2: "7"}, by=cast.focal, version=decided.version).version == decided.version


# Applying -------------------------------------------------------------------------------------------------------------


def make_units(cast):
    """An `apply` that makes a unit for each row to be created."""

    def apply(draft, rows) -> dict:
        for row in rows:
            make.UnitFactory(institution=cast.home, name=row.values["name"])
        return {"units": len(rows)}

    return apply


@database
def test_applied_once_however_often_asked(cast):
    draft = receive(cast, ("a",), ("b",), ("refused",))

    first = apply_draft(draft, make_units(cast), by=cast.focal, version=draft.version)
    again = apply_draft(draft, make_units(cast), by=cast.focal, version=draft.version)

    assert (
        first.result == again.result == {"units": 2, "create": 2, "match": 0, "review": 0, "refused": 1, "skipped": 0}
    )
    assert cast.home.units.count() == 2
    assert Entry.objects.filter(action="workbook_applied").count() == 1
    assert refusal_of(lambda: decide_row(draft, 2, "skip", by=cast.focal, version=None)) == {"applied"}


@database
def test_undecided_stale_or_empty_is_refused(cast):
    draft = receive(cast, ("review",))
    nothing = receive(cast, ("refused",))

    assert refusal_of(lambda: apply_draft(draft, make_units(cast), by=cast.focal)) == {"undecided"}
    assert refusal_of(lambda: apply_draft(draft, make_units(cast), by=cast.focal, version=99)) == {"stale"}
    assert refusal_of(lambda: apply_draft(nothing, make_units(cast), by=cast.focal)) == {"nothing"}


@database
def test_a_failure_half_way_leaves_nothing(cast):
    draft = receive(cast, ("a",), ("b",))

    def fail(draft, rows):
        make_units(cast)(draft, rows[:1])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        apply_draft(draft, fail, by=cast.focal)

    assert cast.home.units.count() == 0
    assert Draft.objects.get().applied_at is None


@database
def test_two_who_enter_the_same_at_the_same_moment_are_told(cast):
    draft = receive(cast, ("a",), ("a",))

    assert refusal_of(lambda: apply_draft(draft, make_units(cast), by=cast.focal)) == {"changed"}
    assert cast.home.units.count() == 0


@database
def test_old_drafts_forget_their_people(cast):
    applied, waiting = receive(cast, ("a",)), receive(cast, ("b",))
    apply_draft(applied, make_units(cast), by=cast.focal)

    assert discard_drafts(timezone.now() + timedelta(days=1)) == 2

    applied.refresh_from_db()
    assert (applied.rows, applied.facts) == ([], {})
    assert applied.result["units"] == 1
    assert not Draft.objects.filter(pk=waiting.pk).exists()


@database
def test_the_site_keeps_a_workbook_for_ninety_days(cast):
    young, old = receive(cast, ("a",)), receive(cast, ("b",))
    Draft.objects.filter(pk=young.pk).update(created_at=timezone.now() - timedelta(days=89))
    Draft.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=91))

    call_command("discard_drafts", verbosity=0)

    assert list(Draft.objects.all()) == [young]
    assert ("discard_drafts",) in settings.CHORES


# The preview ----------------------------------------------------------------------------------------------------------


@database
def test_the_preview_begins_with_what_was_refused(cast):
    draft = receive(cast, ("a",), ("review",), ("match",), ("refused",), ("UKUPNO", 4))

    shown = preview.build(draft)

    assert [outcome for _word, outcome, _lines in shown.groups] == ["refused", "review", "create", "match", "skipped"]
    assert (shown.refused, shown.undecided, shown.to_apply, shown.headings) == (1, 1, 2, ("Name", "Day"))
    assert shown.notices == ("Look twice.",)
    review = shown.groups[1][2][0]
    assert [(choice.value, choice.label, choice.chosen) for choice in review.choices] == [
        ("7", "Seven", False), ("create", "a new record", False), ("skip", "leave out", False)
    ]  # fmt: skip


@database
def test_refused_rows_go_back_with_their_reason(cast):
    book = load_workbook(io.BytesIO(preview.refused_workbook(receive(cast, ("refused",), ("a",)), footnote="* Note.")))

    rows = [[cell.value for cell in row] for row in book.active.iter_rows()]
    assert rows[:2] == [["Name", "Day", "Row", "Why it was refused"], ["refused", None, 2, "Write another name."]]
    assert rows[-1][0] == "* Note."


def test_only_numbered_decisions_are_read_from_a_form():
    post = {"decision-5": "skip", "decision-x": "1", "decision-" + "9" * 20: "1", "version": "3", "decision-٣": "skip"}

    assert preview.decisions_from(post) == {5: "skip", 3: "skip"}


@database
def test_only_who_sent_a_workbook_sees_it(cast):
    draft = receive(cast, ("a",))

    assert list(Draft.objects.visible_to(cast.focal)) == [draft]
    assert not Draft.objects.visible_to(cast.office).exists()
    assert not Draft.objects.visible_to(AnonymousUser()).exists()
