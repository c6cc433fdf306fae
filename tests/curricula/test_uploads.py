"""What the back office takes in: judged by content, drawn anew, never more than asked for."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from PIL import Image
from wagtail.documents.forms import get_document_form, get_document_multi_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from curricula.files.upload_checks import inspect_material, redraw
from curricula.forms.portal import MaterialForm
from curricula.models import Material

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(kind: str = "JPEG", size=(40, 30), **options) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "teal").save(buffer, kind, **options)
    return buffer.getvalue()


def with_place() -> bytes:
    """A JPEG whose metadata give a place, a camera, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0110] = "SECRET-CAMERA"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (44.0, 49.0, 0.0)
    return picture(exif=exif, comment=b"SECRET-COMMENT") + b"SECRET-TAIL"


def office_file(
    main: str = "word/document.xml", extra: dict | None = None, body: bytes = b"<?xml version='1.0'?><w/>"
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(main, body)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("A.PDF", PDF),
        ("a.txt", "Шта, č, ë".encode()),
        ("a.csv", b"\xef\xbb\xbfa;b\n"),
        ("a.docx", office_file()),
        ("a.pptx", office_file("ppt/presentation.xml")),
        ("a.xlsx", office_file("xl/workbook.xml")),
        ("a.jpg", picture()),
        ("a.png", picture("PNG")),
        ("a.webp", picture("WEBP")),
    ],
)
def test_files_that_are_what_they_say_are_taken(name, content):
    taken = inspect_material(upload(name, content))
    assert taken.name == name
    assert taken.tell() == 0
    assert taken.read()


BOMB = office_file(extra={f"word/{number}.xml": b"0" * 9_000_000 for number in range(4)})


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.exe", PDF, "kind"),
        ("a", PDF, "kind"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        ("a.html", b"<html>", "kind"),
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"<html>%PDF-%%EOF", "content"),
        ("a.pdf", PDF[:20], "content"),
        ("a.pdf", office_file(), "content"),
        ("a.txt", b"\xff\xfe\x00a", "content"),
        ("a.txt", b"a\0b", "content"),
        ("a.docx", PDF, "content"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 100, "content"),
        ("a.docx", office_file("xl/workbook.xml"), "content"),
        ("a.docx", office_file(body=b"MZ not xml"), "content"),
        ("a.docx", office_file(extra={"word/vbaProject.bin": b"x"}), "macros"),
        ("a.docx", office_file(extra={f"p{number}": b"" for number in range(3100)}), "content"),
        ("a.docx", BOMB, "content"),
        ("a.jpg", picture("PNG"), "content"),
        ("a.png", picture(), "content"),
        ("a.png", picture("PNG")[:60], "content"),
        ("a.png", b"GIF89a", "content"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "content"),
    ],
)
def test_everything_else_is_refused_with_one_sentence(name, content, code):
    with pytest.raises(ValidationError) as refusal:
        inspect_material(upload(name, content))
    assert [error.code for error in refusal.value.error_list] == [code]
    assert len(refusal.value.messages) == 1


def test_size_is_limited(settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 20
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20
    for name, content in (("a.pdf", PDF), ("a.jpg", picture())):
        with pytest.raises(ValidationError) as refusal:
            inspect_material(upload(name, content))
        assert refusal.value.code == "size"


def test_points_are_limited_before_they_are_decoded(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100
    with pytest.raises(ValidationError) as refusal:
        redraw(upload("a.png", picture("PNG", (20, 20))))
    assert refusal.value.code == "pixels"


@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_never_break_anything(seed):
    """Each byte range spoilt in turn: taken or refused, nothing else."""
    for name, content in (
        ("a.docx", office_file()),
        ("a.jpg", with_place()),
        ("a.png", picture("PNG")),
        ("a.webp", picture("WEBP")),
    ):
        at = seed * len(content) // 40
        spoilt = content[:at] + bytes([content[at] ^ 0xFF, seed]) + content[at + 2 :]
        try:
            inspect_material(upload(name, spoilt))
        except ValidationError as refusal:
            assert refusal.messages


def test_pictures_lose_place_camera_and_what_hides_behind_them():
    fresh = redraw(upload("a.jpg", with_place()))
    content = fresh.read()
    assert b"SECRET" not in content
    assert b"Exif" not in content
    image = Image.open(io.BytesIO(content))
    assert image.size == (30, 40)
    assert not image.getexif()


def test_a_big_picture_on_disk_is_drawn_anew_where_it_lies():
    """Large uploads are files in a temporary folder; that file itself must lose what it says about place."""
    big = TemporaryUploadedFile("a.jpg", "image/jpeg", 0, None)
    big.write(with_place())
    big.size = big.tell()
    redraw(big)
    with open(big.temporary_file_path(), "rb") as file:
        content = file.read()
    assert b"SECRET" not in content
    assert len(content) == big.size


def test_a_see_through_picture_stays_see_through():
    buffer = io.BytesIO()
    Image.new("RGBA", (5, 5), (0, 0, 0, 0)).save(buffer, "PNG", pnginfo=None)
    image = Image.open(redraw(upload("a.png", buffer.getvalue())))
    assert (image.mode, image.getpixel((0, 0))[3]) == ("RGBA", 0)


# The back office's forms ----------------------------------------------------------------------------------------------


def material_form(readers, **data):
    files = {"file": data.pop("file")}
    return get_document_form(Material)(data, files, user=readers.office)


def test_a_material_needs_a_module_and_a_decision(readers, curriculum):
    form = material_form(readers, title="New", language="en", file=upload("a.pdf", PDF))
    assert isinstance(form, MaterialForm)
    assert sorted(form.errors) == ["classification", "module"]


def test_the_form_of_many_uploads_asks_for_the_same(readers):
    fields = get_document_multi_form(Material)(instance=Material(), user=readers.office).fields
    assert fields["module"].required
    assert fields["classification"].required


def test_a_material_is_stored_with_its_digest(readers, curriculum):
    module = curriculum.modules.first()
    form = material_form(
        readers, title="New", language="sq", module=module.pk, classification="trainee", file=upload("a.pdf", PDF),
    )  # fmt: skip
    assert form.errors == {}
    row = form.save()
    assert (row.module, row.classification, row.language, len(row.sha256)) == (module, "trainee", "sq", 64)


def test_the_offices_own_file_is_no_longer_the_loaders(readers, material):
    row = material("trainee")
    before = row.sha256
    data = {"title": row.title, "language": "en", "module": row.module_id, "classification": "trainee"}
    form = get_document_form(Material)(data, {"file": upload("new.pdf", PDF)}, instance=row, user=readers.office)
    assert form.errors == {}
    row = form.save()
    assert row.source_sha256 == ""
    assert row.sha256 != before


def test_a_bad_file_is_said_at_the_file(readers, curriculum):
    form = material_form(readers, title="New", language="en", file=upload("a.pdf", b"MZ"))
    assert "not a whole PDF" in form.errors["file"][0]


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("a.jpg", with_place(), True),
        ("a.svg", b"<svg/>", False),
        ("a.gif", picture("GIF"), False),
        ("a.png", picture(), False),
    ],
)
def test_pictures_in_the_back_office_are_drawn_anew(readers, name, content, taken):
    form = get_image_form(get_image_model())(
        {"title": "A picture"}, {"file": upload(name, content)}, user=readers.office
    )
    assert form.is_valid() is taken
    if taken:
        row = form.save()
        with row.file.open() as file:
            assert b"SECRET" not in file.read()
        assert (row.width, row.height) == (30, 40)
        assert row.get_rendition("max-20x20").url.startswith("/pictures/images/")
