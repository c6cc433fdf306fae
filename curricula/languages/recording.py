"""Writing down what was published: the source's changes, and what a translation stands for. The only writer of both."""

from django.db import transaction
from wagtail_localize.models import StringSegment, Translation

from ..choices import ReviewKind
from ..codes import SOURCE
from ..models import ChangeNote, ModulePage, TranslationReview
from ..pages.content import content_of
from .blocks import SourceBlock, blocks_of, covers_of
from .trees import language_of_page, originals


def page_blocks(page) -> list[SourceBlock]:
    """The blocks of a module page as it stands."""
    return blocks_of(page.title, content_of(page))


def note_published(sender, instance, revision=None, **_signal) -> None:
    """Receiver of Wagtail's `page_published`."""
    page = instance.specific
    if not isinstance(page, ModulePage) or page.alias_of_id:
        return
    by = revision.user if revision else None
    with transaction.atomic():
        if language_of_page(page) == SOURCE:
            note_changes(page, by=by)
        else:
            note_translation(page, by=by)


# The source -----------------------------------------------------------------------------------------------------------


def note_changes(page, *, by) -> list[ChangeNote]:
    """One note for each block that came or went since the page was published last."""
    known = known_blocks(page.module)
    blocks = {(block.part, block.sha256): block for block in page_blocks(page)}
    came = [
        _note(page, block.part, block.sha256, block.excerpt, by) for key, block in blocks.items() if key not in known
    ]
    went = [_note(page, *key, known[key], by, is_gone=True) for key in known.keys() - blocks.keys()]
    return ChangeNote.objects.bulk_create([*came, *went])


def _note(page, part: str, sha256: str, excerpt: str, by, *, is_gone: bool = False) -> ChangeNote:
    return ChangeNote(module=page.module, part=part, sha256=sha256, excerpt=excerpt, by=by, is_gone=is_gone)


def known_blocks(module) -> dict[tuple[str, str], str]:
    """{(part, digest): first words} of the source as it was published last."""
    known: dict[tuple[str, str], str] = {}
    for note in module.change_notes.order_by("pk"):
        key = (note.part, note.sha256)
        if note.is_gone:
            known.pop(key, None)
        else:
            known[key] = note.excerpt
    return known


# Translations ---------------------------------------------------------------------------------------------------------


def note_translation(page, *, by) -> TranslationReview | None:
    """What the translation stands for from now on; none is written where nothing is different."""
    language = language_of_page(page)
    before = page.module.translation_reviews.filter(language=language).first()
    covers = _covers_now(page, before)
    if before and before.covers == covers:
        return None
    return TranslationReview.objects.create(
        module=page.module, language=language, kind=ReviewKind.TRANSLATED, covers=covers, by=by
    )


def _covers_now(page, before: TranslationReview | None) -> dict:
    """The source's blocks this text was made from, without those that still have the source's words.

    A text that is not kept by the translation tool stands for what it stood for before, a new one for the source of
    today; so does one that was found valid after its source was last fetched.
    """
    made = Translation.objects.filter(source__object_id=page.translation_key, target_locale_id=page.locale_id)
    row = made.select_related("source").first()
    if row is None or not row.enabled:
        return before.covers if before else covers_of(page_blocks(source_of(page.module)))
    if before and before.kind == ReviewKind.STILL_VALID and before.at > row.source.last_updated_at:
        return before.covers
    return covers_of(translated_blocks(row))


def translated_blocks(row: Translation) -> list[SourceBlock]:
    """The blocks of the source as the translator has it, each of whose words is translated."""
    page, bare = row.source.as_instance(), _untranslated(row)
    marks = [
        ("title", None),
        *((part, item) for part, value in content_of(page).items() for item in _ids(page, part, value)),
    ]
    return [block for block, mark in zip(page_blocks(page), marks, strict=True) if mark not in bare]


def _ids(page, part: str, value) -> list:
    """As many ids as the part has blocks: the editor's for a stream, None for a text."""
    if not isinstance(value, list):
        return [None] if value else []
    return [child.id for child, item in zip(getattr(page, part), value, strict=True) if item]


def _untranslated(row: Translation) -> set[tuple[str, str | None]]:
    """(part, id of the block) of what has words without a translation."""
    segments = StringSegment.objects.filter(source_id=row.source_id).annotate_translation(row.target_locale)
    bare = segments.filter(translation=None).values_list("context__path", flat=True)
    return {(part, rest.split(".")[0] or None) for part, _dot, rest in (path.partition(".") for path in bare)}


def source_of(module) -> ModulePage | None:
    """The module's page in the source language, live or not."""
    return originals(ModulePage.objects.filter(module=module)).select_related("module").first()
