"""Translations in editions: frozen with the edition, or added to it later, never changed."""

import hashlib
import json
from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lms.core.prepared import prepared
from lms.core.rules import refuse

from ..bank.freezing import add_item_translations
from ..models import Edition, EditionItem, EditionModule, EditionText, ModulePage, TranslationReview
from ..pages.backgrounds import keep_pictures
from ..pages.content import content_of
from ..signals import translation_changed
from .blocks import blocks_of, left_over, not_covered, without_title
from .trees import locales_by_id, translations


def texts_now(curriculum) -> dict[int, tuple[dict, ...]]:
    """{module id: its published translations by language}: language, title, content, covers."""
    names, covers = locales_by_id(), _covers(curriculum)
    pages = translations(ModulePage.objects.live().filter(module__curriculum=curriculum))
    found: dict[int, list[dict]] = {}
    for page in pages:
        language = names.get(page.locale_id, "")
        text = {"language": language, "title": page.title, "content": content_of(page)}
        found.setdefault(page.module_id, []).append({**text, "covers": covers.get((page.module_id, language), {})})
    return {pk: tuple(sorted(rows, key=lambda row: row["language"])) for pk, rows in found.items()}


def _covers(curriculum) -> dict[tuple[int, str], dict]:
    rows = TranslationReview.objects.filter(module__curriculum=curriculum).order_by("pk")
    return {(row.module_id, row.language): row.covers for row in rows}


def said(text: dict) -> dict:
    """What a translation says, without what it stands for: the part that digests and comparisons look at."""
    return {name: text[name] for name in ("language", "title", "content")}


def digest_of_text(text: dict) -> str:
    return hashlib.sha256(json.dumps(said(text), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def freeze_texts(rows: Iterable[EditionModule], texts: dict[int, tuple[dict, ...]], *, by) -> list[EditionText]:
    """Every published translation of these modules into their edition."""
    return EditionText.objects.bulk_create(
        _frozen(row, text, 1, by) for row in rows for text in texts.get(row.module_id, ())
    )


def _frozen(row: EditionModule, text: dict, number: int, by) -> EditionText:
    return EditionText(module=row, number=number, sha256=digest_of_text(text), added_by=by, **text)


def newest_texts(edition: Edition) -> dict[tuple[int, str], EditionText]:
    """{(edition module id, language): the translation in force}; one query."""
    rows = EditionText.objects.filter(module__edition=edition).order_by("number")
    return {(row.module_id, row.language): row for row in rows}


def text_digests(edition: Edition, language: str) -> list[str]:
    """What tells a kit in this language from one made before a translation was added."""
    of = {"edition": edition.pk, "language": language}
    return [sha256 for (sha256,) in [*_digests_of_texts(**of), *_digests_of_items(**of)]]


@prepared
def _digests_of_texts(*, edition: int, language: str) -> QuerySet:
    rows = EditionText.objects.filter(module__edition=edition, language=language)
    return rows.order_by("module__order", "number").values_list("sha256")


@prepared
def _digests_of_items(*, edition: int, language: str) -> QuerySet:
    rows = EditionItem.objects.filter(module__edition=edition, language=language)
    return rows.order_by("code").values_list("sha256")


def newest(rows: Iterable[EditionText]) -> tuple[dict, ...]:
    """What the translations of one module say, the newest of each language, by language."""
    found = {row.language: row for row in sorted(rows, key=lambda row: row.number)}
    return tuple(
        {"language": language, "title": row.title, "content": row.content} for language, row in sorted(found.items())
    )


def text_in(module: EditionModule, language: str) -> tuple[str, dict] | None:
    """Title and content of an edition's module in this language; None where it has no translation."""
    row = module.texts.filter(language=language).order_by("-number").first()
    return (row.title, row.content) if row else None


@transaction.atomic
def add_translations(edition: Edition, *, by) -> list[EditionText | EditionItem]:
    """Take translations that were finished after publishing into the edition: of modules, and of test items.

    Only those that say exactly what the edition's source says, and that the edition does not have yet.
    """
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    texts, known = texts_now(edition.curriculum), newest_texts(edition)
    new = [
        _frozen(row, text, _next(known.get((row.pk, text["language"]))), by)
        for row in edition.modules.select_related("module")
        for text in texts.get(row.module_id, ())
        if _says(row, text) and _is_new(known.get((row.pk, text["language"])), text)
    ]
    items = add_item_translations(edition)
    if not new and not items:
        refuse("nothing_to_add", _("There is no finished translation that this edition has not got."))
    added = [*EditionText.objects.bulk_create(new), *items]
    keep_pictures(row.content for row in new)
    for module, language in {(row.module.module, row.language): None for row in added}:
        translation_changed.send(sender=EditionText, action="added", module=module, language=language, by=by)
    return added


def _says(row: EditionModule, text: dict) -> bool:
    blocks, covers = blocks_of("", row.content), without_title(text["covers"])
    return not not_covered(blocks, covers) and not left_over(blocks, covers)


def _is_new(known: EditionText | None, text: dict) -> bool:
    return known is None or known.sha256 != digest_of_text(text) or known.covers != text["covers"]


def _next(known: EditionText | None) -> int:
    return known.number + 1 if known else 1
