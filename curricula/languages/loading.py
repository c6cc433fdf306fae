"""Translations that come with a curriculum's files: published as they are written, their Cyrillic made as a draft."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from ..codes import CYRILLIC_OF
from ..models import ModulePage
from .drafting import draft_cyrillic
from .saving import save_draft
from .services import fetch_source, page_in, publish_translation
from .trees import TARGETS

# Parts of a module's file that are on its page.
PARTS = (
    "title", "summary", "objectives", "key_points", "safety_note", "lesson_plan", "scenario", "exercise",
    "trainer_notes",
)  # fmt: skip


def load_translations(curriculum, folder: Path, *, owner=None) -> None:
    """Read `translations/<language>/<code>.json` beside the modules' files; what was read before is left alone."""
    modules = {module.code: module for module in curriculum.modules.all()}
    for language in TARGETS:
        for path in sorted((folder / "translations" / language).glob("*.json")):
            if path.stem in modules:
                source = json.loads((folder / path.name).read_text(encoding="utf-8"))
                said = json.loads(path.read_text(encoding="utf-8"))
                _load(modules[path.stem], language, source, said, owner)


def _load(module, language: str, source: dict, said: dict, owner) -> None:
    digest = hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    page = page_in(module, language)
    if page and page.source_sha256 == digest:
        return
    row = fetch_source(module, language, by=owner)
    _put_strings(row, dict(pairs(_page_of(source), _page_of(said))), owner)
    save_draft(row, by=owner)
    published = publish_translation(module, language, by=owner)
    ModulePage.objects.filter(pk=published.pk).update(source_sha256=digest)
    cyrillic = CYRILLIC_OF.get(language)
    if cyrillic and page_in(module, cyrillic) is None:
        draft_cyrillic(module, cyrillic, by=owner)


def _page_of(source: dict) -> dict:
    return {part: source[part] for part in PARTS}


def pairs(source, said) -> Iterator[tuple[str, str]]:
    """The texts of two files of one shape, side by side; raises ValueError where the shapes differ."""
    if isinstance(source, dict):
        for name, value in source.items():
            yield from pairs(value, said[name])
    elif isinstance(source, list):
        for value, other in zip(source, said, strict=True):
            yield from pairs(value, other)
    elif isinstance(source, str):
        yield source, said


def _put_strings(row: Translation, texts: dict[str, str], by) -> None:
    """Every sentence of the page whose original is among these."""
    written = {
        StringValue.from_plaintext(text).data: StringValue.from_plaintext(said).data for text, said in texts.items()
    }
    for segment in StringSegment.objects.filter(source=row.source).select_related("string"):
        if segment.string.data in written:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string, context_id=segment.context_id, locale=row.target_locale,
                defaults={"data": written[segment.string.data], "last_translated_by": by, "updated_at": timezone.now(),
                          "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "tool_name": "",
                          "has_error": False, "field_error": ""},
            )  # fmt: skip
