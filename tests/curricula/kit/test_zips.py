"""A ZIP that can be read from any byte on is a ZIP like any other."""

import io
import zipfile
from datetime import datetime

import pytest

from curricula.kit.zips import LIMIT, Pack, TooLarge, TooShort, ZipEntry, distinct, entry_of, measure

MOMENT = datetime(2026, 10, 12, 9, 30, 44)
CONTENTS = {"a.txt": b"one", "materials/Zašto čuvamo.pdf": b"\0" * 200_000, "материјал.txt": b"", "z": b"last"}


def pack(contents=CONTENTS, moment=MOMENT) -> Pack:
    return Pack([entry_of(path, content) for path, content in contents.items()], moment)


def test_the_standard_library_reads_it():
    content = b"".join(pack().chunks())
    assert len(content) == pack().size
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == CONTENTS
        assert {row.date_time for row in archive.infolist()} == {(2026, 10, 12, 9, 30, 44)}
        assert {row.external_attr >> 16 for row in archive.infolist()} == {0o100644}


def test_it_can_be_begun_at_every_byte():
    small = pack({"a": b"first", "b": b"second"})
    whole = b"".join(small.chunks())
    assert [b"".join(small.chunks(start)) for start in range(len(whole) + 1)] == [
        whole[start:] for start in range(len(whole) + 1)
    ]


def test_it_is_read_as_an_open_file_is():
    whole = b"".join(pack().chunks())
    with pack().open() as file:
        file.seek(10)
        assert b"".join(iter(lambda: file.read(777), b"")) == whole[10:]


def test_its_name_changes_with_whatever_is_in_it():
    others = [pack({"a.txt": b"one"}), pack(moment=MOMENT.replace(year=2027)), pack({**CONTENTS, "z": b"more"})]
    assert len({row.sha256 for row in [pack(), *others]}) == 4
    assert pack().sha256 == pack().sha256


def test_a_file_shorter_than_its_record_breaks_the_download_off():
    entry = ZipEntry("a", 10, "", 0, lambda: io.BytesIO(b"short"))
    with pytest.raises(TooShort):
        b"".join(Pack([entry], MOMENT).chunks())


def test_what_no_plain_zip_can_hold_is_refused():
    entry = ZipEntry("a", LIMIT, "", 0, io.BytesIO)
    with pytest.raises(TooLarge):
        Pack([entry], MOMENT)
    with pytest.raises(TooLarge):
        Pack([entry_of(str(number), b"") for number in range(0x10000)], MOMENT)


def test_a_file_is_measured_and_closed():
    file = io.BytesIO(b"one")
    assert measure(file) == (entry_of("a", b"one").size, entry_of("a", b"one").sha256, entry_of("a", b"one").crc)
    assert file.closed


def test_two_files_of_one_name_stand_side_by_side():
    assert distinct(["a/Same.pdf", "a/same.pdf", "b/Same.pdf", "a/Same.pdf"]) == [
        "a/Same.pdf", "a/same-2.pdf", "b/Same.pdf", "a/Same-3.pdf",
    ]  # fmt: skip
