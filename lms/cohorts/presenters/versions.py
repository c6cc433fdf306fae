"""Versions of a nomination in words: what each one changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..choices import NominationStatus
from ..models import Nomination, NominationVersion

ACTIONS = {
    "as_found": gettext_lazy("as it stood when versions began to be kept"),
    "nomination_made": gettext_lazy("nominated"),
    "nomination_endorsed": gettext_lazy("endorsed"),
    "nomination_completed": gettext_lazy("completed from a list"),
    "nomination_ordered": gettext_lazy("moved in the institution's own order"),
    "nomination_accepted": gettext_lazy("accepted"),
    "nomination_reserve": gettext_lazy("put on reserve"),
    "nomination_declined": gettext_lazy("declined"),
    "nomination_placed": gettext_lazy("moved among the reserves"),
    "nomination_promoted": gettext_lazy("moved up from reserve"),
    "nomination_withdrawn": gettext_lazy("withdrawn"),
}


@dataclass(frozen=True)
class FieldChange:
    """One field: what it said before, and says since."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    """A version with what it changed against the one before it; the first one says all that is not empty."""

    version: NominationVersion
    action: str
    changes: tuple[FieldChange, ...]


def changes_of(versions: Iterable[NominationVersion]) -> list[Told]:
    """The versions in their order, each with its changes."""
    told, said = [], {}
    for version in versions:
        changes = tuple(_change(name, said.get(name), value) for name, value in version.said.items())
        told.append(Told(version, str(ACTIONS.get(version.action, version.action)), tuple(filter(None, changes))))
        said = version.said
    return told


def _change(name: str, before, after) -> FieldChange | None:
    if (before or None) == (after or None):
        return None
    label = Nomination._meta.get_field(name).verbose_name
    return FieldChange(str(label)[:1].upper() + str(label)[1:], _word(name, before), _word(name, after))


def _word(name: str, value) -> str:
    if value in (None, ""):
        return _("empty")
    if name == "status":
        return str(NominationStatus(value).label)
    if name == "endorsed_on":
        return date_format(date.fromisoformat(value), "j F Y")
    return str(value)
