"""Following every link that a page shows, as one role, without a browser: fast enough for hundreds of addresses."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html as trees

from lms.people.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
#: Wagtail's own pages are Wagtail's to test; files below these addresses are no pages.
APART = ("/admin/", "/static/", "/pictures/")
FINE = {200, 302}


@dataclass
class Found:
    """What one role found. `pages`: {name of the address: addresses that answered with a page}; `html`: {name: what the
    first of them was}."""

    html: dict[str, str] = field(default_factory=dict)
    pages: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    dead: list[str] = field(default_factory=list)
    asked: int = 0


def client_of(email: str) -> Client:
    """A client signed in as this account, or nobody's."""
    client = Client(HTTP_HOST="localhost")
    if email:
        client.force_login(User.objects.get(email=email), backend=BACKEND)
    return client


def crawl(client: Client, starts: list[str], *, per_name: int, at_most: int) -> Found:
    """Follow the links from these addresses on, `per_name` of each kind of address, `at_most` in all."""
    found, waiting = Found(), deque((start, "the start") for start in starts)
    known, kinds = set(starts), defaultdict(int)
    while waiting and found.asked < at_most:
        address, origin = waiting.popleft()
        name = name_of(address)
        kinds[name] += 1
        if kinds[name] > per_name:
            continue
        for link in _ask(client, address, origin, name, found):
            if link not in known:
                known.add(link)
                waiting.append((link, address))
    return found


def _ask(client: Client, address: str, origin: str, name: str, found: Found) -> list[str]:
    """The page's links; an address that a page shows and that answers neither with a page nor elsewhere is dead."""
    answer = client.get(address)
    found.asked += 1
    if answer.status_code not in FINE:
        found.dead.append(f"{answer.status_code} {address} (shown on {origin})")
        return []
    if answer.status_code == 302:
        return [link for link in [inside(answer.url, address)] if link]
    if not answer.headers["Content-Type"].startswith("text/html"):
        answer.close()
        return []
    found.pages[name].append(address)
    found.html.setdefault(name, answer.content.decode())
    return links_of(answer.content, address)


def links_of(html: bytes, address: str) -> list[str]:
    """Where the page's links lead, within the site and once each."""
    found = trees.fromstring(html).xpath("//a/@href")
    links = [inside(href, address) for href in dict.fromkeys(found) if href and not href.startswith("#")]
    return list(dict.fromkeys(filter(None, links)))


def inside(href: str, address: str) -> str:
    """The address as a path of this site; "" if it leads elsewhere or is none of ours."""
    parts = urlsplit(urljoin(f"http://localhost{address}", href))
    base = urlsplit(settings.BASE_URL).netloc
    if parts.scheme != "http" or parts.netloc not in ("localhost", base) or parts.path.startswith(APART):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def name_of(address: str) -> str:
    """The name of the view behind the address, so that a thousand certificates are one kind of page."""
    path, _, query = address.partition("?")
    try:
        match = resolve(path)
    except Resolver404:
        return "nothing"
    depth = path.count("/") if match.view_name == "wagtail_serve" else ""
    return f"{match.view_name}{depth}{'?' if query else ''}"
