"""The Cyrillic draft of a Latin text: strings carried over letter by letter, for a person to read and publish."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lms.core.rules import refuse
from lms.core.transliteration import to_cyrillic

from ..codes import LATIN_OF
from ..signals import translation_changed
from .saving import save_draft
from .services import page_in, start_translation, translation_of

TOOL = "Transliteration"


@transaction.atomic
def draft_cyrillic(module, language: str, *, by, replace: bool = False) -> Translation:
    """Make the text in `language` (sr-Cyrl, cnr-Cyrl) from its Latin one, as a draft.

    RuleBroken over a text that was published, unless `replace` says so; what stands published then stays until somebody
    publishes the draft. A sentence that a person typed is never replaced.
    """
    latin = _latin_for(module, language)
    page = page_in(module, language)
    if page and page.live and not replace:
        sentence = _("This text was reviewed and published. A new draft needs your confirmation.")
        refuse("text_reviewed", sentence)
    row = start_translation(module, language, by=by)
    _carry(latin, row, by)
    save_draft(row, by=by)
    translation_changed.send(sender=Translation, action="drafted", module=module, language=language, by=by)
    return row


def _latin_for(module, language: str) -> Translation:
    latin = translation_of(module, LATIN_OF[language]) if language in LATIN_OF else None
    if latin is None:
        refuse("latin_missing", _("There is no text in Latin letters to make it from."))
    return latin


def _carry(latin: Translation, cyrillic: Translation, by) -> None:
    """Every translated string of the one into the other; those a person typed stay."""
    segments = StringSegment.objects.filter(source=latin.source).annotate_translation(latin.target_locale)
    kept = {(row.translation_of_id, row.context_id): row for row in _strings(cyrillic)}
    for segment in segments.exclude(translation=None):
        known = kept.get((segment.string_id, segment.context_id))
        if known and known.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL:
            continue
        _put(segment, cyrillic, to_cyrillic(segment.translation), by)


def _strings(row: Translation):
    return StringTranslation.objects.filter(locale=row.target_locale, context__object_id=row.source.object_id)


def _put(segment, row: Translation, text: str, by) -> None:
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=row.target_locale,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
            "tool_name": TOOL,
            "last_translated_by": by,
            "has_error": False,
            "field_error": "",
            "updated_at": timezone.now(),
        },
    )
