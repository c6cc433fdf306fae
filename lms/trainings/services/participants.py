"""Putting somebody on the list by hand: found if known, made if not."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.core.rules import refuse
from lms.institutions.services import ensure_unit
from lms.people.matching import ListedPerson, match_people
from lms.people.models import Person, User
from lms.people.services import create_person

from ..choices import EnrolmentSource
from ..models import Enrolment, Training
from .enrolments import enrol_person
from .locks import lock_training, require_recordable

NEW = "new"
FIELDS = ("family_name", "given_name", "service_number", "email", "job_function", "sex")


@transaction.atomic
def add_participant(training: Training, details: Mapping[str, Any], *, decision: str = "", by: User) -> Enrolment:
    """A place for the person these details name. `decision`: "new", or the id of the likely person who is meant.

    Refuses: 'likely' (somebody similar is known, and no decision was given), 'decision', and what enrolling refuses.
    """
    training = lock_training(training)
    require_recordable(training)
    names = ("family_name", "given_name", "service_number", "email", "unit")
    candidate = ListedPerson(**{name: details.get(name, "") for name in names})
    (match,) = match_people(training.institution, [candidate])
    person = _chosen(match.people, decision) if decision and match.kind == "likely" else None
    if match.kind == "likely" and not decision:
        refuse("likely", _("Somebody with this or a similar name is known already. Say whether it is the same person."))
    if match.kind == "exact":
        person = match.people[0]
    return enrol_person(training, person or _make(training, details, by), source=EnrolmentSource.ROSTER, by=by)


def _chosen(people: tuple[Person, ...], decision: str) -> Person | None:
    if decision == NEW:
        return None
    found = next((person for person in people if str(person.pk) == decision), None)
    if found is None:
        refuse("decision", _("Choose one of the people shown, or a new person."))
    return found


def _make(training: Training, details: Mapping[str, Any], by: User) -> Person:
    unit = details.get("unit", "").strip()
    return create_person(
        institution=training.institution,
        unit=ensure_unit(training.institution, unit, by=by) if unit else None,
        language=training.language,
        by=by,
        **{name: details.get(name, "") for name in FIELDS},
    )
