"""Bytes over the wire for a first visit, in real Chromium, from gunicorn with compressed static files."""

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from bench.answers import Address, check
from bench.measure import Figure, client_for, hand_over, start_django
from bench.servers import gunicorn

start_django()

from bench.addresses import all_addresses, users  # noqa: E402

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
MEASURED = ("home", "curriculum page", "module page", "coverage", "training list", "training", "roster",
            "attendance grid", "cohort", "certificate list", "verification", "sign-in", "audit list")  # fmt: skip
MOST = 100_000


def main() -> None:
    with gunicorn() as served:
        hand_over(measure(served.url, [address for address in all_addresses() if address.name in MEASURED]))


def measure(site: str, found: list[Address]) -> list[Figure]:
    """Each page in a browser that has never been here."""
    cookies = {who: client_for(user).cookies["sessionid"].value for who, user in users().items()}
    with chromium() as browser:
        return [visit(browser, address, cookies.get(address.who), site) for address in found]


@contextmanager
def chromium() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def visit(browser, address: Address, cookie: str | None, site: str) -> Figure:
    """One page with an empty cache: what Chromium counted on the wire, by kind of file."""
    context = browser.new_context()
    if cookie:
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    page = context.new_page()
    loaded, kinds = listen(context.new_cdp_session(page))
    answer = page.goto(site + address.path, wait_until="networkidle")
    page.wait_for_timeout(200)
    check(address, answer.status, answer.text(), "" if page.url == site + address.path else page.url)
    context.close()
    return figure(address, loaded, kinds)


def listen(wire) -> tuple[list, dict]:
    """From now on: the files that came, each with its bytes, and what kind each was."""
    loaded, kinds = [], {}
    wire.send("Network.enable")
    wire.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    wire.on("Network.loadingFinished", lambda e: loaded.append((e["requestId"], e["encodedDataLength"])))
    return loaded, kinds


def figure(address: Address, loaded: list, kinds: dict) -> Figure:
    sizes: dict[str, int] = defaultdict(int)
    for request, size in loaded:
        sizes[kinds.get(request, "Other").lower()] += size
    total = sum(sizes.values())
    parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(sizes.items(), key=lambda item: -item[1]))
    note = f"{len(loaded)} files: {parts}" + ("  OVER 100 kB" if total > MOST else "")
    return Figure("first visit", address.title, f"{total / 1000:.1f} kB", note=note)


if __name__ == "__main__":
    main()
