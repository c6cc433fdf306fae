"""Where a reader was: kept when the page before them says so, offered at the next visit."""

import re
from dataclasses import dataclass

from django.apps import apps

from .pages.content import content_of
from .pages.lesson_plan import timed

ANCHOR = re.compile(r"[a-z][a-z0-9-]{0,39}")


@dataclass(frozen=True)
class ReadingPosition:
    """Where to go on: the module's title, its address with the part, and the lesson plan's step if it was one."""

    title: str
    url: str
    step: str = ""


def keep_place(page, anchor: str, *, by) -> None:
    """From now on the reader (`by`) was here; one place for each curriculum, an unknown part is the page's head."""
    anchor = anchor if ANCHOR.fullmatch(anchor) else ""
    found = {"page": page, "anchor": anchor}
    _places().update_or_create(user=by, curriculum=page.module.curriculum, defaults=found)


def places_of(request) -> dict[int, ReadingPosition]:
    """{curriculum id: where this reader was}, of pages that can still be read; one query."""
    rows = _places().filter(user=request.user.pk, page__live=True).select_related("page__module")
    return {kept.curriculum_id: _place(kept, request) for kept in rows}


def _place(kept, request) -> ReadingPosition:
    address = f"{kept.page.get_url(request)}{'#' + kept.anchor if kept.anchor else ''}"
    return ReadingPosition(f"{kept.page.module.code} {kept.page.title}", address, _step(kept))


def _step(kept) -> str:
    """The title of the step that the reader had before them."""
    number = kept.anchor.removeprefix("step-")
    if not kept.anchor.startswith("step-") or not number.isdigit():
        return ""
    steps = timed(content_of(kept.page)["lesson_plan"])
    return next((step.title for step in steps if str(step.number) == number), "")


def _places():
    return apps.get_model("curricula", "ReadingPlace").objects
