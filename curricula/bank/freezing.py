"""The bank's part of an edition: its items as they stand, and the two forms drawn from them."""

import hashlib
import json
from collections.abc import Iterable

from ..choices import FormMoment
from ..models import Blueprint, Curriculum, Edition, EditionForm, EditionItem, EditionModule, Item
from . import plain
from .drawing import Forms, Slot, draw
from .plain import PlainItem


def plain_of(item: Item) -> PlainItem:
    """A record as plain data."""
    original = item.translation_of
    return PlainItem(
        kind=item.kind, question=item.question, answers=tuple(plain.Answer(**row) for row in item.answers),
        feedback=item.feedback, language=item.language, module=item.module.code, objective=item.objective,
        code=item.code, translation_of=original.code if original else "", picture=item.picture,
        picture_kind=item.picture_kind,
    )  # fmt: skip


def related(rows):
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


def _freeze_forms(edition: Edition, rows: list[EditionItem], *, seed: str, lines: dict) -> None:
    digests = {row.code: row.sha256 for row in rows}
    forms = draw(slots_of([row.item for row in rows]), lines, seed)
    for moment, codes in ((FormMoment.PRE, forms.pre), (FormMoment.POST, forms.post)):
        content = json.dumps([[code, digests[code]] for code in codes])
        EditionForm.objects.create(
            edition=edition, moment=moment, codes=list(codes), seed=seed, items=len(codes),
            sha256=hashlib.sha256(content.encode()).hexdigest(),
        )  # fmt: skip


def slots_of(items: Iterable[Item]) -> list[Slot]:
    """The originals among the items, as the drawing sees them."""
    return [Slot(item.code, item.module.code, item.objective) for item in items if not item.translation_of_id]


def drawn_now(curriculum: Curriculum, lines: dict, seed: str) -> Forms:
    """The forms that these lines and this seed would draw from the bank as it stands."""
    return draw(slots_of(items_to_freeze(curriculum)), lines, seed)
