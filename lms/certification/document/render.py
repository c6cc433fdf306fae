"""The certificate as a PDF of exactly one page, from its frozen facts and nothing else."""

import base64
from collections.abc import Mapping
from io import BytesIO

import segno

from .layout import draw
from .typesetting import DocumentError
from .wording import printed_words

__all__ = ["DocumentError", "qr_data", "render_certificate"]


def render_certificate(facts: Mapping) -> bytes:
    """The PDF for the facts of `facts.frozen_facts`: one A4 page, fonts embedded, the same bytes every time.

    The words printed are those kept with the facts; facts from before they were kept get today's. DocumentError where
    a text has letters that cannot be drawn or does not fit its place.
    """
    if not facts:
        raise DocumentError("a certificate without facts has no document")
    return draw(facts if "printed" in facts else {**facts, "printed": printed_words(facts)})


def qr_data(address: str) -> str:
    """The address as a QR code in a data: SVG (error correction M: readable from a worn print)."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", scale=4, border=2, xmldecl=False, dark="#17211f")
    return "data:image/svg+xml;base64," + base64.b64encode(out.getvalue()).decode()
