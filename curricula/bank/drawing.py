"""Drawing two parallel forms of the test by a blueprint: the same seed draws the same, and no item stands in both."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.rules import Finding


@dataclass(frozen=True)
class DrawableItem:
    """An item as the drawing sees it."""

    code: str
    module: str
    objective: int | None = None


@dataclass(frozen=True)
class Forms:
    """Item codes in the order in which they are asked, and what was amiss: "too_few" (a form is shorter than its
    blueprint), "overlap" (the bank is too small for two forms apart)."""

    pre: tuple[str, ...] = ()
    post: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def draw(pool: Sequence[DrawableItem], blueprint: Mapping[str, int], seed: str) -> Forms:
    """Both forms: `blueprint` gives the number of items of each module, in the order of the test."""
    pre: list[str] = []
    post: list[str] = []
    findings: list[Finding] = []
    for module, wanted in blueprint.items():
        slots = [slot for slot in pool if slot.module == module]
        before, after = _draw_module(slots, wanted, seed)
        pre += before
        post += after
        findings += _findings(module, wanted, len(slots))
    return Forms(tuple(pre), tuple(post), tuple(findings))


def _draw_module(slots: Sequence[DrawableItem], wanted: int, seed: str) -> tuple[list[str], list[str]]:
    """Pairs first, so that both forms ask about the same objectives; where items run out, both ask the same ones."""
    pairs, rest = _pairs(slots, seed)
    pairs += list(zip(rest[::2], rest[1::2], strict=False))
    chosen = pairs[:wanted]
    used = {code for pair in chosen for code in pair}
    spare = [slot.code for slot in _shuffled(slots, seed) if slot.code not in used]
    spare += [code for pair in chosen for code in reversed(pair)]
    while len(chosen) < min(wanted, len(slots)):
        chosen.append(_fill(chosen, spare))
    return [before for before, _after in chosen], [after for _before, after in chosen]


def _fill(chosen: Sequence[tuple[str, str]], spare: Sequence[str]) -> tuple[str, str]:
    """One more item for each form, which that form does not have yet."""
    before = next(code for code in spare if code not in {pair[0] for pair in chosen})
    after = next(code for code in spare if code not in {pair[1] for pair in chosen})
    return before, after


def _pairs(slots: Sequence[DrawableItem], seed: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Two items of one objective each, objectives taking turns; and the codes of those left alone."""
    by_objective: dict[int | None, list[str]] = {}
    for slot in _shuffled(slots, seed):
        by_objective.setdefault(slot.objective, []).append(slot.code)
    turns = [list(zip(codes[::2], codes[1::2], strict=False)) for codes in by_objective.values()]
    pairs = [pair for turn in zip_longest(*turns) for pair in turn if pair]
    return pairs, [codes[-1] for codes in by_objective.values() if len(codes) % 2]


def _shuffled(slots: Iterable[DrawableItem], seed: str) -> list[DrawableItem]:
    return sorted(slots, key=lambda slot: (chance(seed, slot.code), slot.code))


def chance(*words: object) -> str:
    """A number that these words always give and that nobody can steer: for shuffling the same way every time."""
    return hashlib.sha256("\x1f".join(map(str, words)).encode()).hexdigest()


def _findings(module: str, wanted: int, there: int) -> Iterable[Finding]:
    named = {"module": module, "wanted": wanted, "there": there}
    if there < wanted:
        yield Finding("too_few", _("%(module)s: the blueprint asks for %(wanted)d, the bank has %(there)d.") % named)
    elif there < 2 * wanted:
        shared = 2 * wanted - there
        text = ngettext(
            "%(module)s: %(shared)d item stands in both forms. Forms apart need %(needed)d, the bank has %(there)d.",
            "%(module)s: %(shared)d items stand in both forms. Forms apart need %(needed)d, the bank has %(there)d.",
            shared,
        )
        yield Finding("overlap", text % {**named, "shared": shared, "needed": 2 * wanted})
