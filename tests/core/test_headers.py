"""Every answer carries the headers of the site, whoever wrote the view."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.access import census
from tests.core.grading import editing, faults, grade, strict

pytestmark = pytest.mark.django_db
# Signing out ends the round; Wagtail's failwhale is there to fail.
LEFT_OUT = {"account_logout", "wagtailadmin_error_test"}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def https(settings) -> Client:
    """Over HTTPS, with what production adds."""
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    return Client(raise_request_exception=False)


def get(https, address):
    return https.get(address, secure=True)


@pytest.mark.parametrize("signed_in", [False, True], ids=["visitor", "office"])
def test_every_address_is_graded_a_plus(https, cast, signed_in):
    if signed_in:
        https.force_login(cast.office, backend=BACKEND)
    wrong = {}
    for address in census.all_addresses():
        if sample := address.sample():
            if address.name in LEFT_OUT:
                continue
            response = get(https, sample)
            found = faults(response, back_office=sample.startswith("/admin/"))
            if found or response.status_code >= 500:
                wrong[address.name] = (response.status_code, found)
    assert wrong == {}


@pytest.mark.parametrize("address", ["/", "/nowhere/", "/static/css/tokens.css", "/static/img/mark.svg", "/health/"])
def test_pages_files_and_errors_are_graded_a_plus(https, address):
    assert grade(get(https, address)) == "A+"


def test_what_a_signed_in_person_sees_is_kept_by_no_shared_cache(https, cast):
    https.force_login(cast.office, backend=BACKEND)
    said = get(https, "/health/").headers["Cache-Control"]
    assert {"private", "no-store"} <= {word.strip() for word in said.split(",")}


def test_a_bare_answer_is_graded_f():
    assert grade(HttpResponse()) == "F"


REST = "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"


def test_a_strict_policy_passes():
    assert strict(f"default-src 'none'; script-src 'self'; style-src 'self'; {REST}")


@pytest.mark.parametrize(
    "policy",
    [
        f"default-src 'self'; script-src 'self'; style-src 'self'; {REST}",
        f"default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; {REST}",
        "default-src 'none'; script-src 'self'; style-src 'self'",
        "",
    ],
)
def test_a_wide_policy_is_caught(policy):
    assert not strict(policy)


def test_an_editors_policy_with_a_foreign_origin_is_caught():
    assert not editing("default-src 'self'; script-src https://cdn.example; frame-ancestors 'self'")
