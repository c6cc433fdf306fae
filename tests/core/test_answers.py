"""A cell gives one certain value, or none and a sentence with the cure."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core import cell_parsers
from lms.core.cell_parsers import (
    read_cefr,
    read_date,
    read_date_range,
    read_email,
    read_identifier,
    read_name,
    read_sex,
    read_text,
    read_whole_number,
)

READERS = [
    read_cefr,
    read_date,
    read_date_range,
    read_email,
    read_identifier,
    read_name,
    read_sex,
    read_text,
    read_whole_number,
]
CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=50), st.dates(), st.datetimes(), st.times()
)


@pytest.mark.parametrize("read", READERS)
@given(CELLS)
def test_whatever_a_cell_holds_is_answered(read, raw):
    answer = read(raw)
    assert answer.raw is raw
    assert not answer.doubt or len(str(answer.doubt)) < 250


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("raw", [None, "", "  \t\u200b"])
def test_a_blank_cell_is_no_doubt(read, raw):
    answer = read(raw)
    assert answer.value == ("not_recorded" if read is read_sex else None)
    assert answer.doubt == ""


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        (datetime(2026, 9, 26), date(2026, 9, 26)),
        (date(2026, 9, 26), date(2026, 9, 26)),
        (46280, date(2026, 9, 15)),
        (46280.75, date(2026, 9, 15)),
        ("2026-09-15", date(2026, 9, 15)),
        ("2026-09-15 00:00:00", date(2026, 9, 15)),
        ("2026/9/15", date(2026, 9, 15)),
        ("15/09/2026", date(2026, 9, 15)),
        ("09/15/2026", date(2026, 9, 15)),
        ("09/09/2026", date(2026, 9, 9)),
        ("15.09.2026.", date(2026, 9, 15)),
        ("5. 9. 2026", date(2026, 9, 5)),
        ("15.09.2026. године", date(2026, 9, 15)),
        ("15. septembar 2026.", date(2026, 9, 15)),
        ("15 септември 2026", date(2026, 9, 15)),
        ("15. rujna 2026.", date(2026, 9, 15)),
        ("15 shtator 2026", date(2026, 9, 15)),
        ("15 septembrie 2026", date(2026, 9, 15)),
        ("September 15, 2026", date(2026, 9, 15)),
        ("1. lipnja 2026.", date(2026, 6, 1)),
        ("1. listopada 2026.", date(2026, 10, 1)),
    ],
)
def test_dates_with_one_reading(raw, day):
    answer = read_date(raw)
    assert (answer.value, str(answer.doubt)) == (day, "")
    assert answer.is_certain


def test_a_date_with_two_readings_names_both():
    answer = read_date("03/04/2026")
    assert answer.value is None
    assert "2026-04-03" in str(answer.doubt)
    assert "2026-03-04" in str(answer.doubt)


@pytest.mark.parametrize(
    "raw",
    [
        "15.09.26",
        "31.02.2026",
        "2026",
        2026,
        "soon",
        True,
        time(1, 2),
        "1.1.0001",
        float("nan"),
        float("inf"),
        "13/13/2026",
        "#REF!",
        "5 foo 2026",
    ],
)
def test_dates_that_are_none(raw):
    answer = read_date(raw)
    assert answer.value is None
    assert answer.doubt


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("12.-13.10.2026", date(2026, 10, 12), date(2026, 10, 13)),
        ("12-13.10.2026.", date(2026, 10, 12), date(2026, 10, 13)),
        ("12.–13.10.2026", date(2026, 10, 12), date(2026, 10, 13)),
        ("30.09.-01.10.2026", date(2026, 9, 30), date(2026, 10, 1)),
        ("30.09.2026 - 01.10.2026", date(2026, 9, 30), date(2026, 10, 1)),
        ("2026-10-12 - 2026-10-13", date(2026, 10, 12), date(2026, 10, 13)),
        ("2026-10-12/2026-10-13", date(2026, 10, 12), date(2026, 10, 13)),
        ("12.10.2026. do 13.10.2026.", date(2026, 10, 12), date(2026, 10, 13)),
        ("12 - 13 October 2026", date(2026, 10, 12), date(2026, 10, 13)),
        ("12.10.2026", date(2026, 10, 12), date(2026, 10, 12)),
        (datetime(2026, 10, 12), date(2026, 10, 12), date(2026, 10, 12)),
    ],
)
def test_ranges(raw, first, last):
    assert read_date_range(raw).value == (first, last)


@pytest.mark.parametrize("raw", ["13.-12.10.2026", "03/04/2026", "October", "32.-33.10.2026", "1-2-3", 5])
def test_ranges_that_are_none(raw):
    answer = read_date_range(raw)
    assert answer.value is None
    assert answer.doubt


@pytest.mark.parametrize(
    "raw", ["M", "m", "М", "м", "muški", "мушки", "Muškarac", "mashkull", "male", "машки", "Bărbat"]
)
def test_men(raw):
    assert (read_sex(raw).value, read_sex(raw).doubt) == ("man", "")


@pytest.mark.parametrize(
    "raw", ["F", "f", "Ф", "ф", "Ž", "ž", "Ж", "ж", "женски", "ženski", "femër", "female", "Femeie", "w"]
)
def test_women(raw):
    assert (read_sex(raw).value, read_sex(raw).doubt) == ("woman", "")


@pytest.mark.parametrize("raw", ["?", "Z", 1, "x", "M/F"])
def test_sex_in_doubt_is_not_recorded(raw):
    assert read_sex(raw).value == "not_recorded"
    assert read_sex(raw).doubt


@pytest.mark.parametrize(("raw", "number"), [(12, 12), (12.0, 12), ("00123", 123), (" 7 ", 7), (0, 0)])
def test_whole_numbers(raw, number):
    assert (read_whole_number(raw).value, read_whole_number(raw).doubt) == (number, "")


@pytest.mark.parametrize("raw", ["5 yrs", "1.234", "1 234", 2.5, -1, "-1", True, "٣", "9" * 5000, 10**9, float("nan")])
def test_numbers_in_doubt(raw):
    assert read_whole_number(raw).value is None
    assert read_whole_number(raw).doubt


def test_bounds_are_the_callers():
    assert read_whole_number(61, maximum=60).value is None
    assert "60" in str(read_whole_number(61, maximum=60).doubt)
    assert read_whole_number(-1, minimum=-5).value == -1


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("MILICA.PETROVIC@MUP.EXAMPLE ", "milica.petrovic@mup.example"),
        ("mailto:ana@mup.example", "ana@mup.example"),
        ("o'brien+x@a-b.example.org", "o'brien+x@a-b.example.org"),
    ],
)
def test_addresses(raw, address):
    assert (read_email(raw).value, read_email(raw).doubt) == (address, "")


@pytest.mark.parametrize(
    "raw",
    [
        "not-an-address", "нот-ан-аддресс", "dritan.çela@mup.example", "аna@mup.example", "a@b", "a@@b.cc", "a b@c.dd",
        "a@b.cc;d@e.ff", "a@b.cc.", ".a@b.cc", "a..b@c.dd", "=a@b.cc", "Ana <ana@mup.example>", "a" * 65 + "@b.cc", 5,
        "a@-b.cc",
    ],
)  # fmt: skip
def test_addresses_in_doubt(raw):
    assert read_email(raw).value is None
    assert read_email(raw).doubt


def test_a_foreign_letter_in_an_address_is_said():
    assert "letters" in str(read_email("dritan.çela@mup.example").doubt)


@pytest.mark.parametrize(
    ("raw", "level"), [("B1", "B1"), ("c1", "C1"), ("В1", "B1"), ("Ц1", "C1"), ("b 2", "B2"), ("А2", "A2")]
)
def test_levels(raw, level):
    assert (read_cefr(raw).value, read_cefr(raw).doubt) == (level, "")


@pytest.mark.parametrize("raw", ["good", "B1/B2", "B3", "D1", 1, "B1+", "1"])
def test_levels_in_doubt(raw):
    assert read_cefr(raw).value is None
    assert read_cefr(raw).doubt


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ana  Marija", "Ana Marija"),
        ("O’Brien–Đokić", "O'Brien-Đokić"),
        ("О'Бриен-Ђокић", "О'Бриен-Ђокић"),
        ("Çela", "Çela"),
        ("Petrovic\u0301", "Petrović"),
        ("Ștefan A.", "Ștefan A."),
    ],
)
def test_names(raw, name):
    assert (read_name(raw).value, read_name(raw).doubt) == (name, "")


@pytest.mark.parametrize(
    "raw", ["=1+1", "@SUM(A1)", "+381", "-Ana", "Ana1", "Ana;", 5, datetime(2026, 1, 1), "'", "<b>", "x" * 101, "Ana_B"]
)
def test_names_refused(raw):
    assert read_name(raw).value is None
    assert read_name(raw).doubt


def test_a_formula_is_named_as_such():
    assert "formula" in str(read_name("=1+1").doubt)


@pytest.mark.parametrize("raw", ["SR-81333", "00123", "СР-1", "12/2026", "a 1"])
def test_service_numbers(raw):
    assert (read_identifier(raw).value, read_identifier(raw).doubt) == (raw, "")


def test_a_number_cell_may_have_lost_its_zeros():
    assert read_identifier(123).value == read_identifier(123.0).value == "123"
    assert "zeros" in str(read_identifier(123).doubt)


@pytest.mark.parametrize("raw", ["=1+1", "-5", "a;b", 1.5, True, "x" * 41, float("inf"), -5, 10**15])
def test_service_numbers_refused(raw):
    assert read_identifier(raw).value is None
    assert read_identifier(raw).doubt


def test_text():
    assert read_text(" ПУ  Ниш ").value == "ПУ Ниш"
    assert read_text(5.0).value == "5"
    assert read_text(datetime(2026, 1, 2)).value == "2026-01-02"
    assert read_text("=1+1").value == "=1+1"
    assert read_text("x" * 2001).doubt


def test_a_doubt_quotes_the_cell_shortened_and_survives_braces():
    assert "{x}" in str(read_cefr("{x}").doubt)
    assert len(str(read_cefr("x" * 900).doubt)) < 200


def test_the_words_for_sex_are_the_three_the_registers_use():
    assert (cell_parsers.MAN, cell_parsers.WOMAN, cell_parsers.NOT_RECORDED) == ("man", "woman", "not_recorded")
