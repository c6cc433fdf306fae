"""Before and after, as somebody reads them. Pure."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

#: A SHA-256: its first places tell it from another.
DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Difference:
    """One field: what it was and what it became; "" for nothing."""

    name: str
    before: str
    after: str


def changes(before: dict, after: dict) -> list[Difference]:
    """The fields of either side, in their order, without those that stayed as they were."""
    names = dict.fromkeys([*before, *after])
    found = [Difference(label(name), shown(before.get(name)), shown(after.get(name))) for name in names]
    return [change for change in found if change.before != change.after]


def label(name: str) -> str:
    """A name of the code as words: "training.status_changed" is "training: status changed"."""
    return name.replace("_", " ").replace(".", ": ")


def shown(value) -> str:
    """A plain value as words; lists on one line, nested facts as name and value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return ", ".join(f"{label(str(key))}: {shown(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(shown(inner) for inner in value)
    text = str(value)
    return f"{text[:12]}…" if DIGEST.fullmatch(text) else text
