"""The one login path: what it tells, what it limits, what it keeps."""

import re
import time
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client
from django.urls import reverse

from lms.people.models import User
from lms.people.services import ensure_account
from tests import factories as make
from tests.access import census

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"
LOGIN, CODE, CONFIRM, RESET = (
    f"/account/{path}" for path in ("login/", "login/code/", "login/code/confirm/", "password/reset/")
)


@pytest.fixture(autouse=True)
def empty_counters():
    cache.clear()


@pytest.fixture
def account():
    return make.UserFactory(email="known@mup.example")


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def code_of(message) -> str:
    return re.search(r"^\s{4}(\S+)$", message.body, re.MULTILINE)[1]


def signed_in(client) -> bool:
    return SESSION_KEY in client.session


def comparable(response, *addresses) -> str:
    """The page without what is different each time: tokens, nonces and the address that was typed."""
    text = re.sub(r'(csrfmiddlewaretoken" value=|nonce=)"[^"]+"', "", response.content.decode())
    for address in addresses:
        text = text.replace(address, "ADDRESS")
    return text


# Ways in ------------------------------------------------------------------------------------------


def test_a_password_signs_in_whatever_the_case_of_the_address(client, account):
    response = sign_in(client, "Known@MUP.example")

    assert (response.status_code, signed_in(client)) == (302, True)


def test_a_code_by_mail_signs_in_and_leads_on(client, account):
    asked = client.post(CODE, {"email": account.email, "next": "/library/"})
    assert urlsplit(asked["Location"]).path == CONFIRM
    [message] = mail.outbox
    assert message.to == [account.email]
    assert (message.subject, "SEESAC" in message.from_email) == ("Your code to sign in", False)

    response = client.post(asked["Location"], {"code": code_of(message), "next": "/library/"})

    assert (response.status_code, response["Location"], signed_in(client)) == (302, "/library/", True)


@pytest.mark.parametrize(("minutes", "works"), [(14, True), (16, False)])
def test_a_code_works_for_a_quarter_of_an_hour(client, account, settings, monkeypatch, minutes, works):
    # A sign-in that was begun ends after as long by itself, which would hide what becomes of the code.
    settings.ACCOUNT_LOGIN_TIMEOUT = 3600
    client.post(CODE, {"email": account.email})
    later = time.time() + minutes * 60
    monkeypatch.setattr("time.time", lambda: later)

    client.post(CONFIRM, {"code": code_of(mail.outbox[0])})

    assert signed_in(client) == works


def test_a_code_works_once(client, account):
    client.post(CODE, {"email": account.email})
    code = code_of(mail.outbox[0])
    client.post(CONFIRM, {"code": code})
    other = Client()
    other.post(CODE, {"email": account.email})

    other.post(CONFIRM, {"code": code})

    assert not signed_in(other)


def test_a_code_belongs_to_the_browser_that_asked_for_it(client, account):
    client.post(CODE, {"email": account.email})

    response = Client().post(CONFIRM, {"code": code_of(mail.outbox[0])})

    assert response.status_code == 302 and urlsplit(response["Location"]).path == CODE


def test_five_wrong_codes_and_the_right_one_no_longer_works(client, account):
    client.post(CODE, {"email": account.email})
    for _ in range(5):
        client.post(CONFIRM, {"code": "WRONG-1"})

    client.post(CONFIRM, {"code": code_of(mail.outbox[0])})

    assert not signed_in(client)


def test_a_closed_account_stays_out_by_either_way(client, account):
    User.objects.filter(pk=account.pk).update(is_active=False)

    sign_in(client, account.email)
    client.post(CODE, {"email": account.email})

    assert (signed_in(client), mail.outbox) == (False, [])


def test_nobody_signs_up_by_themselves(client):
    response = client.post("/account/signup/", {"email": "new@mup.example", "password1": PASSWORD})

    assert response.status_code == 200
    assert not User.objects.exists()


def test_an_account_without_password_gets_one_through_the_reset_link(client):
    user = ensure_account("fresh@mup.example")
    client.post(RESET, {"email": user.email})
    link = re.search(r"https?://\S+/key/\S+", mail.outbox[0].body)[0]
    form = client.get(urlsplit(link).path, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD + "!", "password2": PASSWORD + "!"})

    assert not signed_in(client)
    sign_in(client, user.email, PASSWORD + "!")
    assert signed_in(client)


# What it tells ------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", [LOGIN, CODE, RESET])
def test_a_known_and_an_unknown_address_get_the_same_answer(account, view):
    answers = []
    for address in (account.email, "nobody@mup.example"):
        client = Client()
        form = {"login": address, "password": "wrong", "email": address}
        first = client.post(view, form)
        page = client.get(first["Location"]) if first.status_code == 302 else first
        answers.append((first.status_code, first.get("Location"), comparable(page, address)))
    assert answers[0] == answers[1]


def test_a_wrong_code_for_a_known_and_an_unknown_address_gets_the_same_answer(account):
    answers = []
    for address in (account.email, "nobody@mup.example"):
        client = Client()
        client.post(CODE, {"email": address})
        answers.append([comparable(client.post(CONFIRM, {"code": "WRONG1"}), address) for _ in range(6)])
    assert answers[0] == answers[1]


def test_an_unknown_address_costs_the_same_work_and_gets_no_mail(client, account, django_assert_num_queries):
    client.post(CODE, {"email": "nobody@mup.example"})

    assert mail.outbox == []


def test_a_session_gets_a_new_key_at_sign_in(client, account):
    client.get(LOGIN)
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key

    sign_in(client, account.email)

    assert client.session.session_key != before


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "https:///evil.example", "javascript:alert(1)",
        "http://testserver@evil.example/", "\thttps://evil.example/", "https://testserver.evil.example/",
    ],
)  # fmt: skip
def test_the_way_on_never_leads_off_the_site(client, account, target):
    response = sign_in(client, account.email, next=target)

    assert response["Location"] == reverse("desk:home")


@pytest.mark.parametrize("path", ["login/", "login/code/", "logout/", "password/reset/", "signup/", "reauthenticate/"])
def test_every_form_of_the_account_pages_needs_its_token(path, account):
    client = Client(enforce_csrf_checks=True)
    if path in ("logout/", "reauthenticate/"):
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")

    response = client.post(f"/account/{path}", {"login": account.email, "password": PASSWORD})

    assert response.status_code == 403


def test_signing_out_takes_a_post(as_user, account):
    client = as_user(account)
    client.get("/account/logout/")
    assert signed_in(client)

    client.post("/account/logout/")
    assert not signed_in(client)


def test_nobody_changes_the_address_they_sign_in_with(as_user, account):
    client = as_user(account)

    assert client.get("/account/email/").status_code == 404
    assert client.post("/account/email/", {"email": "x@y.example", "action_add": ""}).status_code == 404
    assert client.get("/account/confirm-email/abc/").status_code == 404


# What it limits -----------------------------------------------------------------------------------


def test_a_classroom_behind_one_address_gets_in(db):
    people = [make.UserFactory() for _ in range(40)]
    inside = 0
    for person in people:
        client = Client()
        sign_in(client, person.email)
        inside += signed_in(client)
    assert inside == 40


def test_a_classroom_behind_one_address_gets_its_codes(db):
    for person in [make.UserFactory() for _ in range(40)]:
        Client().post(CODE, {"email": person.email})
    assert len(mail.outbox) == 40


def test_nobody_in_a_classroom_waits_for_anybody_elses_lock(db, monkeypatch):
    """allauth turns away whoever waits a second for a lock of its counters: there is none that two people share."""
    locks, add = [], LocMemCache.add

    def note_and_add(self, key, *rest, **more):
        locks[-1].add(key)
        return add(self, key, *rest, **more)

    monkeypatch.setattr(LocMemCache, "add", note_and_add)
    for person in (make.UserFactory(), make.UserFactory()):
        locks.append(set())
        Client().post(CODE, {"email": person.email})
        sign_in(Client(), person.email)

    mine, theirs = ({key for key in held if key.endswith(":lock")} for held in locks)
    assert mine and not mine & theirs


def test_sixty_failures_from_one_address_stop_the_next_try_of_anybody(client, db):
    answers = [sign_in(Client(), f"nobody{number}@mup.example", "wrong").status_code for number in range(61)]

    assert answers == [200] * 60 + [429]
    assert sign_in(client, make.UserFactory().email).status_code == 429


@pytest.mark.parametrize("address", ["known@mup.example", "nobody@mup.example"])
def test_the_sixth_failure_on_one_account_is_answered_by_our_429(client, account, address):
    answers = [sign_in(Client(), address, "wrong") for _ in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert "429.html" in [template.name for template in answers[-1].templates]


def test_while_one_account_is_limited_others_still_get_in(client, account):
    for _ in range(7):
        sign_in(Client(), account.email, "wrong")

    assert sign_in(client, account.email).status_code == 429
    assert sign_in(client, make.UserFactory().email).status_code == 302


def test_codes_for_one_account_are_limited(account):
    answers = [Client().post(CODE, {"email": account.email}).status_code for _ in range(6)]

    assert answers == [302] * 5 + [429]
    assert len(mail.outbox) == 5


def test_a_mail_server_that_is_down_is_no_error_of_the_page(client, account, settings):
    settings.EMAIL_BACKEND = "tests.people.test_login.DeadServer"

    assert client.post(CODE, {"email": account.email}).status_code == 302


class DeadServer:
    def __init__(self, *args, **kwargs) -> None: ...

    def send_messages(self, messages):
        raise OSError("no route to the mail server")


# One path -----------------------------------------------------------------------------------------


def test_no_other_address_of_the_site_makes_a_session(account):
    """Every address, with everything a sign-in form might be called: only the sign-in page lets anybody in."""
    form = dict.fromkeys(
        ("login", "email", "username", "user", "identifier", "auth-username"), account.email
    ) | dict.fromkeys(("password", "password1", "auth-password"), PASSWORD)
    makes = set()
    for address in census.all_addresses():
        if not (path := address.sample()):
            continue
        for method in ("get", "post"):
            cache.clear()
            client = Client(raise_request_exception=False)
            getattr(client, method)(path, form)
            if signed_in(client):
                makes.add(address.name)
    assert makes == {"account_login"}


def test_the_sign_in_pages_of_the_back_office_lead_to_ours(client):
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == f"{LOGIN}?next=%2Fadmin%2Fpages%2F"
    assert urlsplit(client.post("/admin/login/", {"username": "a", "password": "b"})["Location"]).path == LOGIN
    assert urlsplit(client.get("/admin/password_reset/")["Location"]).path == LOGIN
