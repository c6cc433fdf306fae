"""A stored file as an answer: for saving, never sniffed, never kept by a cache, resumable."""

import mimetypes
import re
from dataclasses import dataclass

from django.conf import settings
from django.core.files.storage import Storage
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.http import content_disposition_header, parse_etags

from .storage import read_chunks

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


@dataclass(frozen=True)
class FileDownload:
    """A file to hand over: where it lies, its size in bytes, its digest, the name the reader saves it under.

    Without a `stored_name` it is made while it is read, and a front server cannot send it.
    """

    storage: Storage
    stored_name: str
    size: int
    sha256: str
    file_name: str


class Unsatisfiable(Exception):
    """The range asked for lies outside the file."""


def wanted_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte asked for, inclusive; None for the whole file (also for what we do not serve in parts)."""
    found = RANGE.fullmatch(header.strip())
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(size - int(last), 0), size - 1
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start > end and first and last and int(last) < int(first):
        return None
    if start >= size or start > end:
        raise Unsatisfiable
    return start, end


def is_known(request, etag: str) -> bool:
    """The reader has these bytes already."""
    return etag in parse_etags(request.headers.get("If-None-Match", ""))


def file_response(request, parcel: FileDownload) -> HttpResponse:
    """200, 206, 304 or 416; where a front server sends files itself, the answer names the file's place to it."""
    etag = f'"{parcel.sha256}"'
    if is_known(request, etag):
        return _with_headers(request, HttpResponse(status=304), etag)
    if settings.ACCEL_REDIRECT_PREFIX and parcel.stored_name:
        response = HttpResponse()
        response.headers["X-Accel-Redirect"] = iri_to_uri(settings.ACCEL_REDIRECT_PREFIX + parcel.stored_name)
        return _as_attachment(request, response, etag, parcel.file_name)
    try:
        part = wanted_range(_range_header(request, etag), parcel.size)
    except Unsatisfiable:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{parcel.size}"})
        return _with_headers(request, response, etag)
    return _as_attachment(request, _streamed(request, parcel, part), etag, parcel.file_name)


def _range_header(request, etag: str) -> str:
    """The range counts only for the bytes it was asked of."""
    condition = request.headers.get("If-Range", etag)
    return request.headers.get("Range", "") if condition == etag and request.method == "GET" else ""


def _streamed(request, parcel: FileDownload, part: tuple[int, int] | None) -> StreamingHttpResponse:
    start, end = part or (0, parcel.size - 1)
    # Who asks for the head alone: the server would read the whole file to throw it away.
    wanted = request.method == "GET"
    chunks = read_chunks(parcel.storage.open(parcel.stored_name), start, end - start + 1) if wanted else ()
    response = StreamingHttpResponse(chunks, status=206 if part else 200)
    response.headers["Content-Length"] = str(end - start + 1)
    if part:
        response.headers["Content-Range"] = f"bytes {start}-{end}/{parcel.size}"
    return response


def _as_attachment(request, response, etag: str, file_name: str):
    kind = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = content_disposition_header(True, file_name)
    response.headers["Accept-Ranges"] = "bytes"
    return _with_headers(request, response, etag)


def _with_headers(request, response, etag: str):
    # Compressing on the way would lose the length and with it the ranges.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def sends_bytes(request, response) -> bool:
    """Does this answer give the reader the file (or a part)? What only says "not changed" does not."""
    return request.method == "GET" and response.status_code in (200, 206)
