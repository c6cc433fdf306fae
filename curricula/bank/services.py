"""Writing the question bank: items, their retirement, pictures, the blueprint. The only writer of its living rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.accounts import Account
from lms.core.rules import Finding, refuse, refuse_if_any

from ..files.storage import keep
from ..models import Blueprint, Curriculum, EditionItem, Item, Module, ModulePage
from ..pages.content import objectives_of
from ..signals import bank_changed
from . import plain
from .freezing import plain_of, related
from .plain import Picture, PlainItem

MOST_IN_FORM = 200
#: {module code: the texts of its objectives}
Objectives = Mapping[str, list[str]]


def objectives_by_module(curriculum: Curriculum) -> dict[str, list[str]]:
    """{module code: its objectives as the module's live page has them}; where pages are translated, in English."""
    pages = ModulePage.objects.live().filter(module__curriculum=curriculum).select_related("module", "locale")
    english_last = sorted(pages, key=lambda page: page.locale.language_code == "en")
    return {page.module.code: objectives_of(page.objectives) for page in english_last}


def item_by_code(curriculum: Curriculum, code: str) -> Item | None:
    """The item that this code names, in this curriculum."""
    module, _dash, number = code.rpartition("-")
    if not number.isdecimal() or len(number) > 8:
        return None
    rows = Item.objects.filter(module__curriculum=curriculum, module__code=module, number=int(number))
    return related(rows).first()


# Items ----------------------------------------------------------------------------------------------------------------


@transaction.atomic
def add_item(
    curriculum: Curriculum,
    item: PlainItem,
    *,
    by: Account,
    picture: Picture | None = None,
    objectives: Objectives | None = None,
) -> Item:
    """A new item, numbered within its module; the same item again gives the one there is.

    `objectives`: what `objectives_by_module` gave, for whoever adds many.
    Refuses what `plain.findings` finds, 'module', 'objective', 'original', 'kind_differs', 'translated'.
    """
    item, module = plain.tidied(item), _locked_module(curriculum, item.module)
    original = _original(curriculum, item)
    objectives = objectives_by_module(curriculum) if objectives is None else objectives
    refuse_if_any([*plain.findings(item), *place_findings(objectives, item), *_translation_findings(original, item)])
    known = Item.objects.filter(module=module, sha256=plain.digest(item)).first()
    if known:
        return known
    number = (module.items.aggregate(last=Max("number"))["last"] or 0) + 1
    row = Item(module=module, number=number)
    _write(row, item, original, picture, objectives)
    bank_changed.send(sender=Item, action="test_item_added", row=row, by=by, before={}, after=_facts(row))
    return row


@transaction.atomic
def change_item(
    row: Item, item: PlainItem, *, by: Account, version: int | None = None, picture: Picture | None = None
) -> Item:
    """The item says something else from now on; editions keep what they have. Translations of it become stale.

    Refuses as `add_item` does, and 'stale', 'retired', 'same' (another item of the module says this already).
    """
    row = related(Item.objects.select_for_update(of=("self",))).get(pk=row.pk)
    _refuse_stale(row, version)
    curriculum, item = row.module.curriculum, plain.tidied(item)
    original, objectives = _original(curriculum, item), objectives_by_module(curriculum)
    refuse_if_any(
        [*plain.findings(item), *place_findings(objectives, item), *_translation_findings(original, item, row)]
    )
    if row.module.items.filter(sha256=plain.digest(item)).exclude(pk=row.pk).exists():
        refuse("same", _("Another item of this module says the same."))
    before = _facts(row)
    row.version += 1
    _write(row, item, original, picture, objectives)
    bank_changed.send(sender=Item, action="test_item_changed", row=row, by=by, before=before, after=_facts(row))
    return row


@transaction.atomic
def confirm_translation(row: Item, *, by: Account, version: int | None = None) -> Item:
    """A person has compared the translation with what the original says now: it is current again."""
    row = related(Item.objects.select_for_update(of=("self",))).get(pk=row.pk)
    _refuse_stale(row, version)
    if not row.is_stale or row.translation_of is None:
        refuse("current", _("This translation is current."))
    before = {"source_sha256": row.source_sha256}
    row.source_sha256, row.version = row.translation_of.sha256, row.version + 1
    row.save(update_fields=["source_sha256", "version", "changed_at"])
    after = {"source_sha256": row.source_sha256}
    bank_changed.send(sender=Item, action="translation_confirmed", row=row, by=by, before=before, after=after)
    return row


@transaction.atomic
def retire_item(row: Item, *, by: Account, version: int | None = None) -> Item:
    """No new form asks this item, nor do its translations; it is never deleted, for editions may have it."""
    row = Item.objects.select_for_update().get(pk=row.pk)
    _refuse_stale(row, version)
    row.retired_on, row.version = timezone.localdate(), row.version + 1
    row.save(update_fields=["retired_on", "version", "changed_at"])
    after = {"retired_on": row.retired_on}
    bank_changed.send(sender=Item, action="test_item_retired", row=row, by=by, before={"retired_on": None}, after=after)
    return row


def is_used(row: Item) -> bool:
    """Does an edition have it?"""
    return EditionItem.objects.filter(item=row).exists()


def _write(row: Item, item: PlainItem, original: Item | None, picture: Picture | None, objectives: Objectives) -> None:
    row.kind, row.language, row.question, row.feedback = item.kind, item.language, item.question, item.feedback
    row.answers = plain.answers_json(item)
    row.objective = item.objective
    row.objective_text = objectives[row.module.code][item.objective - 1] if item.objective else ""
    row.translation_of, row.source_sha256 = original, original.sha256 if original else ""
    row.picture, row.picture_kind, row.sha256 = item.picture, item.picture_kind, plain.digest(item)
    if picture:
        keep_picture(picture)
    row.save()


def _facts(row: Item) -> dict[str, Any]:
    """What the trail keeps: no texts, for a trail is read by more people than a test may be."""
    return {"code": row.code, "kind": row.kind, "language": row.language, "objective": row.objective,
            "sha256": row.sha256}  # fmt: skip


# What must hold -------------------------------------------------------------------------------------------------------


def _refuse_stale(row: Item, version: int | None) -> None:
    if version is not None and row.version != version:
        refuse("stale", _("Somebody else changed this item in the meantime. Look at it and save again."))
    if row.retired_on:
        refuse("retired", _("This item is retired. Add a new one instead."))


def _locked_module(curriculum: Curriculum, code: str) -> Module:
    """The module, locked while its next number is given out."""
    module = Module.objects.select_for_update().filter(curriculum=curriculum, code=code).first()
    if module is None:
        refuse("module", _("There is no module “%s” in this curriculum. Choose one.") % code[:20])
    return module


def place_findings(objectives: Objectives, item: PlainItem) -> list[Finding]:
    """Does the item's objective exist? `objectives` by module code; none said is allowed, and shown as a gap."""
    known = objectives.get(item.module, [])
    if item.objective is None or 1 <= item.objective <= len(known):
        return []
    named = {"module": item.module, "number": item.objective, "count": len(known)}
    message = _("Module %(module)s has %(count)d objectives, not one of number %(number)d.") % named
    return [Finding("objective", message)]


def _original(curriculum: Curriculum, item: PlainItem) -> Item | None:
    """The item that this one translates, if it names one that is there."""
    if not item.translation_of:
        return None
    found = item_by_code(curriculum, item.translation_of)
    if found is None or found.translation_of_id:
        refuse("original", _("“%s” is not an item that can be translated.") % item.translation_of[:20])
    return found


def _translation_findings(original: Item | None, item: PlainItem, row: Item | None = None) -> list[Finding]:
    if original is None:
        return []
    found = []
    if original.kind != item.kind or original.language == item.language or original.module.code != item.module:
        text = _("A translation has the module and kind of %s, and another language.")
        found.append(Finding("kind_differs", text % original.code))
    others = original.translations.live().filter(language=item.language)
    if row:
        others = others.exclude(pk=row.pk)
    if others.exclude(sha256=plain.digest(item)).exists():
        found.append(Finding("translated", _("%s has a translation in this language already.") % original.code))
    return found


# Pictures -------------------------------------------------------------------------------------------------------------


def keep_picture(picture: Picture) -> str:
    """The picture in storage under its digest, beside the files of editions; its name there."""
    return keep(ContentFile(picture.content), picture.sha256)


def picture_name(sha256: str) -> str:
    return f"editions/{sha256[:2]}/{sha256}"


def picture_of(sha256: str, kind: str) -> Picture | None:
    """A picture of the bank, from storage."""
    name = picture_name(sha256)
    if not sha256 or not default_storage.exists(name):
        return None
    with default_storage.open(name) as file:
        return Picture(kind, file.read())


def has_picture(sha256: str) -> bool:
    """Is this very picture one of the bank's?"""
    return Item.objects.filter(picture=sha256).exists()


def with_pictures(items: Iterable[Item]) -> list[tuple[PlainItem, Picture | None]]:
    """Records as plain items with their pictures, as the writers of files want them."""
    return [(plain_of(item), picture_of(item.picture, item.picture_kind)) for item in items]


# The blueprint --------------------------------------------------------------------------------------------------------


@transaction.atomic
def save_blueprint(
    curriculum: Curriculum, *, lines: Mapping[str, int], seed: str, by: Account, version: int | None = None
) -> Blueprint:
    """How many items of each module both forms ask. Refuses 'module', 'many', 'seed', 'stale'."""
    codes = [module.code for module in curriculum.modules.all()]
    strangers = set(lines) - set(codes)
    lines = {code: lines[code] for code in codes if lines.get(code)}
    if strangers or any(count < 0 for count in lines.values()):
        refuse("module", _("The blueprint names a module that the curriculum does not have."))
    if sum(lines.values()) > MOST_IN_FORM:
        refuse("many", _("A form asks at most %d items.") % MOST_IN_FORM)
    if not 1 <= len(seed.strip()) <= 40:
        refuse("seed", _("Write a seed of 1 to 40 characters."))
    row = Blueprint.objects.select_for_update().filter(curriculum=curriculum).first() or Blueprint(
        curriculum=curriculum
    )
    if row.pk and version is not None and row.version != version:
        refuse("stale", _("Somebody else changed the blueprint in the meantime. Look at it and save again."))
    before = {"lines": row.lines, "seed": row.seed} if row.pk else {}
    row.version += bool(row.pk)
    row.lines, row.seed = lines, seed.strip()
    row.save()
    after = {"lines": row.lines, "seed": row.seed}
    bank_changed.send(sender=Blueprint, action="blueprint_saved", row=row, by=by, before=before, after=after)
    return row
