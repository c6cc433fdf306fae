"""The shapes of the first page: what waits for somebody, what stands where, what is new."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

#: A deadline this near asks for attention.
SOON = timedelta(days=3)


@dataclass(frozen=True)
class Task:
    """One thing that waits for this person: what, whose, by when, and the one button.

    `due` may be empty: then the order of the list is all there is. `when` and `tone` are what the page shows of it.
    """

    what: str
    url: str
    button: str
    whose: str = ""
    due: date | None = None
    today: date | None = None

    @property
    def when(self) -> str:
        return date_format(self.due, "j F Y") if self.due else ""

    @property
    def tone(self) -> str:
        """A word's colour, only where the day is near or gone."""
        if self.due is None or self.today is None or self.due > self.today + SOON:
            return ""
        return "attention"


@dataclass(frozen=True)
class Figure:
    """A number with what it needs to be read: its unit, its n, its day, and the rows behind it (`url`)."""

    label: str
    value: str | int | None
    unit: str = ""
    n: int | None = None
    of: int | None = None
    note: str = ""
    as_of: date | None = None
    url: str = ""


@dataclass(frozen=True)
class News:
    """Something that happened lately, at an instant."""

    text: str
    at: datetime
    url: str = ""


@dataclass(frozen=True)
class OwnEnrolment:
    """One's own place in a training, as a trainee sees it."""

    title: str
    facts: str
    state: str
    tone: str
    url: str = ""


@dataclass(frozen=True)
class File:
    """Something to download, as `components/file_row.html` shows it."""

    name: str
    kind: str
    url: str
    note: str = ""
    size: int | None = None
    language: str = ""


@dataclass(frozen=True)
class Link:
    """A way that is always open: a label and an address."""

    label: str
    url: str


@dataclass(frozen=True)
class Section:
    """What one role brings to the page."""

    title: str
    tasks: tuple[Task, ...] = ()
    figures: tuple[Figure, ...] = ()
    facts: tuple[dict, ...] = ()
    places: tuple[OwnEnrolment, ...] = ()
    files: tuple[File, ...] = ()
    links: tuple[Link, ...] = field(default=())


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """By deadline, what has none last; within a day as the providers gave them. Two roles may bring one thing: once."""
    once = {(task.what, task.url): task for task in tasks}
    return sorted(once.values(), key=lambda task: (task.due is None, task.due or date.max))


def lead_for(tasks: list[Task]) -> str:
    """The sentence under the heading."""
    if not tasks:
        return _("Nothing waits for you today.")
    return _("One thing waits for you.") if len(tasks) == 1 else _("%(n)d things wait for you.") % {"n": len(tasks)}
