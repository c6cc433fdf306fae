"""Entering without ever having had an account: from an enrolment link through an e-mailed code."""

import pytest
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.core.cache import cache
from django.test import RequestFactory

from lms.people.login import start_code_login
from lms.people.models import User
from tests import factories as make
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_counters():
    cache.clear()


def ask(email: str, next_url: str = "/enrol/CODE/"):
    """The answer to a visitor's POST with this address."""
    request = RequestFactory().post("/enrol/CODE/", {"email": email})
    request.session, request.user = SessionStore(), AnonymousUser()
    request._messages = FallbackStorage(request)
    with context.request_context(request):
        try:
            return start_code_login(request, email, next_url)
        except ImmediateHttpResponse as found:  # which allauth's middleware answers with
            return found.response


def test_a_new_address_gets_an_account_and_a_code():
    response = ask(" New@MUP.example")

    assert (response.status_code, response["Location"]) == (302, "/account/login/code/confirm/?next=%2Fenrol%2FCODE%2F")
    assert User.objects.get().email == "new@mup.example"
    assert mail.outbox[0].to == ["new@mup.example"]


def test_a_known_a_new_and_a_closed_address_get_the_same_answer():
    make.UserFactory(email="known@mup.example")
    make.UserFactory(email="closed@mup.example", is_active=False)

    answers = [ask(f"{name}@mup.example") for name in ("known", "new", "closed")]

    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1
    assert [message.to[0] for message in mail.outbox] == ["known@mup.example", "new@mup.example"]


def test_codes_for_one_address_are_limited():
    assert [ask("a@mup.example").status_code for _ in range(6)] == [302] * 5 + [429]


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", ""])
def test_the_way_on_stays_on_the_site(target):
    assert ask("a@mup.example", target)["Location"] == "/account/login/code/confirm/"


def test_what_is_no_address_is_refused_before_anything_happens():
    with refused("email_invalid"):
        ask("no address")
    assert not User.objects.exists()
