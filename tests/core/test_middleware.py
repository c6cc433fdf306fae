"""What the lowest layer does to every request: one sign-in page, the language, health."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/confirm/x/y/", "/library/_util/login/"],
)
def test_other_sign_in_pages_lead_to_the_one(client, address):
    response = client.get(address, {"next": "/coverage/"})
    assert response.status_code == 302
    assert response.headers["Location"] == reverse("account_login") + "?next=%2Fcoverage%2F"


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/password_reset/", "/library/_util/login/"])
def test_no_other_page_takes_a_password(client, cast, address):
    client.post(address, {"username": cast.office.email, "password": "correct horse battery staple"})
    assert "_auth_user_id" not in client.session


def test_a_shared_password_opens_no_page(client):
    assert client.get("/library/_util/authenticate_with_password/1/1/").status_code == 404


def test_whoever_lacks_the_right_is_told_so_and_not_sent_round(as_user, cast):
    assert as_user(cast.trainee).get("/admin/", follow=True).status_code == 403


def test_a_visitor_chooses_the_language(client):
    response = client.post(reverse("set_language"), {"language": "sr", "next": "/account/login/"})
    assert (response.status_code, response.headers["Location"]) == (302, "/account/login/")
    assert response.cookies["django_language"].value == "sr"
    assert client.get(reverse("set_language")).status_code == 405


def test_health_says_nothing_but_that_it_is_there(client):
    assert client.get("/health/").json() == {"status": "ok"}
    assert client.post("/health/").status_code == 405
