"""Nomination lists for tests: the real one, and small ones made to order."""

import io
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from lms.cohorts.imports.nominations import answer_rows
from lms.imports.models import Draft
from lms.imports.services import rows_of

REAL = Path(__file__).parents[1] / "cases" / "nominations.xlsx"
HEADINGS = ["Institution", "Family name", "Given name", "Sex", "Job function", "Years in post", "E-mail",
            "English (CEFR)", "Endorsed by", "Endorsed on", "Motivation"]  # fmt: skip


def real() -> SimpleUploadedFile:
    return SimpleUploadedFile("nominations.xlsx", REAL.read_bytes())


def sheet(*rows, headings=HEADINGS) -> SimpleUploadedFile:
    workbook = Workbook()
    workbook.active.append(headings)
    for row in rows:
        workbook.active.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return SimpleUploadedFile("list.xlsx", stream.getvalue())


def a_row(institution="Kosovo* Police", family="Krasniqi", given="Arta", **others) -> list:
    values = dict(zip(HEADINGS, [institution, family, given, "F", "Inspector", 4, "", "B2", "Head", "2026-09-01", ""],
                      strict=True))  # fmt: skip
    return list({**values, **others}.values())


def row(draft: Draft, number: int):
    return next(one for one in rows_of(draft) if one.number == number)


def save(draft: Draft, by, **answers):
    post = {name.replace("__", "-"): value for name, value in answers.items()}
    return answer_rows(draft, post, by=by, version=draft.version)
