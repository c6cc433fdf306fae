"""The site is closed: who does not sign in finds the views of the list open, and no other."""

import pytest
from django.urls import reverse

from tests.access import census


@pytest.fixture
def closed() -> list[census.Address]:
    return [address for address in census.all_addresses() if not address.is_open]


def test_every_open_view_is_on_the_list_and_every_line_of_the_list_is_an_open_view():
    found = {address.name for address in census.all_addresses() if address.is_open}
    assert sorted(census.listed_public_names()) == sorted(found)


def test_most_closed_views_can_be_tried(closed):
    tried = [address for address in closed if address.sample()]
    assert len(tried) >= 0.9 * len(closed)


@pytest.mark.django_db
def test_every_closed_view_sends_a_visitor_to_the_one_sign_in_page(client, closed):
    sign_in = (reverse("account_login"), reverse("admin_sign_in"))
    wrong = {}
    for address in filter(census.Address.sample, closed):
        response = client.get(address.sample())
        if response.status_code != 302 or not response.headers["Location"].startswith(sign_in):
            wrong[address.name] = response.status_code
    assert wrong == {}
