"""Text files: their letters, separators and bounds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lms.core.workbooks import Limits, WorkbookError, read_csv, read_list, validate_upload

LATIN = "Prezime;Ime\nĐorđević;Željko\nŠarić;Čedomir\n"
CYRILLIC = "Презиме;Име;E-mail\nЂорђевић;Жељко;a.very.long.address@mup.example\n"


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (LATIN, "utf-8", "utf-8"),
        (CYRILLIC, "utf-8-sig", "utf-8-sig"),
        (CYRILLIC, "utf-16", "utf-16"),
        (LATIN, "cp1250", "cp1250"),
        (CYRILLIC, "cp1251", "cp1251"),
    ],
)
def test_encodings(text, encoding, named):
    found = read_csv(text.encode(encoding))
    assert found.encoding == named
    assert found.sheets[0].rows == tuple(tuple(line.split(";")) for line in text.splitlines())


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_separators(sign):
    text = sign.join(("a", "b", "c")) + "\n" + sign.join(("1", '"x;,\ty"', "3")) + "\n"
    assert read_csv(text.encode()).sheets[0].rows == (("a", "b", "c"), ("1", "x;,\ty", "3"))


def test_excels_own_first_line():
    assert read_csv(b"sep=;\r\na,x;b\r\n").sheets[0].rows == ((None, None), ("a,x", "b"))


def test_blank_rows_keep_their_numbers():
    assert read_csv(b"a;b\n\n;\n1;2\n;;\n").sheets[0].rows == (("a", "b"), (None, None), (None, None), ("1", "2"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"a;b\x00c", "not_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_text"),
        (b"\xff\xfea", "unknown_encoding"),
        (("a\n" * 21_000).encode(), "too_many_rows"),
        (b"\n" * 9_000_000 + b"a", "too_many_rows"),
        (b";" * 9_000_000 + b"a", "too_many_columns"),
        (("a;" * 70).encode(), "too_many_columns"),
        (("a;" + "x" * 2_001).encode(), "cell_too_long"),
        (b'a;"' + b"b\n" * 5_000, "cell_too_long"),
        ((("x" * 1_900 + ";") * 59 + "\n").encode() * 50, "too_much_text"),
        (b"a" * 10_000_001, "too_large"),
    ],
)
def test_what_is_refused(data, code):
    with pytest.raises(WorkbookError) as refused:
        read_csv(data)
    assert refused.value.code == code
    assert "{" not in str(refused.value)


def test_ten_megabytes_of_nothing():
    assert read_csv(b"\n" * 9_000_000).sheets[0].rows == ()


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b'"')
def test_any_bytes_are_read_or_refused(data):
    try:
        found = read_csv(data)
    except WorkbookError as error:
        assert str(error)
    else:
        assert len(found.sheets) == 1


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        read_list(text.encode("utf-8", "replace"))
    except WorkbookError as error:
        assert str(error)


def test_uploads_of_text_only_where_they_are_wanted():
    data = LATIN.encode()
    assert validate_upload(data, allow_csv=True) == data
    with pytest.raises(WorkbookError) as refused:
        validate_upload(data)
    assert refused.value.code == "not_workbook"
    assert read_list(data).sheets[0].rows[1] == ("Đorđević", "Željko")


def test_limits_can_be_smaller():
    with pytest.raises(WorkbookError):
        read_csv(b"a\nb\nc\n", limits=Limits(rows=2))
