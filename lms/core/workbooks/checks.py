"""Whether a file may be unpacked at all, told from its first bytes and the directory of its zip, before any parser."""

import io
import zipfile
from dataclasses import dataclass

from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.parse_limits import USUAL, Limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ARCHIVES = (".zip", ".xlsx", ".xlsm", ".xls", ".docx", ".doc", ".pptx", ".7z", ".rar", ".gz", ".tar", ".jar", ".exe")
_SMALL_ENTRY = 1_000_000


@dataclass(frozen=True)
class Package:
    """What the directory promises: sizes in bytes."""

    file_bytes: int
    unpacked_bytes: int

    def is_small(self, limits: Limits) -> bool:
        """Small enough to be read in this process."""
        return self.file_bytes <= limits.file_bytes_here and self.unpacked_bytes <= limits.unpacked_bytes_here


def check_package(data: bytes, limits: Limits = USUAL) -> Package:
    """Refuse whatever is no plain .xlsx of bearable size (WorkbookError); unpacks only the list of content types."""
    check_size(data, limits)
    _check_first_bytes(data)
    if data.count(_DIRECTORY_ENTRY) > limits.entries:
        raise WorkbookError("too_large_inside")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            kind = _declared_kind(archive, entries)
    except WorkbookError:
        raise
    except Exception:  # noqa: BLE001 - zipfile fails in many ways on damaged bytes; all of them mean the same
        raise WorkbookError("damaged") from None
    _check_names([entry.orig_filename for entry in entries], kind)
    _check_entries(entries, limits)
    return Package(len(data), sum(entry.file_size for entry in entries))


def check_size(data: bytes, limits: Limits = USUAL) -> None:
    """Refuse nothing at all, and more than `limits.file_bytes`."""
    if not data:
        raise WorkbookError("empty")
    if len(data) > limits.file_bytes:
        raise WorkbookError("too_large", limit=limits.file_bytes // 1_000_000)


def _check_first_bytes(data: bytes) -> None:
    if data.startswith(_OLE):
        raise WorkbookError("encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old_xls")
    if data.startswith(b"PK\x03\x04"):
        return
    head = data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    raise WorkbookError("web_page" if head.startswith(b"<") else "not_workbook")


def _declared_kind(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bytes:
    """The bytes that name the file's own type: an OpenDocument's `mimetype` or the list of content types, bounded."""
    for name in ("mimetype", "[Content_Types].xml"):
        for entry in entries:
            if entry.filename == name and not entry.flag_bits & 1:
                with archive.open(entry) as part:
                    return part.read(1_000_000)
    return b""


def _check_names(names: list[str], kind: bytes) -> None:
    lower = [name.lower() for name in names]
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise WorkbookError("open_document" if b"spreadsheet" in kind[:80] else "not_workbook")
    if any(name.endswith("vbaproject.bin") for name in lower) or b"macroEnabled" in kind:
        raise WorkbookError("macros")
    if "xl/workbook.bin" in lower:
        raise WorkbookError("binary_workbook")
    if len(set(lower)) < len(lower) or any(_is_unsafe(name) for name in names):
        raise WorkbookError("damaged")
    if any(name.startswith("xl/externallinks/") for name in lower):
        raise WorkbookError("external_links")
    if any(name.endswith(_ARCHIVES) for name in lower):
        raise WorkbookError("embedded_files")
    if not any(name.startswith("xl/workbook") and name.endswith(".xml") for name in names):
        raise WorkbookError("not_workbook" if "[Content_Types].xml" in names else "damaged")


def _is_unsafe(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or any(sign in name for sign in "\\:\0")


def _check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise WorkbookError("encrypted")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise WorkbookError("damaged")
    if len(entries) > limits.entries or sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise WorkbookError("too_large_inside")
    for entry in entries:
        shared = entry.filename.lower().endswith("sharedstrings.xml") and entry.file_size > limits.shared_strings_bytes
        swollen = entry.file_size > _SMALL_ENTRY and entry.file_size > limits.ratio * max(entry.compress_size, 1)
        if shared or swollen:
            raise WorkbookError("too_large_inside")
