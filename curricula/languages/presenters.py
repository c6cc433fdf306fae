"""The matrix in words and tones, as its pages show it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..choices import Currency
from ..editions.frozen import PARTS
from .currency import BlockChange, Standing
from .matrix import LanguageCell, ModuleRow
from .trees import NAMES


def legend(totals: dict[str, int]) -> list[dict]:
    """Each state with its tone, what it means and how often it is there."""
    meaning = {
        Currency.CURRENT: _("says what the source says"),
        Currency.REVIEWED: _("the source changed; a named person found that the translation still holds"),
        Currency.STALE: _("the source changed after it was translated"),
        Currency.DRAFT: _("written, not published"),
        Currency.MISSING: _("nobody has begun"),
    }
    return [
        {"word": state.label, "tone": state.tone, "text": meaning[state], "count": totals[state]} for state in Currency
    ]


@dataclass(frozen=True)
class ShownChange:
    """A change with its words: where, what, since when."""

    change: BlockChange

    @property
    def part(self) -> str:
        return str(PARTS.get(self.change.part, _("title") if self.change.part == "title" else self.change.part))

    @property
    def words(self) -> str:
        return self.change.excerpt or _("a part that was taken out")


@dataclass(frozen=True)
class ShownCell:
    """A cell with its words; `is_shown` is false where a filter hides it."""

    cell: LanguageCell
    is_shown: bool = True

    @property
    def standing(self) -> Standing:
        return self.cell.standing

    @property
    def name(self) -> str:
        return str(NAMES[self.cell.language])

    @property
    def word(self) -> str:
        if self.standing.is_unsafe:
            return _("stale: safety")
        return str(Currency(self.standing.state).label)

    @property
    def tone(self) -> str:
        return "harm" if self.standing.is_unsafe else Currency(self.standing.state).tone

    @property
    def changes(self) -> list[ShownChange]:
        return [ShownChange(change) for change in self.standing.behind]

    @property
    def count(self) -> str:
        number = len(self.standing.behind)
        return ngettext("%d change", "%d changes", number) % number if number else ""

    @property
    def files(self) -> str:
        """What materials this language lacks; nothing while the text itself is missing."""
        number = len(self.cell.lacking)
        if not number or self.standing.state == Currency.MISSING:
            return ""
        return ngettext("%d file missing", "%d files missing", number) % number

    @property
    def url(self) -> str:
        return reverse("curricula:language_detail", args=[self.cell.module.pk, self.cell.language])


def shown_cell(cell: LanguageCell) -> ShownCell:
    return ShownCell(cell)


def shown_row(row: ModuleRow, state: str = "") -> dict:
    """A module and its cells; those in another state than the one asked for stay empty."""
    cells = [ShownCell(cell, not state or cell.standing.state == state) for cell in row.cells]
    return {"module": row.module, "cells": cells}
