"""A module's materials of today as one ZIP."""

from collections.abc import Sequence
from functools import partial

from django.core.files.storage import default_storage

from ..choices import Classification
from ..services import download_name
from .zips import Pack, ZipEntry, distinct, measure


def pack_of_materials(rows: Sequence) -> Pack:
    """These materials side by side, dated as the newest of them. Raises FileNotFoundError if a file is gone."""
    paths = distinct(download_name(row.title, row.language, row.file_extension) for row in rows)
    entries = [_entry(row, path) for row, path in zip(rows, paths, strict=True)]
    return Pack(entries, max(row.created_at for row in rows))


def _entry(row, path: str) -> ZipEntry:
    size, sha256, crc = measure(default_storage.open(row.file.name))
    return ZipEntry(path, size, sha256, crc, partial(default_storage.open, row.file.name))


def highest_class(rows: Sequence) -> str:
    """The most restricted class among the files."""
    classes = {row.classification for row in rows}
    return next((word for word in reversed(Classification.values) if word in classes), Classification.PUBLIC)
