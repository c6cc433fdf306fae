"""A person enrols themselves: found by the account's proven address or made new, then given a place."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.core.rules import refuse
from lms.institutions.models import Institution, Unit
from lms.institutions.services import ensure_unit
from lms.people.models import Person, User
from lms.people.services import create_person, keep_language, link_account

from ..models import Enrolment, Training
from .enrolments import request_place
from .locks import lock_training
from .sqlite_queue import in_turn

#: The interface's languages by the codes that people, materials and certificates carry; "en" is the same.
CONTENT_LANGUAGE = {"sr": "sr-Cyrl", "sr-latn": "sr-Latn"}


def person_for(user: User, training: Training) -> Person | None:
    """The person this account is, or is by its address on somebody's list; None for somebody not known yet.

    The address was proven by the code that was sent to it. Of two records with it, the training's
    institution's is meant.
    """
    own = Person.objects.known().filter(user=user).select_related("institution").first()
    if own:
        return own
    named = Person.objects.known().filter(email__iexact=user.email, user=None).select_related("institution")
    return next(iter(sorted(named, key=lambda person: person.institution_id != training.institution_id)), None)


@in_turn
@transaction.atomic
def enrol_oneself(training: Training, user: User, details: Mapping[str, Any] | None = None) -> Enrolment:
    """A place for the person of this account. `details` (family_name, given_name, unit, service_number, job_function,
    sex) are needed only where nobody is known by the account's address; the new person is the training's institution's.

    A service number that somebody else has is not taken over; the place then carries a remark for whoever manages the
    list. Refuses: 'details' (who are you?), and what `request_place` refuses.
    """
    training = lock_training(training)
    person, remark = person_for(user, training), ""
    if person is None:
        person, remark = _new_person(training, user, details)
    if person.user_id != user.pk:
        person = link_account(person, user, by=user)
    if not user.language:
        keep_language(user, get_language())
    enrolment = request_place(training, person, by=user)
    if remark:
        enrolment.reason = remark
        enrolment.save(update_fields=["reason", "updated_at"])
    return enrolment


def _new_person(training: Training, user: User, details: Mapping[str, Any] | None) -> tuple[Person, str]:
    if not details:
        refuse("details", _("Tell us who you are first."))
    fields = {name: details.get(name, "") for name in ("family_name", "given_name", "service_number", "job_function")}
    number, remark = fields["service_number"], ""
    if number and Person.objects.filter(institution=training.institution, service_number=number).exists():
        fields["service_number"] = ""
        remark = _("Gave the service number %(number)s of somebody on record: are they one person?") % {
            "number": number
        }
    person = create_person(
        institution=training.institution,
        unit=_unit(training.institution, details.get("unit", ""), user),
        sex=details.get("sex") or "not_recorded",
        language=CONTENT_LANGUAGE.get(get_language(), get_language() or ""),
        by=user,
        **fields,
    )
    return person, remark


def _unit(institution: Institution, name: str, user: User) -> Unit | None:
    return ensure_unit(institution, name, by=user) if name.strip() else None
