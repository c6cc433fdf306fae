"""The background of a module away from the website: its texts as plain HTML, its pictures under their hash."""

from collections.abc import Iterable, Mapping
from html import escape
from html.parser import HTMLParser

from django.core.files.storage import default_storage
from django.utils.safestring import SafeString, mark_safe
from wagtail.images import get_image_model

from ..files.storage import keep

KEPT = frozenset(("h3", "h4", "p", "b", "strong", "i", "em", "ol", "ul", "li", "br"))


def hashes_of(content: Mapping) -> list[str]:
    """The hashes of the pictures in a module's content."""
    return [row["hash"] for row in content.get("body", ()) if row.get("hash")]


def keep_pictures(contents: Iterable[Mapping]) -> None:
    """A copy of each picture under its hash: the living one may be changed."""
    wanted = {name for content in contents for name in hashes_of(content)}
    for image in get_image_model().objects.filter(file_hash__in=wanted) if wanted else ():
        with image.file.open() as file:
            keep(file, image.file_hash)


def stored_picture(name: str) -> str:
    """Where the copy lies in storage."""
    return f"editions/{name[:2]}/{name}"


def picture_kind(name: str) -> str:
    """The ending of a copy's format, read from its first bytes. Raises FileNotFoundError."""
    with default_storage.open(stored_picture(name)) as file:
        head = file.read(12)
    return "png" if head.startswith(b"\x89PNG") else "webp" if head[8:] == b"WEBP" else "jpg"


class _Offline(HTMLParser):
    """Keeps what a page without a network can show; the address of a link stands behind its words."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs) -> None:
        if tag in KEPT:
            self.pieces.append(f"<{tag}>")
        elif tag == "a":
            self.addresses.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.addresses:
            address = self.addresses.pop()
            self.pieces.append(f" ({escape(address)})" if address.startswith(("https://", "http://")) else "")
        elif tag in KEPT and tag != "br":
            self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(escape(data, quote=False))


def offline(html: str) -> SafeString:
    """A text of the background with nothing in it that leads anywhere."""
    reader = _Offline()
    reader.feed(html)
    reader.close()
    return mark_safe("".join(reader.pieces))  # noqa: S308 - escaped above, and only tags of our own list
