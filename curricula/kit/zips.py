"""ZIPs that are read from any byte on: every entry's length and checksum are known before the first is sent."""

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import accumulate

from ..files.storage import CHUNK

LIMIT = 2**32 - 1
# Version 2.0, bit 11: the name is UTF-8; method 0: stored as it is.
NEEDED, UTF8, STORED, UNIX, FILE_MODE = 20, 1 << 11, 0, 3, 0o100644 << 16


class TooShort(Exception):
    """A stored file is not as long as its record says."""


class TooLarge(Exception):
    """The entries pass 4 GiB or are 65,535 or more: a plain ZIP cannot hold them."""


@dataclass(frozen=True)
class ZipEntry:
    """A file inside: path, size in bytes, digest (hex), CRC-32, and how to open it."""

    path: str
    size: int
    sha256: str
    crc: int
    open: Callable


def entry_of(path: str, content: bytes) -> ZipEntry:
    """An entry that is held in memory."""
    sha256 = hashlib.sha256(content).hexdigest()
    return ZipEntry(path, len(content), sha256, zlib.crc32(content), lambda: BytesIO(content))


def measure(file) -> tuple[int, str, int]:
    """Size, SHA-256 (hex) and CRC-32 of an open file, which is closed."""
    size, crc, state = 0, 0, hashlib.sha256()
    with file:
        while chunk := file.read(CHUNK):
            size, crc = size + len(chunk), zlib.crc32(chunk, crc)
            state.update(chunk)
    return size, state.hexdigest(), crc


def distinct(paths: Iterable[str]) -> list[str]:
    """The paths with a number behind a name that is there already; large and small letters count as alike."""
    taken: set[str] = set()
    rows = []
    for path in paths:
        stem, dot, extension = path.rpartition(".")
        number, chosen = 1, path
        while chosen.lower() in taken:
            number += 1
            chosen = f"{stem}-{number}{dot}{extension}"
        taken.add(chosen.lower())
        rows.append(chosen)
    return rows


class Pack:
    """A ZIP of these entries in this order, all dated `moment`; equal entries make equal bytes.

    It can be opened as a storage's file can (`open`), so that it is handed over like one.
    """

    def __init__(self, entries: Iterable[ZipEntry], moment: datetime) -> None:
        self.entries, self._stamp = tuple(entries), _stamp(moment)
        heads = [_local_head(entry, self._stamp) for entry in self.entries]
        starts = [0, *accumulate(len(head) + entry.size for head, entry in zip(heads, self.entries, strict=True))]
        if starts[-1] > LIMIT or len(self.entries) >= 0xFFFF:
            raise TooLarge(f"{starts[-1]} bytes, {len(self.entries)} entries")
        tail = self._tail(starts)
        self.size = starts[-1] + len(tail)
        self._pieces = [piece for pair in zip(heads, self.entries, strict=True) for piece in pair] + [tail]

    def _tail(self, starts: list[int]) -> bytes:
        directory = b"".join(
            _central_head(entry, self._stamp, start) for entry, start in zip(self.entries, starts, strict=False)
        )
        count = len(self.entries)
        return directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), starts[-1], 0)

    @property
    def sha256(self) -> str:
        """Names these bytes (hex): a digest over paths, dates and the entries' digests."""
        lines = [str(self._stamp), *(f"{entry.sha256}  {entry.path}" for entry in self.entries)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def open(self, _name: str = "") -> "PackFile":
        return PackFile(self)

    def chunks(self, start: int = 0) -> Iterator[bytes]:
        """The bytes from `start` on, piece by piece."""
        for piece in self._pieces:
            size = len(piece) if isinstance(piece, bytes) else piece.size
            if start < size:
                yield from [piece[start:]] if isinstance(piece, bytes) else _content(piece, start)
            start = max(0, start - size)


class PackFile:
    """A pack as an open file: `seek` once, then `read`."""

    def __init__(self, pack: Pack) -> None:
        self._pack, self._chunks, self._rest = pack, pack.chunks(), b""

    def __enter__(self) -> "PackFile":
        return self

    def __exit__(self, *_error) -> None:
        self.close()

    def seek(self, start: int) -> None:
        self._chunks.close()
        self._chunks, self._rest = self._pack.chunks(start), b""

    def read(self, most: int) -> bytes:
        """Some bytes, `most` of them at most; none at the end."""
        chunk = self._rest or next(self._chunks, b"")
        self._rest = chunk[most:]
        return chunk[:most]

    def close(self) -> None:
        self._chunks.close()


def _content(entry: ZipEntry, start: int) -> Iterator[bytes]:
    left = entry.size - start
    with entry.open() as file:
        file.seek(start)
        while left > 0:
            chunk = file.read(min(CHUNK, left))
            if not chunk:
                raise TooShort(f"{entry.path}: {left} bytes are missing")
            left -= len(chunk)
            yield chunk


def _stamp(moment: datetime) -> int:
    """A moment as DOS wrote it: two seconds are the smallest step, 1980 the first year."""
    day = (max(moment.year, 1980) - 1980) << 9 | moment.month << 5 | moment.day
    return day << 16 | moment.hour << 11 | moment.minute << 5 | moment.second // 2


def _common(entry: ZipEntry, stamp: int) -> bytes:
    """What both heads say of an entry."""
    name = len(entry.path.encode())
    sizes = (entry.crc, entry.size, entry.size)
    return struct.pack("<4H3L2H", UTF8, STORED, stamp & 0xFFFF, stamp >> 16, *sizes, name, 0)


def _local_head(entry: ZipEntry, stamp: int) -> bytes:
    return struct.pack("<4sH", b"PK\x03\x04", NEEDED) + _common(entry, stamp) + entry.path.encode()


def _central_head(entry: ZipEntry, stamp: int, start: int) -> bytes:
    first = struct.pack("<4s2H", b"PK\x01\x02", UNIX << 8 | NEEDED, NEEDED)
    last = struct.pack("<3H2L", 0, 0, 0, FILE_MODE, start)
    return first + _common(entry, stamp) + last + entry.path.encode()
