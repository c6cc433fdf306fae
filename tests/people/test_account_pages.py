"""The pages and mails of one's own account, walked through; and those that our settings never lead to, drawn."""

import runpy
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as site
from django.core import mail
from django.core.cache import cache
from django.forms import CharField, Form
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from lms.core.designation import designate
from tests.people.test_second_factor import PASSWORD, code_for

pytestmark = pytest.mark.django_db
LOGIN = "account_login"
SAID = ["New recovery codes", "Second factor set up", "Second factor switched off"]


@pytest.fixture
def client(cast) -> Client:
    """The focal point, signed in with a password a moment ago."""
    cache.clear()
    cast.focal.set_password(PASSWORD)
    cast.focal.save()
    client = Client()
    client.post(reverse(LOGIN), {"login": cast.focal.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def switched_on(client) -> str:
    """The app set up; its secret."""
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    assert client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)}).status_code == 302
    return secret


def key_of(user) -> Authenticator:
    """A passkey as it stands in the database; what its cryptography says is nobody's question here."""
    return Authenticator.objects.create(
        user=user, type="webauthn", data={"name": "Laptop", "credential": {"clientExtensionResults": {}}}
    )


def subjects() -> list[str]:
    return [message.subject for message in mail.outbox]


def test_the_app_is_switched_on_its_codes_made_anew_and_it_is_switched_off(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        switched_on(client)
    for name in ("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_index"):
        assert client.get(reverse(name)).status_code == 200, name
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(reverse("mfa_generate_recovery_codes"))["Location"] == reverse("mfa_view_recovery_codes")
        assert client.post(reverse("mfa_deactivate_totp"))["Location"] == reverse("mfa_index")
    assert sorted(subjects()) == SAID


def test_what_touches_security_asks_for_the_second_factor_again(cast, client):
    switched_on(client)
    session = client.session
    session["account_authentication_methods"] = []
    session.save()

    page = client.get(reverse("mfa_view_recovery_codes"), follow=True)
    assert page.redirect_chain[-1][0].startswith("/account/")
    assert client.get(reverse("mfa_reauthenticate")).status_code == 200


def test_a_key_is_listed_named_and_removed(cast, client):
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    key = key_of(cast.focal)
    assert "Laptop" in client.get(reverse("mfa_list_webauthn")).content.decode()
    assert client.get(reverse("mfa_edit_webauthn", kwargs={"pk": key.pk})).status_code == 200
    assert client.get(reverse("mfa_remove_webauthn", kwargs={"pk": key.pk})).status_code == 200
    assert client.post(reverse("mfa_remove_webauthn", kwargs={"pk": key.pk})).status_code == 302
    assert not Authenticator.objects.filter(pk=key.pk).exists()


def test_somebody_elses_key_is_not_found(cast, client):
    key = key_of(cast.focal_away)
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert client.get(reverse(name, kwargs={"pk": key.pk})).status_code == 404


def test_a_changed_password_is_said_by_mail(client):
    form = {"oldpassword": PASSWORD, "password1": "another horse battery", "password2": "another horse battery"}
    assert client.post(reverse("account_change_password"), form).status_code == 302
    assert len(subjects()) == 1


def test_a_first_password_is_set_and_said_by_mail(cast):
    cast.focal.set_unusable_password()
    cast.focal.save()
    client = Client()
    client.force_login(cast.focal, backend=site.AUTHENTICATION_BACKENDS[0])
    assert client.get(reverse("account_set_password")).status_code == 200
    new = {"password1": "another horse battery", "password2": "another horse battery"}
    assert client.post(reverse("account_set_password"), new).status_code == 302
    assert len(subjects()) == 1


# What nobody is led to: it would still look like ours ------------------------------------------------------------


class OneField(Form):
    code = CharField(label="Code")


ASIDE = [
    *(f"account/{name}.html" for name in (
        "confirm_email_verification_code", "email", "email_change", "email_confirm",
        "password_set", "verification_sent", "verified_email_required", "snippets/already_logged_in",
        "snippets/warn_no_email",
    )),
    *(f"mfa/email/webauthn_{what}_{part}.txt" for what in ("added", "removed") for part in ("message", "subject")),
    "mfa/webauthn/reauthenticate.html", "components/field.html",
    "django/forms/div.html", "500.html",
]  # fmt: skip


@pytest.mark.parametrize("name", ASIDE)
def test_a_page_that_waits_for_its_day_can_be_drawn(name, cast, rf):
    request = rf.get("/")
    request.user, request.session = cast.focal, {}
    form = OneField()
    context = {"form": form, "field": form["code"], "fields": [(form["code"], [])], "user": cast.focal, "code": "x"}
    drawn = render_to_string(name, {**context, "email": cast.focal.email, "cancel_url": "/"}, request=request)
    assert drawn.strip()
    assert "{{" not in drawn
    assert designate(drawn) is not None


ELEMENTS = sorted(path.stem for path in (site.BASE_DIR / "templates/allauth/elements").glob("*.html"))


@pytest.mark.parametrize("element", ELEMENTS)
def test_allauths_elements_are_in_our_dress(element, rf):
    form, words = OneField(), dict.fromkeys(("title", "body", "actions", "help"), ["Word"])
    attrs = {"form": form, "name": "code", "id": "id_code", "type": "text", "href": "/", "tags": "", "errors": []}
    context = {"attrs": attrs, "slots": {"default": ["Word"], **words}, "slot": "Word"}
    drawn = render_to_string(f"allauth/elements/{element}.html", context, request=rf.get("/"))
    assert "<" in drawn


def test_the_style_page_shows_every_component(rf, cast):
    request = rf.get("/")
    request.user, request.session = cast.focal, {}
    folder = Path(site.BASE_DIR) / "templates" / "pages"
    context = runpy.run_path(str(folder / "style_context.py"))["style_context"](request)
    assert "<main" in render_to_string("pages/style.html", context, request=request)
