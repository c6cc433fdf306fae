"""The transparency log: a line for every act, no name in it, and no way to change it unseen."""

import json
from datetime import timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from lms.certification.choices import EventKind, LogKind
from lms.certification.guards import install_guards, lift_guards
from lms.certification.log import follow, mark_of, seal_line
from lms.certification.models import Certificate, CertificateEvent, LogEntry
from lms.certification.services import correct_certificate, issue_completion_certificates, issue_trainer_certificate
from lms.certification.services.decisions import decide_certification
from lms.certification.services.log import add_line, verify_log
from lms.core.clock import today
from tests import factories as make
from tests.refusals import refused

from .scenes import AT_ONCE, candidacy, event, verified_training


@pytest.fixture(autouse=True)
def fresh_cache():
    cache.clear()


@pytest.fixture
def trainer_certificate(cast) -> Certificate:
    scene = candidacy(make.PersonFactory(), AT_ONCE)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)
    return issue_trainer_certificate(decision, by=cast.office)


def kinds() -> list[str]:
    return list(LogEntry.objects.order_by("number").values_list("kind", flat=True))


def write_lines(count: int) -> None:
    """So many lines that belong to certificates nobody remembers."""
    with transaction.atomic():
        for number in range(count):
            row = Certificate(number=f"PSSM-T-2026-{number:04}", code=f"{number:016}")
            add_line(LogKind.ISSUED, row, day=today(), document="d" * 64)


def tamper(**change) -> None:
    """As somebody would who can take the triggers away."""
    lift_guards()
    number = change.pop("entry")
    LogEntry.objects.filter(number=number).update(**change)
    install_guards()


# Writing --------------------------------------------------------------------------------------------------------------


def test_every_act_has_its_line_in_order(cast, trainer_certificate):
    other = cast.office.__class__.objects.get(pk=make.UserFactory(is_superuser=False).pk)
    make.RoleFactory(user=other, kind="office", institution=None)
    event(trainer_certificate, EventKind.SUSPENDED, by=cast.office, and_by=other)
    event(trainer_certificate, EventKind.REINSTATED, by=cast.office, and_by=other)
    corrected = correct_certificate(trainer_certificate, reason="The name was wrong.", by=cast.office)
    event(corrected, EventKind.WITHDRAWN, by=cast.office, and_by=other)

    assert kinds() == ["issued", "suspended", "reinstated", "corrected", "withdrawn"]
    assert verify_log().is_whole


def test_a_line_has_the_documents_digest_and_the_document_names_its_line(trainer_certificate):
    (line,) = LogEntry.objects.all()

    assert (line.document, line.day) == (trainer_certificate.document_sha256, trainer_certificate.valid_from)
    assert trainer_certificate.facts["log_entry"] == line.number == 1
    assert trainer_certificate.facts["printed"]["entry"] == "Upis 1 u registru transparentnosti"


def test_whoever_has_the_certificate_finds_its_lines_and_a_line_names_nobody(trainer_certificate):
    line = LogEntry.objects.get(certificate=mark_of(trainer_certificate.number, trainer_certificate.code))
    told = json.dumps([str(getattr(line, field.name)) for field in LogEntry._meta.fields])

    for secret in (trainer_certificate.number, trainer_certificate.code, trainer_certificate.holder_name):
        assert secret not in told


def test_outside_a_transaction_nothing_is_written(db, monkeypatch):
    monkeypatch.setattr("lms.certification.services.log.connection", SimpleNamespace(in_atomic_block=False))

    with refused("no_transaction"):
        add_line(LogKind.ISSUED, Certificate(number="N", code="C"), day=today())


def test_an_act_that_fails_leaves_no_line(cast):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        issue_completion_certificates(verified_training(2), by=None)
        raise ZeroDivisionError

    assert not LogEntry.objects.exists()


# Proving --------------------------------------------------------------------------------------------------------------


def verify(*arguments) -> str:
    out = StringIO()
    call_command("verify_log", *arguments, stdout=out)
    return out.getvalue()


def test_a_whole_log_says_its_head(db):
    write_lines(3)

    assert verify() == f"Whole: 3 entries. Keep this seal elsewhere: {LogEntry.objects.get(number=3).seal}\n"
    assert verify("--head", LogEntry.objects.get(number=2).seal)


@pytest.mark.parametrize(
    "change",
    [{"kind": "withdrawn"}, {"day": today() - timedelta(days=1)}, {"document": "e" * 64}, {"certificate": "f" * 64}],
)
def test_a_changed_line_is_named(db, change):
    write_lines(4)
    tamper(entry=2, **change)

    with pytest.raises(CommandError, match="entry 2 was changed"):
        verify()


def test_a_line_made_anew_with_its_seal_breaks_the_next(db):
    write_lines(4)
    row = LogEntry.objects.get(number=2)
    seal = seal_line(2, "withdrawn", row.certificate, row.day, row.document, row.previous)
    tamper(entry=2, kind="withdrawn", seal=seal)

    with pytest.raises(CommandError, match="entry 3 does not follow"):
        verify()


def test_a_line_taken_out_is_named(db):
    write_lines(4)
    lift_guards()
    LogEntry.objects.filter(number=3).delete()
    install_guards()

    with pytest.raises(CommandError, match="entry 3 is missing"):
        verify()


def test_a_log_cut_short_misses_what_a_certificate_names(cast):
    issue_completion_certificates(verified_training(3), by=None)
    lift_guards()
    LogEntry.objects.filter(number=3).delete()
    install_guards()

    with pytest.raises(CommandError, match="entry 3 is missing or about another"):
        verify()


def test_a_log_made_anew_is_known_by_a_seal_kept_elsewhere(db):
    write_lines(2)
    kept = LogEntry.objects.get(number=2).seal
    lift_guards()
    LogEntry.objects.all().delete()
    install_guards()
    with transaction.atomic():
        for code in "ab":
            add_line(LogKind.ISSUED, Certificate(number="N", code=code), day=today())

    assert verify()
    with pytest.raises(CommandError, match="no longer part of the log"):
        verify("--head", kept)


def test_an_event_behind_the_logs_back_is_found(trainer_certificate):
    CertificateEvent.objects.create(
        certificate=trainer_certificate, kind=EventKind.WITHDRAWN, effective_on=today(), reason="Quietly."
    )

    with pytest.raises(CommandError, match="entry 1 is about a certificate with an event that is not in the log"):
        verify()


def test_an_empty_log_is_whole():
    assert follow([]).is_whole


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_to_change_or_delete_a_line():
    write_lines(1)

    with pytest.raises(IntegrityError, match="only added to"):
        LogEntry.objects.update(kind="withdrawn")
    with pytest.raises(IntegrityError, match="only added to"):
        LogEntry.objects.all().delete()


def test_a_digest_stays_once_it_is_there(cast):
    (row,) = issue_completion_certificates(verified_training(1), by=None)

    with pytest.raises(IntegrityError, match="stays as it was issued"), transaction.atomic():
        Certificate.objects.filter(pk=row.pk).update(document_sha256="0" * 64)


# For everybody --------------------------------------------------------------------------------------------------------


def test_the_page_shows_the_newest_first_and_the_head(client, db):
    write_lines(60)
    head = LogEntry.objects.get(number=60)

    answer = client.get(reverse("verify:log_list"))
    page = answer.content.decode()

    assert head.seal in page and [row.number for row in answer.context["page_obj"]] == list(range(60, 10, -1))


def test_an_entry_opens_its_own_page(client, db):
    write_lines(60)

    answer = client.get(reverse("verify:log_list"), {"entry": "5"})

    assert answer.context["page_obj"].number == 2
    assert 'id="entry-5" class="is-attention"' in answer.content.decode()


@pytest.mark.parametrize("entry", ["0", "61", "-1", "x", "9" * 400, "²", "\x00", "1e3"])
def test_a_number_that_is_no_entry_gives_the_first_page(client, db, entry):
    write_lines(2)

    answer = client.get(reverse("verify:log_list"), {"entry": entry})

    assert answer.status_code == 200 and answer.context["page_obj"].number == 1


def test_an_empty_log_says_so(client, db):
    assert "There is no entry yet" in client.get(reverse("verify:log_list")).content.decode()
    assert json.loads(b"".join(client.get(reverse("verify:log_file")).streaming_content)) == []


def test_the_download_can_be_followed_without_us(client, db):
    """Nothing of ours is used here but the file: this is what a stranger would write."""
    import hashlib

    write_lines(5)
    rows = json.loads(b"".join(client.get(reverse("verify:log_file")).streaming_content))

    before = ""
    for number, row in enumerate(rows, 1):
        content = [number, row["kind"], row["certificate"], row["day"], row["document"], before]
        assert hashlib.sha256(json.dumps(content).encode()).hexdigest() == row["seal"]
        before = row["seal"]
    assert len(rows) == 5


def test_one_and_thirty_lines_ask_the_same(client, db, django_assert_num_queries):
    write_lines(1)
    with django_assert_num_queries(3):
        client.get(reverse("verify:log_list"))
    write_lines(30)
    with django_assert_num_queries(3):
        client.get(reverse("verify:log_list"))


def test_six_downloads_a_minute_and_no_more(client, db):
    answers = [client.get(reverse("verify:log_file")).status_code for _turn in range(7)]

    assert answers == [200] * 6 + [429]
