"""The bank's part of an edition: its items as they stand, and the two forms drawn from them."""

import hashlib
import json
from collections.abc import Iterable

from ..choices import FormMoment
from ..models import Blueprint, Curriculum, Edition, EditionChange, EditionForm, EditionItem, EditionModule, Item
from . import plain
from .drawing import DrawableItem, Forms, draw
from .plain import PlainItem
from .querysets import ItemQuerySet


def plain_of(item: Item) -> PlainItem:
    """A record as plain data."""
    original = item.translation_of
    return PlainItem(
        kind=item.kind, question=item.question, answers=tuple(plain.Answer(**row) for row in item.answers),
        feedback=item.feedback, language=item.language, module=item.module.code, objective=item.objective,
        code=item.code, translation_of=original.code if original else "", picture=item.picture,
        picture_kind=item.picture_kind,
    )  # fmt: skip


def related(rows: "ItemQuerySet[Item]") -> "ItemQuerySet[Item]":
    """The rows with all that `plain_of` reads, in one query."""
    return rows.select_related("module", "translation_of__module")


def items_to_freeze(curriculum: Curriculum) -> list[Item]:
    """Every live item but translations that are stale: they would ask what the original no longer says."""
    rows = related(Item.objects.live().filter(module__curriculum=curriculum)).order_by("module__order", "number")
    return [item for item in rows if not item.is_stale and not _original_retired(item)]


def _original_retired(item: Item) -> bool:
    return bool(item.translation_of_id and item.translation_of.retired_on)


def content_of_item(item: Item) -> dict:
    """What an edition keeps of an item, as plain JSON."""
    return {**plain.to_json(plain_of(item)), "objective_text": item.objective_text}


def contents_now(curriculum: Curriculum) -> dict[int, tuple[dict, ...]]:
    """{module's number: its items as an edition would keep them}."""
    found: dict[int, tuple[dict, ...]] = {}
    for item in items_to_freeze(curriculum):
        found[item.module_id] = (*found.get(item.module_id, ()), content_of_item(item))
    return found


def frozen_items(rows: Iterable[EditionItem]) -> list[PlainItem]:
    """Items as an edition has them, as plain data."""
    contents = ({name: value for name, value in row.content.items() if name != "objective_text"} for row in rows)
    return [plain.from_json(content) for content in contents]


def freeze_bank(edition: Edition, homes: Iterable[EditionModule]) -> None:
    """Write the items into the new edition and draw its forms, if there is a blueprint."""
    places = {home.module_id: home for home in homes}
    items = [item for item in items_to_freeze(edition.curriculum) if item.module_id in places]
    rows = EditionItem.objects.bulk_create(
        EditionItem(
            module=places[item.module_id], item=item, code=item.code, language=item.language,
            content=content_of_item(item), sha256=item.sha256,
        )
        for item in items
    )  # fmt: skip
    blueprint = Blueprint.objects.filter(curriculum=edition.curriculum).first()
    if blueprint and blueprint.total and items:
        _freeze_forms(edition, rows, seed=f"{blueprint.seed} {edition.label}", lines=blueprint.lines)


def add_item_translations(edition: Edition) -> list[EditionItem]:
    """Take translated items that were finished after publishing into the edition; what it has stays.

    Only those made from the very words that the edition asks, and one for each item and language.
    """
    known = list(EditionItem.objects.filter(module__edition=edition).select_related("module"))
    homes = {(row.code, row.sha256): row.module for row in known}
    taken = {(row.content["translation_of"], row.language) for row in known}
    rows = related(Item.objects.live().exclude(translation_of=None).filter(module__curriculum=edition.curriculum))
    new = [
        row for row in rows.order_by("pk")
        if (row.translation_of.code, row.source_sha256) in homes
        and (row.translation_of.code, row.language) not in taken
    ]  # fmt: skip
    return EditionItem.objects.bulk_create(
        EditionItem(
            module=homes[row.translation_of.code, row.source_sha256], item=row, code=row.code, language=row.language,
            content=content_of_item(row), sha256=row.sha256,
        )
        for row in new
    )  # fmt: skip


def items_left_behind(edition: Edition) -> dict[int, dict[str, list[str]]]:
    """{module id: {language: codes}}: items that an edition before had in a language, that say something else since a
    safety-relevant change of their module, and that this edition has not in that language. Three queries at most.
    """
    safety = EditionChange.objects.filter(edition__curriculum=edition.curriculum_id, is_safety_relevant=True)
    changed: dict[int, list[int]] = {}
    for module, number in safety.filter(edition__lte=edition.pk).values_list("module", "edition"):
        changed.setdefault(module, []).append(number)
    if not changed:
        return {}
    rows = EditionItem.objects.filter(module__module__in=changed, module__edition__lte=edition.pk)
    return _left_behind(edition.pk, changed, list(rows.select_related("module")))


def _left_behind(edition: int, changed: dict[int, list[int]], rows: list[EditionItem]) -> dict:
    said = {(row.module.edition_id, row.code): row.sha256 for row in rows}
    now = {(row.content["translation_of"], row.language) for row in rows if row.module.edition_id == edition}
    found: dict[int, dict[str, list[str]]] = {}
    for row in rows:
        original, then = row.content["translation_of"], row.module.edition_id
        is_asked = (edition, original) in said and said[edition, original] != said.get((then, original))
        is_later = any(then < number for number in changed[row.module.module_id])
        if original and is_asked and is_later and (original, row.language) not in now:
            codes = found.setdefault(row.module.module_id, {}).setdefault(row.language, [])
            codes += [original] if original not in codes else []
    return found


def _freeze_forms(edition: Edition, rows: list[EditionItem], *, seed: str, lines: dict) -> None:
    digests = {row.code: row.sha256 for row in rows}
    forms = draw(slots_of([row.item for row in rows]), lines, seed)
    for moment, codes in ((FormMoment.PRE, forms.pre), (FormMoment.POST, forms.post)):
        content = json.dumps([[code, digests[code]] for code in codes])
        EditionForm.objects.create(
            edition=edition, moment=moment, codes=list(codes), seed=seed, items=len(codes),
            sha256=hashlib.sha256(content.encode()).hexdigest(),
        )  # fmt: skip


def slots_of(items: Iterable[Item]) -> list[DrawableItem]:
    """The originals among the items, as the drawing sees them."""
    return [DrawableItem(item.code, item.module.code, item.objective) for item in items if not item.translation_of_id]


def drawn_now(curriculum: Curriculum, lines: dict, seed: str) -> Forms:
    """The forms that these lines and this seed would draw from the bank as it stands."""
    return draw(slots_of(items_to_freeze(curriculum)), lines, seed)
