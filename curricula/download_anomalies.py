"""When is a day of downloads unusual? Counts against the thresholds of the settings."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Download


@dataclass(frozen=True)
class Day:
    """What one account took on one day: number of files, and bytes in all."""

    user_id: int
    day: object
    files: int
    size: int


def reasons(taken: Day, *, files: int, size: int) -> list[str]:
    """Why the day is unusual: from `files` downloads or from `size` bytes on; empty if it is not."""
    found = []
    if taken.files >= files:
        found.append(ngettext("%d download on one day", "%d downloads on one day", taken.files) % taken.files)
    if taken.size >= size:
        found.append(_("%s on one day") % filesizeformat(taken.size))
    return found


def unusual(days: list[Day]) -> dict[tuple[int, object], list[str]]:
    """{(account, day): reasons} of the days that are unusual by the settings."""
    limits = {"files": settings.DOWNLOADS_UNUSUAL_FILES, "size": settings.DOWNLOADS_UNUSUAL_BYTES}
    judged = {(day.user_id, day.day): reasons(day, **limits) for day in days}
    return {key: why for key, why in judged.items() if why}


def days_unusual(rows=None) -> dict[tuple[int, object], list[str]]:
    """The unusual days among these downloads (all of them); one query, the newest 200 days."""
    rows = Download.objects.all() if rows is None else rows
    at_least = Q(files__gte=settings.DOWNLOADS_UNUSUAL_FILES) | Q(taken__gte=settings.DOWNLOADS_UNUSUAL_BYTES)
    days = rows.by_day().filter(at_least).order_by("-day")[:200]
    return unusual([Day(row["user"], row["day"], row["files"], row["taken"]) for row in days])
