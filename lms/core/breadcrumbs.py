"""The way to a page, as every page shows it at its head."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Crumb:
    """A page above this one with its address; the last, the page itself, has none."""

    label: str
    url: str = ""


def crumb(label: str, name: str, *args) -> Crumb:
    """The page whose URL has this name and these arguments."""
    return Crumb(label, reverse(name, args=args))
