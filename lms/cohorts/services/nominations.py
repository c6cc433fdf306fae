"""Nominating, endorsing, taking back."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse, refuse_stale
from lms.institutions.models import Institution
from lms.people.matching import ListedPerson, match_people
from lms.people.models import Person, User
from lms.people.permissions import is_office
from lms.people.services import create_person
from lms.people.services.lists import complete_people
from lms.trainings.choices import TrainingStatus
from lms.trainings.models import Training
from lms.trainings.services.locks import day_at, lock_training

from ..choices import NominationStatus
from ..models import Cohort, Nomination
from ..permissions import OVER, may_endorse_nomination, may_nominate_from
from ..selection.seats import seat_lines, seating_of
from .versions import keep_first_version, keep_version, next_priority

DETAILS = ("job_function", "years_in_post", "english", "endorsed_by", "endorsed_on", "motivation")
MOST_YEARS = 60


@transaction.atomic
def nominate_person(cohort: Cohort, person: Person, *, by: User, late_reason: str = "", **details: Any) -> Nomination:
    """Propose a person of an institution; endorsed at once where `endorsed_by` and `endorsed_on` say so.

    `details`: job_function, years_in_post, english, endorsed_by, endorsed_on, motivation; what is not known stays
    empty. `late_reason`: why the office takes it after the closing day. Refuses: not_allowed, over, not_announced,
    closed, late_reason_missing, not_invited, seats_full, gone, already_nominated, years, endorsed_later.
    """
    unknown = set(details) - set(DETAILS)
    if unknown:
        raise TypeError(f"no such detail of a nomination: {', '.join(sorted(unknown))}")
    training = lock_training(cohort.training_id)
    refuse_closed(cohort, training, person.institution_id, by)
    late = day_at(training) > cohort.nominations_close_on
    if late and not late_reason.strip():
        refuse("late_reason_missing", _("Nominations are closed. Write why this one is taken late."))
    _refuse_full(cohort, person.institution_id, by)
    _refuse_person(cohort, training, person)
    _refuse_details(details, day_at(training))
    nomination = Nomination(cohort=cohort, institution_id=person.institution_id, person=person, **details)
    nomination.late_reason = late_reason.strip() if late else ""
    nomination.priority = next_priority(cohort, person.institution_id)
    if not nomination.job_function:
        nomination.job_function = person.job_function
    if nomination.endorsed_on and nomination.endorsed_by and person.user_id != getattr(by, "pk", None):
        nomination.status = NominationStatus.ENDORSED
    nomination.save()
    keep_version(nomination, "nomination_made", by)
    note("nomination_made", nomination, by=by)
    return nomination


@transaction.atomic
def nominate_by_details(
    cohort: Cohort, *, institution: Institution, person: dict[str, Any], decision: str = "", by: User, **details: Any
) -> Nomination:
    """Nominate somebody by what a form says of them: the person on record, or a new one.

    `person`: fields of Person. `decision`: "new", or the id of the likely person that is meant. Without one, somebody
    who is certainly on record is taken. Refuses what `create_person` and `nominate_person` refuse, and 'not_allowed'.
    """
    if not may_nominate_from(by, institution.pk):
        refuse("not_allowed", _("People are nominated by their own institution's focal point or the programme office."))
    found = _person_meant(institution, person, decision)
    if found is None:
        found = create_person(institution=institution, by=by, **person)
    else:
        complete_people(institution, [(found, person)], by=by)
    return nominate_person(cohort, found, by=by, **details)


def _person_meant(institution: Institution, person: dict[str, Any], decision: str) -> Person | None:
    names = ("family_name", "given_name", "service_number", "email")
    match = match_people(institution, [ListedPerson(**{name: person.get(name) or "" for name in names})])[0]
    if match.kind == "exact":
        return match.people[0]
    return next((one for one in match.people if str(one.pk) == decision), None)


def refuse_closed(cohort: Cohort, training: Training, institution_id: int, by: User) -> None:
    """May this user nominate from this institution now? The office may add what arrived late."""
    if not may_nominate_from(by, institution_id):
        refuse("not_allowed", _("People are nominated by their own institution's focal point or the programme office."))
    if training.status in OVER or day_at(training) > training.ends_on:
        refuse("over", _("This ToT is over or cancelled: nobody can be nominated for it any more."))
    if is_office(by):
        return
    if training.status == TrainingStatus.DRAFT:
        refuse("not_announced", _("The call for this cohort has not been sent yet."))
    if day_at(training) > cohort.nominations_close_on:
        refuse("closed", _("Nominations are closed. Write to the programme office about a late one."))


def _refuse_full(cohort: Cohort, institution_id: int, by: User) -> None:
    """An invited institution nominates as many as can get a seat or stand by; the office may add to that."""
    seating = seating_of(cohort)
    if not seating.rules or is_office(by):
        return
    rule = seating.rule(institution_id)
    if rule is None:
        refuse("not_invited", _("This institution is not invited to this cohort. Write to the programme office."))
    line = next(one for one in seat_lines(cohort, seating) if one.rule == rule)
    if not line.left:
        sentence = _("%(institution)s has nominated for all its %(most)d seats and alternates. Withdraw one first.")
        refuse("seats_full", sentence % {"institution": rule.name, "most": rule.most_nominations})


def _refuse_person(cohort: Cohort, training: Training, person: Person) -> None:
    if person.merged_into_id or person.anonymised_at or (person.left_on and person.left_on <= training.ends_on):
        refuse("gone", _("This person is no longer in service or their record is closed."))
    if cohort.nominations.filter(person=person).exists():
        refuse("already_nominated", _("%(person)s is nominated for this cohort already.") % {"person": person})


def _refuse_details(details: dict[str, Any], today: date) -> None:
    years, endorsed_on = details.get("years_in_post"), details.get("endorsed_on")
    if years is not None and not 0 <= years <= MOST_YEARS:
        refuse("years", _("Years in post are between 0 and %(most)d.") % {"most": MOST_YEARS})
    if endorsed_on and endorsed_on > today:
        refuse("endorsed_later", _("The day of the endorsement has not come yet. Correct it."))


@transaction.atomic
def endorse_nomination(
    nomination: Nomination,
    *,
    by: User,
    endorsed_by: str = "",
    endorsed_on: date | None = None,
    version: int | None = None,
) -> Nomination:
    """The institution puts its name to a proposal: who endorses (the account, if not said) and on which day (today).

    Endorsed twice is endorsed once. Refuses: not_allowed, own_nomination, stale, settled, endorsed_later.
    """
    training, nomination = lock_nomination(nomination)
    if not may_endorse_nomination(by, nomination):
        if nomination.person.user_id == by.pk:
            refuse("own_nomination", _("Nobody endorses their own nomination. Ask a colleague or your superior."))
        refuse("not_allowed", _("A nomination is endorsed by its own institution's focal point."))
    if nomination.is_endorsed and nomination.status != NominationStatus.PROPOSED:
        return nomination
    refuse_stale(nomination, version)
    if nomination.status != NominationStatus.PROPOSED:
        refuse("settled", _("This nomination has been decided or withdrawn. It cannot be endorsed any more."))
    endorsed_on = endorsed_on or day_at(training)
    _refuse_details({"endorsed_on": endorsed_on}, day_at(training))
    before = facts(nomination)
    nomination.endorsed_by, nomination.endorsed_on = endorsed_by.strip() or str(by), endorsed_on
    nomination.status = NominationStatus.ENDORSED
    keep(nomination, "nomination_endorsed", before, by=by)
    return nomination


@transaction.atomic
def complete_nomination(nomination: Nomination, *, by: User, **details: Any) -> bool:
    """Fill in what is empty from a later list; nothing known is overwritten. True if anything was new.

    An endorsement that comes this way moves a proposal to endorsed.
    """
    training, nomination = lock_nomination(nomination)
    refuse_closed(nomination.cohort, training, nomination.institution_id, by)
    _refuse_details(details, day_at(training))
    before = facts(nomination)
    new = [name for name in DETAILS if details.get(name) not in (None, "") and getattr(nomination, name) in (None, "")]
    for name in new:
        setattr(nomination, name, details[name])
    endorsed = nomination.endorsed_by and nomination.endorsed_on and nomination.person.user_id != by.pk
    if endorsed and nomination.status == NominationStatus.PROPOSED:
        nomination.status = NominationStatus.ENDORSED
    if new:
        keep(nomination, "nomination_completed", before, by=by)
    return bool(new)


# What every act with a nomination shares ------------------------------------------------------------------------------


def lock_nomination(nomination: Nomination) -> tuple[Training, Nomination]:
    """The training, then the nomination, both locked: the order of every act on places."""
    training = lock_training(nomination.cohort.training_id)
    rows = Nomination.objects.select_for_update(of=("self",)).select_related("person", "cohort__training")
    return training, rows.get(pk=nomination.pk)


def keep(nomination: Nomination, action: str, before: dict[str, Any], *, by: User, reason: str = "") -> None:
    """Write the row with its next version, what it said before and says now, and what became of it."""
    keep_first_version(nomination)
    nomination.version += 1
    nomination.save()
    keep_version(nomination, action, by)
    note(action, nomination, by=by, before=before, reason=reason)


def note(
    action: str, nomination: Nomination, *, by: User, before: dict[str, Any] | None = None, reason: str = ""
) -> None:
    record(
        action, nomination, by=by, before=before or {}, after=facts(nomination), reason=reason,
        institution=nomination.institution_id,
    )  # fmt: skip


def facts(nomination: Nomination) -> dict[str, Any]:
    """For the trail: numbers and states, no name."""
    return {
        "cohort": nomination.cohort_id,
        "person": nomination.person_id,
        "status": nomination.status,
        "endorsed_on": nomination.endorsed_on,
        "reserve_place": nomination.reserve_place,
    }
