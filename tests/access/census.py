"""Every address the site answers to, as its resolver knows it."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import NoReverseMatch, URLPattern, get_resolver, resolve, reverse

LIST = Path(__file__).parent.parent / "public_views.txt"
# Blocks of other people's views: checked as blocks. Everything else needs rows of its own.
BLOCKS = ("account/", "admin/")
# Views that are not ours but stand alone: we say which methods concern us.
ALONE = {"wagtail_serve": {"GET"}}
# REST framework lifts the site's check; Wagtail's own stands in its place, and is tried like the others.
GUARDED = ("admin/api/",)
# Views that only say where to go instead.
SIGNS = {"admin_sign_in", "admin_password_reset", "library_sign_in", "library_shared_password"}
SAMPLES = {"int": 999_999, "str": "x", "slug": "x", "path": "x", "uuid": "00000000-0000-4000-8000-000000000000"}


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver: its full name, its route, its view."""

    name: str
    route: str
    view: Callable
    converters: tuple[tuple[str, str], ...]

    @property
    def is_ours(self) -> bool:
        """Does it need rows of its own in the matrix?"""
        return not self.route.startswith(BLOCKS) and self.name not in SIGNS

    @property
    def is_open(self) -> bool:
        """Does its view say that it needs no sign-in? (The word of LoginRequiredMiddleware.)"""
        return not getattr(self.view, "login_required", True) and not self.route.startswith(GUARDED)

    @property
    def methods(self) -> frozenset[str]:
        """GET and POST, as far as the view says that it takes them."""
        return frozenset(ALONE.get(self.name, methods_of(self.view))) & {"GET", "POST"}

    def sample(self) -> str | None:
        """An address that fits the pattern, for ids that do not exist; None where none can be made up."""
        try:
            return reverse(self.name, kwargs={name: SAMPLES[kind] for name, kind in self.converters})
        except (NoReverseMatch, KeyError):
            return None


def methods_of(view) -> set[str]:
    """The methods a view's decorators (require_POST, require_safe, …) let through; all, if none says."""
    if getattr(view, "view_class", None):
        return {name.upper() for name in view.view_class.http_method_names if hasattr(view.view_class, name)}
    allowed = {"GET", "POST"}
    while view is not None:
        listed = inspect.getclosurevars(view).nonlocals.get("request_method_list") if inspect.isfunction(view) else None
        allowed &= set(listed) if listed else allowed
        view = getattr(view, "__wrapped__", None)
    return allowed


def walk(patterns, route: str = "", spaces: tuple[str, ...] = ()) -> Iterator[Address]:
    for item in patterns:
        here = route + str(item.pattern).removeprefix("^")
        if isinstance(item, URLPattern):
            converters = tuple((name, type(kind).__name__.removesuffix("Converter").lower())
                               for name, kind in item.pattern.converters.items())  # fmt: skip
            yield Address(":".join([*spaces, item.name or here]), here, item.callback, converters)
        else:
            yield from walk(item.url_patterns, here, (*spaces, item.namespace) if item.namespace else spaces)


def all_addresses() -> list[Address]:
    """Every address that can be reached: one that stands behind another of the same shape is none."""
    found = list(walk(get_resolver().url_patterns))
    return [address for address in found if not is_shadowed(address)]


def is_shadowed(address: Address) -> bool:
    sample = address.sample()
    return bool(sample) and resolve(sample).func is not address.view


def listed_public_names() -> list[str]:
    """The names on the list, in its order; a line may carry a reason behind a number sign."""
    lines = (line.partition("#")[0].strip() for line in LIST.read_text().splitlines())
    return [line for line in lines if line]
