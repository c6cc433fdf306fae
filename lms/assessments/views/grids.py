"""A whole grid sent at once, by the plain button: for whoever has no script. Each cell goes its own way: what a rule
refuses, or what somebody else changed in between, is named and stays to be looked at; the rest is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.rules import RuleBroken, refuse

from ..items import MarkLine
from ..services import mark_item, record_test_result, remove_test_result
from ..services.results import UNASKED
from ..sheets import ResultRow, result_cells

MARKS = {"1": True, "0": False, "": None}
SIGNS = {"1": "✓", "0": "✗", "": "–"}
#: So many fields a page sends at most; the settings refuse 4000.
FIELDS = 3000


@dataclass(frozen=True)
class Refused:
    """A cell that was not saved: the name of its field, whose and which it is, why, and what was sent."""

    name: str
    label: str
    why: str
    sent: str


@dataclass
class Kept:
    """What became of a grid that was sent."""

    saved: int = 0
    refused: list[Refused] = field(default_factory=list)

    def keep(self, name: str, label: str, sent: str, act: Callable[[], object]) -> None:
        """Do it for one cell, and note how it went."""
        try:
            act()
        except RuleBroken as refusal:
            self.refused.append(Refused(name, label, " ".join(refusal.messages), sent))
        else:
            self.saved += 1


def tell(request, kept: Kept) -> None:
    """The sentence above the page."""
    if kept.saved:
        text = ngettext("%(n)d entry is saved.", "%(n)d entries are saved.", kept.saved)
        messages.success(request, text % {"n": kept.saved})
    elif not kept.refused:
        messages.info(request, _("Nothing was changed."))


def people_a_page(columns: int) -> int:
    """How many rows the item grid shows, so that one page can be sent at once."""
    return max(1, FIELDS // (columns + 1))


@transaction.atomic
def save_marks(request, training, moment: str, lines: Sequence[MarkLine]) -> Kept:
    """The marks that differ from what the page showed and from what stands there now."""
    kept = Kept()
    for line in lines:
        shown = request.POST.get(f"was-{line.enrolment.pk}", "").split(",")
        if len(shown) != len(line.cells):
            continue
        for number, (cell, was) in enumerate(zip(line.cells, shown, strict=True), 1):
            sent = request.POST.get(cell.name, was)
            if sent in (was, cell.value) or sent not in MARKS or was not in MARKS:
                continue
            label = _("Item %(number)d, %(name)s") % {"number": number, "name": line.enrolment.person}
            act = partial(mark_item, training, line.enrolment.person, moment, cell.code, MARKS[sent])
            kept.keep(cell.name, label, SIGNS[sent], partial(act, by=request.user, was=MARKS[was]))
    return kept


@transaction.atomic
def save_results(request, training, rows: Sequence[ResultRow], items: int) -> Kept:
    """The results that differ from what the page showed and from what stands there now."""
    kept = Kept()
    for row in rows:
        for cell in result_cells(row, items):
            sent, was = "".join(request.POST.get(cell.name, "").split()), request.POST.get(f"was-{cell.name}")
            full = sent if "/" in sent or not sent else f"{sent}/{items}"
            if was is None or cell.name not in request.POST or full in (was, cell.was):
                continue
            person = row.enrolment.person
            act = partial(_write_shown, training, person, cell.moment, full, was, by=request.user)
            kept.keep(cell.name, f"{cell.moment.label}, {person}", sent or "–", act)
    return kept


def _write_shown(training, person, moment, text: str, was: str, *, by) -> None:
    write_result(training, person, moment, text, by=by, was=_pair(was) if was else None)


def write_result(training, person, moment, text: str, *, by, was=UNASKED) -> None:
    """Record what was typed, "12/15", or take the result back where it is empty. Refuses also: no_number."""
    if text:
        correct, items = _pair(text)
        record_test_result(training, person, moment, correct=correct, items=items, by=by, was=was)
    else:
        remove_test_result(training, person, moment, by=by, was=was)


def _pair(text: str) -> tuple[int, int]:
    correct, _slash, items = text.partition("/")
    return _whole(correct), _whole(items)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        refuse("no_number", _("Write the number of items right, such as 12, or 12/15."))
    return int(text)
