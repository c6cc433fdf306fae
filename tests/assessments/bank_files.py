"""Files of items for tests of the import."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from lms.assessments.bank.importing import Defaults, receive_items

GOOD = "$CATEGORY: $course$/top/M01\n\nOne?{=yes#Right. ~no}\n\nTwo?{TRUE}\n\nEssay. {}\n\n"


def upload(content: str | bytes, name="items.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def receive(cast, curriculum, content=GOOD, **defaults):
    return receive_items(curriculum, upload(content), Defaults(**defaults), by=cast.office)


def workbook(*rows) -> bytes:
    book = Workbook()
    for row in (("Module", "Kind", "Question", "Right answers", "Answer 1", "Answer 2", "Feedback 1"), *rows):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
