"""Receiving a workbook, deciding about its rows, applying it: all of it or nothing, and once."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.audit.services import record
from lms.core.accounts import Account
from lms.core.rules import refuse, refuse_stale
from lms.core.workbooks import Column, Table, WorkbookError, find_table, read_list, validate_upload

from .choices import RowOutcome
from .models import Draft
from .rows import SKIP, Apply, Judge, JudgedRow, Judgement, bring_table, from_json, keep_decisions, keep_table, to_json


def receive_workbook(
    *, purpose: str, subject: Any, upload: BinaryIO, columns: Sequence[Column], judge: Judge, by: Account
) -> Draft:
    """Read a workbook (.xlsx or CSV), judge its rows, and keep both as a draft. Nothing else is written.

    The same file again, from the same person for the same subject, answers with the draft there was: applied, or
    judged anew. Refuses with the code of `WorkbookError`, or 'no_rows'.
    """
    content, table = _read(upload, columns)

    def judged() -> Judgement:
        judgement = judge(subject, table)
        blank = sum(row.reason == "blank" for row in table.skipped)
        facts = {"table": keep_table(table), "blank": blank, **judgement.facts}
        return Judgement([*judgement.rows, *_skipped(table)], judgement.notices, facts)

    file_name = str(getattr(upload, "name", "") or "workbook")
    digest = hashlib.sha256(content).hexdigest()
    return receive_rows(purpose=purpose, subject=subject, digest=digest, file_name=file_name, judged=judged, by=by)


@transaction.atomic
def receive_rows(
    *, purpose: str, subject: Any, digest: str, file_name: str, judged: Callable[[], Judgement], by: Account
) -> Draft:  # fmt: skip
    """Keep the rows of a file that its app has read itself. `digest` (SHA-256, hex) stands for the file and for
    whatever else decides what its rows mean; the same one again answers as in `receive_workbook`.
    """
    known = Draft.objects.select_for_update().filter(purpose=purpose, subject_id=subject.pk, sha256=digest)
    own = known.filter(uploaded_by=by).order_by("-id").first()
    if own and own.applied_at:
        return own
    draft = own or Draft(purpose=purpose, subject_id=subject.pk, sha256=digest, uploaded_by=by)
    judgement = judged()
    draft.file_name = file_name[-200:]
    draft.rows = [to_json(row) for row in judgement.rows]
    notices = _notices(judgement, known.exclude(applied_at=None).first())
    draft.facts = {"blank": 0, **judgement.facts, "notices": notices}
    draft.version += bool(draft.pk)
    draft.save()
    record("workbook_received", draft, by=by, after={"purpose": purpose, "subject": subject.pk, "sha256": digest})
    return draft


def _read(upload: BinaryIO, columns: Sequence[Column]) -> tuple[bytes, Table]:
    try:
        content = validate_upload(upload, allow_csv=True)
        table = find_table(read_list(content), columns)
    except WorkbookError as error:
        refuse(error.code, str(error))
    if not table.records:
        refuse("no_rows", _("The list has headings but no rows. Fill it in and send it again."))
    return content, table


def _skipped(table: Table) -> list[JudgedRow]:
    return [
        JudgedRow(row.row_number, RowOutcome.SKIPPED, shown={str(_("Row")): row.text}, problems=(str(row.explanation),))
        for row in table.skipped
        if row.reason != "blank"
    ]


def _notices(judgement: Judgement, applied: Draft | None) -> list[str]:
    notices = [str(notice) for notice in judgement.notices]
    if applied:
        day = date_format(timezone.localtime(applied.applied_at), "DATE_FORMAT")
        notices.insert(
            0, _("The same file was applied on %(day)s. Rows already there are not added again.") % {"day": day}
        )
    return notices


# Deciding -------------------------------------------------------------------------------------------------------------


def rows_of(draft: Draft) -> list[JudgedRow]:
    """The draft's rows in the order of the sheet."""
    return sorted((from_json(stored) for stored in draft.rows), key=lambda row: row.number)


def decide_row(draft: Draft, number: int, decision: str, *, by: Account, version: int | None) -> Draft:
    """Say what becomes of one row: "create", "skip", or a candidate's id. See `decide_rows`."""
    return decide_rows(draft, {number: decision}, by=by, version=version)


@transaction.atomic
def decide_rows(draft: Draft, decisions: Mapping[int, str], *, by: Account, version: int | None) -> Draft:
    """Say what becomes of these rows. Refuses: 'stale', 'applied', 'decision' (not open to this row)."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if draft.applied_at:
        refuse("applied", _("This file has been applied. Its rows cannot be decided again."))
    refuse_stale(draft, version)
    allowed = {row.number: row.allowed for row in rows_of(draft)}
    for number, decision in decisions.items():
        if str(decision) not in ("", *allowed.get(number, ())):
            refuse("decision", _("Row %(number)s cannot be decided in this way. Choose again.") % {"number": number})
    changed = _decide(draft, {number: str(decision) for number, decision in decisions.items()})
    if changed:
        draft.version += 1
        draft.save(update_fields=["rows", "version", "updated_at"])
        record("rows_decided", draft, by=by, after=changed)
    return draft


def _decide(draft: Draft, decisions: Mapping[int, str]) -> dict[str, str]:
    """Put the decisions into the stored rows; {row: decision} of those that changed."""
    changed = {}
    for stored in draft.rows:
        decision = decisions.get(stored["number"], stored["decision"])
        if decision != stored["decision"]:
            stored["decision"] = changed[str(stored["number"])] = decision
    return changed


@transaction.atomic
def judge_again(
    draft: Draft, *, subject: Any, columns: Sequence[Column], judge: Judge, facts: Mapping[str, Any],
    note: Mapping[str, Any], by: Account, version: int | None = None,
) -> Draft:  # fmt: skip
    """Judge the rows anew after a person answered what was asked; `facts` are kept with them, `note` in the trail.

    Decisions stay where they are still open. Refuses: 'stale', 'applied'.
    """
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if draft.applied_at:
        refuse("applied", _("This file has been applied. Its rows cannot be decided again."))
    refuse_stale(draft, version)
    judgement = judge(subject, bring_table(draft.facts["table"], columns))
    old = rows_of(draft)
    rows = [*judgement.rows, *(row for row in old if row.outcome == RowOutcome.SKIPPED)]
    draft.rows = [to_json(row) for row in keep_decisions(rows, old)]
    draft.facts = {**draft.facts, **facts, **judgement.facts}
    draft.version += 1
    draft.save(update_fields=["rows", "facts", "version", "updated_at"])
    record("rows_answered", draft, by=by, after=note)
    return draft


# Applying -------------------------------------------------------------------------------------------------------------


class _ChangedError(Exception):
    """The rows read differently now than the person saw them."""

    def __init__(self, rows: list[JudgedRow], count: int) -> None:
        self.rows, self.count = rows, count


def apply_draft(
    draft: Draft,
    apply: Apply,
    *,
    by: Account,
    version: int | None = None,
    subject: Any = None,
    columns: Sequence[Column] = (),
    judge: Judge | None = None,
) -> Draft:
    """Apply the draft's rows in one transaction, or nothing of it; applied once, however often it is called.

    `apply(draft, rows)` gets the rows whose `action` is not "skip" and answers the result as plain JSON. With `judge`
    (and `subject`, `columns`) the rows are judged again inside the transaction, behind `judge`'s own locks; where a row
    reads differently now, the new preview is kept and the act refused.
    Refuses: 'stale', 'undecided', 'changed', 'nothing'.
    """
    try:
        with transaction.atomic():
            return _apply_locked(draft, apply, by=by, version=version, again=judge and (judge, subject, columns))
    except _ChangedError as changed:
        Draft.objects.filter(pk=draft.pk, applied_at=None).update(
            rows=[to_json(row) for row in changed.rows], version=F("version") + 1
        )
        refuse("changed", _say_changed(changed.count))
    except IntegrityError:
        refuse("changed", _("Somebody entered some of these records at the same moment. Send the file again."))


def _apply_locked(
    draft: Draft,
    apply: Apply,
    *,
    by: Account,
    version: int | None,
    again: tuple[Judge, Any, Sequence[Column]] | None,
) -> Draft:
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if draft.applied_at:
        return draft
    refuse_stale(draft, version)
    rows = rows_of(draft)
    _check_decided(rows)
    if again:
        rows = _judged_again(draft, *again)
        _check_decided(rows)
    result = apply(draft, [row for row in rows if row.action != SKIP])
    draft.applied_at, draft.result = timezone.now(), {**totals_of(rows), **(result or {})}
    draft.version += 1
    draft.save()
    record("workbook_applied", draft, by=by, after=totals_of(rows))
    return draft


def _judged_again(draft: Draft, judge: Judge, subject: Any, columns: Sequence[Column]) -> list[JudgedRow]:
    old = rows_of(draft)
    judgement = judge(subject, bring_table(draft.facts["table"], columns))
    skipped = [row for row in old if row.outcome == RowOutcome.SKIPPED]
    rows = keep_decisions([*judgement.rows, *skipped], old)
    seen = {row.number: row for row in old}
    changed = sum(not row.reads_like(seen[row.number]) for row in rows)
    if changed:
        raise _ChangedError(rows, changed)
    return rows


def _check_decided(rows: Sequence[JudgedRow]) -> None:
    undecided = sum(row.action == "" for row in rows)
    if undecided:
        refuse("undecided", _say_undecided(undecided))
    if all(row.action == SKIP for row in rows):
        refuse("nothing", _("No row of this file can be applied. Correct the file and send it again."))


def _say_undecided(count: int) -> str:
    return ngettext(
        "%(count)d row needs your decision before the file can be applied.",
        "%(count)d rows need your decision before the file can be applied.",
        count,
    ) % {"count": count}


def _say_changed(count: int) -> str:
    return ngettext(
        "%(count)d row reads differently now, because records changed since the preview. Look at it and apply again.",
        "%(count)d rows read differently now, because records changed since the preview. Look at them and apply again.",
        count,
    ) % {"count": count}


def totals_of(rows: Sequence[JudgedRow]) -> dict[str, int]:
    """How many rows came to what; together they are all rows that are not blank."""
    return {str(outcome): sum(row.outcome == outcome for row in rows) for outcome in RowOutcome}


@transaction.atomic
def discard_drafts(before: datetime) -> int:
    """Forget the people in drafts older than this instant: open ones go, applied ones keep their result only."""
    old = Draft.objects.filter(created_at__lt=before)
    emptied = old.exclude(applied_at=None).exclude(rows=[]).update(rows=[], facts={})
    deleted, _details = old.waiting().delete()
    return emptied + deleted
