"""A real Chromium for every test that needs one, that reaches nothing beyond this machine."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# The shell is the same engine without the windows around it: a new context costs a quarter of the processor's time.
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run")
_borrowed: list[Browser] = []


@contextmanager
def chromium() -> Iterator[Browser]:
    """This process's one browser: whoever asks first starts it, and it is closed when nobody has it any more."""
    if _borrowed:
        _borrowed.append(_borrowed[0])
        try:
            yield _borrowed[0]
        finally:
            _borrowed.pop()
        return
    # Playwright drives its loop in this very thread; the ORM is used beside it, never inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        _borrowed.append(playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS)))
        try:
            yield _borrowed[0]
        finally:
            _borrowed.pop().close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args) -> None:
        """Nothing: the test says what matters."""


@contextmanager
def folder_served(folder: Path):
    """The address under which a folder's files are served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
