"""Public verification: green only if in force today, the same page for a wrong code, and no guessing."""

import secrets
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.certification.choices import EventKind
from lms.certification.holder_name import initials
from lms.certification.models import Certificate, CertificateEvent
from lms.certification.services import issue_completion_certificates, verify_log
from lms.certification.views.verification import find
from lms.core.clock import pretend, today
from lms.core.rate_limits import count_requests
from lms.core.tokens import ALPHABET, readable_code
from lms.people.services import anonymise_person
from tests import factories as make

from .scenes import verified_training


@pytest.fixture(autouse=True)
def fresh_cache():
    cache.clear()


@pytest.fixture
def certificate(cast):
    return cast.trainer_person.certificates.get()


def verify(client, code: str):
    return client.get(reverse("verify:certificate_verify", args=[code]))


def test_in_force_is_green_and_names_the_holder(client, certificate):
    answer = verify(client, certificate.code)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "This certificate is genuine and in force today." in page
    assert "notice--good" in page
    assert "Milica Ilić" in page and certificate.number in page


@pytest.mark.parametrize(
    ("kind", "words"),
    [(EventKind.WITHDRAWN, "has been withdrawn"), (EventKind.SUSPENDED, "is suspended")],
)
def test_what_is_not_in_force_is_never_green(client, certificate, kind, words):
    CertificateEvent.objects.create(certificate=certificate, kind=kind, effective_on=today(), reason="Said so.")

    page = verify(client, certificate.code).content.decode()

    assert words in page and "notice--good" not in page


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(-400, -1, "its time is over"), (1, 400, "is not in force yet"), (-400, 0, "in force today")],
)
def test_yesterday_today_and_tomorrow(client, db, start, end, words):
    row = make.TrainerCertificateFactory(
        valid_from=today() + timedelta(days=start), valid_until=today() + timedelta(days=end)
    )

    page = verify(client, row.code).content.decode()

    assert words in page
    assert ("notice--good" in page) is (words == "in force today")


def test_a_replaced_one_names_its_successor(client, certificate):
    new = make.TrainerCertificateFactory(person=certificate.person, replaces=certificate, valid_from=today())

    page = verify(client, certificate.code).content.decode()

    assert "Replaced by" in page and new.number in page and "notice--good" not in page


@pytest.mark.parametrize(
    "form", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} ".replace("-", " ")]
)
def test_a_code_may_be_typed_in_any_way(client, certificate, form):
    answer = client.post(reverse("verify:certificate_lookup"), {"code": form(certificate.code)})

    assert answer.status_code == 302
    assert answer.url == reverse("verify:certificate_verify", args=[certificate.code])


def test_a_code_that_is_too_short_is_said_at_the_form(client, db):
    answer = client.post(reverse("verify:certificate_lookup"), {"code": "7KQM"})

    assert answer.status_code == 200
    assert "A code has 16 letters and digits" in answer.content.decode()


def test_a_wrong_code_gets_the_same_page_status_and_number_of_queries(client, certificate, django_assert_num_queries):
    with django_assert_num_queries(3):
        hit = verify(client, certificate.code)
    with django_assert_num_queries(3):
        miss = verify(client, readable_code())

    assert (hit.status_code, miss.status_code) == (200, 200)
    assert {row.name for row in hit.templates} >= {"certification/certificate_verify.html"}
    assert "No certificate has this code" in miss.content.decode()
    assert {name: hit[name] for name in ("Cache-Control", "X-Robots-Tag")} == {
        "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow",
    }  # fmt: skip
    assert miss["Cache-Control"] == "no-store"


@pytest.mark.parametrize("take", [3, 10, 14])
def test_no_part_of_a_code_and_no_number_opens_anything(client, certificate, take):
    for text in (certificate.code[:take], certificate.number, "%", "_" * 16, "\x00", "' OR 1=1 --"):
        page = verify(client, text).content.decode()
        assert "No certificate has this code" in page
        assert "Ilić" not in page


def test_thirty_a_minute_then_429(client, certificate):
    answers = [verify(client, readable_code()).status_code for _turn in range(30)]

    assert answers == [200] * 30
    assert verify(client, certificate.code).status_code == 429
    assert client.get(reverse("verify:certificate_lookup")).status_code == 429
    other = client.get(reverse("verify:certificate_lookup"), REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 200


def test_a_forged_forwarding_header_does_not_lift_the_limit(client, certificate):
    for turn in range(30):
        client.get(reverse("verify:certificate_lookup"), HTTP_X_FORWARDED_FOR=f"192.0.2.{turn}")

    assert client.get(reverse("verify:certificate_lookup"), HTTP_X_FORWARDED_FOR="192.0.2.99").status_code == 429


@pytest.mark.parametrize(
    ("forwarded", "then"),
    [("[2001:db8::1]:443", 429), ("2001:db8::1", 429), ("", 429), ("unknown", 403), ("\x00", 403)],
)
def test_whatever_a_proxy_forwards_is_counted_or_refused(client, certificate, settings, forwarded, then):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    address = reverse("verify:certificate_lookup")
    answers = [client.get(address, HTTP_X_FORWARDED_FOR=forwarded).status_code for _turn in range(31)]
    assert answers[-1] == then


def test_the_addresses_of_one_ipv6_network_are_counted_together(client, certificate, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [
        client.get(reverse("verify:certificate_lookup"), HTTP_X_FORWARDED_FOR=f"2001:db8::{turn:x}").status_code
        for turn in range(1, 32)
    ]
    assert answers[-1] == 429


def guess(known: set[str], count: int) -> int:
    """How many of so many random codes are one of the known."""
    letters = ALPHABET
    return sum("".join(secrets.choice(letters) for _place in range(16)) in known for _turn in range(count))


def test_two_thousand_random_codes_find_nothing(db):
    made = [make.TrainerCertificateFactory().code for _turn in range(20)]

    assert guess({code.replace("-", "") for code in made}, 2000) == 0
    assert all(find(readable_code()) is None for _turn in range(50))
    assert all(find(code) for code in made)


@pytest.mark.slow
def test_a_million_random_codes_find_nothing(db):
    made = {make.TrainerCertificateFactory().code.replace("-", "") for _turn in range(500)}

    assert guess(made, 1_000_000) == 0


def test_codes_are_drawn_from_seventy_eight_bits(db):
    codes = {make.TrainerCertificateFactory().code for _turn in range(100)}

    assert len(codes) == 100
    assert len(ALPHABET) ** 16 > 2**78
    assert Certificate.objects.filter(code="").count() == 0


# What stays, and what is told -----------------------------------------------------------------------------------------


def test_with_the_cache_in_the_database_a_check_asks_eight_questions_at_most(client, certificate, settings, db):
    """As in production without Redis: counting the request included, for a hit and for a miss."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "requests"}}
    call_command("createcachetable")
    with CaptureQueriesContext(connection) as hit:
        assert verify(client, certificate.code).status_code == 200
    with CaptureQueriesContext(connection) as miss:
        assert verify(client, readable_code()).status_code == 200

    assert len(hit) == len(miss) <= 8


def test_the_count_of_requests_in_the_database_ends_with_its_minute(client, db, settings, monkeypatch):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "requests"}}
    call_command("createcachetable")
    counts = [count_requests("somebody", 60) for _turn in range(3)]
    soon = datetime.now(UTC) + timedelta(seconds=61)
    monkeypatch.setattr("lms.core.rate_limits.datetime", SimpleNamespace(now=lambda zone: soon))

    assert (counts, count_requests("somebody", 60), count_requests("somebody else", 60)) == ([1, 2, 3], 1, 1)


def test_a_replaced_one_leads_to_its_successor(client, certificate):
    new = make.TrainerCertificateFactory(person=certificate.person, replaces=certificate, valid_from=today())

    page = verify(client, certificate.code).content.decode()

    assert f'href="{reverse("verify:certificate_verify", args=[new.code])}"' in page
    assert "This certificate is genuine and in force today." in verify(client, new.code).content.decode()


@pytest.mark.parametrize(("days", "word"), [(1, "Expired, replaced"), (0, "Replaced")])
def test_a_replaced_one_says_whether_its_own_time_is_over(client, certificate, days, word):
    make.TrainerCertificateFactory(person=certificate.person, replaces=certificate, valid_from=certificate.valid_from)

    with pretend(certificate.valid_until + timedelta(days=days)):
        page = verify(client, certificate.code).content.decode()

    assert f"<h1>{word}</h1>" in page


def test_it_verifies_after_the_person_is_forgotten_and_names_nobody(client, cast):
    (row,) = issue_completion_certificates(verified_training(1), by=None)
    name = row.holder_name

    anonymise_person(row.person, by=None, reason="Retention is over.")

    answer = verify(client, row.code)
    page = answer.content.decode()
    assert "This certificate is genuine and in force today." in page and row.number in page
    assert name not in page and all(part not in page for part in name.split())
    assert verify_log().is_whole


def test_it_verifies_as_issued_after_a_change_of_name(client, cast):
    (row,) = issue_completion_certificates(verified_training(1), by=None)
    person = row.person
    person.family_name = "Otherwise"
    person.save()

    assert row.holder_name in verify(client, row.code).content.decode()


def test_it_says_scheme_edition_issuer_log_and_digest(client, cast):
    (row,) = issue_completion_certificates(verified_training(1), by=None)

    page = verify(client, row.code).content.decode()

    for piece in (row.edition.label, "SEESAC", "entry 1: issued", row.document_sha256, "?entry=1#entry-1"):
        assert piece in page


@pytest.mark.parametrize(
    ("name", "expected"), [("Đorđe Čarnojević-Šćepanović", "Đ. Č.-Š."), ("ёлка", "Ё."), ("", ""), ("- a", " A.")]
)
def test_initials(name, expected):
    assert initials(name) == expected
