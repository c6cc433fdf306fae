"""Files as answers: ranges, headers, safe names; mostly without a database."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import RequestFactory

from curricula.files.responses import FileDownload, Unsatisfiable, file_response, wanted_range
from curricula.files.storage import safe_name

BYTES = bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", None),
        ("bytes=0-", (0, 1023)),
        ("bytes=0-0", (0, 0)),
        ("bytes=100-199", (100, 199)),
        ("bytes=1000-5000", (1000, 1023)),
        ("bytes=-24", (1000, 1023)),
        ("bytes=-9999", (0, 1023)),
        ("bytes=-", None),
        ("bytes=5-2", None),
        ("bytes=0-1,5-6", None),
        ("lines=1-2", None),
        ("bytes=a-b", None),
        ("bytes=99999999999999999999-", None),
    ],
)
def test_ranges_are_read(header, expected):
    assert wanted_range(header, 1024) == expected


@pytest.mark.parametrize(
    ("header", "size"), [("bytes=1024-", 1024), ("bytes=2000-3000", 1024), ("bytes=-0", 10), ("bytes=0-", 0)]
)
def test_a_range_outside_the_file_is_refused(header, size):
    with pytest.raises(Unsatisfiable):
        wanted_range(header, size)


@pytest.fixture
def parcel():
    name = default_storage.save("editions/aa/aaaa", ContentFile(BYTES))
    return FileDownload(default_storage, name, len(BYTES), "a" * 64, "Liste шта ë.pdf")


def ask(parcel, **headers):
    return file_response(
        RequestFactory().get("/", headers={name.replace("_", "-"): value for name, value in headers.items()}), parcel
    )


def test_a_whole_file_is_for_saving_and_kept_by_nobody(parcel):
    answer = ask(parcel)
    assert answer.getvalue() == BYTES
    assert answer.status_code == 200
    assert answer.headers["Content-Length"] == "1024"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''Liste%20")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["ETag"] == f'"{"a" * 64}"'


def test_a_part_is_sent_with_its_place(parcel):
    answer = ask(parcel, Range="bytes=10-19")
    assert (answer.status_code, answer.headers["Content-Range"]) == (206, "bytes 10-19/1024")
    assert answer.headers["Content-Length"] == "10"
    assert answer.getvalue() == BYTES[10:20]


def test_a_part_that_does_not_exist_is_416(parcel):
    answer = ask(parcel, Range="bytes=1024-")
    assert (answer.status_code, answer.headers["Content-Range"], answer.content) == (416, "bytes */1024", b"")


def test_a_part_of_other_bytes_is_the_whole(parcel):
    assert ask(parcel, Range="bytes=0-9", If_Range='"other"').status_code == 200
    assert ask(parcel, Range="bytes=0-9", If_Range=f'"{"a" * 64}"').status_code == 206


def test_bytes_the_reader_has_are_not_sent_again(parcel):
    answer = ask(parcel, If_None_Match=f'"{"a" * 64}"')
    assert (answer.status_code, answer.content) == (304, b"")


def test_nothing_is_compressed_on_the_way(parcel):
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    file_response(request, parcel)
    assert "HTTP_ACCEPT_ENCODING" not in request.META


def test_a_front_server_is_told_the_place(parcel, settings):
    settings.ACCEL_REDIRECT_PREFIX = "/internal/"
    answer = ask(parcel, Range="bytes=0-9")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["X-Accel-Redirect"] == "/internal/editions/aa/aaaa"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("M01 Handout: Why?", "M01-Handout-Why.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("Шта је ово", "Шта-је-ово.pdf"),
        ("///", "file.pdf"),
        ("x" * 500, "x" * 100 + ".pdf"),
    ],
)
def test_names_are_safe_everywhere(text, name):
    assert safe_name(text, "pdf") == name
