"""Two versions of a curriculum side by side, block by block, with the words that differ. On plain data alone."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..pages.plain_text import spoken, words_of_block
from .frozen import PARTS, FrozenModule

SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"
MARKS = {ADDED: gettext_lazy("added"), REMOVED: gettext_lazy("removed"), CHANGED: gettext_lazy("changed")}
#: From here on two blocks are one that was changed.
ALIKE = 0.5


@dataclass(frozen=True)
class WordRun:
    """A run of words: `mark` is same, added or removed."""

    mark: str
    text: str


@dataclass(frozen=True)
class BlockChange:
    """A block that is added, removed or changed; `pieces` are its words, with what went and what came."""

    mark: str
    pieces: tuple[WordRun, ...]

    @property
    def word(self) -> str:
        return str(MARKS[self.mark])


@dataclass(frozen=True)
class PartChange:
    """A part of a module (key points, lesson plan, files) with the blocks that differ."""

    label: str
    blocks: tuple[BlockChange, ...]


@dataclass(frozen=True)
class ModuleChange:
    """A module that is added, removed or changed."""

    mark: str
    code: str
    title: str
    parts: tuple[PartChange, ...] = ()

    @property
    def word(self) -> str:
        return str(MARKS[self.mark])


def compare(before: list[FrozenModule], after: list[FrozenModule]) -> list[ModuleChange]:
    """What differs, in the order of the modules after; what went stands last."""
    old = {module.code: module for module in before}
    codes = {module.code for module in after}
    found = [_module(old.get(module.code), module) for module in after]
    gone = [ModuleChange(REMOVED, module.code, module.title) for module in before if module.code not in codes]
    return [*filter(None, found), *gone]


def _module(old: FrozenModule | None, new: FrozenModule) -> ModuleChange | None:
    if old is None:
        return ModuleChange(ADDED, new.code, new.title)
    parts = tuple(_parts(old, new))
    return ModuleChange(CHANGED, new.code, new.title, parts) if parts else None


def _parts(old: FrozenModule, new: FrozenModule) -> Iterator[PartChange]:
    sides = [(_("module"), _frame(old), _frame(new))]
    sides += [(str(label), _blocks(old, name), _blocks(new, name)) for name, label in PARTS.items()]
    sides += [(_("files"), _files(old), _files(new)), (_("test items"), _items(old), _items(new))]
    sides += [(_("translations"), _translations(old), _translations(new))]
    for label, before, after in sides:
        blocks = tuple(block_changes(before, after))
        if blocks:
            yield PartChange(label, blocks)


# A module's parts as lists of texts -----------------------------------------------------------------------------------


def _frame(module: FrozenModule) -> list[str]:
    duty = _("mandatory") if module.is_mandatory else _("optional")
    return [module.title, _("%d min") % module.minutes, f"{module.kind}, {duty}"]


def _blocks(module: FrozenModule, name: str) -> list[str]:
    value = module.content.get(name) or []
    return [words_of_block(block) for block in (value if isinstance(value, list) else [value])]


def _files(module: FrozenModule) -> list[str]:
    return [f"{file.title}, {file.language}, {file.classification} ({file.sha256[:12]})" for file in module.files]


def _items(module: FrozenModule) -> list[str]:
    return [words_of_block(item) for item in module.items]


def _translations(module: FrozenModule) -> list[str]:
    """Their languages and titles, with a sign that another text has another of."""
    return [
        f"{text['language']}: {text['title']} ({hashlib.sha256(spoken(text['content']).encode()).hexdigest()[:8]})"
        for text in module.texts
    ]


# Blocks and words -----------------------------------------------------------------------------------------------------


def block_changes(before: list[str], after: list[str]) -> Iterator[BlockChange]:
    """The blocks that differ, in their order; a block that only moved is removed in one place and added in another."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for mark, start, end, first, last in matcher.get_opcodes():
        if mark != "equal":
            yield from _pair(before[start:end], after[first:last])


def _pair(old: list[str], new: list[str]) -> Iterator[BlockChange]:
    """Each new block beside the old one it is most alike, if it is alike at all; the order of the new is kept."""
    left = list(old)
    for text in new:
        closest = max(left, key=lambda other: likeness(other, text), default=None)
        if closest is None or likeness(closest, text) < ALIKE:
            yield BlockChange(ADDED, (WordRun(ADDED, text),))
            continue
        for passed in left[: left.index(closest)]:
            yield BlockChange(REMOVED, (WordRun(REMOVED, passed),))
        left = left[left.index(closest) + 1 :]
        yield BlockChange(CHANGED, pieces(closest, text))
    for text in left:
        yield BlockChange(REMOVED, (WordRun(REMOVED, text),))


def likeness(old: str, new: str) -> float:
    """The share of words two texts have in common, 0 to 1."""
    return SequenceMatcher(None, tokens(old), tokens(new), autojunk=False).ratio()


def tokens(text: str) -> list[str]:
    """Words, each with the space behind it, and signs of their own."""
    return re.findall(r"\w+\s*|[^\w\s]\s*|\s+", text)


def pieces(old: str, new: str) -> tuple[WordRun, ...]:
    """The text with what went and what came, word by word."""
    before, after = tokens(old), tokens(new)
    found: list[WordRun] = []
    for mark, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if mark == "equal":
            found.append(WordRun(SAME, "".join(after[first:last])))
            continue
        sides = ((REMOVED, before[start:end]), (ADDED, after[first:last]))
        found += [WordRun(word, "".join(part)) for word, part in sides if part]
    return tuple(found)
