"""The rules of a cascade training, on facts alone: each finding says what is wrong and the cure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.certification.teaching import days_provisional_alone, days_without
from lms.core.rules import Finding
from lms.trainings.delivery import is_too_long

from .facts import ApprovalFacts, PlanFacts, TrainerFacts, VerificationFacts

SEATS = range(12, 61)
LONGEST_HALF_DAY = 270
#: Warnings that pass only with a reason in the verifier's own words.
NEEDS_REASON = frozenset({"participants_differ"})
#: What even a draft must have right.
SHAPE = frozenset({"ends_before_start", "too_long", "edition_of_other_curriculum"})


def judge_plan(facts: PlanFacts) -> list[Finding]:
    """When a plan is sent: everything that is known before the first day."""
    if facts.ends_on < facts.starts_on:
        return [*_dates(facts)]
    return [
        *_dates(facts), *_edition(facts), *_trainers(facts, facts.days), *_clashes(facts),
        *_programme(facts), *_seats(facts),
    ]  # fmt: skip


def judge_approval(facts: ApprovalFacts) -> list[Finding]:
    """The plan's findings once more, and that nobody approves their own work."""
    return [*_own_work(facts.plan, facts.actor_id, facts.worker_ids), *judge_plan(facts.plan)]


def judge_submission(facts: VerificationFacts) -> list[Finding]:
    """When the report is submitted: the training is over and its record is complete."""
    return [*_over(facts), *_record(facts), *_participants(facts), *_lead_on(facts), *_clashes(facts.plan)]


def judge_verification(facts: VerificationFacts) -> list[Finding]:
    """When it is verified: another person's work, closed and complete, by trainers in force on the days held."""
    return [
        *_own_work(facts.plan, facts.actor_id, facts.worker_ids), *_own_record(facts), *_closed(facts),
        *_record(facts), *_participants(facts), *_lead_on(facts), *_clashes(facts.plan),
    ]  # fmt: skip


def needs_reason(findings: Iterable[Finding]) -> bool:
    """Does one of these warnings have to be confirmed with a reason?"""
    return any(finding.code in NEEDS_REASON for finding in findings)


# Dates and edition ----------------------------------------------------------------------------------------------------


def _dates(facts: PlanFacts) -> Iterator[Finding]:
    if facts.ends_on < facts.starts_on:
        yield Finding("ends_before_start", _("The last day is before the first day. Correct one of the two dates."))
        return
    if is_too_long(facts.starts_on, facts.ends_on):
        yield Finding("too_long", _("A training lasts one month at most. Plan a second one for the later days."))
    if facts.starts_on < facts.today:
        sentence = _("The first day, {day}, has passed. Plan ahead, or say in the report why the plan comes late.")
        yield Finding("starts_in_past", sentence.format(day=day_in_words(facts.starts_on)), blocks=False)


def _edition(facts: PlanFacts) -> Iterator[Finding]:
    edition = facts.edition
    if not edition.is_of_curriculum:
        yield Finding(
            "edition_of_other_curriculum", _("The edition belongs to another curriculum. Choose one of this.")
        )
    if edition.withdrawn_on:
        sentence = _("Edition {label} was withdrawn on {day}. Choose the edition in use.")
        day = day_in_words(edition.withdrawn_on)
        yield Finding("edition_withdrawn", sentence.format(label=edition.label, day=day))
    if edition.safety_changes:
        yield safety_finding(edition.label, edition.safety_changes)
    if facts.language not in edition.languages:
        sentence = _("Edition {label} is not published in {language}. Choose a language it has.")
        yield Finding("language_not_offered", sentence.format(label=edition.label, language=facts.language_name))
    elif facts.language in edition.held_back:
        yield Finding("language_held_back", edition.held_back[facts.language])


def safety_finding(label: str, changes: Iterable[str]) -> Finding:
    """Something was changed for safety since the edition the training is planned on. It warns; it does not stop."""
    sentence = _(
        "Since edition {label}, these modules changed in a way that matters for safety: {modules}. "
        "Plan on the newest edition, or read the changes before you teach."
    )
    return Finding("safety_changes", sentence.format(label=label, modules=", ".join(changes)), blocks=False)


# Trainers -------------------------------------------------------------------------------------------------------------


def _trainers(facts: PlanFacts, days: tuple[date, ...]) -> Iterator[Finding]:
    """Every one who teaches holds a certificate on each of the days, and on each day one of them is certified."""
    if facts.lead is None:
        yield Finding("no_lead", _("There is no lead trainer. Choose one with a certificate in force."))
    for trainer in facts.teaching:
        yield from _in_force(trainer, days)
        yield from _where(trainer, days)
    yield from _together(facts, days)


def _in_force(trainer: TrainerFacts, days: tuple[date, ...], *, blocks: bool = True) -> Iterator[Finding]:
    bare = days_without(trainer.levels, days)
    if bare:
        sentence = _(
            "{name} holds no trainer certificate for this curriculum in force on {days}. "
            "Move the training, or choose another trainer."
        )
        yield Finding("not_in_force", sentence.format(name=trainer.name, days=days_in_words(bare)), blocks)
    if not trainer.from_tot:
        sentence = _("{name} did not become a trainer in a training of trainers. Choose a trainer from a ToT.")
        yield Finding("not_from_tot", sentence.format(name=trainer.name), blocks)


def _where(trainer: TrainerFacts, days: tuple[date, ...]) -> Iterator[Finding]:
    if trainer.at_home:
        return
    bare = [day for day in days if day not in trainer.exception_days]
    if bare:
        sentence = _(
            "{name} belongs to another institution and has no exception for {days}. "
            "Ask the programme office for one, or choose a trainer of this institution."
        )
        yield Finding("outside_institution", sentence.format(name=trainer.name, days=days_in_words(bare)))


def _together(facts: PlanFacts, days: tuple[date, ...]) -> Iterator[Finding]:
    """On every day on which somebody provisional teaches, somebody certified teaches with them."""
    alone = days_provisional_alone([trainer.levels for trainer in facts.teaching], days)
    if alone:
        sentence = _(
            "A provisional trainer delivers only together with a certified one, and there is none on {days}. "
            "Add a certified co-trainer."
        )
        yield Finding("provisional_alone", sentence.format(days=days_in_words(alone)))


def _lead_on(facts: VerificationFacts) -> Iterator[Finding]:
    """On the days held: the lead must have been in force; a co-trainer who was not is only named."""
    plan = facts.plan
    if plan.lead is None:
        yield Finding("no_lead", _("The training has no lead trainer. Return it, so that one is entered."))
        return
    for trainer in plan.teaching:
        bare = days_without(trainer.levels, facts.held_days)
        if bare:
            yield _taught_without(trainer, bare, blocks=trainer is plan.lead)
        if not trainer.from_tot:
            yield from _in_force(trainer, (), blocks=trainer is plan.lead)
        yield from _where(trainer, facts.held_days)
    yield from _together(plan, facts.held_days)


def _taught_without(trainer: TrainerFacts, days: Sequence[date], *, blocks: bool) -> Finding:
    sentence = _("{name} taught on {days} without a trainer certificate in force for this curriculum.")
    cure = (
        _("The training does not count for coverage and cannot be verified. Correct the dates if they are wrong.")
        if blocks
        else _("The training counts by its lead trainer.")
    )
    code = "not_in_force" if blocks else "co_trainer_not_in_force"
    return Finding(code, f"{sentence.format(name=trainer.name, days=days_in_words(days))} {cure}", blocks)


# Two places at once ---------------------------------------------------------------------------------------------------


def _clashes(facts: PlanFacts) -> Iterator[Finding]:
    for trainer in facts.trainers:
        if trainer.elsewhere:
            sentence = _("{name} is in {reference} on the same days. Move one of the two, or choose another trainer.")
            yield Finding("trainer_elsewhere", sentence.format(name=trainer.name, reference=trainer.elsewhere))
    for person in facts.participants:
        if person.elsewhere:
            sentence = _("{name} is on the list of {reference} on the same days. Withdraw them from one of the two.")
            yield Finding("participant_elsewhere", sentence.format(name=person.name, reference=person.elsewhere))
    teaching = {trainer.person_id for trainer in facts.trainers}
    for person in facts.participants:
        if person.person_id in teaching:
            sentence = _("{name} teaches this training and is on its list. Withdraw them from the list.")
            yield Finding("trainer_is_participant", sentence.format(name=person.name))


# Programme and seats --------------------------------------------------------------------------------------------------


def _programme(facts: PlanFacts) -> Iterator[Finding]:
    if not facts.planned_modules:
        yield Finding("no_programme", _("No module is planned yet. Give at least one half-day a module."))
        return
    outside = [row.held_on for row in facts.sessions if not facts.starts_on <= row.held_on <= facts.ends_on]
    if outside:
        sentence = _("Sessions stand outside the training's dates: {days}. Move them, or change the dates.")
        yield Finding("session_outside_dates", sentence.format(days=days_in_words(outside)))
    yield from _missing_modules(facts)
    full = [row.held_on for row in facts.sessions if row.minutes > LONGEST_HALF_DAY]
    if full:
        sentence = _("A half-day on {days} has more than {minutes} minutes of modules. Move one to another half-day.")
        text = sentence.format(days=days_in_words(full), minutes=LONGEST_HALF_DAY)
        yield Finding("half_day_full", text, blocks=False)


def _missing_modules(facts: PlanFacts) -> Iterator[Finding]:
    missing = [code for code in facts.edition.mandatory if code not in facts.planned_modules]
    if missing:
        sentence = _("Mandatory modules are not planned: {codes}. Without them every completion will be partial.")
        yield Finding("modules_missing", sentence.format(codes=", ".join(missing)), blocks=False)


def _seats(facts: PlanFacts) -> Iterator[Finding]:
    if facts.seats not in SEATS:
        sentence = _("{seats} seats are unusual: a training has {low} to {high}. Check the number.")
        text = sentence.format(seats=facts.seats, low=SEATS.start, high=SEATS.stop - 1)
        yield Finding("seats_unusual", text, blocks=False)


# Whose work -----------------------------------------------------------------------------------------------------------


def _own_work(plan: PlanFacts, actor_id: int | None, workers: frozenset[int]) -> Iterator[Finding]:
    """Planner, submitter and deliverers leave the decision to somebody else."""
    teaching = {trainer.account_id for trainer in plan.trainers}
    if actor_id is not None and actor_id in workers | teaching:
        yield Finding(
            "own_work",
            _("You planned, reported or teach this training. Another focal point or the programme office decides."),
        )


def _own_record(facts: VerificationFacts) -> Iterator[Finding]:
    accounts = {person.account_id for person in facts.plan.participants}
    if facts.actor_id is not None and facts.actor_id in accounts:
        yield Finding(
            "own_record",
            _("You are on the list of this training. Another focal point or the programme office verifies."),
        )


# The record of what was delivered -------------------------------------------------------------------------------------


def _over(facts: VerificationFacts) -> Iterator[Finding]:
    if facts.plan.today < facts.plan.ends_on:
        sentence = _("The training ends on {day}. Submit the report on that day or later.")
        yield Finding("not_over", sentence.format(day=day_in_words(facts.plan.ends_on)))


def _closed(facts: VerificationFacts) -> Iterator[Finding]:
    waiting = [session.held_on for session in facts.plan.sessions if not session.closed]
    if waiting:
        sentence = _("Sessions are not closed: {days}. Return the report, so that it is submitted again.")
        yield Finding("sessions_open", sentence.format(days=days_in_words(waiting)))


def _record(facts: VerificationFacts) -> Iterator[Finding]:
    sessions = facts.plan.sessions
    if not sessions:
        yield Finding("no_sessions", _("No session was recorded. Enter the half-days that were held."))
        return
    bare = [session.held_on for session in sessions if session.unrecorded]
    if bare and not facts.head_count_only:
        sentence = _("Attendance is not complete on {days}. Mark everybody present or absent.")
        yield Finding("attendance_missing", sentence.format(days=days_in_words(bare)))
    unmarked = [session.held_on for session in sessions if session.unmarked]
    if unmarked:
        sentence = _("Modules on {days} are neither delivered nor left out. Mark each of them.")
        yield Finding("modules_unmarked", sentence.format(days=days_in_words(unmarked)))
    else:
        yield from _left_out(facts)


def _left_out(facts: VerificationFacts) -> Iterator[Finding]:
    missing = [code for code in facts.plan.edition.mandatory if code not in facts.delivered_modules]
    if missing:
        sentence = _("Mandatory modules were not delivered: {codes}. Every completion will be partial.")
        yield Finding("modules_not_delivered", sentence.format(codes=", ".join(missing)), blocks=False)


def _participants(facts: VerificationFacts) -> Iterator[Finding]:
    if facts.head_count_only:
        yield from _head_count(facts)
        return
    if not facts.listed:
        yield Finding(
            "nobody_listed", _("Nobody is on the list. Enter the participants, or change the training to a head count.")
        )
    elif facts.reported is not None and facts.reported != facts.listed:
        sentence = _(
            "{reported} reported beside {listed} listed. Complete the list, or confirm the difference with a reason."
        )
        text = sentence.format(reported=facts.reported, listed=facts.listed)
        yield Finding("participants_differ", text, blocks=False)


def _head_count(facts: VerificationFacts) -> Iterator[Finding]:
    if facts.head_count is None:
        yield Finding("head_count_missing", _("The head count is missing. Enter women, men and not recorded."))
    else:
        text = _("People were counted without names: participations, but nobody is added to coverage.")
        yield Finding("head_count_only", text, blocks=False)


# Words ----------------------------------------------------------------------------------------------------------------


def day_in_words(day: date) -> str:
    return date_format(day, "j F Y")


def days_in_words(days: Iterable[date], *, most: int = 5) -> str:
    """ "12 October 2026 and 13 October 2026"; beyond `most` days the number of the others."""
    unique = sorted(set(days))
    words = [day_in_words(day) for day in unique[:most]]
    if rest := len(unique) - most:
        words += [ngettext("{n} more day", "{n} more days", rest).format(n=rest)] if rest > 0 else []
    return get_text_list(words, _("and"))
