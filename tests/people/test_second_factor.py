"""Who decides needs a second factor: until it is set up, only its own pages are open."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache

from lms.people.services import ensure_account, grant_role, reset_second_factor
from tests.access import census

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"
DECIDERS = ("office", "focal", "assessor")


@pytest.fixture(autouse=True)
def enforced(settings):
    settings.MFA_ENFORCED = True
    cache.clear()


def code_for(secret: str) -> str:
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06d}"


def give_factor(user) -> str:
    secret = generate_totp_secret()
    Authenticator.objects.create(user=user, type="totp", data={"secret": secret})
    return secret


@pytest.mark.parametrize("who", DECIDERS)
def test_without_a_second_factor_nothing_but_its_pages_opens(cast, as_user, who):
    """Every address of the site, as whoever decides."""
    client = as_user(getattr(cast, who))
    open_views = set()
    for address in census.all_addresses():
        path = address.sample()
        if path and not path.startswith(("/account/", "/i18n/", "/health/")):
            response = client.get(path)
            if response.status_code != 302 or response["Location"] != "/account/2fa/":
                open_views.add(address.name)
    assert open_views == set()
    assert client.get("/account/2fa/").status_code == 200


@pytest.mark.parametrize("who", ["trainer", "trainee", "observer", "stranger"])
def test_others_may_do_without(cast, as_user, who):
    assert as_user(getattr(cast, who)).get("/").status_code == 200


@pytest.mark.parametrize("who", DECIDERS)
def test_with_a_second_factor_the_site_opens(cast, as_user, who):
    give_factor(getattr(cast, who))

    assert as_user(getattr(cast, who)).get("/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(cast, as_user):
    Authenticator.objects.create(user=cast.focal, type="recovery_codes", data={})

    assert as_user(cast.focal).get("/").status_code == 302


def test_a_superuser_of_the_machine_room_needs_one_too(cast, as_user):
    cast.stranger.is_superuser = True
    cast.stranger.save()

    assert as_user(cast.stranger).get("/")["Location"] == "/account/2fa/"


def test_a_role_granted_today_asks_for_it_on_the_next_request(cast, as_user):
    client = as_user(cast.stranger)
    assert client.get("/").status_code == 200

    grant_role(user=cast.stranger, kind="focal_point", institution=cast.home, by=cast.office)

    assert client.get("/")["Location"] == "/account/2fa/"


def test_the_setting_switches_it_off_with_a_notice(cast, as_user, settings):
    settings.MFA_ENFORCED = False
    settings.DEMO = True

    page = as_user(cast.office).get("/")

    assert page.status_code == 200
    assert "Second factors are switched off" in page.content.decode()


def test_an_officer_who_signs_in_by_code_can_set_up_the_app(cast, as_user):
    user = ensure_account("fresh@seesac.example")
    grant_role(user=user, kind="office", institution=None, by=cast.office)
    client = as_user(user)

    page = client.get("/account/2fa/totp/activate/")
    assert page.status_code == 200
    secret = page.context["form"].secret
    client.post("/account/2fa/totp/activate/", {"code": code_for(secret)})

    assert Authenticator.objects.filter(user=user, type="totp").exists()
    assert client.get("/").status_code == 200


def test_the_password_alone_does_not_sign_in_who_has_a_second_factor(cast, client):
    secret = give_factor(cast.focal)

    response = client.post("/account/login/", {"login": cast.focal.email, "password": PASSWORD})
    assert (response["Location"], SESSION_KEY in client.session) == ("/account/2fa/authenticate/", False)

    client.post("/account/2fa/authenticate/", {"code": code_for(secret)})
    assert SESSION_KEY in client.session


def test_guessing_the_second_factor_is_limited(cast, client):
    give_factor(cast.focal)
    client.post("/account/login/", {"login": cast.focal.email, "password": PASSWORD})

    answers = [client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code for _ in range(6)]

    assert answers[-1] == 429
    assert SESSION_KEY not in client.session


def test_after_a_reset_by_a_second_officer_a_new_one_is_set_up(cast, as_user):
    give_factor(cast.focal)
    client = as_user(cast.focal)
    assert client.get("/").status_code == 200

    reset_second_factor(cast.focal, by=cast.office, reason="phone lost")

    assert client.get("/")["Location"] == "/account/2fa/"
