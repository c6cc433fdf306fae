"""Changing what is known of institutions: units and target populations."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.accounts import Account
from lms.core.rules import refuse
from lms.core.text import fold, tidy

from .models import Institution, TargetPopulation, Unit


@transaction.atomic
def ensure_unit(institution: Institution, name: str, *, by: Account) -> Unit:
    """The unit of that name in any spelling ("pu Niš", "ПУ Ниш"), made if it is new."""
    name = tidy(name)
    unit, created = Unit.objects.get_or_create(institution=institution, key=fold(name), defaults={"name": name})
    if created:
        record("unit_added", unit, by=by, after={"name": unit.name}, institution=institution)
    return unit


@transaction.atomic
def record_target(
    institution: Institution, *, job_function: str, staff: int | None, women: int | None, valid_from: date | None,
    source: str, by: Account,
) -> TargetPopulation:  # fmt: skip
    """Store one return; the same function and day replaces its figures. Codes: `women_above_staff`, `day_missing`."""
    if staff is not None and women is not None and women > staff:
        refuse("women_above_staff", _("There are more women than staff: please correct one of the two."))
    if staff is not None and valid_from is None:
        refuse("day_missing", _("Say from which day the figure is valid."))
    row = _locked_target(institution, job_function, valid_from)
    before = {"staff": row.staff, "women": row.women, "source": row.source} if row.pk else {}
    row.staff, row.women, row.source = staff, women, source
    row.save()
    after = {"job_function": row.job_function, "staff": staff, "women": women, "valid_from": valid_from}
    record("target_recorded", row, by=by, before=before, after=after, institution=institution)
    return row


def _locked_target(institution: Institution, job_function: str, valid_from: date | None) -> TargetPopulation:
    rows = TargetPopulation.objects.select_for_update().filter(institution=institution, valid_from=valid_from)
    for row in rows:
        if fold(row.job_function) == fold(job_function):
            return row
    return TargetPopulation(institution=institution, job_function=tidy(job_function), valid_from=valid_from)
