"""What every test may ask for."""

from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from . import cast as people
from . import databases, guards, network, rendered

# No test is timed: a busy machine makes nothing wrong.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")


def pytest_addoption(parser):
    parser.addoption("--complete", action="store_true", help="This is the whole suite: every template must be rendered")
    parser.addoption("--screenshots", metavar="DIR", help="The browser journeys put their pictures into this folder")


def pytest_configure(config):
    network.close_routes()
    guards.stand_aside()
    config.pluginmanager.register(rendered.Register(config), "rendered-templates")


def pytest_collection_modifyitems(items):
    """A test that commits for real starts from the rows that migrations made, whatever ran before it."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        commits = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
        if commits or (marker and marker.kwargs.get("transaction")):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker, tmp_path_factory):
    """In place of pytest-django's: copy the migrated template (see `databases`)."""
    connection = databases.connection
    base = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            kept = Path(request.config.cache.mkdir("databases"))
            databases.prepare_sqlite(kept, tmp_path_factory.mktemp("database") / "test.sqlite3")
        else:
            own = databases.prepare_postgresql(base)
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()
    yield
    with django_db_blocker.unblock():
        connection.close()
        if connection.vendor != "sqlite":
            databases.drop_postgresql(base, own)


@pytest.fixture(autouse=True)
def house_settings(settings, tmp_path):
    """No file outside the test's own folder; the second factor is its own tests' subject."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.MFA_ENFORCED = False
    # A request leaves its language behind in the thread; the next test begins in the house's own.
    translation.deactivate()


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
