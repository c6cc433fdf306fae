"""Pages as PDFs: what is drawn, and what a page may not reach for."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from lms.core import printing
from lms.core.printing import FITTINGS, PrintError, print_page

FACE = (
    f"<style>@font-face {{ font-family: Noto; src: url({FITTINGS['regular']}); }} body {{ font-family: Noto; }}</style>"
)


def page(html: str):
    return PdfReader(BytesIO(print_page(f"<html><head>{FACE}</head><body>{html}</body></html>", name="test"))).pages[0]


def test_words_of_every_script_are_drawn():
    assert "Складиште ș ë đ" in page("<p>Складиште ș ë đ</p>").extract_text()


def test_a_picture_from_elsewhere_is_not_read(tmp_path, monkeypatch):
    Image.new("RGB", (20, 20), "red").save(tmp_path / "spy.png")
    html = f'<p>Here <img src="{(tmp_path / "spy.png").as_posix()}"></p>'
    assert not page(html).images

    monkeypatch.setattr(printing, "PICTURES", tmp_path)
    assert len(page(html).images) == 1  # the same picture in the place for pictures is drawn


def test_what_cannot_be_drawn_names_its_document(monkeypatch):
    class Failed:
        err = 2

    monkeypatch.setattr(printing.pisa, "CreatePDF", lambda *args, **kwargs: Failed())
    with pytest.raises(PrintError, match="letter 7: 2 errors"):
        print_page("<p></p>", name="letter 7")
