"""Adopting the rules of a scheme: every change is a new version, and the past stays with the one it was decided by."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse
from lms.people.models import User

from ..choices import ASKABLE, Aim, RequirementKind
from ..evidence import terms_of
from ..models import Scheme, SchemeRequirement, SchemeVersion
from ..permissions import may_adopt_rules
from ..rules import Terms

#: Rule 4: what no trainer certificate is given without; how much of it, the scheme says.
ALWAYS = (RequirementKind.ATTENDANCE, RequirementKind.POST_TEST, RequirementKind.TEACH_BACK)


@transaction.atomic
def adopt_rules(scheme: Scheme, terms: Terms, *, note: str = "", by: User | None) -> SchemeVersion:
    """The rules that hold from now on, as the scheme's next version; `by` is None where the system itself begins one.

    Refuses: not_office, not_askable, incomplete, no_certified, no_reason (from the second version on), unchanged.
    """
    scheme = Scheme.objects.select_for_update().get(pk=scheme.pk)
    last = scheme.versions.prefetch_related("requirements").order_by("-number").first()
    _refuse(terms, last, note, by)
    version = SchemeVersion.objects.create(
        scheme=scheme, number=last.number + 1 if last else 1, note=note.strip(), adopted_by=by,
        provisional_first=terms.provisional_first, validity_months=terms.validity_months,
        provisional_months=terms.provisional_months, renewal_opens_months=terms.renewal_opens_months,
        grace_months=terms.grace_months,
    )  # fmt: skip
    SchemeRequirement.objects.bulk_create(
        SchemeRequirement(version=version, aim=row.aim, kind=row.kind, threshold=row.threshold, months=row.months)
        for aim in Aim.values
        for row in terms.asked_for(aim)
    )
    record(
        "scheme.adopted", version, by=by, after={"scheme": scheme.code, "number": version.number, **in_plain(terms)},
        reason=version.note,
    )  # fmt: skip
    return version


def in_plain(terms: Terms) -> dict[str, Any]:
    """The rules as the trail keeps them."""
    rows = [f"{row.aim} {row.kind} {row.threshold}" + (f"/{row.months}" if row.months else "") for row in terms.rules]
    return {
        "requirements": rows, "provisional_first": terms.provisional_first, "validity": terms.validity_months,
        "provisional": terms.provisional_months, "opens": terms.renewal_opens_months, "grace": terms.grace_months,
    }  # fmt: skip


def _refuse(terms: Terms, last: SchemeVersion | None, note: str, by: User | None) -> None:
    if by is not None and not may_adopt_rules(by):
        refuse("not_office", _("Only the programme office adopts the rules of a scheme."))
    if any(row.kind not in ASKABLE[Aim(row.aim)] for row in terms.rules):
        refuse("not_askable", _("One of the requirements cannot be asked for there."))
    asked = {row.kind for row in terms.asked_for(Aim.ANY)}
    if missing := [kind.label for kind in ALWAYS if kind not in asked]:
        words = {"missing": ", ".join(map(str, missing))}
        refuse("incomplete", _("Every trainer certificate asks for this as well: %(missing)s.") % words)
    if not terms.asked_for(Aim.CERTIFIED):
        refuse("no_certified", _("Say what the certified level asks for: otherwise nobody could be promoted."))
    if last and not note.strip():
        refuse("no_reason", _("Say what changed, and why: it is kept with the version."))
    if last and _same(terms, terms_of(last)):
        refuse("unchanged", _("These are the rules that hold already."))


def _same(one: Terms, other: Terms) -> bool:
    return in_plain(one) | {"requirements": set(one.rules)} == in_plain(other) | {"requirements": set(other.rules)}
