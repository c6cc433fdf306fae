"""The matrix, the page of a cell, and the library in its languages."""

import re

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from curricula.languages import exchange, services
from curricula.loading import load_content
from curricula.services import publish_edition
from curricula.workflow.groups import join_office
from lms.audit.models import Entry
from tests import factories as make
from tests.curricula import small

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(cast, as_user, spoken):
    join_office(cast.office)
    return as_user(cast.office)


@pytest.fixture
def trainer(cast, as_user, spoken):
    return as_user(cast.trainer)


def matrix(curriculum, **query) -> str:
    return reverse("curricula:language_matrix", args=[curriculum.pk]) + (
        "?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else ""
    )


def url_of(name, module, language="sr-Latn") -> str:
    return reverse(f"curricula:language_{name}", args=[module.pk, language])


def text(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


# The matrix -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["office", "trainer"])
def test_the_matrix_names_every_state_in_words(cast, as_user, spoken, name):
    page = text(as_user(getattr(cast, name)).get(matrix(spoken)))
    for words in ("current", "draft", "missing", "Serbian (Latin)", "Montenegrin (Cyrillic)", "3 files missing"):
        assert words in page


def test_stale_says_how_many_changes_since_when(office, spoken, m01, edit):
    edit(m01, summary="Another.")
    page = text(office.get(matrix(spoken)))
    assert "2 changes, since" in page
    services.mark_change(m01.change_notes.latest("pk"), True, by=None)
    assert "stale: safety" in text(office.get(matrix(spoken)))


def test_a_review_shows_the_name_and_the_day(office, spoken, m01, edit, cast):
    edit(m01, summary="Another.")
    services.confirm_still_valid(m01, "sr-Latn", by=cast.office)
    assert str(cast.office) in text(office.get(matrix(spoken)))


def test_language_and_state_are_in_the_address(office, spoken):
    page = office.get(matrix(spoken, language="sr-Latn", state="current")).content.decode()
    assert page.count('class="matrix__cell"') == 1
    assert office.get(matrix(spoken, language="sr-Latn")).content.decode().count('class="matrix__cell"') == 3
    assert "No module is in this state" in text(office.get(matrix(spoken, state="stale")))
    assert office.get(matrix(spoken, language="xx", state="%00")).status_code == 200


def test_a_trainee_reads_no_matrix_and_a_stranger_finds_none(cast, as_user, spoken, m01):
    make.EnrolmentFactory(
        person=cast.trainee_person, training=make.TrainingFactory(institution=cast.home, curriculum=spoken)
    )
    for address in (matrix(spoken), url_of("detail", m01)):
        assert as_user(cast.trainee).get(address).status_code == 403
        assert as_user(cast.stranger).get(address).status_code == 404


def queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_matrix_costs_the_same_however_much_there_is(office, spoken, m01, m02, translate, edit, tmp_path):
    few = queries(office, matrix(spoken))
    load_content(small.write_content(tmp_path / "more", codes=[f"M{number:02d}" for number in range(1, 10)]))
    for language in ("sq", "hr", "cnr", "mk"):
        translate(m02, language, {})
        translate(m01, language, {})
    edit(m02, summary="Another.")
    assert queries(office, matrix(spoken)) == few <= 20


# One cell -------------------------------------------------------------------------------------------------------------


def test_a_trainer_reads_and_is_offered_no_button(trainer, m01, edit):
    edit(m01, summary="Another summary.")
    page = trainer.get(url_of("detail", m01)).content.decode()
    assert "Another summary." in page
    assert "Reviewed, still valid" not in page
    assert "PO file" not in page


@pytest.mark.parametrize("name", ["start", "fetch", "confirm", "draft", "po_import"])
def test_only_the_office_acts(trainer, m01, name):
    assert trainer.post(url_of(name, m01)).status_code == 403
    assert trainer.get(url_of(name, m01)).status_code == 405


def test_unknown_languages_do_not_exist(office, m01):
    for language in ("xx", "en"):
        assert office.get(url_of("detail", m01, language)).status_code == 404


def test_beginning_leads_to_the_editor(office, m02):
    answer = office.post(url_of("start", m02, "sq"))
    page = services.page_in(m02, "sq")
    assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    assert Entry.objects.filter(action="translation_started").exists()
    editor = office.get(answer.headers["Location"])
    assert editor.status_code == 200


def test_review_fetch_and_mark_from_the_page(office, m01, edit, cast):
    edit(m01, summary="Another summary.")
    note = m01.change_notes.get(excerpt="Another summary.")
    office.post(reverse("curricula:language_mark", args=[note.pk]), {"relevant": "yes", "language": "sr-Latn"})
    page = text(office.get(url_of("detail", m01)))
    assert "A safety-relevant change is missing" in page
    office.post(url_of("fetch", m01))
    assert services.page_in(m01, "sr-Latn").has_unpublished_changes
    office.post(url_of("confirm", m01))
    assert "found on" in text(office.get(url_of("detail", m01)))
    assert Entry.objects.filter(action="translation_confirmed", actor=cast.office).count() == 1


def test_the_draft_over_a_published_text_asks_first(office, m01, cast):
    services.publish_translation(m01, "sr-Cyrl", by=cast.office)
    office.post(url_of("draft", m01, "sr-Cyrl"))
    assert "needs your confirmation" in text(office.get(url_of("detail", m01, "sr-Cyrl")))
    office.post(url_of("draft", m01, "sr-Cyrl"), {"replace": "yes"})
    assert services.page_in(m01, "sr-Cyrl").has_unpublished_changes


def test_a_po_file_goes_out_and_back(office, m01):
    answer = office.get(url_of("po", m01))
    assert 'filename="m01-sr-Latn.po"' in answer.headers["Content-Disposition"]
    file = SimpleUploadedFile("m01.po", answer.content)
    assert office.post(url_of("po_import", m01), {"file": file}).status_code == 302
    assert office.get(url_of("po", m01, "sq")).status_code == 404


def test_a_hostile_po_file_is_answered_in_words(office, m01):
    answer = office.post(url_of("po_import", m01), {"file": SimpleUploadedFile("m01.po", b"/etc/passwd")})
    assert answer.status_code == 200
    assert "no PO file, or it is damaged" in text(answer)


def test_the_editors_own_upload_goes_the_same_way(office, as_user, cast, m01):
    row = services.translation_of(m01, "sr-Latn")
    address = reverse("wagtail_localize:upload_pofile", args=[row.pk])
    sentences = lambda: set(StringTranslation.objects.values_list("data", flat=True))  # noqa: E731
    before = sentences()

    def send(client, content: bytes) -> tuple[int, str]:
        answer = client.post(address, {"file": SimpleUploadedFile("m01.po", content)})
        return answer.status_code, [str(said) for said in get_messages(answer.wsgi_request)][-1:]

    status, said = send(office, b"/etc/passwd")
    assert (status, said) == (302, ["The file is no PO file, or it is damaged. Nothing was changed."])
    assert sentences() == before

    changed = polib.pofile(exchange.po_of(row).decode())
    changed[0].msgstr = "Sasvim nova rečenica."
    status, said = send(office, str(changed).encode())
    assert (status, said) == (302, ["The sentences are in the draft."])
    assert sentences() - before == {"Sasvim nova rečenica."}
    assert services.page_in(m01, "sr-Latn").has_unpublished_changes

    assert office.post(address).status_code == 404
    assert send(as_user(cast.trainer), str(changed).encode())[0] == 403


def test_finished_translations_are_added_to_an_edition(office, as_user, spoken, m01, cast):
    edition = publish_edition(spoken, "2026.7", by=cast.office)
    services.publish_translation(m01, "sr-Cyrl", by=cast.office)
    address = reverse("curricula:edition_add_languages", args=[edition.pk])
    office.post(address)
    assert edition.modules.get(module=m01).texts.filter(language="sr-Cyrl").count() == 1
    assert "Add finished translations" in text(office.get(reverse("curricula:edition_detail", args=[edition.pk])))
    assert as_user(cast.trainer).post(address).status_code == 403


# The library ----------------------------------------------------------------------------------------------------------


def test_each_language_has_its_address_and_old_ones_stay(trainer, m01):
    english, serbian = "/library/pssm-moi/m01/", "/library/sr-latn/pssm-moi/m01/"
    assert services.page_in(m01, "sr-Latn").url == serbian
    assert "Why PSSM matters" in text(trainer.get(english))
    page = trainer.get(serbian).content.decode()
    assert "Zašto je PSSM važan" in page
    assert '<div lang="sr-latn">' in page
    assert f'href="{english}"' in page
    assert f'href="{serbian}"' in trainer.get(english).content.decode()
    trainer.cookies["django_language"] = "sr-latn"
    assert "Why PSSM matters" in text(trainer.get(english))


def test_a_translated_page_asks_once_more_for_what_its_source_says(trainer, m01):
    english, serbian = queries(trainer, "/library/pssm-moi/m01/"), queries(trainer, "/library/sr-latn/pssm-moi/m01/")
    assert (serbian - english, serbian <= 10) == (1, True)


def test_a_draft_is_read_by_nobody(trainer):
    assert trainer.get("/library/sr-cyrl/pssm-moi/m01/").status_code == 404
    assert trainer.get("/library/mk/").status_code == 404


def test_the_translated_curriculum_leads_to_the_source_where_a_module_is_missing(trainer):
    page = trainer.get("/library/sr-latn/pssm-moi/").content.decode()
    assert 'href="/library/sr-latn/pssm-moi/m01/"' in page
    assert 'href="/library/pssm-moi/m02/"' in page


def test_next_and_previous_go_through_what_is_not_translated(trainer, m01, m02, translate, original):
    def turns(address) -> list[tuple]:
        return [(row["rel"], row["url"]) for row in trainer.get(address).context["turns"]]

    assert turns("/library/sr-latn/pssm-moi/m01/") == [("next", "/library/pssm-moi/m02/")]
    translate(m02, "sr-Latn", {original(m02).title: "Propisi"})
    there = "/library/sr-latn/pssm-moi/m02/"
    assert turns("/library/sr-latn/pssm-moi/m01/") == [("next", there)]
    assert turns(there) == [("prev", "/library/sr-latn/pssm-moi/m01/"), ("next", "/library/pssm-moi/t01/")]


def test_a_draft_newer_than_what_is_read_is_named(office, m01, cast):
    words, row = "A newer draft waits", services.translation_of(m01, "sr-Latn")
    assert words not in office.get(url_of("detail", m01)).content.decode()
    po = polib.pofile(exchange.po_of(row).decode())
    next(entry for entry in po if entry.msgctxt == "summary").msgstr = "Kraće."
    page = office.post(url_of("po_import", m01), {"file": SimpleUploadedFile("m01.po", str(po).encode())}, follow=True)
    assert "1 sentence was taken." in page.content.decode()
    assert "Read them in the editor and publish them there." in page.content.decode()
    assert words in page.content.decode()
    services.publish_translation(m01, "sr-Latn", by=cast.office)
    assert words not in office.get(url_of("detail", m01)).content.decode()


def test_a_stale_page_says_so(trainer, m01, edit):
    edit(m01, summary="Another.")
    assert "was changed after this translation" in text(trainer.get("/library/sr-latn/pssm-moi/m01/"))
    assert "was changed after this translation" not in text(trainer.get("/library/pssm-moi/m01/"))


def test_what_is_closed_stays_closed_in_every_language(as_user, cast, spoken):
    assert as_user(cast.stranger).get("/library/sr-latn/pssm-moi/m01/").status_code == 404
