"""Entering and changing people."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import months_later, today
from lms.core.rules import refuse, refuse_stale
from lms.core.text import fold, tidy
from lms.institutions.models import Institution

from ..models import Person, User

#: Fields that name a person: the trail says that they changed, never what they say.
PERSONAL = frozenset({"family_name", "given_name", "other_spellings", "service_number", "email", "sex", "language"})
TEXTS = frozenset({"family_name", "given_name", "service_number", "job_function", "email"})
WRITABLE = PERSONAL | {"institution", "unit", "user", "job_function", "left_on", "retain_until"}


@transaction.atomic
def create_person(*, institution: Institution, family_name: str, given_name: str, by: User, **fields: Any) -> Person:
    """Enter a person. `fields` are those of Person; without `retain_until` they are kept RETENTION_YEARS from today.

    Refuses: name_missing, service_number_taken, email_taken, unit_elsewhere.
    """
    person = Person(institution=institution, retain_until=default_retention(institution))
    _apply(person, {"family_name": family_name, "given_name": given_name, **fields})
    _check(person)
    person.save()
    record("person created", person, by=by, after=traceable(person, WRITABLE - {"user"}), institution=institution)
    return person


@transaction.atomic
def change_person(person: Person, *, by: User, version: int | None = None, **fields: Any) -> Person:
    """Change what is known of a person; `version` is the one the form was drawn from.

    Refuses: stale, gone (merged or anonymised), and what `create_person` refuses.
    """
    person = lock_person(person)
    refuse_stale(person, version)
    before = {name: getattr(person, name) for name in fields}
    was = traceable(person, fields)
    _apply(person, fields)
    changed = {name for name in fields if getattr(person, name) != before[name]}
    if not changed:
        return person
    _check(person)
    person.version += 1
    person.save()
    now = traceable(person, changed)
    record(
        "person changed", person, by=by, before={k: was[k] for k in now}, after=now, institution=person.institution_id
    )
    return person


def mark_left(person: Person, *, left_on: date, by: User, version: int | None = None) -> Person:
    """The person leaves the service on that day: no longer of the target population, the record stays."""
    return change_person(person, by=by, version=version, left_on=left_on)


def lock_person(person: Person) -> Person:
    """The person's row, locked; refuses one that no longer stands for itself."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if locked.merged_into_id or locked.anonymised_at:
        refuse("gone", _("This record was merged into another one or anonymised: it can no longer be changed."))
    return locked


def default_retention(institution: Institution) -> date:
    """The day until which a record entered today is kept."""
    return months_later(today(institution.jurisdiction.time_zone), 12 * settings.RETENTION_YEARS)


def traceable(person: Person, names: Iterable[str]) -> dict[str, Any]:
    """Values for the trail: record numbers and plain facts; of what names a person only that it is there."""
    values = {name: getattr(person, name) for name in sorted(names)}
    return {name: _trace(name, value) for name, value in values.items()}


def _trace(name: str, value: Any) -> Any:
    if name in PERSONAL:
        return "(recorded)" if value else ""
    return getattr(value, "pk", value)


def _apply(person: Person, fields: dict[str, Any]) -> None:
    unknown = set(fields) - WRITABLE
    if unknown:
        raise TypeError(f"no such field of a person: {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(person, name, tidy(value or "") if name in TEXTS else value)
    person.email = person.email.lower()
    person.name_key = fold(f"{person.family_name} {person.given_name}")


def _check(person: Person) -> None:
    if not person.family_name or not person.given_name:
        refuse("name_missing", _("Give both the family name and the given name."))
    if person.unit and person.unit.institution_id != person.institution_id:
        refuse("unit_elsewhere", _("This unit belongs to another institution."))
    _refuse_taken(person)


def _refuse_taken(person: Person) -> None:
    """A service number and an address stand for one person of an institution; a merged record no longer holds them."""
    same = Q()
    if person.service_number:
        same |= Q(service_number=person.service_number)
    if person.email:
        same |= Q(email__iexact=person.email)
    if not same:
        return
    others = Person.objects.filter(same, institution=person.institution_id, merged_into=None).exclude(pk=person.pk)
    other = others.first()
    if other is None:
        return
    if person.service_number and other.service_number == person.service_number:
        refuse("service_number_taken", _("Somebody else of this institution has this service number."))
    refuse("email_taken", _("Somebody else of this institution has this e-mail address."))
