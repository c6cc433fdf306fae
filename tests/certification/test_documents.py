"""The document: one page, the right letters, the right words, and nothing read from elsewhere."""

import re
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from lms.certification import documents
from lms.certification.choices import CertificateKind
from lms.certification.documents import BOLD, LINE, DocumentError, fitting, render_certificate
from lms.certification.facts import frozen_facts, new_number
from lms.certification.models import Certificate
from lms.certification.services import issue_completion_certificates, make_document
from lms.programme.models import Programme
from tests import factories as make

from .scenes import verified_training

FACTS = {
    "kind": "trainer", "level": "certified", "number": "PSSM-T-2026-7KQM-2XWD", "code": "7KQM-2XWD-R9TB-4HFC",
    "address": "https://cascade.example/verify/7KQM-2XWD-R9TB-4HFC/", "language": "en",
    "holder_name": "Đorđe Čarnojević-Šćepanović", "institution": "Ministry of Interior", "jurisdiction": "Serbia",
    "curriculum": "PSSM for MoI personnel", "edition": "2026.1", "training": "Regional Training of Trainers 2026",
    "reference": "TOT-2026-1", "venue": "Training centre", "starts_on": "2026-10-12", "ends_on": "2026-10-16",
    "minutes": 1560, "half_days": [], "valid_from": "2026-10-17", "valid_until": "2029-10-16",
    "issued_on": "2026-10-17", "replaces": "", "issuing_body": "SEESAC", "signatory": "Head of SEESAC",
    "programme_funding_statement": "Funded under a Council Decision.", "programme_reference": "CD 2026/1",
    "programme_disclaimer": "The views are the authors' own.",
}  # fmt: skip
COMPLETION = {"kind": "completion", "level": "", "valid_until": ""}


def text_of(content: bytes) -> str:
    """The page's text, one line."""
    (page,) = PdfReader(BytesIO(content)).pages
    return re.sub(r"\s+", " ", page.extract_text())


def rendered(**changes) -> str:
    return text_of(render_certificate({**FACTS, **changes}))


@pytest.mark.parametrize(
    "name",
    [
        "Đorđe Čarnojević-Šćepanović Žižić",
        "Ђорђе Љубичић Његош-Џаковић",
        "Љупчо Ѓорѓиевски Ќосев Ѕвездов",
        "Përmetçiu Gjërqeku Ëndrra",
        "Ștefănescu Țepeș Pârvulescu Îndrăgit",
        "Šejla Hadžić-Đulović",
    ],
)
def test_every_letter_of_the_region_can_be_read_back(name):
    assert name in rendered(holder_name=name)


def test_a_trainer_certificate_says_all_it_must():
    text = rendered()

    for piece in (
        "Trainer certificate", "Certified trainer", "PSSM for MoI personnel", "26 · 2026.1", "17 October 2026",
        "16 October 2029", "12 – 16 October 2026", "PSSM-T-2026-7KQM-2XWD", "7KQM-2XWD-R9TB-4HFC",
        "cascade.example/verify/", "Head of SEESAC", "Funded under a Council Decision.", "CD 2026/1",
        "The views are the authors' own.", "Ministry of Interior, Serbia",
    ):  # fmt: skip
        assert piece in text
    assert "Resolution 1244" not in text


def test_a_provisional_one_says_with_whom_to_deliver():
    text = rendered(level="provisional")

    assert "Provisional trainer" in text
    assert "together with a certified trainer" in text


def test_a_completion_says_what_was_completed():
    text = rendered(**COMPLETION)

    assert "Certificate of completion" in text
    assert "has completed “Regional Training of Trainers 2026”" in text
    assert "TOT-2026-1" in text


def test_a_training_called_after_its_curriculum_is_not_named_twice():
    text = rendered(**COMPLETION, training="PSSM for MoI Personnel")
    assert "has completed the curriculum PSSM for MoI personnel" in text
    assert "“" not in text


def test_the_name_carries_its_asterisk_and_the_footnote_once():
    text = rendered(jurisdiction="Kosovo", institution="Kosovo Police")

    assert "Kosovo* Police, Kosovo*" in text
    assert text.count("Resolution 1244 (1999)") == 1
    assert not re.search(r"Kosovo(?!\*)", text.replace("References to Kosovo", ""))


@pytest.mark.parametrize(("language", "day"), [("sr-Cyrl", "октобар"), ("sr-Latn", "oktobar"), ("ro", "October")])
def test_dates_are_written_in_the_certificates_language(language, day):
    assert day in rendered(language=language)


LONG = "Aleksandra-Konstantina Ștefănescu-Țepeș Đurđević-Šćepanović Žižić-Ljubojević Novaković-Mila"


@pytest.mark.parametrize("name", [LONG[:90], ("Ђорђевић-Љубојевић " * 5)[:90], "W" * 90, "A"])
@pytest.mark.parametrize("kind", [{}, COMPLETION])
def test_ninety_characters_still_make_one_page(name, kind):
    text = rendered(holder_name=name, **kind)

    assert name.replace(" ", "") in text.replace(" ", "")


@given(
    name=st.text(st.characters(codec="utf-8", categories=["Lu", "Ll"], max_codepoint=0x45F), min_size=1, max_size=210),
    institution=st.text("Ministarstvo unutrašnjih poslova ", min_size=1, max_size=200),
    training=st.text("Обука тренера PSSM ", min_size=1, max_size=200),
)
@settings(max_examples=12, deadline=None)
def test_whatever_fits_the_fields_makes_one_page(name, institution, training):
    content = render_certificate({**FACTS, "holder_name": name, "institution": institution, "training": training})

    assert len(PdfReader(BytesIO(content)).pages) == 1


def test_a_longer_name_is_set_smaller_down_to_a_limit():
    sizes = [fitting("Đ" * count, BOLD, largest=31, smallest=19) for count in (5, 30, 90)]

    assert sizes[0] == 31 and sizes == sorted(sizes, reverse=True) and sizes[2] == 19
    assert documents._font(BOLD).stringWidth("Đ" * 30, sizes[1]) <= LINE + 1


def test_text_of_the_facts_is_text_and_never_markup(tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"not for you")
    name = f'<img src="{secret}"> <b>Bold</b> {{{{ facts }}}}'

    assert "<b>Bold</b>" in rendered(holder_name=name)


@pytest.mark.parametrize("source", ["/etc/passwd", "http://127.0.0.1:9/x.png", "file:///etc/passwd", "../../manage.py"])
def test_the_renderer_reads_nothing_but_fonts_and_pictures(source, caplog):
    documents._print(f'<html><body><p>A page</p><img src="{source}"></body></html>')

    assert any("Blocked" in line or "policy" in line or "not allowed" in line for line in caplog.messages)


def test_printing_in_cyrillic_complains_of_nothing(caplog):
    assert "Ђорђе Његуш" in rendered(language="sr-Cyrl", holder_name="Ђорђе Његуш")
    assert caplog.messages == []


def test_two_pages_are_refused(monkeypatch):
    two = documents._print("<html><body><p>One</p><pdf:nextpage /><p>Two</p></body></html>")
    monkeypatch.setattr(documents, "_print", lambda html: two)

    with pytest.raises(DocumentError, match="more than one page"):
        render_certificate(FACTS)


# Facts and storing ----------------------------------------------------------------------------------------------------


def test_facts_are_gathered_once_and_plain(cast):
    Programme.objects.create(
        code="cd", title="CD", starts_on=date(2026, 1, 1), funding_statement="Funded.", disclaimer="Own views."
    )
    row = cast.trainer_person.certificates.get()

    facts = frozen_facts(row)

    assert (facts["holder_name"], facts["institution"], facts["edition"]) == (
        row.holder_name, "Administrative Affairs Directorate", "2026.1",
    )  # fmt: skip
    assert (facts["programme_funding_statement"], facts["programme_disclaimer"]) == ("Funded.", "Own views.")
    assert facts["address"].endswith(f"/verify/{row.code}/")


def test_hours_are_those_of_the_modules_taught(cast):
    training = verified_training(1)
    for number, taught in enumerate((True, True, False)):
        module = make.EditionModuleFactory(edition=training.edition, minutes=60, order=number).module
        session = training.sessions.first() or make.SessionFactory(training=training)
        make.SessionModuleFactory(session=session, module=module, delivered=taught)

    (row,) = issue_completion_certificates(training, by=None)

    assert row.facts["minutes"] == 120


def test_numbers_do_not_repeat(db):
    numbers = {new_number(CertificateKind.TRAINER, 2026) for _turn in range(200)}

    assert len(numbers) == 200


def test_a_document_is_made_once_and_never_again(cast):
    (row,) = issue_completion_certificates(verified_training(1), by=None)
    row.refresh_from_db()
    before = row.document.name, row.document_sha256

    assert not make_document(row.pk)

    row.refresh_from_db()
    assert (row.document.name, row.document_sha256) == before
    assert row.holder_name in text_of(row.document.read())


def test_what_a_stopped_worker_left_is_made_up_for(cast, capsys, monkeypatch):
    stopped = SimpleNamespace(enqueue=lambda pk: None)
    monkeypatch.setattr("lms.certification.services.issuing.make_documents", stopped)
    rows = issue_completion_certificates(verified_training(2), by=None)
    default_storage.save(f"certificates/{rows[0].valid_from.year}/{rows[0].number}.pdf", BytesIO(b"half a file"))

    call_command("make_documents")
    call_command("make_documents")

    # The cast's own two certificates have no facts: they are named and hold up nobody.
    said = capsys.readouterr()
    assert said.out.splitlines() == ["2 of 4 missing documents made.", "0 of 2 missing documents made."]
    assert said.err.count("without facts") == 4
    assert Certificate.objects.get(pk=rows[0].pk).document.read().startswith(b"%PDF")


def test_a_failing_renderer_leaves_the_certificate_without_a_document(cast, monkeypatch):
    def fail(facts):
        raise DocumentError("no")

    monkeypatch.setattr("lms.certification.services.documents.render_certificate", fail)
    (row,) = issue_completion_certificates(verified_training(1), by=None)

    row.refresh_from_db()
    assert not row.document
