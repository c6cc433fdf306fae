"""Real Chromium against the real site with the whole demo in it."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Error as PlaywrightError
from pytest_django.live_server_helper import LiveServer

STEPS = ("content", "cohort", "cascade", "report", "selection", "course", "certificate")
pytest.register_assert_rewrite(*(f"tests.journeys.{name}_steps" for name in STEPS))

from .browser import chromium  # noqa: E402
from .demo_copy import copied, demo_of_its_own, spoken_to  # noqa: E402
from .visitor import Visitor  # noqa: E402

FAILED = pytest.StashKey[bool]()
#: What takes longest, the longest first: two workers that begin with these end at about the same time.
LONGEST = (
    "test_the_main_job", "test_the_certification_cycle", "test_no_page_weighs_more", "is_sound[office]",
    "is_sound[trainer]", "is_sound[focal point]", "is_sound", "left_in_english",
)  # fmt: skip


#: So many other tests come first in all workers but one, which makes the demo that they all copy.
WHILE_THE_DEMO_IS_MADE = 300


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """The longest journeys early in every worker's stretch of the suite (xdist's "worksteal" cuts it into equal ones),
    so that nobody waits for one of them at the end."""
    longest = sorted((item for item in items if _rank(item) < len(LONGEST)), key=_rank)
    rest = [item for item in items if _rank(item) == len(LONGEST)]
    workers = int(getattr(config, "workerinput", {}).get("workercount", 1))
    size, ordered = len(items) // workers, []
    for number in range(workers):
        own, first = longest[number::workers], WHILE_THE_DEMO_IS_MADE if number else 0
        left = max(size - len(own), 0) if number < workers - 1 else len(rest)
        stretch, rest = rest[:left], rest[left:]
        ordered += [*stretch[:first], *own, *stretch[first:]]
    items[:] = ordered


def _rank(item) -> int:
    """Its place among the longest; all others come after them."""
    ranks = (rank for rank, name in enumerate(LONGEST) if "journeys/" in item.nodeid and name in item.name)
    return next(ranks, len(LONGEST))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where a journey fails, say what each visitor had before their eyes."""
    report = yield
    given = getattr(item, "funcargs", {})
    site = given.get("site") or given.get("common_site")
    item.stash[FAILED] = report.failed
    if report.when == "call" and report.failed and site:
        for number, visitor in enumerate(site.visitors):
            # A page that never came has no words, and must not hide what failed.
            with suppress(PlaywrightError):
                report.sections.append((f"visitor {number} at {visitor.page.url}", visitor.words[:900]))
                visitor.shot(f"failed-{number}")
    return report


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of this worker."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def pictures(request) -> Path | None:
    """Where screenshots go, if somebody asked for them."""
    chosen = request.config.getoption("--screenshots") or os.environ.get("SCREENSHOTS")
    if not chosen:
        return None
    folder = Path(chosen)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


# The demo and the server ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def demo_cache(request) -> Path:
    """Where templates of the demo are kept between runs."""
    return Path(request.config.cache.mkdir("demo"))


@pytest.fixture(scope="session")
def common_copy(demo_cache, django_db_setup, django_db_blocker, tmp_path_factory):
    """One copy of the demo for all journeys of this worker that only look at it."""
    with django_db_blocker.unblock(), copied(demo_cache, tmp_path_factory.mktemp("demo")) as copy:
        yield copy


@pytest.fixture
def demo(demo_cache, django_db_setup, django_db_blocker, project_settings, settings, tmp_path):
    """The demo's database and files, this test's own."""
    with django_db_blocker.unblock(), demo_of_its_own(demo_cache, tmp_path / "demo") as copy:
        settings.MEDIA_ROOT = copy.media
        yield copy


@pytest.fixture
def common_demo(common_copy, django_db_blocker, project_settings, settings):
    """The demo as others look at it too: sessions and the trail of what was read are all that may be written."""
    with django_db_blocker.unblock(), spoken_to(common_copy) as copy:
        settings.MEDIA_ROOT = copy.media
        yield copy


@pytest.fixture(scope="session")
def server(django_db_setup, django_db_blocker):
    """One live server for all journeys of this worker: each request speaks to the database the test has chosen."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        yield server
        server.stop()


@dataclass
class Site:
    """The running site, and everybody who visits it."""

    url: str
    browser: object
    pictures: Path | None
    visitors: list[Visitor]

    def visitor(self, **options) -> Visitor:
        """Somebody new, with a browser of their own."""
        self.visitors.append(Visitor(self.browser, self.url, pictures=self.pictures, **options))
        return self.visitors[-1]


def _open_site(request, server, browser, settings, pictures):
    """The site; at the end every visitor says what was wrong with the pages they saw."""
    server._live_server_modified_settings.enable()
    settings.BASE_URL = server.url
    site = Site(server.url, browser, pictures, [])
    try:
        yield site
        failed = request.node.stash.get(FAILED, False)
        for visitor in site.visitors:
            visitor.leave(quietly=failed)
    finally:
        server._live_server_modified_settings.disable()


@pytest.fixture
def site(request, demo, server, browser, settings, pictures):
    """The site with a demo of this test's own."""
    yield from _open_site(request, server, browser, settings, pictures)


@pytest.fixture
def common_site(request, common_demo, server, browser, settings, pictures):
    """The site with the demo that every journey of this worker looks at."""
    yield from _open_site(request, server, browser, settings, pictures)


@pytest.fixture
def go_on(monkeypatch):
    """`go_on(days)`: so many days later, for every thread of this process."""
    real, passed = timezone.now, timedelta()

    def later(days: int) -> None:
        nonlocal passed
        passed += timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: real() + passed)

    return later
