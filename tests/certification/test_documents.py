"""Facts are gathered once; the document is drawn once, sealed at issue, stored once, and never lost."""

import hashlib
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, transaction

from lms.certification.document.render import DocumentError
from lms.certification.facts import frozen_facts
from lms.certification.models import Certificate
from lms.certification.services import issue_completion_certificates, make_document, read_document
from lms.certification.services.documents import documents_held
from lms.programme.models import Programme
from tests import factories as make
from tests.refusals import refused

from .scenes import verified_training
from .sheets import text_of


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


def test_a_number_drawn_twice_or_used_before_is_drawn_again(cast, monkeypatch):
    """Chance is taken out of it: the first two draws are the same, and so are a used number and the next one."""
    draws = iter(["AAAA-AAAA", "AAAA-AAAA", "AAAA-AAAA", "BBBB-BBBB", "BBBB-BBBB", "CCCC-CCCC"])
    monkeypatch.setattr("lms.certification.facts.readable_code", lambda groups: next(draws))

    first = issue_completion_certificates(verified_training(2), by=None)
    (second,) = issue_completion_certificates(verified_training(1), by=None)

    year = second.valid_from.year
    assert [row.number for row in [*first, second]] == [
        f"PSSM-C-{year}-{letters}" for letters in ("AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC")
    ]
    assert next(draws, "") == ""


def test_a_document_is_made_once_and_never_again(cast):
    (row,) = issue_completion_certificates(verified_training(1), by=None)
    row.refresh_from_db()
    before = row.document.name, row.document_sha256

    assert not make_document(row.pk)

    row.refresh_from_db()
    assert (row.document.name, row.document_sha256) == before
    assert row.holder_name in text_of(row.document.read())


@pytest.fixture
def stopped(monkeypatch):
    """No worker: ordered documents stay undone."""
    monkeypatch.setattr("lms.certification.services.documents.make_documents", SimpleNamespace(enqueue=lambda pk: None))


def test_what_a_stopped_worker_left_is_made_up_for(cast, capsys, stopped):
    rows = issue_completion_certificates(verified_training(2), by=None)
    default_storage.save(f"certificates/{rows[0].valid_from.year}/{rows[0].number}.pdf", BytesIO(b"half a file"))

    call_command("make_documents")
    call_command("make_documents")

    # The cast's own two certificates have no facts: they are named and hold up nobody.
    said = capsys.readouterr()
    assert said.out.splitlines() == ["2 of 4 missing documents made.", "0 of 2 missing documents made."]
    assert said.err.count("without facts") == 4
    assert Certificate.objects.get(pk=rows[0].pk).document.read().startswith(b"%PDF")


def test_what_cannot_be_printed_is_not_issued(cast):
    training = verified_training(1)
    person = training.enrolments.get().person
    person.given_name = "Ωmega"
    person.save()

    with refused("not_printable", words="Ω"), transaction.atomic():
        issue_completion_certificates(training, by=None)


# Frozen ---------------------------------------------------------------------------------------------------------------


def one(cast) -> Certificate:
    (row,) = issue_completion_certificates(verified_training(1), by=None)
    row.refresh_from_db()
    return row


def test_the_digest_is_sealed_with_the_issue_before_there_is_a_file(cast, stopped):
    row = one(cast)

    assert not row.document and len(row.document_sha256) == 64
    assert make_document(row.pk)
    row.refresh_from_db()
    assert hashlib.sha256(row.document.read()).hexdigest() == row.document_sha256


def test_asked_for_again_it_is_the_stored_file(cast, monkeypatch):
    row = one(cast)
    monkeypatch.setattr(
        "lms.certification.services.documents.render_certificate", lambda facts: pytest.fail("drawn again")
    )

    assert read_document(row) == default_storage.open(row.document.name).read()


@pytest.mark.parametrize("harm", ["lost", "damaged"])
def test_a_lost_file_drawn_from_the_facts_is_the_same_to_the_byte(cast, as_user, harm):
    row = one(cast)
    before = default_storage.open(row.document.name).read()
    default_storage.delete(row.document.name)
    if harm == "damaged":
        default_storage.save(row.document.name, BytesIO(before[:-100]))

    answer = as_user(cast.office).get(f"/certificates/{row.pk}/download/")

    assert answer.content == before
    assert hashlib.sha256(before).hexdigest() == row.document_sha256


def test_a_lost_file_is_put_back_once(cast, capsys):
    row = one(cast)
    before = default_storage.open(row.document.name).read()
    default_storage.delete(row.document.name)

    call_command("make_documents", "--restore")
    call_command("make_documents", "--restore")

    said = capsys.readouterr().out
    assert said.count("1 lost documents put back.") == 1 and said.count("0 lost documents put back.") == 1
    assert default_storage.open(row.document.name).read() == before


def test_what_would_come_out_differently_is_never_passed_off_as_the_document(cast, monkeypatch):
    row = one(cast)
    default_storage.delete(row.document.name)
    monkeypatch.setattr(
        "lms.certification.services.documents.render_certificate", lambda facts: b"%PDF of another kind"
    )

    with pytest.raises(DocumentError, match="another document than the one that was issued"):
        read_document(row)


def test_held_back_documents_are_given_to_whoever_holds_them(cast):
    with documents_held() as drawn:
        (row,) = issue_completion_certificates(verified_training(1), by=None)

    ((pk, content),) = drawn
    assert pk == row.pk and hashlib.sha256(content).hexdigest() == row.document_sha256
    assert not Certificate.objects.get(pk=row.pk).document


def test_the_words_are_kept_with_the_facts_and_no_name_among_them(cast):
    row = one(cast)

    assert row.facts["printed"]["title"] == "Sertifikat o završenoj obuci"
    assert row.holder_name not in str(row.facts["printed"])


def test_facts_and_document_cannot_be_changed_behind_the_services(cast):
    row = one(cast)

    for change in ({"facts": {}}, {"document": "another.pdf"}, {"document_sha256": "0" * 64}):
        with pytest.raises(IntegrityError, match="stays as it was issued"), transaction.atomic():
            Certificate.objects.filter(pk=row.pk).update(**change)
