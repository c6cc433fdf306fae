"""The transparency log as arithmetic: how a line is sealed, how a certificate is named in it, whether a chain holds.

The recipe is public, so that anybody can follow a downloaded log: SHA-256 over the JSON list [number, kind,
certificate, day, document, seal before it], written without line breaks as Python's `json.dumps` does.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lms.core.hash_chain import seal_of


def mark_of(number: str, code: str) -> str:
    """The certificate in the log: SHA-256 of "number|code". The code is secret, so the mark names nobody."""
    return hashlib.sha256(f"{number}|{code}".encode()).hexdigest()


def seal_line(number: int, kind: str, mark: str, day: date, document: str, previous: str) -> str:
    """The seal of a line (hex)."""
    return seal_of([number, kind, mark, day.isoformat(), document, previous])


@dataclass(frozen=True)
class LogVerdict:
    """What following the log showed: `length` lines hold, `head` is the last seal.

    `broken_at` is the number of the first entry that does not hold, with what is wrong; None if all of it holds.
    """

    length: int
    head: str
    broken_at: int | None = None
    wrong: str = ""

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


def follow(lines: Iterable) -> LogVerdict:
    """The lines (LogEntry, in order) from the first on: numbers without a gap, each seal made of the one before."""
    head, length = "", 0
    for line in lines:
        if line.number != length + 1:
            return LogVerdict(length, head, length + 1, "is missing")
        if line.previous != head:
            return LogVerdict(length, head, line.number, "does not follow from the entry before it")
        if line.seal != seal_line(line.number, line.kind, line.certificate, line.day, line.document, line.previous):
            return LogVerdict(length, head, line.number, "was changed")
        head, length = line.seal, line.number
    return LogVerdict(length, head)
