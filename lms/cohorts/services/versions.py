"""What a nomination said, version by version: each is written once, beside the change that made it."""

from typing import Any

from django.db.models import Max

from lms.people.models import User

from ..models import Cohort, Nomination, NominationVersion

#: What a version keeps. No name: the person is known by the nomination.
KEPT = (
    "status", "job_function", "years_in_post", "english", "endorsed_by", "endorsed_on", "motivation", "reason",
    "reserve_place", "priority", "late_reason",
)  # fmt: skip
FIRST = "as_found"


def keep_version(nomination: Nomination, action: str, author: User) -> NominationVersion:
    """What the row says now."""
    return NominationVersion.objects.create(
        nomination=nomination, number=nomination.version, action=action, by=author, said=said_by(nomination)
    )


def keep_first_version(nomination: Nomination) -> None:
    """A nomination from before versions were kept: what it says on the table, ahead of its first change."""
    if not nomination.versions.exists():
        found = Nomination.objects.get(pk=nomination.pk)
        NominationVersion.objects.create(nomination=found, number=found.version, action=FIRST, said=said_by(found))


def said_by(nomination: Nomination) -> dict[str, Any]:
    """The kept fields as plain values, days ISO."""
    values = {name: getattr(nomination, name) for name in KEPT}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def next_priority(cohort: Cohort, institution_id: int) -> int:
    """The last place in the institution's own order."""
    rows = cohort.nominations.filter(institution=institution_id)
    return (rows.aggregate(last=Max("priority"))["last"] or 0) + 1
