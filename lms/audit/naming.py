"""Names for what the trail knows by number only: apps above say here how their records are called."""

from collections.abc import Callable

#: `namer()` gives (number, name) of everything of its kind, in the order of a list to choose from.
Namer = Callable[[], list[tuple[int, str]]]
_namers: dict[str, Namer] = {}


def register(kind: str, namer: Namer) -> None:
    """Say how records of this kind are called; from the app's `AppConfig.ready`."""
    _namers[kind] = namer


def names(kind: str) -> list[tuple[int, str]]:
    """(number, name) of everything of this kind; empty while nobody said."""
    return _namers[kind]() if kind in _namers else []
