"""What every test may ask for."""

import pytest

from . import cast as people


@pytest.fixture(autouse=True)
def house_settings(settings, tmp_path):
    """No file outside the test's own folder; the second factor is its own tests' subject."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.MFA_ENFORCED = False


@pytest.fixture
def cast(db) -> people.Cast:
    return people.assemble()


@pytest.fixture
def as_user(client):
    """`as_user(cast.focal)`: the test client, signed in as that account."""

    def sign_in(user):
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
