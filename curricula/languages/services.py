"""What the office does about translations: begin, review, call a change safety-relevant."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from lms.core.accounts import Account
from lms.core.rules import refuse

from ..choices import ReviewKind
from ..codes import locale_code
from ..models import ChangeNote, Edition, Module, ModulePage, TranslationReview
from ..signals import translation_changed
from .blocks import covers_of
from .recording import page_blocks, source_of
from .saving import save_draft
from .trees import TARGETS, locale_for


def translation_of(module: Module | ModulePage, language: str) -> Translation | None:
    """The translation tool's record for this module and language."""
    source = source_of(module)
    rows = Translation.objects.filter(source__object_id=source.translation_key if source else None)
    return (
        rows.filter(target_locale__language_code=locale_code(language))
        .select_related("source", "target_locale")
        .first()
    )


def page_in(module: Module | ModulePage, language: str) -> ModulePage | None:
    """The module's page in this language, live or not; an alias is none."""
    rows = ModulePage.objects.filter(module=module, locale__language_code=locale_code(language), alias_of=None)
    return rows.select_related("module", "locale").first()


@transaction.atomic
def start_translation(module: Module | ModulePage, language: str, *, by: Account) -> Translation:
    """Make the page in this language as a draft with the source's words, to be translated. Once made, it stays."""
    source = source_of(module)
    if language not in TARGETS or source is None or not source.live:
        refuse("source_missing", _("The module has no published page to translate yet."))
    known = translation_of(module, language)
    if known and known.enabled:
        return known
    locale = locale_for(language)
    translate_object(source, [locale], user=by)
    row = translation_of(module, language)
    translation_changed.send(sender=Translation, action="started", module=module, language=language, by=by)
    return row


@transaction.atomic
def fetch_source(module: Module | ModulePage, language: str, *, by: Account) -> Translation:
    """Bring the source's words of today into the translation; what is translated stays, the page stays as it is."""
    row = start_translation(module, language, by=by)
    row.source.update_from_db()
    save_draft(row, by=by)
    subject = module if isinstance(module, Module) else module.module
    translation_changed.send(sender=Translation, action="fetched", module=subject, language=language, by=by)
    return row


@transaction.atomic
def publish_translation(module: Module | ModulePage, language: str, *, by: Account) -> ModulePage:
    """Publish the newest draft; what the text now stands for is written down (`recording.note_translation`)."""
    page = page_in(module, language)
    if page is None:
        refuse("translation_missing", _("There is no translation to publish yet."))
    page.get_latest_revision().publish(user=by, skip_permission_checks=True)
    translation_changed.send(sender=Translation, action="published", module=module, language=language, by=by)
    return page_in(module, language) or page


@transaction.atomic
def confirm_still_valid(module: Module | ModulePage, language: str, *, by: Account | None) -> TranslationReview:
    """A named person read the changes and says that the translation holds as it is."""
    source, page = source_of(module), page_in(module, language)
    if source is None or page is None or not page.live:
        refuse("not_published", _("There is no published translation to confirm. Publish it first."))
    if by is None:
        refuse("nobody", _("A review has a name: sign in first."))
    review = TranslationReview.objects.create(
        module=module, language=language, kind=ReviewKind.STILL_VALID, covers=covers_of(page_blocks(source)), by=by
    )
    translation_changed.send(sender=Translation, action="confirmed", module=module, language=language, by=by)
    return review


@transaction.atomic
def mark_by_edition(sender: Any, edition: Edition, by: Account, **_signal: Any) -> None:
    """Receiver: what the office called safety-relevant when it published, block by block since the edition before."""
    before = edition.curriculum.editions.exclude(pk=edition.pk).filter(pk__lt=edition.pk).order_by("-pk").first()
    modules = edition.changes.filter(is_safety_relevant=True).values("module")
    notes = ChangeNote.objects.filter(module__in=modules, is_safety_relevant=False)
    if before:
        notes = notes.filter(at__gt=before.published_at)
    changed = {note.module for note in notes.select_related("module")}
    notes.update(is_safety_relevant=True, marked_by=by, marked_at=timezone.now())
    for module in changed:
        translation_changed.send(sender=ChangeNote, action="marked", module=module, language="", by=by)


@transaction.atomic
def mark_change(note: ChangeNote, is_safety_relevant: bool, *, by: Account) -> ChangeNote:
    """Say, or take back, that a change of the source is safety-relevant."""
    note = ChangeNote.objects.select_for_update().get(pk=note.pk)
    note.is_safety_relevant, note.marked_by, note.marked_at = is_safety_relevant, by, timezone.now()
    note.save(update_fields=["is_safety_relevant", "marked_by", "marked_at"])
    action = "marked" if is_safety_relevant else "unmarked"
    translation_changed.send(sender=ChangeNote, action=action, module=note.module, language="", by=by)
    return note
