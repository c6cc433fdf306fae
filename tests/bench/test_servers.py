"""What is measured over a socket: a page in Chromium, a kit, and gunicorn that serves them."""

import os
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from bench import addresses, kit, transfer
from bench.servers import Served, free_port, gunicorn, running
from tests.bench.figures import assert_measured


@pytest.fixture
def served(bench_site):
    server = LiveServer("localhost")
    server._live_server_modified_settings.enable()
    yield Served(server.url, os.getpid())
    server.stop()
    server._live_server_modified_settings.disable()


def in_thread(act):
    """Beside the journeys' Playwright, whose loop runs in the main thread."""

    def run():
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


@pytest.mark.journey
def test_a_first_visit_is_measured(served):
    page = next(one for one in addresses.others() if one.name == "verification")
    figures, trouble = in_thread(lambda: one_that_is_right_and_one_that_is_not(page, served.url))
    assert_measured(figures, page.title)
    assert "it does not say “No such words”" in trouble


def one_that_is_right_and_one_that_is_not(page, site):
    with transfer.chromium() as browser:
        figures = [transfer.visit(browser, page, None, site)]
        with pytest.raises(SystemExit) as ended:
            transfer.visit(browser, replace(page, says="No such words"), None, site)
    return figures, str(ended.value)


def test_a_kit_is_measured(served):
    prepared = kit.prepare(1 << 16, 2)
    assert prepared.kit_bytes > 1 << 16
    assert_measured(kit.figures(prepared, served, 1), kit.KIT, "memory of the worker")
    short = kit.Way("kit", served.url + prepared.kit, prepared.kit_bytes + 1)
    with pytest.raises(SystemExit, match=r"answers 200 with \d+ bytes, and should send"):
        kit.fetch(short, prepared.cookie)


def test_gunicorn_answers_and_ends():
    with gunicorn("wsgiref.simple_server:demo_app", WEB_WORKERS="1") as served:
        with urllib.request.urlopen(served.url, timeout=10) as answer:
            assert answer.read().startswith(b"Hello world!")
        assert kit.memory(served.pid, "VmHWM") > 1
    with pytest.raises(OSError):
        urllib.request.urlopen(served.url, timeout=2)


def test_a_server_that_does_not_start_ends_the_bench():
    nothing = [sys.executable, "-c", ""]
    with pytest.raises(SystemExit, match="does not answer"), running(nothing, free_port(), {}):
        pass
