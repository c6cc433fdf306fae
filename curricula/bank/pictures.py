"""Pictures inside imported questions: judged by their content, drawn anew, kept by their digest; or refused by name."""

import base64
import binascii
import io
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from PIL import Image

from ..files.upload_checks import PICTURES, UNDRAWABLE, redraw
from .plain import Picture

MOST_BYTES, MOST_POINTS, MOST_PICTURES = 2_000_000, 4_000_000, 200
KINDS = {"JPEG": "jpeg", "PNG": "png", "WEBP": "webp"}
CONTENT_TYPES = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
DATA_ADDRESS = re.compile(r"data:image/[a-z.+-]{1,20};base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)


def never(_sha256: str) -> bool:
    return False


@dataclass
class Studio:
    """Draws the pictures of one file anew. `is_kept(sha256)`: is this very picture in the bank? Then it is ours already
    and stays as it is, so that what was exported comes back the same."""

    is_kept: Callable[[str], bool] = never
    drawn: int = field(default=0)

    def take(self, name: str, encoded: str) -> tuple[Picture | None, str]:
        """(the picture, "") or (None, why not)."""
        said = {"name": name[:60] or _("without a name")}
        try:
            content = base64.b64decode("".join(encoded.split()), validate=True)
        except (binascii.Error, ValueError):
            return None, _("The picture “%(name)s” is damaged and was left out.") % said
        if len(content) > MOST_BYTES or self.drawn >= MOST_PICTURES:
            return None, _("The picture “%(name)s” is too large, or there are too many. It was left out.") % said
        self.drawn += 1
        picture = self._draw(content)
        return picture, "" if picture else _(
            "“%(name)s” is no JPEG, PNG or WebP picture of at most 4 million points. It was left out."
        ) % said

    def _draw(self, content: bytes) -> Picture | None:
        kind = _kind_of(content)
        if not kind:
            return None
        own = Picture(kind, content)
        if self.is_kept(own.sha256):
            return own
        try:
            upload = redraw(SimpleUploadedFile(f"picture.{kind}", content))
        except (ValidationError, *UNDRAWABLE):
            return None
        return Picture(kind, upload.read())


def _kind_of(content: bytes) -> str:
    """What the bytes are, if they are a picture of a sane size; "" otherwise. Only the head is read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(content), formats=sorted(set(PICTURES.values())))
            sane = 0 < image.width * image.height <= MOST_POINTS
            return KINDS.get(image.format, "") if sane else ""
    except UNDRAWABLE:
        return ""


def as_data_address(picture: Picture) -> str:
    """The picture inside an address, as GIFT carries it."""
    return f"data:{CONTENT_TYPES[picture.kind]};base64,{base64.b64encode(picture.content).decode()}"
