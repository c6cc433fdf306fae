"""Real Chromium against the real site with the whole demo in it."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

STEPS = ("content", "cohort", "cascade", "report", "selection", "course", "certificate")
pytest.register_assert_rewrite(*(f"tests.journeys.{name}_steps" for name in STEPS))

from .demo_copy import DemoCopy, copy_demo, drop_copy  # noqa: E402
from .visitor import Visitor  # noqa: E402

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run"]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where a journey fails, say what each visitor had before their eyes."""
    report = yield
    site = getattr(item, "funcargs", {}).get("site")
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
    """One Chromium for all journeys of this worker."""
    # Playwright drives its loop in this very thread; the ORM is used beside it, never inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def pictures(request) -> Path | None:
    """Where screenshots go, if somebody asked for them."""
    chosen = request.config.getoption("--screenshots") or os.environ.get("SCREENSHOTS")
    if not chosen:
        return None
    folder = Path(chosen)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def demo(request, django_db_setup, django_db_blocker, house_settings, settings, tmp_path) -> DemoCopy:
    """The demo's database and files, this test's own."""
    with django_db_blocker.unblock():
        before = connection.settings_dict["NAME"]
        own = tmp_path / "demo"
        own.mkdir()
        copy = copy_demo(Path(request.config.cache.mkdir("demo")), own)
        settings.MEDIA_ROOT = copy.media
        cache.clear()
        yield copy
        drop_copy(copy, before)


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


@pytest.fixture
def site(request, demo, browser, settings, pictures):
    """The site with the demo; at the end every visitor says what was wrong with the pages they saw."""
    server = LiveServer("localhost")
    server._live_server_modified_settings.enable()
    settings.BASE_URL = server.url
    site = Site(server.url, browser, pictures, [])
    try:
        yield site
        if request.node.stash.get(FAILED, False):
            return
        for visitor in site.visitors:
            visitor.leave()
    finally:
        server.stop()
        server._live_server_modified_settings.disable()


@pytest.fixture
def go_on(monkeypatch):
    """`go_on(days)`: so many days later, for every thread of this process."""
    real, passed = timezone.now, timedelta()

    def later(days: int) -> None:
        nonlocal passed
        passed += timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: real() + passed)

    return later
