"""Files made to harm, or harmed on the way: each is a Workbook or one clear WorkbookError, soon and within bounds."""

import io
import random
import re
import resource
import zipfile
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

import openpyxl
import pytest

from lms.core.workbooks import Limits, WorkbookError, read_workbook, validate_upload
from lms.core.workbooks.checks import check_package
from lms.core.workbooks.errors import MESSAGES
from lms.core.workbooks.subprocess_parser import parse_apart

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.xlsx"))
ROSTER = (Path(__file__).parent.parent / "cases" / "roster-latin.xlsx").read_bytes()
SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
MACHINE_WORDS = re.compile(r"openpyxl|zipfile|Traceback|Error|Exception|expat|XML parse|0x|\.py|None", re.IGNORECASE)


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(*, sheet=None, also=()):
    """The roster with its first sheet replaced, and other parts replaced or added."""
    return packed(parts_of(ROSTER) | ({SHEET: sheet} if sheet is not None else {}) | dict(also))


def sheet_of(rows):
    return f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()


def refusal(data, **kwargs):
    with pytest.raises(WorkbookError) as refused:
        read_workbook(data, **kwargs)
    message = str(refused.value)
    assert not MACHINE_WORDS.search(message), message
    assert message.endswith(".")
    return refused.value.code


# Other kinds of file --------------------------------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"x" * 10_000_001, "too_large"),
        (OLE, "old_xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"<html><table><tr><td>Prezime</td></tr></table></html>", "web_page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "web_page"),
        (b"%PDF-1.7", "not_workbook"),
        (b"Prezime;Ime", "not_workbook"),
        (b"PK\x03\x04", "damaged"),
        (ROSTER[: len(ROSTER) // 2], "damaged"),
        (ROSTER[:-30], "damaged"),
        (
            packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
            "open_document",
        ),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "not_workbook"),
        (packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}), "not_workbook"),
        (packed({"a.txt": "a"}), "damaged"),
        (packed({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}), "binary_workbook"),
    ],
)
def test_other_kinds_of_file_are_refused_with_their_own_cure(data, code):
    assert refusal(data) == code
    with pytest.raises(WorkbookError):
        validate_upload(io.BytesIO(data))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("xl/vbaProject.bin", "macros"),
        ("xl/externalLinks/externalLink1.xml", "external_links"),
        ("xl/embeddings/list.xlsx", "embedded_files"),
        ("inner.zip", "embedded_files"),
        ("../outside.xml", "damaged"),
        ("/absolute.xml", "damaged"),
        ("xl\\back.xml", "damaged"),
        ("C:/drive.xml", "damaged"),
        ("XL/Workbook.xml", "damaged"),
    ],
)
def test_names_inside(name, code):
    assert refusal(changed(also={name: b"<a/>"})) == code


def test_a_macro_type_without_macros_is_refused():
    types = parts_of(ROSTER)["[Content_Types].xml"].replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
    types = types.replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.macro",
        b"application/vnd.ms-excel.sheet.macro",
    )
    assert refusal(changed(also={"[Content_Types].xml": types})) == "macros"


def test_the_same_name_twice():
    stream = io.BytesIO(ROSTER)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning):
        archive.writestr(SHEET, sheet_of(""))
    assert refusal(stream.getvalue()) == "damaged"


def test_a_zip_with_a_password():
    data = bytearray(ROSTER)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in list(re.finditer(re.escape(signature), bytes(data))):
            data[found.start() + offset] |= 1
    assert refusal(bytes(data)) == "encrypted"


def test_compression_that_excel_never_uses():
    assert refusal(packed(parts_of(ROSTER), zipfile.ZIP_LZMA)) == "damaged"


def test_a_strict_workbook_is_named():
    strict = parts_of(ROSTER)["xl/workbook.xml"].replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    )
    assert refusal(changed(also={"xl/workbook.xml": strict})) == "strict"


# Too much -------------------------------------------------------------------------------------------------------------


def test_too_many_entries():
    assert refusal(changed(also={f"xl/media/{n}.png": b"x" for n in range(300)})) == "too_large_inside"


@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_a_bomb_is_refused_from_its_directory(name):
    assert refusal(changed(also={name: b" " * 60_000_000})) == "too_large_inside"


def test_many_half_bombs():
    half = random.Random(1).randbytes(16_000) * 600
    assert refusal(changed(also={f"xl/media/{n}.bin": half for n in range(11)})) == "too_large_inside"


def test_a_cell_in_the_last_corner_does_not_hang():
    cell = sheet_of('<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>')
    assert refusal(changed(sheet=cell)) == "too_many_rows"
    assert refusal(changed(sheet=sheet_of('<row r="1"><c r="XFD1"><v>1</v></c></row>'))) == "too_many_columns"


def test_empty_formatted_cells_far_away_do_no_harm():
    """Excel and LibreOffice leave such cells behind when a whole row or column was formatted."""
    rows = '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    assert read_workbook(changed(sheet=sheet_of(rows))).sheets[0].rows == ((7,),)


def shared_strings(items):
    types = parts_of(ROSTER)["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/xl/sharedStrings.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    strings = f"<sst {MAIN}>{items}</sst>".encode()
    return changed(also={"[Content_Types].xml": types, "xl/sharedStrings.xml": strings})


def own_peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_shared_strings_that_expand_hugely():
    """The trap that took 850 MB in a plain parse: here the directory refuses it."""
    data = shared_strings("".join(f"<si><t>{n // 15}</t></si>" for n in range(2_500_000)))
    assert 300_000 < len(data) < 1_000_000
    before = own_peak()
    assert refusal(data) == "too_large_inside"
    assert own_peak() - before < 30


def test_more_shared_strings_than_cells():
    data = shared_strings("".join(f"<si><t>{n}</t></si>" for n in range(600_000)))
    check_package(data)
    assert refusal(data) == "too_much_text"


def test_strings_dear_to_parse_cost_the_child_and_not_the_server():
    """Within every size, but each string in many pieces: the child bears it or ends, and this process does not grow."""
    pieces = "".join(f"<r><t>{n}</t></r>" for n in range(800_000))
    data = shared_strings(f"<si>{pieces}</si>")
    check_package(data)
    before = own_peak()
    try:
        read_workbook(data)
    except WorkbookError as error:
        assert error.code == "too_heavy"
    assert own_peak() - before < 30


def test_one_long_string_in_every_cell_is_too_much_text():
    text = "x" * 1_900
    row = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for _ in range(55))
    assert refusal(changed(sheet=sheet_of(f"<row>{row}</row>" * 60))) in ("too_much_text", "too_large_inside")


def test_many_formatted_cells():
    assert refusal(changed(sheet=sheet_of(f"<row>{'<c/>' * 400_000}</row>"))) in ("too_many_cells", "too_large_inside")


def test_one_part_under_many_sheet_names():
    sheets = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(1, 3_000))
    book = parts_of(ROSTER)["xl/workbook.xml"]
    book = re.sub(rb"<sheets>.*</sheets>", b"<sheets>" + sheets + b"</sheets>", book).replace(
        b"<workbook ", b'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    )
    assert refusal(changed(also={"xl/workbook.xml": book})) == "too_many_sheets"


def test_a_cell_with_a_novel_names_itself():
    cell = f'<c r="B2" t="inlineStr"><is><t>{"x" * 2_001}</t></is></c>'
    with pytest.raises(WorkbookError) as refused:
        read_workbook(changed(sheet=sheet_of(f'<row r="2">{cell}</row>')))
    assert refused.value.code == "cell_too_long"
    assert "B2" in str(refused.value)


def test_a_number_format_made_to_be_slow():
    styles = parts_of(ROSTER)["xl/styles.xml"].replace(
        b"<cellXfs",
        b'<numFmts count="1"><numFmt numFmtId="200" formatCode="' + b"[" * 200_000 + b'"/></numFmts><cellXfs',
    )
    assert refusal(changed(also={"xl/styles.xml": styles})) == "damaged"


# Wrong inside ---------------------------------------------------------------------------------------------------------

LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "docProps/core.xml"]
)
def test_declarations_are_refused_in_every_part(part):
    assert refusal(changed(also={part: LAUGHS + parts_of(ROSTER)[part]})) == "unsafe_content"


def test_declarations_are_found_in_utf_16_too():
    text = '<?xml version="1.0" encoding="utf-16"?>' + LAUGHS.decode() + sheet_of("").decode()
    assert refusal(changed(sheet=text.encode("utf-16"))) == "unsafe_content"


def test_a_sheet_hidden_under_another_extension_is_walked_too():
    parts = parts_of(ROSTER)
    parts["xl/worksheets/sheet1.png"] = LAUGHS + parts.pop(SHEET)
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        parts[name] = parts[name].replace(b"sheet1.xml", b"sheet1.png")
    assert refusal(packed(parts)) == "unsafe_content"


@pytest.mark.parametrize(
    "sheet",
    [
        b"",
        b"not xml",
        b"<worksheet>",
        sheet_of('<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'),
        sheet_of('<row r="1"><row r="2"/></row>'),
        sheet_of('<row r="1"><c r="B9"><v>1</v></c></row>'),
        sheet_of('<row r="one"/>'),
        sheet_of('<row r="1"><c r="1A"><v>1</v></c></row>'),
        sheet_of('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
        sheet_of('<row r="1"><c r="A1"><v>abc</v></c></row>'),
        sheet_of(f'<row r="1"><c r="A1"><v>{"9" * 5_000}</v></c></row>'),
        sheet_of("<a>" * 500 + "</a>" * 500),
    ],
)
def test_damaged_sheets(sheet):
    assert refusal(changed(sheet=sheet)) == "damaged"


# What is read all the same --------------------------------------------------------------------------------------------


def written(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_large_list_is_read_apart_and_is_the_same():
    rows = [("Petrović", "Ђорђе", n, n / 8, datetime(2026, 10, 12), True) for n in range(4_999)]
    data = written([*rows, (clock(9, 30), date(2026, 1, 2))])
    found = read_workbook(data).sheets[0]
    assert found.rows[:4_999] == tuple(rows)
    assert found.rows[4_999] == (clock(9, 30), datetime(2026, 1, 2), None, None, None, None)
    assert isinstance(found.rows[0], tuple)


def test_what_is_large_in_any_way_is_not_parsed_in_this_process(monkeypatch):
    apart = []
    monkeypatch.setattr("lms.core.workbooks.reading.parse_apart", lambda data, limits: apart.append(data) or [])
    noise = random.Random(3).randbytes(600_000)
    large = [
        changed(also={"xl/media/image1.png": noise}),
        changed(also={"xl/media/image1.png": noise[:40_000] * 110}),
        changed(sheet=sheet_of("<row>" + "<c/>" * 41_000 + "</row>")),
    ]
    for data in large:
        read_workbook(data)
    read_workbook(ROSTER)
    assert apart == large


def test_both_ways_of_reading_agree():
    for path in CASES:
        data = path.read_bytes()
        here = read_workbook(data)
        apart = parse_apart(data, Limits())
        assert [(sheet.name, sheet.hidden, list(sheet.rows)) for sheet in here.sheets] == apart


def test_a_refusal_comes_back_from_the_child_with_its_details():
    with pytest.raises(WorkbookError) as refused:
        parse_apart(changed(sheet=sheet_of('<row r="24000"><c r="A24000"><v>1</v></c></row>')), Limits())
    assert (refused.value.code, refused.value.details) == ("too_many_rows", {"row": 24000, "limit": 20000})


@pytest.mark.parametrize("limits", [Limits(memory_bytes=40_000_000), Limits(seconds=0)])
def test_a_child_without_memory_or_time(limits):
    with pytest.raises(WorkbookError) as refused:
        parse_apart(ROSTER, limits)
    assert refused.value.code in ("too_heavy", "busy")


def test_rows_beyond_the_cap_are_refused_not_cut():
    assert refusal(written([(n,) for n in range(20_001)])) == "too_many_rows"
    assert refusal(written([range(61)])) == "too_many_columns"


def test_formulas_keep_their_stored_result_or_their_text():
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>A9</f><v></v></c>'
        '<c r="D1" t="inlineStr"><is><t>=1+1</t></is></c>'
    )
    assert read_workbook(changed(sheet=sheet_of(f'<row r="1">{cells}</row>'))).sheets[0].rows == (
        (2, "=1+1", None, "=1+1"),
    )


def test_files_and_bytes_are_read_alike():
    assert read_workbook(io.BytesIO(ROSTER)) == read_workbook(ROSTER)
    stream = io.BytesIO(ROSTER)
    stream.read()
    assert validate_upload(stream) == ROSTER


def test_every_message_can_be_spoken():
    details = dict.fromkeys(("limit", "row", "column", "cell", "sheet", "expected", "missing", "found"), "7")
    for code in MESSAGES:
        assert "{" not in str(WorkbookError(code, **details))
