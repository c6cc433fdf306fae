"""Times and minutes of an agenda: local and universal time, overlaps, what a plan leaves out. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from lms.core.rules import Finding

from .choices import Half

#: An item that begins before this hour belongs to the morning's attendance, any later one to the afternoon's.
AFTERNOON_BEGINS = time(13)


@dataclass(frozen=True)
class Taught:
    """A module's share in an agenda: its code, minutes, and the parallel group it is for ("" is everybody)."""

    code: str
    minutes: int
    group: str = ""


@dataclass(frozen=True)
class Wanted:
    """A module of the edition: its code, its minutes, and whether it may be left out."""

    code: str
    minutes: int
    is_mandatory: bool = True


def instant(day: date, clock: time, zone: str) -> datetime | None:
    """The instant (UTC) of a local time; None where the clocks are put forward over it. Of two, the first."""
    local = datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
    there = local.astimezone(UTC)
    return there if there.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local.replace(tzinfo=None) else None


def half_of(clock: time) -> Half:
    """Which half-day an item belongs to: the one it begins in."""
    return Half.MORNING if clock < AFTERNOON_BEGINS else Half.AFTERNOON


def share_people(group: str, other: str) -> bool:
    """Do two items have a participant in common? Everybody is in every group; two different groups share nobody."""
    return not group or not other or group == other


def minutes_of(code: str, taught: Iterable[Taught]) -> tuple[int, ...]:
    """The different minutes participants get of a module: one figure, unless parallel groups get different ones."""
    rows = list(taught)
    groups = {row.group for row in rows if row.group} or {""}
    own = [row for row in rows if row.code == code]
    return tuple(sorted({sum(row.minutes for row in own if share_people(group, row.group)) for group in groups}))


def warnings_of(taught: Sequence[Taught], wanted: Iterable[Wanted]) -> list[Finding]:
    """What an agenda leaves out of the edition or gives another time than it has there. Nothing here blocks."""
    findings = []
    for module in wanted:
        given = minutes_of(module.code, taught)
        if given == (0,):
            findings += [_left_out(module)] if module.is_mandatory else []
        elif given != (module.minutes,):
            findings.append(_other_minutes(module, given))
    return findings


def _left_out(module: Wanted) -> Finding:
    words = _("%(code)s is mandatory and not in the agenda. Add an item of %(minutes)d minutes.")
    return Finding("module_missing", words % {"code": module.code, "minutes": module.minutes}, blocks=False)


def _other_minutes(module: Wanted, given: tuple[int, ...]) -> Finding:
    words = _(
        "%(code)s has %(given)s minutes in the agenda and %(minutes)d in the edition. Change its items if not meant."
    )
    facts = {"code": module.code, "given": "/".join(map(str, given)), "minutes": module.minutes}
    return Finding("module_minutes", words % facts, blocks=False)


def by_day(rows: Iterable, zone: str) -> Mapping[date, list]:
    """{local day: rows with `starts_at`}, in the order given."""
    days: dict[date, list] = {}
    for row in rows:
        days.setdefault(row.starts_at.astimezone(ZoneInfo(zone)).date(), []).append(row)
    return days
