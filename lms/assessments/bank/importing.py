"""Files of items: read, judged row by row against the bank, applied through the bank's own services."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _

from curricula.bank import gift, moodle, plain
from curricula.bank.file_text import MOST_BYTES, decode, refuse_too_many
from curricula.bank.import_parts import Taker
from curricula.bank.pictures import Studio
from curricula.bank.plain import PlainItem, ReadQuestion
from curricula.bank.services import (
    add_item,
    change_item,
    has_picture,
    objectives_by_module,
    place_findings,
)
from curricula.bank.table import read_row
from curricula.bank.tags import ItemDestination
from curricula.choices import ItemKind
from curricula.models import Curriculum, Item
from lms.core.rules import Finding, RuleBroken, refuse
from lms.core.workbooks import Table
from lms.imports.choices import RowOutcome
from lms.imports.models import Draft
from lms.imports.rows import CREATE, JudgedRow, Judgement
from lms.imports.services import apply_draft, receive_rows, receive_workbook

from .columns import COLUMNS

PURPOSE = "question-bank"
ZIPPED = b"PK"


@dataclass(frozen=True)
class Defaults:
    """Where items belong that do not say it themselves."""

    module: str = ""
    objective: int | None = None
    language: str = "en"


def receive_items(curriculum: Curriculum, upload, defaults: Defaults, *, by) -> Draft:
    """Read a file of items (GIFT, Moodle XML or our workbook, known by its content) and keep it as a draft.

    Refuses with the codes of `curricula.bank.file_text`, of `markup`, of `WorkbookError`, or 'no_items'.
    """
    upload.seek(0)
    data = upload.read(MOST_BYTES + 1)
    try:
        if data.startswith(ZIPPED) and len(data) <= MOST_BYTES:
            return _receive_workbook(curriculum, upload, defaults, by)
        judge = _Judge(curriculum, defaults)
        text = decode(data)
        reader = moodle if _is_xml(text) else gift
        return receive_rows(
            purpose=PURPOSE, subject=curriculum, digest=_digest(data, defaults), by=by,
            file_name=str(getattr(upload, "name", "") or "items"),
            judged=lambda: judge.judgement(reader.read(text, judge.place, judge.studio)),
        )  # fmt: skip
    except RuleBroken as refusal:
        raise broken(refusal) from None


def broken(refusal: RuleBroken) -> RuleBroken:
    """The curriculum's refusal as the site says it."""
    return RuleBroken(*(Finding(finding.code, finding.message) for finding in refusal.findings))


def _is_xml(text: str) -> bool:
    head = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    return head.startswith(("<?xml", "<quiz")) or "<question" in head


def _digest(data: bytes, defaults: Defaults) -> str:
    """The file, and what its rows mean where they do not say it."""
    return hashlib.sha256(data + json.dumps(asdict(defaults), sort_keys=True).encode()).hexdigest()


def _receive_workbook(curriculum: Curriculum, upload, defaults: Defaults, by) -> Draft:
    judge = _Judge(curriculum, defaults)
    return receive_workbook(
        purpose=PURPOSE, subject=curriculum, upload=upload, columns=COLUMNS, judge=judge.judge_table, by=by
    )


# Judging --------------------------------------------------------------------------------------------------------------


class _Judge:
    """What each item found means for this bank; the bank is read once."""

    def __init__(self, curriculum: Curriculum, defaults: Defaults) -> None:
        self.curriculum = curriculum
        codes = frozenset(curriculum.modules.values_list("code", flat=True))
        self.place = ItemDestination(codes, defaults.module, defaults.objective, defaults.language)
        self.studio = Studio(has_picture)
        self.objectives = objectives_by_module(curriculum)
        rows = list(Item.objects.filter(module__curriculum=curriculum).select_related("module"))
        self.by_digest = {(row.module.code, row.sha256): row for row in rows}
        self.by_code = {row.code: row for row in rows}
        self.seen: dict[tuple[str, str], int] = {}

    def judge_table(self, _subject, table: Table) -> Judgement:
        refuse_too_many(len(table.records))
        found = []
        for record in table.records:
            cells = {key: answer.value or "" for key, answer in record.answers.items()}
            found.append(read_row(record.row_number, cells, self.place, Taker(self.studio, plain=True)))
        return self.judgement(found)

    def judgement(self, found: Sequence[ReadQuestion]) -> Judgement:
        known = {one.item.code for one in found if one.item and one.item.code}
        return Judgement([self._row(one, known) for one in _numbered(found)])

    def _row(self, found: ReadQuestion, codes: set[str]) -> JudgedRow:
        item = found.item
        shown = _shown(found)
        problems = [*found.problems, *(self._problems(item, codes, found) if item else ())]
        if item is None or problems:
            return JudgedRow(found.line, RowOutcome.REFUSED, shown=shown, problems=tuple(problems))
        values = {"item": plain.to_json(item), "picture": plain.picture_json(found.picture)}
        return self._judged(found, item, values, shown)

    def _problems(self, item: PlainItem, codes: set[str], found: ReadQuestion) -> list[str]:
        problems = [finding.message for finding in place_findings(self.objectives, item)]
        if item.module not in self.place.modules:
            problems.append(_("No module is named, or it is not in this curriculum. Choose one for the file."))
        if item.translation_of and item.translation_of not in codes and item.translation_of not in self.by_code:
            problems.append(_("It translates %s, which is not there.") % item.translation_of[:20])
        if item.picture and not found.picture and not has_picture(item.picture):
            problems.append(_("The picture it names is not in the bank."))
        key = (item.module, plain.digest(item))
        if key in self.seen:
            problems.append(_("It says the same as row %d of this file.") % self.seen[key])
        self.seen.setdefault(key, found.line)
        return problems

    def _judged(self, found: ReadQuestion, item: PlainItem, values: dict, shown: dict) -> JudgedRow:
        notes = (*found.doubts, *found.notes)
        same = self.by_digest.get((item.module, plain.digest(item)))
        if same:
            label = _("retired as %s: nothing happens") if same.retired_on else _("in the bank as %s: nothing happens")
            candidate = {"id": same.pk, "label": label % same.code}
            return JudgedRow(found.line, RowOutcome.MATCH, values, shown, notes, (candidate,), may_create=False)
        older = self.by_code.get(item.code)
        if older and not older.retired_on and older.module.code == item.module and older.kind == item.kind:
            candidate = {"id": older.pk, "label": _("changes %s") % older.code}
            differs = _("The bank has an item of this code that says something else.")
            return JudgedRow(found.line, RowOutcome.REVIEW, values, shown, (differs, *notes), (candidate,))
        outcome = RowOutcome.REVIEW if found.doubts else RowOutcome.CREATE
        return JudgedRow(found.line, outcome, values, shown, notes)


def _numbered(found: Sequence[ReadQuestion]) -> list[ReadQuestion]:
    """Rows are told apart by their number: where two begin on one line, the later one moves on."""
    numbered, last = [], 0
    for one in found:
        last = max(one.line, last + 1)
        numbered.append(replace(one, line=last))
    return numbered


def _shown(found: ReadQuestion) -> dict[str, str]:
    item = found.item
    shown = {_("Question"): found.title}
    if item:
        right = "; ".join(row.text for row in item.right)[:120]
        module = f"{item.module} {item.objective or ''}".strip()
        shown |= {
            _("Kind"): str(ItemKind(item.kind).label), _("Module"): module, _("Language"): item.language,
            _("Answers"): f"{len(item.answers)}: {right}" if right else str(len(item.answers)),
            _("Picture"): _("kept") if item.picture else "",
        }  # fmt: skip
    return shown


# Applying -------------------------------------------------------------------------------------------------------------


def apply_items(draft: Draft, curriculum: Curriculum, *, by, version: int | None = None) -> Draft:
    """Put the decided rows into the bank: all of them or none. What says the same already is left as it is."""

    def apply(_draft, rows: Sequence[JudgedRow]) -> dict:
        return _Writer(curriculum, by).write(rows)

    try:
        return apply_draft(draft, apply, by=by, version=version)
    except RuleBroken as refusal:
        raise broken(refusal) from None


class _Writer:
    """Originals first, then translations, whose originals may have been given new codes here."""

    def __init__(self, curriculum: Curriculum, by) -> None:
        self.curriculum, self.by = curriculum, by
        self.objectives = objectives_by_module(curriculum)
        self.codes: dict[str, str] = {}
        self.result = {"added": 0, "changed": 0, "unchanged": 0}

    def write(self, rows: Sequence[JudgedRow]) -> dict:
        items = [(row, plain.from_json(row.values["item"])) for row in rows]
        for translated in (False, True):
            for row, item in items:
                if bool(item.translation_of) == translated:
                    self._write(row, item)
        return self.result

    def _write(self, row: JudgedRow, item: PlainItem) -> None:
        said = item.code
        original = self.codes.get(item.translation_of, item.translation_of)
        item = replace(item, translation_of=original)
        stored, what = self._store(row, item)
        self.result[what] += 1
        if said:
            self.codes[said] = stored.code

    def _store(self, row: JudgedRow, item: PlainItem) -> tuple[Item, str]:
        picture = plain.picture_from(row.values["picture"])
        if row.outcome == RowOutcome.MATCH:
            return self._known(int(row.action)), "unchanged"
        if row.action == CREATE:
            before = self._count()
            stored = add_item(self.curriculum, item, by=self.by, picture=picture, objectives=self.objectives)
            return stored, "added" if self._count() > before else "unchanged"
        return change_item(self._known(int(row.action)), item, by=self.by, picture=picture), "changed"

    def _known(self, pk: int) -> Item:
        found = Item.objects.filter(pk=pk, module__curriculum=self.curriculum).select_related("module").first()
        if found is None:
            refuse("changed", _("The bank changed since the preview. Send the file again."))
        return found

    def _count(self) -> int:
        return Item.objects.filter(module__curriculum=self.curriculum).count()
