"""A view: one address with one method, and what each persona finds behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

PERSONAS = (
    "public",
    "stranger",
    "trainee",
    "trainee_away",
    "trainer",
    "trainer_away",
    "withdrawn_trainer",
    "focal",
    "focal_away",
    "assessor",
    "observer",
    "office",
)
OTHERS = "others"
LOGIN = 302


@dataclass(frozen=True)
class View:
    """A row of the access matrix.

    name:   the URL's name with its app, "cascade:training_plan".
    kwargs: the address's arguments, a dict or a callable on the world (it may make rows of its own: every
            persona gets a fresh state of the database). A list stands for arguments without names
            (`View("wagtail_serve", kwargs=["path/of/page/"])`).
    method: "GET" or "POST".
    data:   query (GET) or form (POST), a dict or a callable on the world.
    files:  file fields by name, a callable on the world giving open files.
    expect: status by persona. "others" stands for all that are not named; "public" is, unless named, 302 to the
            sign-in page. Foreign ids: 404; visible but not allowed: 403. At least one persona must get 200 or 302.
    note:   why, where the row does not say it (two rows of one view: what tells them apart).
    """

    name: str
    kwargs: Callable[[Any], dict | list] | dict | list = field(default_factory=dict)
    method: str = "GET"
    data: Callable[[Any], dict] | dict = field(default_factory=dict)
    files: Callable[[Any], dict] | None = None
    expect: Mapping[str, int] = field(default_factory=dict)
    note: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, [self.method, self.name, self.note]))

    def expected(self, persona: str) -> int | None:
        """The status this persona must get; None if the row forgot them."""
        if persona in self.expect:
            return self.expect[persona]
        return LOGIN if persona == "public" else self.expect.get(OTHERS)

    def form(self, world) -> dict:
        """Query or form without its files."""
        return self.data(world) if callable(self.data) else dict(self.data)

    def opened_files(self, world) -> dict:
        """Opened anew for each request, which reads them to their end."""
        return self.files(world) if self.files else {}

    def address(self, world) -> str:
        given = self.kwargs(world) if callable(self.kwargs) else self.kwargs
        named = isinstance(given, Mapping)
        return reverse(self.name, kwargs=dict(given)) if named else reverse(self.name, args=list(given))
