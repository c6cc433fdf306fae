"""The blocks of a module's text and their digests: what a translation stands for, and what it no longer does."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Covers = Mapping[str, Sequence[str]]
EXCERPT = 100


@dataclass(frozen=True)
class SourceBlock:
    """One block: the part of the page it stands in, its digest (SHA-256, hex), its first words."""

    part: str
    sha256: str
    excerpt: str


def blocks_of(title: str, content: Mapping) -> list[SourceBlock]:
    """Title, texts and every item of every list, in their order; empty texts are no blocks."""
    blocks = [_block("title", title)] if title else []
    for part, value in content.items():
        blocks += [_block(part, item) for item in (value if isinstance(value, list) else [value]) if item]
    return blocks


def _block(part: str, value) -> SourceBlock:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return SourceBlock(part, hashlib.sha256(text.encode()).hexdigest(), _excerpt(value))


def _excerpt(value) -> str:
    """The longest text of a block, cut at a word."""
    words = " ".join(re.sub(r"<[^>]*>", " ", max(_texts(value), key=len, default="")).split())
    return words if len(words) <= EXCERPT else words[: EXCERPT - 1].rpartition(" ")[0] + "…"


def _texts(value) -> list[str]:
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def covers_of(blocks: Iterable[SourceBlock]) -> dict[str, list[str]]:
    """What a translation of these blocks stands for: {part: [digests]}."""
    covers: dict[str, list[str]] = {}
    for block in blocks:
        covers.setdefault(block.part, []).append(block.sha256)
    return covers


def without_title(covers: Covers) -> Covers:
    """An edition has the record's title, not the page's: it is compared by what stands below the title."""
    return {part: digests for part, digests in covers.items() if part != "title"}


def not_covered(blocks: Iterable[SourceBlock], covers: Covers) -> list[SourceBlock]:
    """Blocks of the source that the translation does not say yet, or says as they were."""
    return [block for block in blocks if block.sha256 not in covers.get(block.part, ())]


def left_over(blocks: Iterable[SourceBlock], covers: Covers) -> list[tuple[str, str]]:
    """(part, digest) of blocks that the translation still says and the source does not."""
    said = {(block.part, block.sha256) for block in blocks}
    return [(part, sha256) for part, digests in covers.items() for sha256 in digests if (part, sha256) not in said]
