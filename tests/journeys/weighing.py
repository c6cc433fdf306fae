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

from .demo_copy import DemoCopy
from .visitor import Visitor

#: One process for all of it: what is imported to gather the files is not imported once more to serve them.
SERVE = """import sys, django; django.setup()
from django.core.management import call_command
from filelock import FileLock
from lms.core.static_files import gather_static
with FileLock(sys.argv.pop(1)):
    gather_static()
call_command("createcachetable")
from django.db import connections
for connection in connections.all():
    connection.close()
    getattr(connection, "close_pool", lambda: None)()
from gunicorn.app.wsgiapp import run
run()
"""
PATIENCE = 300  # seconds: on a clean machine all static files are compressed first


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
    lock = str(kept / "static.lock")
    command = [sys.executable, "-c", SERVE, lock, "-c", "deploy/gunicorn.conf.py", "lms.wsgi"]
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=out, stderr=out)
        try:
            _wait_for(f"http://localhost:{port}/health/", server, log)
            yield f"http://localhost:{port}"
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
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
    wire.on("Network.loadingFailed", lambda event: sent.update({event["requestId"]: 0}))
    visitor.page.goto(address)
    visitor.page.evaluate("document.fonts.ready.then(() => null)")
    until = time.monotonic() + PATIENCE
    while names.keys() - sent.keys() and time.monotonic() < until:
        visitor.page.wait_for_timeout(20)  # in which events come in
    wire.detach()
    return {names[number].partition("?")[0]: size for number, size in sent.items() if number in names}
