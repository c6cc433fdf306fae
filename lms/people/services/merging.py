"""Two records of one person become one; a person whose time has come becomes a number."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse, refuse_if_any

from ..merging import erase_all, move_all
from ..models import Person, User
from ..permissions import may_anonymise_person, may_merge_people


@transaction.atomic
def merge_people(keep: Person, drop: Person, *, by: User | None, reason: str) -> Person:
    """Make `drop` a pointer to `keep`: everything that pointed at it moves, its spellings and missing facts are taken.

    Refuses: reason_missing, not_allowed (also when one is merged already, or both are the same), two_accounts, and
    what an app that moves its rows refuses (both in one training).
    """
    if not reason.strip():
        refuse("reason_missing", _("Say how you know that they are one person."))
    keep, drop = _lock_both(keep, drop)
    if by is not None and not may_merge_people(by, keep, drop):
        refuse("not_allowed", _("These two records cannot be merged by you."))
    if keep.user_id and drop.user_id:
        refuse("two_accounts", _("Both have an account: unlink one of them first."))
    refuse_if_any(move_all(keep, drop))
    before = {"keep": keep.pk, "drop": drop.pk, "user": drop.user_id}
    _point_at(keep, drop)
    _take_facts(keep, drop)
    record("people merged", drop, by=by, before=before, after={"merged_into": keep.pk}, reason=reason,
           institution=drop.institution_id)  # fmt: skip
    return keep


def _lock_both(keep: Person, drop: Person) -> tuple[Person, Person]:
    """Both rows, locked in the order of their numbers, so that two merges cannot wait for each other."""
    rows = {row.pk: row for row in Person.objects.select_for_update().filter(pk__in=[keep.pk, drop.pk]).order_by("pk")}
    return rows[keep.pk], rows[drop.pk]


def _point_at(keep: Person, drop: Person) -> None:
    """`drop` lets go of its account first: an account is one person's."""
    account, drop.user, drop.merged_into = drop.user_id, None, keep
    drop.version += 1
    drop.save()
    Person.objects.filter(merged_into=drop).update(merged_into=keep)
    keep.user_id = keep.user_id or account


def _take_facts(keep: Person, drop: Person) -> None:
    """What `keep` lacks comes from `drop`; how lists spelt the name is kept, so that the next list finds them."""
    for name in ("service_number", "email", "job_function", "language"):
        same_institution = keep.institution_id == drop.institution_id
        if not getattr(keep, name) and (same_institution or name != "service_number"):
            setattr(keep, name, getattr(drop, name))
    if keep.unit_id is None and keep.institution_id == drop.institution_id:
        keep.unit_id = drop.unit_id
    spelt = [*keep.other_spellings, f"{drop.family_name} {drop.given_name}", *drop.other_spellings]
    own = f"{keep.family_name} {keep.given_name}"
    keep.other_spellings = [spelling for spelling in dict.fromkeys(spelt) if spelling != own]
    keep.retain_until = max(keep.retain_until, drop.retain_until)
    keep.version += 1
    keep.save()


@transaction.atomic
def anonymise_person(person: Person, *, by: User | None, reason: str) -> Person:
    """Forget who this was: names, contact, service number and account go; sex, function and all counts stay.

    Records merged into this one are forgotten with it. Refuses: reason_missing, not_allowed, has_role.
    """
    if not reason.strip():
        refuse("reason_missing", _("Give a reason."))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if by is not None and not may_anonymise_person(by, person):
        refuse("not_allowed", _("This record cannot be anonymised by you."))
    if person.user and person.user.live_roles:
        refuse("has_role", _("This person's account still holds a role: end it first."))
    account = person.user
    for row in [person, *Person.objects.filter(merged_into=person)]:
        _forget(row)
    erase_all(person)
    if account:
        _close_account(account)
    record("person anonymised", person, by=by, reason=reason, institution=person.institution_id)
    return person


def _forget(person: Person) -> None:
    person.family_name = person.given_name = person.name_key = ""
    person.service_number = person.email = person.language = ""
    person.other_spellings, person.user = [], None
    person.anonymised_at = timezone.now()
    person.version += 1
    person.save()


def _close_account(user: User) -> None:
    """The account stays as a number that the trail points at; nobody can sign in with it."""
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    user.email, user.first_name, user.last_name = f"closed-{user.pk}@account.invalid", "", ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
