"""One person entered twice becomes one record: apps above say here how what points at a person moves."""

from collections.abc import Callable, Iterable

from lms.core.rules import Finding

from .models import Person

#: `mover(keep, drop)` moves its app's rows from `drop` to `keep`, inside the caller's transaction, and returns
#: findings; one that blocks (both stand in the same training) undoes the whole merge.
Mover = Callable[[Person, Person], Iterable[Finding]]
#: `eraser(person)` removes what else names the person (the name printed on a record, for instance).
Eraser = Callable[[Person], None]

_movers: list[Mover] = []
_erasers: list[Eraser] = []


def register(mover: Mover) -> Mover:
    """Take part in merging; call it in the app's `AppConfig.ready`. Usable as a decorator."""
    if mover not in _movers:
        _movers.append(mover)
    return mover


def register_eraser(eraser: Eraser) -> Eraser:
    """Take part in anonymising; call it in the app's `AppConfig.ready`. Usable as a decorator."""
    if eraser not in _erasers:
        _erasers.append(eraser)
    return eraser


def move_all(keep: Person, drop: Person) -> list[Finding]:
    """Let every app move its rows; returns all that speaks against it."""
    return [finding for mover in _movers for finding in mover(keep, drop) or ()]


def erase_all(person: Person) -> None:
    for eraser in _erasers:
        eraser(person)
