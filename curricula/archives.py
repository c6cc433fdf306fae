"""ZIPs written while they are sent: stored, in a fixed order with fixed dates, so that their length is known.

The standard library writes them: with the other writers a file's date is the moment of the download.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zipfile import ZIP_STORED, ZipFile, ZipInfo

LOCAL_HEADER, DESCRIPTOR, CENTRAL_HEADER, END = 30, 16, 46, 22


@dataclass(frozen=True)
class Member:
    """A file inside: its path, size in bytes, digest, and how to open it (an open file, closed after use)."""

    path: str
    size: int
    sha256: str
    open: Callable


class TooShort(Exception):
    """A stored file is not as long as its record says."""


class _Sink:
    """What ZipFile writes to: it keeps the bytes until they are taken."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece) -> int:
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing to flush."""

    def take(self) -> bytes:
        taken, self.pieces = b"".join(self.pieces), []
        return taken


def length_of(members: Iterable[Member]) -> int:
    """The ZIP's length in bytes (below 2 GiB: no ZIP64 records)."""
    rows = [(len(member.path.encode()), member.size) for member in members]
    return END + sum(LOCAL_HEADER + DESCRIPTOR + CENTRAL_HEADER + 2 * name + size for name, size in rows)


def digest_of_members(members: Iterable[Member]) -> str:
    """SHA-256 (hex) over the sorted digests inside."""
    return hashlib.sha256("\n".join(sorted(member.sha256 for member in members)).encode()).hexdigest()


def stream(members: Iterable[Member], moment: datetime) -> Iterator[bytes]:
    """The ZIP, piece by piece; every member carries the same date."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_STORED) as archive:
        for member in members:
            yield from _write(archive, sink, member, moment)
    yield sink.take()


def _write(archive: ZipFile, sink: _Sink, member: Member, moment: datetime) -> Iterator[bytes]:
    info = ZipInfo(member.path, moment.timetuple()[:6])
    info.create_system, info.external_attr, info.file_size = 3, 0o644 << 16, member.size
    written = 0
    with member.open() as source, archive.open(info, "w") as target:
        for chunk in iter(lambda: source.read(64 * 1024), b""):
            written += target.write(chunk)
            yield sink.take()
    if written != member.size:
        raise TooShort(f"{member.path}: {written} bytes instead of {member.size}")
