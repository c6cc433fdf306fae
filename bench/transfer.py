"""Bytes over the wire for a first visit, in real Chromium, from gunicorn with compressed static files."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict

from bench.measure import HOME, Figure, client_for, hand_over, start_django

start_django()

from bench.doors import doors, users  # noqa: E402

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
MEASURED = ("home", "curriculum page", "module page", "coverage", "training list", "training", "roster",
            "attendance grid", "cohort", "certificate list", "verification", "sign-in", "audit list")  # fmt: skip
MOST = 100_000


def main() -> None:
    found, accounts = [door for door in doors() if door.name in MEASURED], users()
    cookies = {who: client_for(user).cookies["sessionid"].value for who, user in accounts.items()}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "lms.wsgi"], cwd=HOME,
        env={**os.environ, "PORT": port, "DJANGO_SETTINGS_MODULE": "lms.settings"},
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/health/")
        hand_over(visit_all(found, cookies, f"http://127.0.0.1:{port}"))
    finally:
        server.terminate()
        server.wait(20)


def wait_for(address: str) -> None:
    for _attempt in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("gunicorn does not answer")


def visit_all(found, cookies: dict, site: str) -> list[Figure]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            return [visit(browser, door, cookies.get(door.who), site) for door in found]
        finally:
            browser.close()


def visit(browser, door, cookie, site: str) -> Figure:
    """One page with an empty cache: what Chromium counted on the wire, by kind of file."""
    context = browser.new_context()
    if cookie:
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    page = context.new_page()
    wire = context.new_cdp_session(page)
    kinds, sizes = {}, defaultdict(int)
    wire.send("Network.enable")
    wire.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    loaded = []
    wire.on("Network.loadingFinished", lambda e: loaded.append((e["requestId"], e["encodedDataLength"])))
    answer = page.goto(site + door.address, wait_until="networkidle")
    page.wait_for_timeout(200)
    context.close()
    for request, size in loaded:
        sizes[kinds.get(request, "Other").lower()] += size
    total = sum(sizes.values())
    parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(sizes.items(), key=lambda item: -item[1]))
    note = f"{len(loaded)} files: {parts}" + ("  OVER 100 kB" if total > MOST else "")
    if answer.status != 200:
        raise SystemExit(f"{door.address} answers {answer.status}")
    return Figure("first visit", f"{door.name}, {door.who or 'anybody'}", f"{total / 1000:.1f} kB", note=note)


main()
