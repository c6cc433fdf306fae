"""What the trail hears from the curriculum, which knows nothing of the site above it."""

from django.dispatch import receiver

from curricula.signals import (
    bank_changed,
    deciders_changed,
    edition_published,
    edition_withdrawn,
    translation_changed,
)

from .services import record


@receiver(edition_published)
def record_edition_published(sender, edition, by, **_more) -> None:
    facts = {"label": edition.label, "sha256": edition.sha256, "languages": edition.languages}
    record("edition_published", edition, by=by, after=facts, reason=edition.note)


@receiver(edition_withdrawn)
def record_edition_withdrawn(sender, edition, by, **_more) -> None:
    record(
        "edition_withdrawn", edition, by=by, before={"withdrawn_on": None}, after={"withdrawn_on": edition.withdrawn_on}
    )


@receiver(bank_changed)
def record_bank_changed(sender, action, row, by, before, after, **_more) -> None:
    record(action, row, by=by, before=before, after=after)


@receiver(deciders_changed)
def record_deciders_changed(sender, user, by, before, after, **_more) -> None:
    record("deciders_changed", user, by=by, before=before, after=after)


@receiver(translation_changed)
def record_translation_changed(sender, action, module, language, by, **_more) -> None:
    record(f"translation_{action}", module, by=by, after={"language": language})
