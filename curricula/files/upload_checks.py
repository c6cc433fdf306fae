"""Is an uploaded file what its name says? Judged by its content; pictures are drawn anew without their metadata."""

import struct
import warnings
import zipfile
import zlib
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
MAIN_PART = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml", "xlsx": "xl/workbook.xml"}
MAX_PARTS, MAX_UNPACKED, MAX_RATIO = 3_000, 400 * 1024 * 1024, 200

# Everything that the standard library and Pillow were seen to raise over damaged files; a compression that zipfile does
# not know is a NotImplementedError.
UNREADABLE = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError,
              RuntimeError, struct.error)  # fmt: skip
UNDRAWABLE = (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError, EOFError,
              ValueError, SyntaxError, LookupError, TypeError, zlib.error, struct.error, OverflowError)  # fmt: skip


def refuse(message: str, code: str) -> None:
    raise ValidationError(message, code=code)


def extension_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def inspect_material(upload: Any) -> Any:
    """The upload if it may become a material (a picture: drawn anew); ValidationError with the cure otherwise."""
    extension = extension_of(upload.name)
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        allowed = ", ".join(settings.WAGTAILDOCS_EXTENSIONS)
        refuse(_("This kind of file is not taken. Use one of these: %s.") % allowed, "kind")
    _check_size(upload, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    if extension in PICTURES:
        return redraw(upload)
    check = {"pdf": _check_pdf, "txt": _check_text, "csv": _check_text}.get(extension, _check_office)
    upload.seek(0)
    check(upload, extension)
    upload.seek(0)
    return upload


def _check_size(upload, limit: int) -> None:
    if upload.size > limit:
        refuse(_("This file is larger than %s. Make it smaller.") % filesizeformat(limit), "size")
    if not upload.size:
        refuse(_("This file is empty."), "empty")


def _check_pdf(upload, extension: str) -> None:
    head = upload.read(8)
    upload.seek(max(upload.size - 2048, 0))
    if not head.startswith(b"%PDF-") or b"%%EOF" not in upload.read():
        refuse(_("This is not a whole PDF. Export it again."), "content")


def _check_text(upload, extension: str) -> None:
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        refuse(_("This is not plain text in UTF-8. Save it again as UTF-8."), "content")


def _check_office(upload, extension: str) -> None:
    """A document of Word, PowerPoint or Excel without macros, of a sane size when unpacked."""
    try:
        with zipfile.ZipFile(upload) as archive:
            parts = archive.infolist()
            broken = _is_bomb(parts, upload.size) or not _is_whole(archive, parts, MAIN_PART[extension])
    except UNREADABLE:
        broken = True
    if broken:
        refuse(_("This is not a whole %s file, or it is protected. Save it again.") % extension, "content")
    if any("vbaproject" in part.filename.lower() for part in parts):
        refuse(_("This file contains macros. Save it without them."), "macros")


def _is_bomb(parts: list[zipfile.ZipInfo], size: int) -> bool:
    unpacked = sum(part.file_size for part in parts)
    return len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(size, 10_000)


def _is_whole(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], main: str) -> bool:
    names = {part.filename for part in parts}
    if not {"[Content_Types].xml", main} <= names or any(part.flag_bits & 1 for part in parts):
        return False
    with archive.open(main) as part:
        return part.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def redraw(upload):
    """A JPEG, PNG or WebP drawn anew from its points: without place, camera, comments or anything hidden behind it.

    The upload itself is overwritten: whoever else holds it stores the new picture too.
    """
    kind = PICTURES.get(extension_of(upload.name))
    if kind is None:
        refuse(_("Pictures must be JPEG, PNG or WebP."), "kind")
    _check_size(upload, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    buffer = BytesIO()
    _decode(upload, kind).save(buffer, kind, **({"quality": 88} if kind != "PNG" else {"optimize": True}))
    upload.seek(0)
    upload.truncate()
    upload.write(buffer.getvalue())
    upload.flush()
    upload.size = buffer.tell()
    upload.seek(0)
    return upload


def _decode(upload, kind: str) -> Image.Image:
    """The picture's first frame, upright, in colours every viewer knows."""
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(upload, formats=[kind])
            if image.width * image.height <= limit:
                image.load()
                return _plain(ImageOps.exif_transpose(image))
    except UNDRAWABLE:
        refuse(_("This is not a whole picture of the kind its name says. Export it again."), "content")
    megapixels = limit // 1_000_000
    refuse(_("This picture has more than %d million points. Make it smaller.") % megapixels, "pixels")
    raise AssertionError


def _plain(image: Image.Image) -> Image.Image:
    """The same points in a new picture, which carries nothing else."""
    mode = "RGBA" if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info else "RGB"
    if mode == "RGBA" and image.format == "JPEG":
        mode = "RGB"
    converted = image.convert(mode)
    fresh = Image.new(mode, converted.size)
    fresh.paste(converted)
    return fresh
