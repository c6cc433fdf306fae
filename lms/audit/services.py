"""Writing the trail, sealing it, and proving it whole."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from .models import Entry


def record(
    action: str, subject: models.Model, *, by, before=None, after=None, reason: str = "", institution=None
) -> Entry:
    """Add one entry, in the caller's transaction: no act without its entry, no entry without its act.

    `before`/`after` map field names to plain values; `by` is a User or None (the system itself).
    """
    return Entry.objects.create(
        actor=by if getattr(by, "is_authenticated", False) else None,
        action=action,
        object_type=subject._meta.label_lower,
        object_id=str(subject.pk),
        institution_id=getattr(institution, "pk", institution),
        before=_plain(before),
        after=_plain(after),
        reason=reason,
    )


def _plain(values) -> dict:
    """The values as JSON has them, so that what is sealed is what is stored."""
    return json.loads(json.dumps(values or {}, cls=DjangoJSONEncoder, default=str))


def digest(entry: Entry, previous: str) -> str:
    """SHA-256 (hex) of the entry's content and the seal before it."""
    content = [
        entry.pk, entry.at.isoformat(), entry.actor_id, entry.action, entry.object_type, entry.object_id,
        entry.institution_id, entry.before, entry.after, entry.reason, previous,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@transaction.atomic
def seal_entries() -> int:
    """Chain the entries not yet sealed, in order. Returns how many. Run by the worker, any number of times."""
    last = Entry.objects.select_for_update().exclude(seal="").order_by("-id").first()
    previous = last.seal if last else ""
    count = 0
    for entry in Entry.objects.select_for_update().unsealed():
        previous = digest(entry, previous)
        Entry.objects.filter(pk=entry.pk).update(seal=previous)
        count += 1
    return count


def first_broken_entry() -> Entry | None:
    """The first sealed entry that does not fit the chain, or None if the trail is whole."""
    previous = ""
    for entry in Entry.objects.exclude(seal="").order_by("id").iterator(chunk_size=2000):
        if entry.seal != digest(entry, previous):
            return entry
        previous = entry.seal
    return None
