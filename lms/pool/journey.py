"""The way from nomination to renewal as the person concerned reads it: each step, its state, who acts next. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.assessments.scoring import Verdict
from lms.certification.choices import Level, Outcome
from lms.cohorts.choices import NominationStatus
from lms.core.days import days_text


class JourneyEnd(StrEnum):
    """Why the way ends before a certificate."""

    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    NOT_CERTIFIED = "not_certified"


@dataclass(frozen=True)
class JourneyFacts:
    """What the records show about one person and one ToT.

    nomination: its status as far as the person may know it ("" without one: entered on a list). A decision counts as
    known when its letter has been released. has_seat, attended of held half-days (recorded: how many of them have a
    mark), tests as (items right, items asked), the teach-back's day and verdict, the decision and the certificate.
    first_delivery_on: of the first delivered training; a provisional trainer's counts together with a certified one.
    """

    today: date
    title: str
    starts_on: date
    ends_on: date
    nomination: str = ""
    nominations_close_on: date | None = None
    has_seat: bool = False
    attended: int = 0
    recorded: int = 0
    held: int = 0
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    teach_back_on: date | None = None
    verdict: str = ""
    decided_on: date | None = None
    outcome: str = ""
    issued_on: date | None = None
    level: str = ""
    valid_until: date | None = None
    first_due_on: date | None = None
    first_delivery_on: date | None = None
    renewal_opens_on: date | None = None
    renewal_closes_on: date | None = None


@dataclass(frozen=True)
class JourneyStep:
    """One step: `state` is done, current or todo; `who` acts next and `deadline` stand with the current one only."""

    code: str
    title: str
    state: str
    facts: tuple[str, ...] = ()
    who: str = ""
    deadline: date | None = None

    @property
    def template(self) -> str:
        return "pool/step.html" if self.state == "current" else ""


def stopped(facts: JourneyFacts) -> JourneyEnd | None:
    """Where the way has ended, if it has."""
    if facts.nomination == NominationStatus.DECLINED:
        return JourneyEnd.DECLINED
    if facts.nomination == NominationStatus.WITHDRAWN and not facts.has_seat:
        return JourneyEnd.WITHDRAWN
    return JourneyEnd.NOT_CERTIFIED if facts.outcome == Outcome.NOT_CERTIFIED else None


def steps_of(facts: JourneyFacts) -> list[JourneyStep]:
    """All steps up to where the way ended; the first that is not done is the current one."""
    made, open_one = [], True
    for code, (title, is_done, says, who, deadline) in STEPS.items():
        done = is_done(facts)
        state = "done" if done else "current" if open_one and not stopped(facts) else "todo"
        current = state == "current"
        open_one = open_one and done
        made.append(
            JourneyStep(code, str(title()), state, tuple(says(facts)), str(who(facts)) if current else "",
                 deadline(facts) if current else None)
        )  # fmt: skip
    return [step for step in made if step.state != "todo"] if stopped(facts) else made


# One step after the other: title, done?, facts, who acts next, by when ------------------------------------------------


def _is_selected(facts: JourneyFacts) -> bool:
    return facts.has_seat or facts.nomination == NominationStatus.ACCEPTED


def _came(facts: JourneyFacts) -> bool:
    return facts.attended > 0 and facts.today > facts.ends_on and facts.recorded >= facts.held


def _says_nomination(facts: JourneyFacts) -> list[str]:
    if not facts.nomination:
        return [_("entered by the programme office")] if facts.has_seat else []
    return [str(NominationStatus(facts.nomination).label)] if not _is_selected(facts) else []


def _says_selection(facts: JourneyFacts) -> list[str]:
    if facts.nomination == NominationStatus.DECLINED:
        return [_("not selected this time")]
    if facts.nomination == NominationStatus.RESERVE:
        return [_("on reserve: you come if somebody drops out")]
    return [_("you have a seat")] if _is_selected(facts) else []


def _says_days(facts: JourneyFacts) -> list[str]:
    said = [days_text(facts.starts_on, facts.ends_on)]
    if facts.recorded:
        said.append(
            _("present in %(attended)d of %(held)d half-days") % {"attended": facts.attended, "held": facts.held}
        )
    return said


def _says_tests(facts: JourneyFacts) -> list[str]:
    words = {"before": facts.before, "after": facts.after}
    labels = {"before": _("before: %(right)d of %(asked)d"), "after": _("after: %(right)d of %(asked)d")}
    return [labels[name] % {"right": pair[0], "asked": pair[1]} for name, pair in words.items() if pair]


def _says_teach_back(facts: JourneyFacts) -> list[str]:
    said = [date_format(facts.teach_back_on, "j F Y")] if facts.teach_back_on else []
    if facts.verdict in (Verdict.PASSED, Verdict.FAILED):
        said.append(str(Verdict(facts.verdict).label))
    return said


def _says_decision(facts: JourneyFacts) -> list[str]:
    if not facts.decided_on:
        return []
    return [str(Outcome(facts.outcome).label), date_format(facts.decided_on, "j F Y")]


def _says_issue(facts: JourneyFacts) -> list[str]:
    if not facts.issued_on:
        return []
    until = _("until %(day)s") % {"day": date_format(facts.valid_until, "j F Y")}
    return [str(Level(facts.level).label), date_format(facts.issued_on, "j F Y"), until]


def _says_delivery(facts: JourneyFacts) -> list[str]:
    return [date_format(facts.first_delivery_on, "j F Y")] if facts.first_delivery_on else []


def _says_renewal(facts: JourneyFacts) -> list[str]:
    if not facts.renewal_opens_on:
        return []
    words = {
        "first": date_format(facts.renewal_opens_on, "j F Y"),
        "last": date_format(facts.renewal_closes_on, "j F Y"),
    }
    return [_("possible from %(first)s to %(last)s") % words]


def _office(facts: JourneyFacts) -> str:
    return _("The programme office decides. There is nothing you have to do.")


def _issuer(facts: JourneyFacts) -> str:
    return _("The programme office issues the certificate. There is nothing you have to do.")


def _nominator(facts: JourneyFacts) -> str:
    if facts.nomination == NominationStatus.PROPOSED:
        return _("The focal point of your institution endorses the nomination.")
    return _("The focal point of your institution nominates you.")


def _assessors(facts: JourneyFacts) -> str:
    if facts.teach_back_on and facts.today > facts.teach_back_on:
        return _("The assessors hand in their scores. There is nothing you have to do.")
    return _("You teach a module; two assessors score it independently.")


def _attendant(facts: JourneyFacts) -> str:
    if facts.today > facts.ends_on:
        return _("The trainers of the ToT complete the attendance list.")
    return _("You take part on all five days.")


def _tested(facts: JourneyFacts) -> str:
    return _("You answer the same questions before and after the training.")


def _deliverer(facts: JourneyFacts) -> str:
    if facts.level == Level.PROVISIONAL:
        return _("You deliver a training together with a certified trainer; then the office can certify you.")
    return _("You plan and deliver a training in your institution.")


def _renewer(facts: JourneyFacts) -> str:
    return _("You meet the conditions below; then the programme office renews the certificate.")


Told = Callable[[JourneyFacts], object]
STEPS: dict[str, tuple[Callable[[], str], Told, Told, Told, Told]] = {
    "nomination": (
        lambda: _("Nomination"), lambda f: f.nomination not in ("", NominationStatus.PROPOSED) or f.has_seat,
        _says_nomination, _nominator, lambda f: f.nominations_close_on,
    ),
    "selection": (lambda: _("Selection"), _is_selected, _says_selection, _office, lambda f: f.starts_on),
    "days": (lambda: _("Training of trainers"), _came, _says_days, _attendant, lambda f: f.ends_on),
    "tests": (lambda: _("Tests"), lambda f: bool(f.after), _says_tests, _tested, lambda f: f.ends_on),
    "teach_back": (
        lambda: _("Teach-back"), lambda f: f.verdict in (Verdict.PASSED, Verdict.FAILED), _says_teach_back, _assessors,
        lambda f: f.teach_back_on or f.ends_on,
    ),
    "decision": (lambda: _("Decision"), lambda f: f.decided_on, _says_decision, _office, lambda f: None),
    "issue": (lambda: _("Certificate"), lambda f: f.issued_on, _says_issue, _issuer, lambda f: None),
    "delivery": (
        lambda: _("First delivery"), lambda f: f.first_delivery_on, _says_delivery, _deliverer,
        lambda f: f.first_due_on,
    ),
    "renewal": (lambda: _("Renewal"), lambda f: False, _says_renewal, _renewer, lambda f: f.renewal_closes_on),
}  # fmt: skip
