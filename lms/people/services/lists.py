"""Entering many people from one list in a few queries."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import note, record, record_all
from lms.core.rules import refuse
from lms.institutions.models import Institution

from ..choices import Sex
from ..models import Person, User
from .people import WRITABLE, _apply, default_retention, traceable

COMPLETED = ("service_number", "email", "job_function", "language", "unit")


@transaction.atomic
def create_people(institution: Institution, rows: Sequence[Mapping[str, Any]], *, by: User) -> list[Person]:
    """As `people.create_person` for each of `rows` (fields of Person), in their order and with an entry of its own for
    each, from four queries. Refuses what `enter_people` refuses.
    """
    people = _checked_people(institution, rows)
    Person.objects.bulk_create(people)
    traced = WRITABLE - {"user"}
    record_all(
        note("person created", person, by=by, after=traceable(person, traced), institution=institution)
        for person in people
    )
    return people


@transaction.atomic
def enter_people(institution: Institution, rows: Sequence[Mapping[str, Any]], *, by: User) -> list[Person]:
    """New people of one institution, in the order of `rows` (fields of Person), from three queries.

    Refuses: name_missing, service_number_taken, email_taken (also when two rows claim the same).
    """
    people = _checked_people(institution, rows)
    Person.objects.bulk_create(people)
    if people:
        after = {"people": [person.pk for person in people]}
        record("people entered", institution, by=by, after=after, institution=institution)
    return people


def _checked_people(institution: Institution, rows: Sequence[Mapping[str, Any]]) -> list[Person]:
    people = [_new_person(institution, row) for row in rows]
    taken = _signs_taken(institution)
    for person in people:
        _refuse_taken_sign(person, taken)
    return people


def _new_person(institution: Institution, row: Mapping[str, Any]) -> Person:
    person = Person(institution=institution, retain_until=default_retention(institution))
    _apply(person, dict(row))
    if not person.family_name or not person.given_name:
        refuse("name_missing", _("Give both the family name and the given name."))
    return person


def _signs_taken(institution: Institution) -> dict[str, set[str]]:
    rows = list(Person.objects.filter(institution=institution, merged_into=None).values("service_number", "email"))
    return {
        "service_number": {row["service_number"] for row in rows} - {""},
        "email": {row["email"].lower() for row in rows} - {""},
    }


def _refuse_taken_sign(person: Person, taken: dict[str, set[str]]) -> None:
    if person.service_number in taken["service_number"]:
        refuse("service_number_taken", _("Somebody else of this institution has this service number."))
    if person.email in taken["email"]:
        refuse("email_taken", _("Somebody else of this institution has this e-mail address."))
    taken["service_number"] |= {person.service_number} - {""}
    taken["email"] |= {person.email} - {""}


@transaction.atomic
def complete_people(
    institution: Institution, facts: Sequence[tuple[Person, Mapping[str, Any]]], *, by: User
) -> list[Person]:
    """Fill in what records lack from what a list says of them; nothing known is overwritten. Two queries and an entry.

    A spelling of the name that is new is kept, so that the next list finds the person by it.
    """
    taken = _signs_taken(institution) if facts else {}
    changed = {person.pk: person for person, row in facts if _complete(person, row, taken)}
    for person in changed.values():
        person.version += 1
    if changed:
        Person.objects.bulk_update(changed.values(), [*COMPLETED, "sex", "other_spellings", "version"])
        record("people completed", institution, by=by, after={"people": sorted(changed)}, institution=institution)
    return list(changed.values())


def _complete(person: Person, row: Mapping[str, Any], taken: dict[str, set[str]]) -> bool:
    changed = False
    for name in COMPLETED:
        value = row.get(name)
        if value and not getattr(person, name) and value not in taken.get(name, ()):
            setattr(person, name, value)
            changed = True
    if person.sex == Sex.NOT_RECORDED and row.get("sex", Sex.NOT_RECORDED) != Sex.NOT_RECORDED:
        person.sex, changed = row["sex"], True
    return _keep_spelling(person, row) or changed


def _keep_spelling(person: Person, row: Mapping[str, Any]) -> bool:
    spelt = f"{row['family_name']} {row['given_name']}"
    if spelt in (f"{person.family_name} {person.given_name}", *person.other_spellings):
        return False
    person.other_spellings = [*person.other_spellings, spelt]
    return True
