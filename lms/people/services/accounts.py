"""Accounts: made from an address, linked to a person, helped back in."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import RuleBroken, refuse

from ..models import Person, User
from ..permissions import may_manage_accounts
from .people import lock_person


def clean_email(email: str) -> str:
    """The address in the one form accounts have: trimmed, lower case. Refuses: email_invalid."""
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        refuse("email_invalid", _("This is not an e-mail address."))
    return email


@transaction.atomic
def ensure_account(email: str, *, by: User | None = None) -> User:
    """The account of this address, made without a password if there is none (it then signs in by e-mailed code).

    Refuses: email_invalid.
    """
    email = clean_email(email)
    user: User | None = User.objects.filter(email__iexact=email).first()
    if user is not None:
        return user
    try:
        with transaction.atomic():
            user = User.objects.create_user(email)
    except IntegrityError:  # two requests for one new address: the other one was quicker
        made_meanwhile: User = User.objects.get(email__iexact=email)
        return made_meanwhile
    record("account created", user, by=by)
    return user


@transaction.atomic
def link_account(person: Person, user: User, *, by: User) -> Person:
    """Let this account be this person's; an address not yet on record is taken over from the account.

    Refuses: account_taken, person_has_account, address_of_another, address_differs, gone.
    """
    person = lock_person(person)
    if person.user_id == user.pk:
        return person
    _refuse_wrong_link(person, user)
    person.user, person.email = user, person.email or user.email
    person.version += 1
    person.save()
    record("account linked", person, by=by, after={"user": user.pk}, institution=person.institution_id)
    return person


def _refuse_wrong_link(person: Person, user: User) -> None:
    if Person.objects.filter(user=user).exists():
        refuse("account_taken", _("This account belongs to another person."))
    if person.user_id:
        refuse("person_has_account", _("This person already has an account."))
    if person.email and person.email.lower() != user.email.lower():
        refuse("address_differs", _("The address on this person's record is another one: change it first."))
    if Person.objects.known().filter(email__iexact=user.email).exclude(pk=person.pk).exists():
        refuse("address_of_another", _("This e-mail address is on another person's record."))


@transaction.atomic
def open_account(person: Person, *, by: User) -> Person:
    """Let this person sign in by e-mailed code, with the address on their record; nothing where that is not possible.

    It is not for a person without an address, with one that others have as well, or one whose account is another's.
    """
    person = lock_person(person)
    if person.user_id or not person.email:
        return person
    try:
        with transaction.atomic():
            return link_account(person, ensure_account(person.email, by=by), by=by)
    except RuleBroken:
        return person


@transaction.atomic
def unlink_account(person: Person, *, by: User, reason: str) -> Person:
    """Undo a wrong link; the account and the person stay. Refuses: reason_missing, gone."""
    if not reason.strip():
        refuse("reason_missing", _("Give a reason."))
    person = lock_person(person)
    was, person.user = person.user_id, None
    person.version += 1
    person.save()
    before, after = {"user": was}, {"user": None}
    record(
        "account unlinked", person, by=by, before=before, after=after, reason=reason, institution=person.institution_id
    )
    return person


@transaction.atomic
def change_account_email(user: User, email: str, *, by: User) -> User:
    """Give an account a new address, by the office; nobody changes the address they sign in with themselves.

    Refuses: not_office, own_account, email_invalid, email_taken.
    """
    _refuse_unless_other_officer(user, by)
    email = clean_email(email)
    user = User.objects.select_for_update().get(pk=user.pk)
    if User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
        refuse("email_taken", _("Another account has this e-mail address."))
    user.email = email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    record("account address changed", user, by=by)
    return user


@transaction.atomic
def reset_second_factor(user: User, *, by: User, reason: str) -> None:
    """Take the second factor off an account whose holder lost it: done by a second officer, never by oneself.

    They sign in with the first factor and are led to set up a new one. Refuses: not_office, own_account,
    reason_missing, no_second_factor.
    """
    _refuse_unless_other_officer(user, by)
    if not reason.strip():
        refuse("reason_missing", _("Give a reason: how do you know that it is really them who ask?"))
    factors = Authenticator.objects.filter(user=user)
    kinds = sorted(factors.values_list("type", flat=True))
    if not kinds:
        refuse("no_second_factor", _("This account has no second factor."))
    factors.delete()
    record("second factor reset", user, by=by, before={"factors": kinds}, after={"factors": []}, reason=reason)


def _refuse_unless_other_officer(user: User, by: User) -> None:
    if not may_manage_accounts(by):
        refuse("not_office", _("Only the programme office may do this."))
    if user.pk == by.pk:
        refuse("own_account", _("Nobody does this for their own account: ask a second officer."))
