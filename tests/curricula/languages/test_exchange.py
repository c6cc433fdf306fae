"""PO files: out and back the same; hostile ones are refused in words and change nothing."""

import polib
import pytest
from django.core.files.base import ContentFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail_localize.models import StringTranslation

from curricula.languages import exchange, services
from lms.core.rules import RuleBroken
from tests.amounts import amount
from tests.refusals import refused

pytestmark = pytest.mark.django_db


def upload(content) -> ContentFile:
    return ContentFile(content if isinstance(content, bytes) else str(content).encode(), "m01.po")


def sentences() -> list:
    rows = StringTranslation.objects.order_by("pk")
    return list(rows.values_list("pk", "data", "translation_type", "has_error"))


@pytest.fixture
def po(m01):
    return polib.pofile(exchange.po_of(services.translation_of(m01, "sr-Latn")).decode())


def test_out_and_back_nothing_changes(m01, cast, po):
    before, page = sentences(), services.page_in(m01, "sr-Latn").summary
    taken = exchange.import_po(m01, "sr-Latn", upload(po), by=cast.office)
    assert sentences() == before
    assert (taken.changed, taken.unknown, taken.empty) == (0, 0, 0)
    assert taken.same == len(po)
    assert services.page_in(m01, "sr-Latn").summary == page


def test_a_changed_sentence_comes_back_as_a_draft(m01, cast, po):
    next(entry for entry in po if entry.msgctxt == "summary").msgstr = "Kraće & jasnije.".replace("&", "&amp;")
    taken = exchange.import_po(m01, "sr-Latn", upload(po), by=cast.office)
    page = services.page_in(m01, "sr-Latn")
    assert (taken.changed, taken.same) == (1, len(po) - 1)
    assert "1 sentence was taken." in taken.sentence
    assert page.get_latest_revision_as_object().summary == "Kraće & jasnije."
    assert page.summary != "Kraće & jasnije."


def test_a_fresh_language_goes_the_whole_way(m02, cast):
    services.start_translation(m02, "sq", by=cast.office)
    po = polib.pofile(exchange.po_of(services.translation_of(m02, "sq")).decode())
    for entry in po:
        entry.msgstr = f"SQ {entry.msgid}"
    taken = exchange.import_po(m02, "sq", upload(po), by=cast.office)
    assert taken.changed == len(po)
    page = services.publish_translation(m02, "sq", by=cast.office)
    assert page.title.startswith("SQ ")
    assert page.lesson_plan[0].value["detail"].startswith("SQ ")
    again = polib.pofile(exchange.po_of(services.translation_of(m02, "sq")).decode())
    assert {(e.msgctxt, e.msgid, e.msgstr) for e in again} == {(e.msgctxt, e.msgid, e.msgstr) for e in po}


def test_empty_and_missing_entries_remove_nothing(m01, cast, po):
    before = sentences()
    po[0].msgstr = ""
    del po[1]
    taken = exchange.import_po(m01, "sr-Latn", upload(po), by=cast.office)
    assert sentences() == before
    assert taken.empty == 1


def test_unknown_sentences_are_counted(m01, cast, po):
    po.append(polib.POEntry(msgid="Nobody said this.", msgstr="Niko.", msgctxt="summary"))
    assert exchange.import_po(m01, "sr-Latn", upload(po), by=cast.office).unknown == 1


HOSTILE = {
    "nothing": (b"", "not_po"),
    "a path": (b"/etc/passwd", "not_po"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\n", "not_utf8"),
    "NUL": (b'msgid "a"\nmsgstr "\0"\n', "not_po"),
    "latin-2": ('msgid "a"\nmsgstr "č"\n'.encode("iso-8859-2"), "not_utf8"),
    "broken": (b'msgid "a\nmsgstr "b\n', "not_po"),
    "no sentences": (b'msgid ""\nmsgstr ""\n"Language: sr"\n', "not_po"),
    "another tool's": (b'msgid "a"\nmsgstr "b"\n', "other_translation"),
    "too large": (b"x" * (exchange.MAX_BYTES + 1), "too_large"),
    "a script": (b'msgid "a"\nmsgstr "<script>alert(1)</script>"\n', "markup"),
    "a handler": (b'msgid "a <b>b</b>"\nmsgstr "<b onclick=\\"x\\">b</b>"\n', "markup"),
    "a novel": (b'msgid "a"\nmsgstr "' + b"b" * (exchange.MAX_TEXT + 1) + b'"\n', "text_too_long"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_and_nothing_is_lost(m01, cast, name):
    content, code = HOSTILE[name]
    before = sentences()
    with refused(code):
        exchange.import_po(m01, "sr-Latn", upload(content), by=cast.office)
    assert sentences() == before


def test_another_languages_file_is_refused(m01, cast, po):
    with refused("other_translation"):
        exchange.import_po(m01, "sr-Cyrl", upload(po), by=cast.office)


@settings(max_examples=amount(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda t: f'msgid "a"\nmsgstr "{t}"\n'.encode()))
)
def test_any_bytes_are_read_or_refused(data):
    try:
        exchange.read_po(upload(data))
    except RuleBroken as refusal:
        assert refusal.messages
