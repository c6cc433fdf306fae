"""Keeping a translation's sentences on its page, as a draft."""

from wagtail_localize.models import Translation

from ..models import ModulePage


def save_draft(row: Translation, *, by):
    """The page with the sentences as they are now, as a draft.

    The tool would write a published page's live text at once, draft or not: such a page gets a revision alone.
    """
    page = ModulePage.objects.filter(translation_key=row.source.object_id, locale=row.target_locale).first()
    if page is None or not page.live:
        return row.save_target(user=by, publish=False)
    draft = row.source.get_ephemeral_translated_instance(row.target_locale, fallback=True)
    return draft.save_revision(user=by)
