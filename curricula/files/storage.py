"""Files by what they contain: a digest, and a place in storage that two equal files share."""

import hashlib
import re

from django.core.files.storage import default_storage

CHUNK = 64 * 1024


def digest_of(file) -> str:
    """SHA-256 (hex) of an open or openable file, read from its beginning; it is left open, at its beginning."""
    file.open()
    file.seek(0)
    state = hashlib.sha256()
    while chunk := file.read(CHUNK):
        state.update(chunk)
    file.seek(0)
    return state.hexdigest()


def keep(file, sha256: str) -> str:
    """Store the file under its digest unless it is there already; the name in storage."""
    name = f"editions/{sha256[:2]}/{sha256}"
    return name if default_storage.exists(name) else default_storage.save(name, file)


def safe_name(text: str, extension: str) -> str:
    """A file name that every file system and ZIP takes: letters of any script, digits, hyphens."""
    stem = re.sub(r"[\W_]+", "-", text).strip("-")[:100] or "file"
    return f"{stem}.{extension}" if extension else stem


def read_chunks(file, start: int = 0, length: int | None = None):
    """The bytes from `start` on (`length` of them, or all), piece by piece; the file is closed at the end."""
    with file:
        file.seek(start)
        left = length
        while left is None or left > 0:
            chunk = file.read(CHUNK if left is None else min(CHUNK, left))
            if not chunk:
                return
            left = None if left is None else left - len(chunk)
            yield chunk
