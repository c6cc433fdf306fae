"""Freezing figures: closing a period, publishing it, amending it. The rest of monitoring only reads."""

import hashlib
import json
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import today
from lms.core.rules import refuse
from lms.people.models import User
from lms.people.scope import Scope

from .choices import PeriodStatus
from .coverage import Coverage, CoverageRow
from .figures import coverage_for
from .models import ReportingPeriod, Snapshot


@transaction.atomic
def open_period(*, label: str, starts_on: date, ends_on: date, by: User) -> ReportingPeriod:
    """A new period to report on. Codes: `period_dates`, `period_exists`."""
    if ends_on < starts_on:
        refuse("period_dates", _("The last day is before the first one: please correct one of them."))
    if ReportingPeriod.objects.filter(label=label).exists():
        refuse("period_exists", _("There is a period of this name already: please choose another name."))
    period = ReportingPeriod.objects.create(label=label, starts_on=starts_on, ends_on=ends_on)
    record("period_opened", period, by=by, after={"label": label, "from": starts_on, "until": ends_on})
    return period


@transaction.atomic
def freeze_figures(period: ReportingPeriod, *, by: User, reason: str = "") -> Snapshot:
    """Freeze coverage as of the period's last day and close the period.

    A period that is closed already gets a dated amendment, which needs a reason; both values are kept.
    Codes: `not_over`, `amendment_reason`.
    """
    period = ReportingPeriod.objects.select_for_update().get(pk=period.pk)
    if period.ends_on >= today():
        refuse("not_over", _("The period is not over yet: its figures can be frozen from the day after its last day."))
    previous = period.snapshots.filter(amended_by=None).first()
    if previous and not reason:
        refuse("amendment_reason", _("These figures were frozen before: say why they are amended."))
    figures = as_plain(coverage_for(Scope(everything=True), period.ends_on))
    snapshot = Snapshot.objects.create(
        period=period, as_of=period.ends_on, figures=figures, sha256=digest(figures), reason=reason, amends=previous,
        taken_by=by,
    )  # fmt: skip
    if period.status == PeriodStatus.OPEN:
        _set_status(period, PeriodStatus.CLOSED)
    record("figures_frozen", snapshot, by=by, after={"period": period.pk, "sha256": snapshot.sha256}, reason=reason)
    return snapshot


@transaction.atomic
def publish_period(period: ReportingPeriod, *, by: User) -> ReportingPeriod:
    """Show the frozen figures to observers and focal points. Codes: `not_frozen`, `flagged`."""
    period = ReportingPeriod.objects.select_for_update().get(pk=period.pk)
    snapshot = period.snapshots.filter(amended_by=None).first()
    if snapshot is None:
        refuse("not_frozen", _("Nothing is frozen for this period yet: freeze its figures first."))
    if snapshot.figures["flagged"]:
        refuse("flagged", _("In one place more people are counted than there are to be trained: correct it first."))
    before = period.status
    _set_status(period, PeriodStatus.PUBLISHED)
    record("period_published", period, by=by, before={"status": before}, after={"status": period.status})
    return period


def _set_status(period: ReportingPeriod, status: str) -> None:
    period.status = status
    period.save(update_fields=["status", "updated_at"])


def as_plain(coverage: Coverage) -> dict[str, Any]:
    """The table as JSON keeps it: region, jurisdictions and their institutions, without rows about persons."""
    return {
        "as_of": coverage.as_of.isoformat(),
        "flagged": coverage.flagged,
        "region": _line(coverage.region),
        "jurisdictions": [
            _line(line) | {"institutions": [_line(part) for part in line.parts]} for line in coverage.jurisdictions
        ],
    }


def _line(line: CoverageRow) -> dict[str, Any]:
    names = ("id", "name", "target", "unique", "in_share", "participations", "head_count", "trainings")
    return {name: getattr(line, name) for name in names}


def digest(figures: dict[str, Any]) -> str:
    """SHA-256 (hex) of the figures in one fixed writing."""
    return hashlib.sha256(json.dumps(figures, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
