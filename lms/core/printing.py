"""A page of HTML as a PDF: fonts and pictures of the site and nothing else, within bounds of time and size."""

from io import BytesIO
from pathlib import Path

from django.conf import settings
from xhtml2pdf import pisa
from xhtml2pdf.config.resources import ResourceAccessPolicy

STATIC = Path(settings.BASE_DIR) / "static"
FONTS = STATIC / "vendor" / "noto-sans" / "pdf"
PICTURES = STATIC / "img"
#: What a template of a document names: the emblem's place and the two faces of the font.
FITTINGS = {
    "emblem": (PICTURES / "certificate-emblem.svg").as_posix(),
    "regular": (FONTS / "NotoSans-Regular.ttf").as_posix(),
    "bold": (FONTS / "NotoSans-Bold.ttf").as_posix(),
}


class PrintError(Exception):
    """The PDF could not be made; nothing is sent or shown."""


def print_page(html: str, *, name: str) -> bytes:
    """The PDF of the page; `name` says in an error which document it was. PrintError if it cannot be drawn."""
    policy = ResourceAccessPolicy.server(
        FONTS, extra_roots=(PICTURES,), allow_remote=False, max_render_seconds=20, max_depth=40,
        max_document_bytes=512 * 1024, max_resources=8,
    )  # fmt: skip
    out = BytesIO()
    result = pisa.CreatePDF(html, dest=out, encoding="utf-8", resource_policy=policy)
    if result.err:
        raise PrintError(f"{name}: {result.err} errors while rendering")
    return out.getvalue()
