"""Writing the trail, sealing it, and proving it whole."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from lms.core.accounts import Account
from lms.core.hash_chain import seal_of

from .actions import action_of
from .models import Checkpoint, Entry

#: Rows fetched at a time while the chain is made or followed.
CHUNK = 2000
#: Plain values by the name of their field.
Values = Mapping[str, Any]


def record(
    action: str,
    subject: models.Model,
    *,
    by: Account | None,
    before: Values | None = None,
    after: Values | None = None,
    reason: str = "",
    institution: models.Model | int | None = None,
) -> Entry:
    """Add one entry, in the caller's transaction: no act without its entry, no entry without its act.

    `before`/`after` map field names to plain values; `by` is a User or None (the system itself).
    """
    entry = note(action, subject, by=by, before=before, after=after, reason=reason, institution=institution)
    entry.save(force_insert=True)
    return entry


def record_all(entries: Iterable[Entry]) -> list[Entry]:
    """Add these (`note`), in their order and in the caller's transaction: one statement for many acts."""
    return Entry.objects.bulk_create(entries)


def note(
    action: str,
    subject: models.Model,
    *,
    by: Account | None,
    before: Values | None = None,
    after: Values | None = None,
    reason: str = "",
    institution: models.Model | int | None = None,
) -> Entry:
    """The entry that `record` would add, not written yet. Raises LookupError for an action nobody declared."""
    return Entry(
        actor=by if getattr(by, "is_authenticated", False) else None,
        action=action_of(action).code,
        object_type=subject._meta.label_lower,
        object_id=str(subject.pk),
        institution_id=getattr(institution, "pk", institution),
        before=_plain(before),
        after=_plain(after),
        reason=reason,
    )


def _plain(values: Values | None) -> dict[str, Any]:
    """The values as JSON has them, so that what is sealed is what is stored."""
    plain: dict[str, Any] = json.loads(json.dumps(values or {}, cls=PlainEncoder))
    return plain


class PlainEncoder(DjangoJSONEncoder):
    """Dates, decimals and lazy words as Django has them; anything else by its name."""

    def default(self, o: Any) -> Any:
        try:
            return super().default(o)
        except TypeError:
            return str(o)


def digest(entry: Entry, previous: str) -> str:
    """SHA-256 (hex) of the entry's content, its number in the chain and the seal before it."""
    content = [
        entry.pk, entry.link, entry.at.astimezone(UTC).isoformat(), entry.actor_id, entry.action, entry.object_type,
        entry.object_id, entry.institution_id, entry.before, entry.after, entry.reason, previous,
    ]  # fmt: skip
    return seal_of(content)


@transaction.atomic
def seal_entries() -> int:
    """Chain the entries not yet sealed, in order. Returns how many. Run by the worker, any number of times.

    The oldest entry is the lock: a second sealing waits for the first, and only then reads where the chain ends.
    """
    Entry.objects.select_for_update().order_by("id").first()
    last = Entry.objects.sealed().last()
    previous, link = (last.seal, last.link or 0) if last else ("", 0)
    count = 0
    for entry in list(Entry.objects.unsealed()):
        count, entry.link = count + 1, link + count + 1
        previous = digest(entry, previous)
        Entry.objects.filter(pk=entry.pk).update(seal=previous, link=entry.link)
    if count:
        Checkpoint.objects.create(link=link + count, seal=previous)
    return count


@dataclass(frozen=True)
class ChainVerdict:
    """What following the chain showed. `length` links fit; `head` is the last of their seals.

    `broken_at` is the first number of the chain where it does not hold, None if it is whole; `entry` what stands
    there, None if it is gone.
    """

    length: int
    head: str
    broken_at: int | None = None
    entry: Entry | None = None

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


def verify_chain() -> ChainVerdict:
    """Follow the chain from its first entry to its last checkpoint."""
    previous, length = "", 0
    for entry in Entry.objects.sealed().iterator(chunk_size=CHUNK):
        if entry.link != length + 1:
            return ChainVerdict(length, previous, length + 1)
        if entry.seal != digest(entry, previous):
            return ChainVerdict(length, previous, entry.link, entry)
        previous, length = entry.seal, entry.link
    return _compare_with_checkpoints(length, previous)


def _compare_with_checkpoints(length: int, head: str) -> ChainVerdict:
    """The chain ends where its last checkpoint says; cut short, it does not."""
    last = Checkpoint.objects.order_by("-id").first()
    if last is None:
        return ChainVerdict(length, head) if length == 0 else ChainVerdict(length, head, 1)
    if (length, head) != (last.link, last.seal):
        return ChainVerdict(length, head, min(length, last.link) + 1)
    return ChainVerdict(length, head)


def first_broken_entry() -> Entry | None:
    """The first sealed entry that does not fit the chain, or None if there is none (see `verify_chain`)."""
    return verify_chain().entry
