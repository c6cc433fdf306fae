"""Workbooks damaged at random, in the zip and inside its parts: each is read or refused, soon and within bounds."""

import io
import random
import resource
import time
import zipfile
import zlib

import pytest

from lms.core.workbooks import Limits, Workbook, WorkbookError, read_workbook
from lms.core.workbooks.checks import check_package
from lms.core.workbooks.xml_prescan import scan
from tests.core.test_workbooks_hostile import CASES, MACHINE_WORDS, SHEET, packed, parts_of


def flipped(data, chance):
    """One to four bytes changed: in the file as it is, or inside one part, packed anew with a right checksum.

    Most of the latter turn letters and figures into others: the XML often stays well-formed and says nonsense.
    """
    if chance.random() < 0.25:
        return _flip(data, chance, range(256))
    parts = parts_of(data)
    name = chance.choice([*parts, SHEET, SHEET])
    signs = chance.choice((range(256), PLAIN_SIGNS, PLAIN_SIGNS))
    return packed(parts | {name: _flip(parts[name], chance, signs)}, zipfile.ZIP_STORED)


PLAIN_SIGNS = b"0123456789-.ABCXabcstr"


def _flip(data, chance, signs):
    changed_bytes = bytearray(data)
    places = range(len(data)) if len(signs) == 256 else [at for at, sign in enumerate(data) if sign in PLAIN_SIGNS]
    for _ in range(chance.randint(1, 4)):
        changed_bytes[chance.choice(places)] = chance.choice(signs)
    return bytes(changed_bytes)


def reaches_the_parser(data):
    """Past the directory, the checksums and the first walk: what is refused from here on, openpyxl refused."""
    try:
        check_package(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            scan(archive, Limits(), elements=None)
    except (WorkbookError, zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError):
        return False
    return True


def survive(count, seed):
    """(share that reached the parser, share that was read, slowest seconds)"""
    chance = random.Random(seed)
    originals = [path.read_bytes() for path in CASES]
    opened = read = 0
    slowest = 0.0
    for _ in range(count):
        data = flipped(chance.choice(originals), chance)
        started = time.monotonic()
        try:
            assert isinstance(read_workbook(data), Workbook)
            read += 1
        except WorkbookError as error:
            assert not MACHINE_WORDS.search(str(error))
        slowest = max(slowest, time.monotonic() - started)
        opened += reaches_the_parser(data)
    return opened / count, read / count, slowest


def test_damaged_files_are_read_or_refused():
    opened, read, slowest = survive(300, seed=7)
    assert opened >= 0.2
    assert read > 0
    assert slowest < 10


@pytest.mark.slow
def test_ten_thousand_damaged_files_are_read_or_refused():
    opened, read, slowest = survive(10_000, seed=2026)
    print(f"reached the parser {opened:.1%}, read {read:.1%}, slowest {slowest:.2f} s")  # noqa: T201
    assert opened >= 0.2
    assert read >= 0.1
    assert slowest < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 512 * 1024
