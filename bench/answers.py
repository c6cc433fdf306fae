"""Is an answer the page that was meant? A figure of another page, or of an empty one, is worse than none."""

import gzip
import re
from dataclasses import dataclass
from html import unescape

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)


@dataclass(frozen=True)
class Address:
    """A page, who opens it (empty: nobody signed in), its path, and how to know it.

    `says` stands on the real page only, and `least` is a length no empty page reaches: both are looked for in the
    content alone (`<main>`), since heading, navigation and footer come with every page.
    """

    name: str
    who: str
    path: str
    says: str
    least: int

    @property
    def title(self) -> str:
        return f"{self.name}, {self.who or 'anybody'}"


def check(address: Address, status: int, text: str, goes_to: str = "") -> None:
    """End the bench with one line unless this is the page."""
    if trouble := trouble_with(address, status, text, goes_to):
        raise SystemExit(f"Wrong answer, so no figures: {address.title}, at {address.path}: {trouble}.")


def trouble_with(address: Address, status: int, text: str, goes_to: str = "") -> str:
    if goes_to:
        return f"it leads on to {goes_to}"
    if status != 200:
        return f"it answers {status}"
    content = content_of(text)
    if len(content) < address.least:
        return f"{len(content)} characters of content, and the real page has at least {address.least}"
    return "" if address.says in content else f"it does not say “{address.says}”"


def content_of(text: str) -> str:
    """What is between the page's header and footer; the whole answer where it has neither."""
    found = MAIN.search(text)
    return unescape(found[0] if found else text)


def check_response(address: Address, answer) -> None:
    """The same for an answer of Django's test client, compressed or not."""
    body = answer.content
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    check(address, answer.status_code, body.decode(), answer.headers.get("Location", ""))
