"""Headings wherever they stand and whatever they are called; no row is lost without a reason."""

from itertools import combinations

import pytest

from lms.core.cell_parsers import read_name, read_whole_number
from lms.core.text import fold
from lms.core.workbooks import Column, Sheet, Workbook, WorkbookError, find_table, headings
from lms.core.workbooks.tables import REASONS

FAMILY = Column("family", "Family name", headings.FAMILY_NAME, required=True, reader=read_name)
GIVEN = Column("given", "Given name", headings.GIVEN_NAME, required=True, reader=read_name)
UNIT = Column("unit", "Unit", headings.UNIT)
COLUMNS = (FAMILY, GIVEN, UNIT)


def sheet(*rows, name="List", hidden=False):
    width = max(map(len, rows), default=0)
    return Sheet(name, hidden, tuple(tuple(row) + (None,) * (width - len(row)) for row in rows))


def find(*rows, columns=COLUMNS):
    return find_table(Workbook((sheet(*rows),)), columns)


def reasons(*rows, columns=COLUMNS):
    return [row.reason for row in find(*rows, columns=columns).skipped]


@pytest.mark.parametrize(
    "row",
    [
        ("Family name", "Given name", "Unit"),
        ("PREZIME", "IME", "ORGANIZACIONA JEDINICA"),
        ("Презиме", "Име", "Организациона јединица"),
        ("Mbiemri", "Emri", "Njësia"),
        ("Презиме", "Име", "Единица"),
        ("Numele", "Prenumele", "Subdiviziunea"),
        ("Prezime / Family name", "Ime (given name)", "Jedinica:"),
        ("Prezime\nMbiemri", " Ime *", "unit"),
    ],
)
def test_headings_of_the_region(row):
    found = find(("R.br.", *row), (1, "Petrović", "Ana", "PU Niš"))
    assert [answer.value for answer in found.records[0].answers.values()] == ["Petrović", "Ana", "PU Niš"]
    assert found.unknown_headings == ()


def test_columns_in_another_order_with_strangers_between():
    found = find(("Ime", "Napomena", "Prezime"), ("Ana", "x", "Petrović"))
    assert found.records[0].answers["family"].value == "Petrović"
    assert found.unknown_headings == ("Napomena",)
    assert found.missing_columns == ("unit",)
    assert found.records[0].answers["unit"].value is None


def test_the_best_row_of_the_best_visible_sheet():
    cover = sheet(("Prezime", "nešto"), name="Cover")
    hidden = sheet(("Prezime", "Ime", "Jedinica"), ("A", "B", "C"), name="Old", hidden=True)
    listed = sheet(("Spisak Ime",), (), ("Ime", "Prezime"), ("Ana", "Ilić"), name="Spisak")
    found = find_table(Workbook((cover, hidden, listed)), COLUMNS)
    assert (found.sheet_name, found.header_row, len(found.records)) == ("Spisak", 3, 1)


def test_a_heading_twice_counts_once():
    found = find(("Prezime", "Ime", "Ime"), ("Ilić", "Ana", "Eva"))
    assert found.records[0].answers["given"].value == "Ana"
    assert found.unknown_headings == ("Ime",)


def test_a_whole_heading_goes_before_half_a_heading():
    found = find(("Prezime", "Ime (roditelja)", "Ime"), ("Ilić", "Petar", "Ana"))
    assert found.records[0].answers["given"].value == "Ana"


HEAD = ("R.br.", "Prezime", "Ime")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((), "blank"),
        ((7,), "blank"),
        (("7.",), "blank"),
        ((None, " ", "\u00a0"), "blank"),
        ((None, "UKUPNO", 5), "total"),
        (("Укупно", 5), "total"),
        (("Gjithsej:", None, "12"), "total"),
        (("Вкупно", "TOTAL", "=SUM(B2:B9)"), "total"),
        ((None, "Total participants", 3.0), "total"),
        (("R.br.", "Prezime", "Ime"), "repeated_heading"),
        ((None, "PREZIME", "ime"), "repeated_heading"),
        ((1, 2, 3), "column_numbers"),
        (("1.", "2.", "3."), "column_numbers"),
        (("* References to a name shall be understood so.",), "note"),
        ((None, "x" * 61), "note"),
        (("Potpis: ", None, None, "M. M."), "outside_table"),
    ],
)
def test_rows_that_are_no_records(row, reason):
    found = find(HEAD, (1, "Ilić", "Ana"), row, (2, "Kola", "Arben"))
    assert [(skipped.row_number, skipped.reason) for skipped in found.skipped] == [(3, reason)]
    assert [record.row_number for record in found.records] == [2, 4]
    assert found.skipped[0].explanation is REASONS[reason]


@pytest.mark.parametrize(
    "row", [(1, "Total", "Ana"), (1, "Ilić"), (1, None, "Ana"), (None, "Ukupno", "Ana", "x"), (1, 2, "Ana")]
)
def test_rows_that_could_be_people_are_kept(row):
    assert len(find(HEAD, row).records) == 1


def test_a_figure_in_the_only_column_is_no_running_number():
    staff = Column("staff", "Staff", headings.STAFF, reader=read_whole_number)
    assert find(("Staff",), (5,), columns=(staff,)).records[0].answers["staff"].value == 5


def test_what_stands_above():
    found = find(
        ("Title",),
        ("Venue: Niš",),
        ("Dates:", None, "12.10.2026", "Trainer:", "Ana"),
        ("Empty:", "Other:", 3),
        HEAD,
        (1, "I", "A"),
    )
    assert found.above == {"venue": "Niš", "dates": "12.10.2026", "trainer": "Ana", "other": 3}


def test_a_missing_required_column_is_named_with_what_was_found():
    with pytest.raises(WorkbookError) as refused:
        find(("Prezime", "Jedinica"), ("Ilić", "Niš"))
    assert refused.value.code == "missing_columns"
    assert "Given name" in str(refused.value)
    assert "Prezime, Jedinica" in str(refused.value)


@pytest.mark.parametrize("rows", [(), ((),), (("only", "words"),), (("Prezime",), ("Ilić",))])
def test_no_table(rows):
    with pytest.raises(WorkbookError) as refused:
        find(*rows)
    assert refused.value.code == "no_table"
    assert "Family name" in str(refused.value)


def test_a_workbook_without_visible_sheets_has_no_table():
    with pytest.raises(WorkbookError):
        find_table(Workbook((sheet(HEAD, name="x", hidden=True),)), COLUMNS)


def test_no_heading_means_two_things():
    groups = {name: value for name, value in vars(headings).items() if isinstance(value, tuple)}
    for (one, first), (other, second) in combinations(groups.items(), 2):
        shared = {fold(word) for word in first} & {fold(word) for word in second} - {""}
        assert not shared, (one, other, shared)


def test_totals_are_written_folded():
    assert {fold(word) for word in headings.TOTALS} == headings.TOTALS
