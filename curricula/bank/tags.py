"""What Moodle has no field for travels in names it keeps: category paths and tags. Read and written in one place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .plain import PlainItem

#: How our codes look; an id of somebody else's system is not taken for one.
CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}-\d{3,6}")


@dataclass(frozen=True)
class ItemDestination:
    """Where items belong that do not say it themselves, and the codes of the modules there are."""

    modules: frozenset[str] = frozenset()
    module: str = ""
    objective: int | None = None
    language: str = "en"


def category_of(item: PlainItem) -> str:
    """The category of an item, as Moodle writes paths."""
    return f"$course$/top/{item.module or 'Items'}"


def module_in(category: str, place: ItemDestination) -> str:
    """The module that a category's path names, the last one counts; else the place's own."""
    parts = [part.strip() for part in re.split(r"(?<!/)/(?!/)", category)]
    named = [word for part in parts for word in (part, part.split(" ")[0]) if word in place.modules]
    return named[-1] if named else place.module


def tags_of(item: PlainItem) -> list[str]:
    tags = [f"lang-{item.language}"]
    if item.objective is not None:
        tags.append(f"objective-{item.objective}")
    if item.translation_of:
        tags.append(f"translates-{item.translation_of}")
    return tags


def placed(item: PlainItem, *, category: str, number: str, tags: Iterable[str], place: ItemDestination) -> PlainItem:
    """The item with what category, id and tags say about it."""
    said = dict(_said(tag) for tag in tags)
    objective = said.get("objective", "")
    module = module_in(category, place)
    default = place.objective if module == place.module else None
    return replace(
        item, module=module, code=number if CODE.fullmatch(number) else "", language=said.get("lang", place.language),
        objective=int(objective) if re.fullmatch(r"[0-9]{1,2}", objective) else default,
        translation_of=said.get("translates", ""),
    )  # fmt: skip


def _said(tag: str) -> tuple[str, str]:
    word, _dash, value = tag.strip().partition("-")
    return word, value
