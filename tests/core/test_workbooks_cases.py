"""The four workbooks as ministries send them: every row is accounted for, exactly."""

from datetime import date, datetime
from pathlib import Path

import pytest

from lms.core.cell_parsers import (
    read_cefr,
    read_date,
    read_date_range,
    read_email,
    read_identifier,
    read_name,
    read_sex,
    read_whole_number,
)
from lms.core.text import fold, likeness
from lms.core.workbooks import Column, WorkbookError, find_table, headings, read_workbook

CASES = Path(__file__).parent.parent / "cases"

ROSTER = (
    Column("family_name", "Family name", headings.FAMILY_NAME, required=True, reader=read_name),
    Column("given_name", "Given name", headings.GIVEN_NAME, required=True, reader=read_name),
    Column("sex", "Sex", headings.SEX, reader=read_sex),
    Column("service_number", "Service number", headings.SERVICE_NUMBER, reader=read_identifier),
    Column("unit", "Unit", headings.UNIT),
    Column("job_function", "Job function", headings.JOB_FUNCTION),
    Column("email", "E-mail", headings.EMAIL, reader=read_email),
)
NOMINATIONS = (
    Column("institution", "Institution", headings.INSTITUTION, required=True),
    *ROSTER[:3],
    ROSTER[5],
    Column("years", "Years in post", headings.YEARS_IN_POST, reader=read_whole_number),
    ROSTER[6],
    Column("english", "English", headings.ENGLISH_LEVEL, reader=read_cefr),
    Column("endorsed_by", "Endorsed by", headings.ENDORSED_BY),
    Column("endorsed_on", "Endorsed on", headings.ENDORSED_ON, reader=read_date),
    Column("motivation", "Motivation", headings.MOTIVATION),
)
TARGETS = (
    Column("jurisdiction", "Jurisdiction", headings.JURISDICTION, required=True),
    Column("institution", "Institution", headings.INSTITUTION, required=True),
    ROSTER[5],
    Column("staff", "Staff", headings.STAFF, required=True, reader=read_whole_number),
    Column("women", "of whom women", headings.WOMEN, reader=read_whole_number),
    Column("valid_from", "Valid from", headings.VALID_FROM, reader=read_date),
    Column("source", "Source", headings.SOURCE),
)


def table(name, columns):
    return find_table(read_workbook((CASES / name).read_bytes()), columns)


def values(record):
    return tuple(answer.value for answer in record.answers.values())


def doubted(found):
    """{row: the columns in doubt}"""
    return {record.row_number: sorted(record.doubts) for record in found.records if record.doubts}


def test_roster_in_latin():
    found = table("roster-latin.xlsx", ROSTER)
    assert (found.sheet_name, found.header_row) == ("Spisak", 4)
    assert [record.row_number for record in found.records] == [*range(5, 25), *range(26, 56)]
    assert [(row.row_number, row.reason) for row in found.skipped] == [(25, "blank"), (56, "blank"), (57, "total")]
    assert found.skipped[-1].text == "UKUPNO / TOTAL | 50"
    assert (found.unknown_headings, found.missing_columns) == ((), ())
    assert found.above == {"venue": "Training centre", "dates": "12.-13.10.2026"}
    assert read_date_range(found.above["dates"]).value == (date(2026, 10, 12), date(2026, 10, 13))
    assert doubted(found) == {54: ["email", "family_name", "given_name", "sex"], 55: ["service_number"]}


def test_roster_in_latin_row_by_row():
    rows = {record.row_number: values(record) for record in table("roster-latin.xlsx", ROSTER).records}
    assert rows[5] == ("Jovanović", "Marko", "man", "SR-21124", "pu Niš", "čuvar depoa dokaza", None)
    assert rows[11][:3] == ("Nikolić", "Goran", "man")  # a Cyrillic М
    assert rows[52] == ("Petrovic", "Milica", "woman", None, "PU Nis", None, "milica.petrovic@mup.example")
    assert rows[53] == (None, "Bez prezimena", "man", "SR-22222", "PS Zemun", None, None)
    assert rows[54] == (None, None, "not_recorded", "00123", "PS Zemun", None, None)
    assert rows[55] == ("O'Brien-Đokić", "Ana Marija", "woman", "123", "PS Zemun", None, "ana@mup.example")
    one_person = [fold(f"{rows[row][0]} {rows[row][1]}") for row in (50, 51, 52)]
    assert one_person == ["petrovic milica"] * 3
    sexes = [row[2] for row in rows.values()]
    assert {sex: sexes.count(sex) for sex in set(sexes)} == {"man": 33, "woman": 16, "not_recorded": 1}


def test_roster_in_cyrillic():
    found = table("roster-cyrillic.xlsx", ROSTER)
    assert (found.sheet_name, found.header_row) == ("Spisak", 4)
    assert [r.row_number for r in found.records] == [*range(5, 28), *range(29, 32), *range(33, 40), *range(41, 44)]
    assert [(row.row_number, row.reason) for row in found.skipped] == [
        (28, "blank"),
        (32, "blank"),
        (40, "blank"),
        (44, "blank"),
        (45, "total"),
    ]
    assert doubted(found) == {42: ["email", "family_name", "given_name", "sex"], 43: ["service_number"]}
    rows = {record.row_number: values(record) for record in found.records}
    assert rows[8] == (
        "Марковић",
        "Снежана",
        "woman",
        "SR-11985",
        "Управа за управне послове",
        "магационер",
        "snezana.markovic4@mup.example",
    )
    assert rows[39] == ("Петровиц", "Милица", "woman", None, "ПУ Нис", None, "milica.petrovic@mup.example")
    assert [fold(f"{rows[row][0]} {rows[row][1]}") for row in (37, 38, 39)] == ["petrovic milica"] * 3
    assert rows[41][:2] == (None, "Без презимена")
    sexes = [row[2] for row in rows.values()]
    assert {sex: sexes.count(sex) for sex in set(sexes)} == {"man": 22, "woman": 13, "not_recorded": 1}


def test_the_same_people_in_two_scripts_are_alike():
    latin = table("roster-latin.xlsx", ROSTER).records[45].answers
    cyrillic = table("roster-cyrillic.xlsx", ROSTER).records[30].answers
    assert likeness(latin["family_name"].value, cyrillic["family_name"].value) == 1.0


def test_nominations():
    found = table("nominations.xlsx", NOMINATIONS)
    assert (found.sheet_name, found.header_row, len(found.records), found.skipped) == ("Nominations", 1, 23, ())
    assert (found.unknown_headings, found.missing_columns, found.above) == ((), (), {})
    assert doubted(found) == {
        7: ["years"],
        10: ["years"],
        11: ["email", "english"],
        16: ["years"],
        18: ["years"],
        21: ["english", "years"],
        22: ["english"],
    }
    assert values(found.records[0]) == (
        "Albanian State Police",
        "Zogaj",
        "Besnik",
        "man",
        "Weapons records officer",
        1,
        "besnik.zogaj@mup.example",
        None,
        "Head of unit",
        date(2026, 9, 26),
        "Delivers in-service training at the academy.",
    )
    endorsed = [record.answers["endorsed_on"].value for record in found.records]
    fifteenth = date(2026, 9, 15)
    assert endorsed == [
        date(2026, 9, 26), fifteenth, None, date(2026, 9, 19), fifteenth, fifteenth, fifteenth, date(2026, 9, 21),
        None, fifteenth, fifteenth, fifteenth, fifteenth, None, fifteenth, None, date(2026, 9, 20), fifteenth,
        None, None, date(2026, 9, 20), None, fifteenth,
    ]  # fmt: skip
    assert found.records[9].answers["institution"].value == "Kosovo* Police"


def test_target_population():
    found = table("target-population.xlsx", TARGETS)
    assert (found.header_row, len(found.records), found.skipped, doubted(found)) == (1, 13, (), {})
    assert [record.answers["staff"].value for record in found.records] == [
        70, 50, 60, 55, 25, 15, 10, 15, 70, 90, 45, None, 240,
    ]  # fmt: skip
    assert [record.answers["women"].value for record in found.records] == [6, 9, 4, 5, 4, 1, 1, 2, 12, 11, 3, None, 58]
    assert values(found.records[11]) == (
        "North Macedonia",
        "Sector for Weapons, Explosives and Hazardous Materials",
        "Storage keeper",
        None,
        None,
        None,
        "not yet received",
    )


@pytest.mark.parametrize("name", ["nominations", "roster-latin", "roster-cyrillic", "target-population"])
def test_every_row_below_the_headings_is_a_record_or_skipped(name):
    workbook = read_workbook((CASES / f"{name}.xlsx").read_bytes())
    columns = {"nominations": NOMINATIONS, "target-population": TARGETS}.get(name, ROSTER)
    found = find_table(workbook, columns)
    numbers = sorted(row.row_number for row in (*found.records, *found.skipped))
    assert numbers == list(range(found.header_row + 1, len(workbook.sheets[0].rows) + 1))


def test_the_sheets_as_read():
    workbook = read_workbook((CASES / "roster-latin.xlsx").read_bytes())
    assert [(sheet.name, sheet.hidden, len(sheet.rows)) for sheet in workbook.sheets] == [
        ("Spisak", False, 57),
        ("lookup", True, 2),
    ]
    assert workbook.sheets[0].rows[53][:5] == (49, "=1+1", "@SUM(A1)", "?", "00123")
    assert {len(row) for row in workbook.sheets[0].rows} == {8}
    nominations = read_workbook((CASES / "nominations.xlsx").read_bytes())
    assert nominations.sheets[0].rows[1][9] == datetime(2026, 9, 26)


def test_the_wrong_list_is_refused_with_what_is_missing():
    with pytest.raises(WorkbookError) as refused:
        table("target-population.xlsx", NOMINATIONS)
    assert refused.value.code == "missing_columns"
    assert "Family name, Given name" in str(refused.value)
    assert "of whom women" in str(refused.value)
