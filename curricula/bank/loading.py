"""The items that come with a curriculum's content files; what the bank has already is left as the office made it."""

import json
from pathlib import Path

from ..models import Blueprint, Curriculum, Item
from .plain import Answer, PlainItem, digest, tidied
from .services import add_item, item_by_code, objectives_by_module, save_blueprint


def load_items(curriculum: Curriculum, folder: Path, *, owner=None) -> int:
    """Add the items of `items.json` that are not there yet, and its blueprint if there is none; how many were added.

    Items of modules that the curriculum does not have are passed over.
    """
    path = folder / "items.json"
    if not path.exists():
        return 0
    source = json.loads(path.read_text(encoding="utf-8"))
    modules = set(curriculum.modules.values_list("code", flat=True))
    objectives = objectives_by_module(curriculum)
    is_empty = not Item.objects.filter(module__curriculum=curriculum).exists()
    items = [
        item for item in items_of(source) if item.module in modules and (is_empty or not _is_there(curriculum, item))
    ]
    for item in items:
        add_item(curriculum, item, by=owner, objectives=objectives)
    _load_blueprint(curriculum, source["blueprint"], modules, owner)
    return len(items)


def items_of(source: dict) -> list[PlainItem]:
    """The file's items as plain data; the module stands in the code."""
    return [_item(row, source["language"]) for row in source["items"]]


def _item(row: dict, language: str) -> PlainItem:
    return tidied(
        PlainItem(
            kind=row["kind"], question=row["question"], answers=tuple(Answer(**answer) for answer in row["answers"]),
            feedback=row.get("feedback", ""), language=language, module=row["code"].partition("-")[0],
            objective=row["objective"], code=row["code"],
        )
    )  # fmt: skip


def _is_there(curriculum: Curriculum, item: PlainItem) -> bool:
    said = Item.objects.filter(module__curriculum=curriculum, module__code=item.module, sha256=digest(item))
    return item_by_code(curriculum, item.code) is not None or said.exists()


def _load_blueprint(curriculum: Curriculum, source: dict, modules: set[str], owner) -> None:
    if not Blueprint.objects.filter(curriculum=curriculum).exists():
        lines = {code: count for code, count in source["lines"].items() if code in modules}
        save_blueprint(curriculum, lines=lines, seed=source["seed"], by=owner)
