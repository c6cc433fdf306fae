"""What we hand out is text where it was text, whatever it begins with."""

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.workbooks import SheetSpec, read_csv, read_workbook, write_csv, write_workbook

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "#N/A", "=", "{=1}", " =1")


def reopened(*specs, footnote=""):
    return openpyxl.load_workbook(io.BytesIO(write_workbook(specs, footnote=footnote)))


def test_no_text_becomes_a_formula():
    sheet = reopened(SheetSpec("List", DANGEROUS, [DANGEROUS], notes=DANGEROUS), footnote="=1")["List"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert sheet["A2"].quotePrefix
    assert sheet["A2"].value == "=1+1"


@given(
    st.lists(
        st.one_of(st.text(max_size=20), st.integers(), st.floats(), st.booleans(), st.none()), min_size=1, max_size=6
    )
)
def test_any_value_is_written_and_none_as_a_formula(values):
    sheet = reopened(SheetSpec("List", ["a"], [values])).active
    for cell, value in zip(sheet[2], values, strict=False):
        assert cell.data_type != "f"
        assert not isinstance(value, str) or cell.value is None or isinstance(cell.value, str)


def test_a_sheet_that_is_ready_to_use():
    rows = [
        (
            "Petrović",
            5,
            date(2026, 10, 12),
            datetime(2026, 10, 12, 9, 30, tzinfo=UTC),
            time(9, 30),
            None,
            Decimal("1.5"),
            True,
        )
    ]
    spec = SheetSpec("List", ["Name", "n", "Day", "At", "Time", "Blank", "Share", "Yes"], rows, notes=["As of today"])
    sheet = reopened(spec, footnote="* A footnote.")["List"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H2"
    assert sheet["A1"].font.bold
    assert [cell.value for cell in sheet[2]][:7] == [
        "Petrović",
        5,
        datetime(2026, 10, 12),
        datetime(2026, 10, 12, 9, 30),
        time(9, 30),
        None,
        1.5,
    ]
    assert (sheet["C2"].number_format, sheet["C2"].is_date) == ("yyyy-mm-dd", True)
    assert (sheet["A3"].value, sheet["A4"].value, sheet["A5"].value) == (None, "As of today", "* A footnote.")
    assert sheet.column_dimensions["A"].width == 10


def test_a_printed_sheet_is_as_wide_as_the_paper_with_its_headings_on_every_page():
    sheet = reopened(SheetSpec("List", ["Name"] * 12, [["A name that is rather long"] * 12]))["List"]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_widths_are_bounded_or_as_asked():
    assert reopened(SheetSpec("L", ["a"], [["x" * 500]])).active.column_dimensions["A"].width == 60
    assert reopened(SheetSpec("L", ["a"], [], widths=[33])).active.column_dimensions["A"].width == 33


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Kosovo* Police", "Kosovo∗ Police"),
        ("a/b:c?[d]", "a-b-c--d-"),
        ("", "Sheet"),
        ("x" * 40, "x" * 31),
        ("'a'", "a"),
        ("History", "History-"),
    ],
)
def test_titles_excel_accepts(title, written):
    assert reopened(SheetSpec(title, ["a"], [])).sheetnames == [written]


def test_titles_are_unique():
    assert reopened(*(SheetSpec(title, ["a"], []) for title in ("List", "list", "LIST"))).sheetnames == [
        "List",
        "list (2)",
        "LIST (3)",
    ]


def test_our_own_workbooks_come_back():
    rows = [("Петровић", "=1+1", 5, datetime(2026, 10, 12))]
    found = read_workbook(write_workbook([SheetSpec("Spisak", ["a", "b", "c", "d"], rows)])).sheets[0]
    assert found.rows == (("a", "b", "c", "d"), rows[0])


def test_very_long_and_forbidden_text():
    sheet = reopened(SheetSpec("L", ["a"], [["x\x00\x01y"], ["z" * 40_000]])).active
    assert sheet["A2"].value == "xy"
    assert len(sheet["A3"].value) == 32_767


def test_csv_text_never_begins_like_a_formula():
    written = write_csv(["a"], [[text] for text in DANGEROUS], footnote="=1")
    for row in csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")):
        assert not row or not row[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_keeps_numbers_dates_and_letters():
    written = write_csv(
        ["Име", "n"], [["Ђорђе; Đorđe", -5], [date(2026, 1, 2), None], [datetime(2026, 1, 2, 3, 4), float("nan")]]
    )
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig") == "Име,n\r\nЂорђе; Đorđe,-5\r\n2026-01-02,\r\n2026-01-02 03:04,\r\n"


def test_csv_comes_back_with_its_footnote():
    found = read_csv(write_csv(["a", "b"], [["1", "x,y"]], footnote="* note", delimiter=";")).sheets[0]
    assert found.rows == (("a", "b"), ("1", "x,y"), (None, None), ("* note", None))
