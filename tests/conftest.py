"""What every test may ask for."""

import gc
import importlib.util
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from django.conf import settings as django_settings
from django.test import TransactionTestCase
from django.utils import translation

from lms.core.frame_stack import with_deep_stack

from . import amounts, costs, databases, network, recorded, rendered
from . import cast as people

amounts.load_profile()
#: Who asks for one of these speaks to the database.
OF_THE_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_addoption(parser):
    parser.addoption("--complete", action="store_true", help="This is the whole suite: every template must be rendered")
    parser.addoption("--costs", metavar="FILE", nargs="?", const="-", help="Print what it cost, and keep it in a file")
    parser.addoption("--screenshots", metavar="DIR", help="The browser journeys put their pictures into this folder")


def pytest_configure(config):
    network.close_routes()
    databases.renew_after_commits()
    config.pluginmanager.register(rendered.Register(config), "rendered-templates")
    config.pluginmanager.register(costs.Costs(config), "costs")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """pytest's own, with space for frames: pages are drawn a hundred calls deep (`lms/core/frame_stack.py`)."""
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    with_deep_stack(runtestprotocol)(item, nextitem=nextitem)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_collection_finish():
    """What is loaded by now stays: it need not be looked at by every collection of garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(config, items):
    """Property tests get their marker, and PostgreSQL is asked only what it has a part in."""
    if "postgresql" in django_settings.DATABASES["default"]["ENGINE"]:
        leave_to_sqlite(config, items)
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.properties)


def leave_to_sqlite(config, items) -> None:
    """Once is enough, and SQLite had it, for tests without a database and browser journeys but the main job's."""
    once = [item for item in items if not asks_the_database(item) or is_journey_of_one_database(item)]
    if once:
        config.hook.pytest_deselected(items=once)
        config.pluginmanager.get_plugin("costs").left = len(once)
        items[:] = [item for item in items if item not in set(once)]


def asks_the_database(item) -> bool:
    """By what it requests: the marker, a fixture, or a test case of Django's."""
    fixtures = set(getattr(item, "fixturenames", ())) & OF_THE_DATABASE
    case = getattr(item, "cls", None)
    return bool(fixtures or item.get_closest_marker("django_db") or (case and issubclass(case, TransactionTestCase)))


def is_journey_of_one_database(item) -> bool:
    in_a_browser = item.get_closest_marker("journey") or "browser" in getattr(item, "fixturenames", ())
    return bool(in_a_browser and not item.get_closest_marker("both_databases"))


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
    yield
    with django_db_blocker.unblock():
        connection.close()
        if connection.vendor != "sqlite":
            databases.drop_postgresql(base, own)


@pytest.fixture(autouse=True)
def project_settings(settings, tmp_path):
    """No file outside the test's own folder; the second factor is its own tests' subject."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.MFA_ENFORCED = False
    # A request leaves its language behind in the thread; the next test begins in the project's own.
    translation.deactivate()
    recorded.begin()


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


@pytest.fixture
def script():
    """`deploy/start.py` as a module, its functions one by one."""
    path = django_settings.BASE_DIR / "deploy" / "start.py"
    specification = importlib.util.spec_from_file_location("start", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
