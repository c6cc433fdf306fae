"""How current a translation is: facts in, a state with its reasons out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..choices import Currency, ReviewKind
from .blocks import Covers, SourceBlock, left_over, not_covered


@dataclass(frozen=True)
class BlockChange:
    """A block that came or went in the source: when, and whether the office called it safety-relevant."""

    part: str
    sha256: str
    excerpt: str
    at: datetime | None = None
    is_gone: bool = False
    is_safety_relevant: bool = False
    pk: int | None = None


@dataclass(frozen=True)
class Standing:
    """A translation's state; `behind` are the changes it does not have, `since` the oldest of them.

    `reviewed_by` and `reviewed_at` say who vouched for it last.
    """

    state: str
    behind: tuple[BlockChange, ...] = ()
    reviewed_by: object = None
    reviewed_at: datetime | None = None

    @property
    def since(self) -> datetime | None:
        return min((change.at for change in self.behind if change.at), default=None)

    @property
    def is_unsafe(self) -> bool:
        """Does it lack a change that is safety-relevant?"""
        return any(change.is_safety_relevant for change in self.behind)


Changes = Mapping[tuple[str, str, bool], BlockChange]


def standing_of(
    blocks: Sequence[SourceBlock], *, has_page: bool, is_live: bool, review=None, changes: Changes | None = None
) -> Standing:
    """The state of one translation.

    `blocks` are the source's today; `review` the newest one (kind, covers, by, at); `changes` what is known of the
    source's changes by (part, digest, gone).
    """
    if not has_page:
        return Standing(Currency.MISSING)
    if not is_live:
        return Standing(Currency.DRAFT)
    behind = behind_of(blocks, review.covers if review else {}, changes or {})
    said = {"reviewed_by": review.by, "reviewed_at": review.at} if review else {}
    if behind:
        return Standing(Currency.STALE, behind, **said)
    kind = review.kind if review else ReviewKind.TRANSLATED
    return Standing(Currency.REVIEWED if kind == ReviewKind.STILL_VALID else Currency.CURRENT, **said)


def behind_of(blocks: Sequence[SourceBlock], covers: Covers, changes: Changes) -> tuple[BlockChange, ...]:
    """What came and went in the source and did not in the translation."""
    came = [_known(changes, block.part, block.sha256, False, block.excerpt) for block in not_covered(blocks, covers)]
    went = [_known(changes, part, sha256, True, "") for part, sha256 in left_over(blocks, covers)]
    return (*came, *went)


def _known(changes: Changes, part: str, sha256: str, is_gone: bool, excerpt: str) -> BlockChange:
    return changes.get((part, sha256, is_gone)) or BlockChange(part, sha256, excerpt, is_gone=is_gone)
