"""The site as it is served in earnest, by gunicorn with compressed and hashed static files; and a scale for pages."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from filelock import FileLock

from .demo_copy import DemoCopy
from .visitor import Visitor

PREPARE = """import django; django.setup()
from django.core.management import call_command
from lms.core.statics import gather_static
gather_static()
call_command("createcachetable")
"""
PATIENCE = 60  # seconds


@contextmanager
def gunicorn(demo: DemoCopy, kept: Path, log: Path) -> Iterator[str]:
    """The address of a server of its own on this demo; `kept`: where gathered static files stay between runs."""
    port = _free_port()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lms.settings",
        "DEMO": "1",
        "DEBUG": "0",
        "MFA_ENFORCED": "0",
        "SECRET_KEY": settings.SECRET_KEY,
        "DATABASE_URL": demo.url,
        "MEDIA_ROOT": str(demo.media),
        "STATIC_ROOT": str(kept / "static"),
        "PORT": str(port),
        "WEB_WORKERS": "1",
    }
    with FileLock(kept / "static.lock"):
        subprocess.run([sys.executable, "-c", PREPARE], cwd=settings.BASE_DIR, env=environment, check=True)
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "lms.wsgi"]
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=out, stderr=out)
        try:
            _wait_for(f"http://localhost:{port}/health/", log)
            yield f"http://localhost:{port}"
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError(f"gunicorn does not answer:\n{log.read_text()[-2000:]}")


def weigh(visitor: Visitor, address: str) -> dict[str, int]:
    """Bytes that come over the wire for the page on a first visit, headers and fonts included: {address: bytes}."""
    wire = visitor.context.new_cdp_session(visitor.page)
    sent, names = {}, {}
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda event: sent.update({event["requestId"]: event["encodedDataLength"]}))
    visitor.page.goto(address, wait_until="networkidle")
    wire.detach()
    return {names[number].partition("?")[0]: size for number, size in sent.items() if number in names}
