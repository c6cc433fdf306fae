"""Letters: written by what is decided, released by a person, withdrawn while they wait."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.designation import designate
from lms.core.rules import refuse, refuse_stale
from lms.institutions.models import Institution
from lms.people.models import Role, User
from lms.trainings.services.locks import day_at, lock_training
from lms.trainings.tasks import language_of

from ..choices import LetterKind, LetterStatus
from ..letters.recipients import addresses_of
from ..models import Cohort, Letter, Nomination
from ..permissions import may_send_letters
from ..selection.seats import seating_of
from .mailing import send_letter_mail

DECIDED = (LetterKind.ACCEPTED, LetterKind.RESERVE, LetterKind.DECLINED)


def settle_letter(nomination: Nomination, *, by: User) -> Letter | None:
    """After a decision: what waits about it is withdrawn, and the letter that says the new one is written.

    A letter that went out stays; where it said the same, no other is written. The caller holds the training's lock.
    """
    for letter in nomination.letters.waiting():
        _withdraw(letter, by)
    last = nomination.letters.filter(status=LetterStatus.RELEASED).order_by("number").last()
    if nomination.status not in DECIDED or (last and last.kind == nomination.status):
        return None
    kind = LetterKind(nomination.status)
    context = {"nomination": nomination, "person": nomination.person, "replaces": last}
    language = language_of(nomination.person)
    return _write(nomination.cohort, nomination.institution, kind, language, context, by, nomination=nomination)


def write_invitations(cohort: Cohort, *, by: User) -> list[Letter]:
    """An invitation to each institution that has seats (without seat rules: to each that has a focal point), once."""
    seating = seating_of(cohort)
    roles = Role.objects.focal_points()
    wanted = [rule.pk for rule in seating.rules] or list(roles.values_list("institution", flat=True))
    known = cohort.letters.filter(kind=LetterKind.INVITATION).exclude(status=LetterStatus.WITHDRAWN)
    places = Institution.objects.active().filter(pk__in=wanted).exclude(pk__in=known.values("institution"))
    rules = {rule.pk: rule for rule in seating.rules}
    call = getattr(cohort, "call", None)
    return [
        _write(
            cohort, place, LetterKind.INVITATION, settings.LANGUAGE_CODE,
            {"rule": rules.get(place.pk), "text": call.text if call else ""}, by,
        )
        for place in places.select_related("jurisdiction")
    ]  # fmt: skip


def _write(
    cohort: Cohort,
    institution: Institution,
    kind: LetterKind,
    language: str,
    context: dict[str, Any],
    by: User,
    *,
    nomination: Nomination | None = None,
) -> Letter:
    training = cohort.training
    number = (cohort.letters.aggregate(last=Max("number"))["last"] or 0) + 1
    shown = {**context, "cohort": cohort, "training": training, "institution": institution}
    shown["address"] = f"{settings.BASE_URL}{training.get_absolute_url()}"
    with translation.override(language):
        subject = " ".join(render_to_string(f"cohorts/letters/{kind.value}_subject.txt", shown).split())
        body = render_to_string(f"cohorts/letters/{kind.value}.txt", shown).strip()
    letter = Letter.objects.create(
        cohort=cohort, institution=institution, nomination=nomination, number=number, kind=kind, language=language,
        subject=designate(subject)[:250], body=designate(body), written_on=day_at(training),
    )  # fmt: skip
    record("letter_written", letter, by=by, after=_facts(letter), institution=institution)
    return letter


def _withdraw(letter: Letter, by: User) -> None:
    letter.status = LetterStatus.WITHDRAWN
    letter.version += 1
    letter.save()
    record("letter_withdrawn", letter, by=by, after=_facts(letter), institution=letter.institution_id)


def _facts(letter: Letter) -> dict[str, Any]:
    return {
        "cohort": letter.cohort_id,
        "nomination": letter.nomination_id,
        "number": letter.number,
        "kind": letter.kind,
        "status": letter.status,
    }


# Releasing ------------------------------------------------------------------------------------------------------------


@transaction.atomic
def release_letter(letter: Letter, *, by: User, version: int | None = None) -> Letter:
    """Send a letter on its way: it is mailed once, after this is committed. Released twice is released once.

    Refuses: not_office, own_letter, stale, withdrawn, no_address.
    """
    if not may_send_letters(by):
        refuse("not_office", _("Only the programme office releases letters."))
    lock_training(letter.cohort.training_id)
    letter = _locked(letter)
    if letter.status == LetterStatus.RELEASED:
        return letter
    _refuse_release(letter, version, by)
    return _let_go(letter, by)


def _refuse_release(letter: Letter, version: int | None, by: User) -> None:
    if letter.status == LetterStatus.WITHDRAWN:
        refuse("withdrawn", _("This letter was withdrawn: something else has been decided since."))
    refuse_stale(letter, version)
    if is_about(by, letter):
        refuse("own_letter", _("Nobody releases the letter about themselves. Ask another programme officer."))
    if not addresses_of(letter):
        sentence = _(
            "%(reference)s: no address is known. Give %(institution)s a focal point, or the person an address."
        )
        refuse("no_address", sentence % {"reference": letter.reference, "institution": letter.institution})


def _let_go(letter: Letter, by: User) -> Letter:
    letter.status, letter.released_by, letter.released_at = LetterStatus.RELEASED, by, timezone.now()
    letter.version += 1
    letter.save()
    record("letter_released", letter, by=by, after=_facts(letter), institution=letter.institution_id)
    send_letter_mail.enqueue(letter.pk)
    return letter


@transaction.atomic
def release_letters(cohort: Cohort, versions: dict[int, int | None], *, by: User) -> list[Letter]:
    """Release those that were shown, {letter id: version}: all or none. Refuses: nothing_waits, and as for one."""
    if not may_send_letters(by):
        refuse("not_office", _("Only the programme office releases letters."))
    lock_training(cohort.training_id)
    waiting = cohort.letters.waiting().filter(pk__in=versions).select_related("nomination__person")
    letters = [_locked(letter) for letter in waiting if not is_about(by, letter)]
    if not letters:
        refuse("nothing_waits", _("No letter waits for you to release."))
    for letter in letters:
        _refuse_release(letter, versions[letter.pk], by)
    return [_let_go(letter, by) for letter in letters]


@transaction.atomic
def send_letter_again(letter: Letter, *, by: User) -> Letter:
    """A letter whose sending was interrupted, after somebody asked whether it arrived.

    Refuses: not_office, not_interrupted (it was sent, or is still waiting its turn).
    """
    if not may_send_letters(by):
        refuse("not_office", _("Only the programme office releases letters."))
    letter = _locked(letter)
    if not letter.is_interrupted:
        refuse("not_interrupted", _("This letter was not interrupted: it is sent, or waits its turn."))
    letter.claimed_at = None
    letter.version += 1
    letter.save()
    record("letter_sent_again", letter, by=by, after=_facts(letter), institution=letter.institution_id)
    send_letter_mail.enqueue(letter.pk)
    return letter


def _locked(letter: Letter) -> Letter:
    rows = Letter.objects.select_for_update(of=("self",))
    return rows.select_related("cohort__training", "institution", "nomination__person__user").get(pk=letter.pk)


def is_about(user: User, letter: Letter) -> bool:
    """Is the letter about the user themselves?"""
    person = letter.nomination.person if letter.nomination else None
    return person is not None and person.user_id is not None and person.user_id == user.pk
