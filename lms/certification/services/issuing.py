"""Issuing: a certificate's facts are gathered once and frozen; renewal and promotion make a new one in the chain."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from lms.audit.models import Entry
from lms.audit.services import note, record_all
from lms.core.clock import today
from lms.core.rules import refuse
from lms.people.models import Person, User
from lms.people.permissions import is_office_over
from lms.people.services import open_account
from lms.trainings.choices import VERIFIED_OR_LOCKED, CompletionOutcome
from lms.trainings.models import Completion, Training

from ..choices import FULL_LEVELS, Act, CertificateKind, Level, Outcome, State
from ..evidence import current_certificates, current_terms, facts_of, terms_of
from ..facts import Common, frozen_facts, new_numbers
from ..models import Certificate, Decision
from ..next_steps import window_of
from ..permissions import may_change_standing, may_issue_completions
from ..rules import Terms, is_better, reached_level
from ..validity import days_left, last_day, state_on
from .decisions import decide_about_holder
from .documents import freeze_certificates

LANGUAGES = frozenset(code for code, _name in settings.CONTENT_LANGUAGES)


@transaction.atomic
def issue_trainer_certificate(
    decision: Decision,
    *,
    by: User,
    level: str | None = None,
    valid_from: date | None = None,
    language: str | None = None,
) -> Certificate:
    """The certificate that a decision allows; without `level` as decided, without `valid_from` from today on.

    Done twice it gives the same certificate. One that the person still holds for the curriculum is replaced from that
    day. Somebody without an account gets one, if their address allows it. Refuses: not_office, own_certificate,
    not_certified, level_too_high, already_issued (at another level), before_training, suspended, before_current,
    not_printable.
    """
    issued = _issue_for_decisions([decision], by=by, level=level, valid_from=valid_from, language=language)
    return issued[decision.pk]


@transaction.atomic
def issue_trainer_certificates(decisions: Iterable[Decision], *, by: User) -> dict[int, Certificate]:
    """{decision id: certificate} of decisions about different people: each as decided, from today on; all or none.

    As many queries for thirty as for one, but for accounts that are opened. Refuses what `issue_trainer_certificate`
    refuses.
    """
    return _issue_for_decisions(decisions, by=by)


def _issue_for_decisions(
    decisions: Iterable[Decision],
    *,
    by: User,
    level: str | None = None,
    valid_from: date | None = None,
    language: str | None = None,
) -> dict[int, Certificate]:
    rows = list(_locked_decisions(decisions))
    held = current_certificates([row.person_id for row in rows], [row.scheme.curriculum_id for row in rows])
    done: dict[int, Certificate] = {}
    drafts: list[dict[str, Any]] = []
    for row in rows:
        reached = Level(level or (row.outcome if row.outcome in Level.values else Level.PROVISIONAL))
        _refuse_issuer(row, by)
        if issued := next((one for one in row.certificates.all() if one.act == row.act), None):
            done[row.pk] = _same(issued, reached)
            continue
        drafts.append(_draft_of(row, reached, valid_from or _today_of(row.person), held, by))
        drafts[-1]["language"] = language
    return done | {row.decision_id: row for row in _issue(drafts, by=by) if row.decision_id}


def _locked_decisions(decisions: Iterable[Decision]) -> QuerySet[Decision]:
    """With everything that issuing asks about them; in one order, so that two issuers never wait for each other."""
    rows = Decision.objects.select_for_update(of=("self",)).filter(pk__in=[row.pk for row in decisions])
    around = ("person__institution__jurisdiction", "scheme", "training__curriculum", "training__edition", "version")
    return rows.select_related(*around).prefetch_related("version__requirements", "certificates").order_by("pk")


def _draft_of(
    decision: Decision, level: str, valid_from: date, held: Mapping[tuple[int, int], Certificate], by: User
) -> dict[str, Any]:
    """What `_issue` writes of this decision; `held` as `current_certificates` has it."""
    _refuse_issue(decision, level, valid_from)
    if decision.person.user_id is None:
        # A trainer works here from now on: plans, downloads, reports.
        open_account(decision.person, by=by)
    current = held.get((decision.person_id, decision.scheme.curriculum_id))
    return {
        "kind": CertificateKind.TRAINER, "level": level, "scheme": decision.scheme, "decision": decision,
        "training": decision.training, "person": decision.person, "valid_from": valid_from,
        "valid_until": last_day(valid_from, _months(terms_of(decision.version), level)),
        "replaces": _replaceable(current, valid_from),
    }  # fmt: skip


def _months(terms: Terms, level: str) -> int:
    return terms.validity_months if level in FULL_LEVELS else terms.provisional_months


def _same(issued: Certificate, level: str) -> Certificate:
    if issued.level != level:
        refuse("already_issued", _("The certificate of this decision has been issued, at another level."))
    return issued


def _refuse_issuer(decision: Decision, by: User) -> None:
    if not is_office_over(by, decision.training.institution_id):
        refuse("not_office", _("Only the programme office issues trainer certificates."))
    if decision.person.user_id is not None and decision.person.user_id == by.pk:
        refuse("own_certificate", _("Nobody issues their own certificate. Ask another programme officer."))


def _refuse_issue(decision: Decision, level: str, valid_from: date) -> None:
    if decision.outcome == Outcome.NOT_CERTIFIED:
        refuse("not_certified", _("The decision was not to certify: there is no certificate to issue."))
    if is_better(level, decision.outcome):
        refuse("level_too_high", _("The decision allows a provisional certificate only."))
    if valid_from < decision.training.ends_on:
        refuse("before_training", _("A certificate cannot be valid before the training's last day."))


def _replaceable(current: Certificate | None, valid_from: date) -> Certificate | None:
    """The certificate a new one renews: the newest of the chain unless withdrawn; a suspended one stops the act."""
    if current is None:
        return None
    state = state_on(facts_of(current), valid_from)
    if state == State.SUSPENDED:
        refuse("suspended", _("The present certificate is suspended. Reinstate or withdraw it first."))
    if state != State.WITHDRAWN and valid_from <= current.valid_from:
        refuse("before_current", _("The new certificate must begin after the present one began."))
    return None if state == State.WITHDRAWN else current


# A holder's next certificate ------------------------------------------------------------------------------------------


def promote_certificate(certificate: Certificate, *, by: User) -> Certificate:
    """From provisional to certified, from today, when the scheme's requirements of that level are met.

    Done twice it gives the same certificate, as the others here do. Refuses: not_allowed, own_assessment,
    own_institution, not_provisional, not_in_force, not_met, before_current, request_waiting.
    """
    return _advance(certificate, Act.PROMOTION, by)


def renew_certificate(certificate: Certificate, *, by: User) -> Certificate:
    """The next certificate at the same level, from today: until the grace period is over no new ToT is needed.

    Renewed before its end it loses no day: the validity is counted from that end. Refuses: not_allowed,
    own_assessment, own_institution, not_renewable, not_in_force, too_early, too_late, not_met.
    """
    return _advance(certificate, Act.RENEWAL, by)


def advance_certificate(certificate: Certificate, *, by: User) -> Certificate:
    """From certified to senior, from today. Refuses: not_allowed, own_assessment, own_institution, not_certified,
    not_in_force, not_met, before_current."""
    return _advance(certificate, Act.SENIOR, by)


@transaction.atomic
def _advance(certificate: Certificate, act: Act, by: User) -> Certificate:
    """Decide and issue in one: the holder never has a decision without its certificate."""
    certificate = (
        Certificate.objects.select_for_update(of=("self",))
        .select_related("person__institution__jurisdiction", "scheme", "training")
        .get(pk=certificate.pk)
    )
    if not may_change_standing(by, certificate):
        refuse("not_allowed", _("Only the programme office does this, and nobody about their own certificate."))
    if done := Certificate.objects.filter(decision__basis=certificate, act=act).first():
        return done
    day = _today_of(certificate.person)
    _refuse_waiting(certificate)
    terms = _terms_for(certificate, act, day)
    decision = decide_about_holder(certificate, act, by=by)
    level = reached_level(act, certificate.level)
    left = days_left(certificate.valid_until, day)
    goes_on = act == Act.RENEWAL and left is not None and left >= 0
    return _issue_one(
        by=by, kind=CertificateKind.TRAINER, act=act, level=level, scheme=certificate.scheme, decision=decision,
        training=certificate.training, person=certificate.person, language=certificate.language, replaces=certificate,
        valid_from=day, valid_until=_ends(certificate.valid_until if goes_on else None, day, terms.validity_months),
    )  # fmt: skip


def _ends(present_end: date | None, day: date, months: int) -> date:
    """Counted from the day after the present certificate's last one, else from today."""
    return last_day(day if present_end is None else present_end + timedelta(days=1), months)


#: Which levels an act starts from: the refusal's code, and its words.
STARTS_FROM = {
    Act.PROMOTION: ((Level.PROVISIONAL,), "not_provisional", _l("Only a provisional certificate can be promoted.")),
    Act.RENEWAL: (FULL_LEVELS, "not_renewable", _l("A provisional certificate is promoted, not renewed.")),
    Act.SENIOR: ((Level.CERTIFIED,), "not_certified", _l("Only a certified trainer can advance to senior.")),
}  # fmt: skip


def _terms_for(certificate: Certificate, act: Act, day: date) -> Terms:
    """What the scheme asks today of a holder who may take this step; refuses everybody else."""
    levels, code, words = STARTS_FROM[act]
    terms = current_terms(certificate.scheme) if certificate.scheme else None
    if certificate.kind != CertificateKind.TRAINER or certificate.level not in levels or terms is None:
        refuse(code, str(words))
    state = state_on(facts_of(certificate), day)
    allowed = (State.IN_FORCE, State.EXPIRED) if act == Act.RENEWAL else (State.IN_FORCE,)
    if state not in allowed or hasattr(certificate, "replaced_by"):
        named = {"state": State(state).label}
        refuse("not_in_force", _("The certificate is “%(state)s” today, so this cannot be done.") % named)
    if act == Act.RENEWAL:
        _refuse_window(certificate, day, terms)
    elif day <= certificate.valid_from:
        refuse("before_current", _("The new certificate must begin after the present one began."))
    return terms


def _refuse_waiting(certificate: Certificate) -> None:
    """A new certificate in the chain would leave the request without its object."""
    if certificate.requests.waiting().exists():
        refuse("request_waiting", _("A request about this certificate is waiting already. Decide about it first."))


def _refuse_window(certificate: Certificate, day: date, terms: Terms) -> None:
    opens, closes = window_of(certificate, terms)
    if day < opens:
        refuse("too_early", _("It can be renewed from %s on.") % date_format(opens, "j F Y"))
    if day > closes:
        refuse("too_late", _("The grace period ended on %s. The trainer takes part in a ToT again.") % date_format(
            closes, "j F Y"
        ))  # fmt: skip


@transaction.atomic
def correct_certificate(certificate: Certificate, *, reason: str, language: str | None = None, by: User) -> Certificate:
    """What was printed is wrong (a name, an institution, the language): a new record in the chain, from today.

    It takes the holder's data as the records have them now; level, last day, training and decision stay. Correcting
    twice gives the same certificate. Refuses: not_allowed, no_reason, wrong_state.
    """
    certificate = (
        Certificate.objects.select_for_update(of=("self",))
        .select_related("person__institution__jurisdiction", "scheme", "training", "decision")
        .get(pk=certificate.pk)
    )
    if not may_change_standing(by, certificate):
        refuse("not_allowed", _("Only the programme office does this, and nobody about their own certificate."))
    if not reason.strip():
        refuse("no_reason", _("Give the reason: it is kept with the certificate."))
    if done := Certificate.objects.filter(replaces=certificate, act=Act.CORRECTION).first():
        return done
    _refuse_waiting(certificate)
    day = _today_of(certificate.person)
    state = state_on(facts_of(certificate), day)
    if state not in (State.IN_FORCE, State.NOT_YET) or hasattr(certificate, "replaced_by"):
        words = {"state": State(state).label}
        refuse("wrong_state", _("The certificate is “%(state)s” today: there is nothing to correct.") % words)
    row = Completion.objects.filter(enrolment__training=certificate.training, enrolment__person=certificate.person)
    return _issue_one(
        by=by, kind=certificate.kind, act=Act.CORRECTION, act_reason=reason.strip(), level=certificate.level,
        scheme=certificate.scheme, decision=certificate.decision, training=certificate.training,
        person=certificate.person, language=language or certificate.language, replaces=certificate,
        valid_from=max(day, certificate.valid_from), valid_until=certificate.valid_until,
        completion=row.first() if certificate.kind == CertificateKind.COMPLETION else None,
    )  # fmt: skip


# Completions, and what all share --------------------------------------------------------------------------------------


@transaction.atomic
def issue_completion_certificates(
    training: Training, *, by: User | None, only: Collection[Completion] | None = None
) -> list[Certificate]:
    """One for each completion of a verified training that has none yet; gives the new ones. Repeating adds nothing.

    All or none, of `only` these completions where some are given; as many queries for two hundred as for one.
    `by` is None where the system itself acts. Refuses: not_allowed, not_verified, not_printable.
    """
    training = (
        Training.objects.select_for_update(of=("self",)).select_related("curriculum", "edition").get(pk=training.pk)
    )
    if by is not None and not may_issue_completions(by, training):
        refuse("not_allowed", _("Only the programme office and the institution's focal point issue certificates."))
    if training.status not in VERIFIED_OR_LOCKED:
        refuse("not_verified", _("Certificates are issued when the training has been verified."))
    done = Certificate.objects.filter(kind=CertificateKind.COMPLETION, training=training).values("person")
    rows = Completion.objects.filter(enrolment__training=training, outcome=CompletionOutcome.COMPLETED)
    rows = rows if only is None else rows.filter(pk__in=[row.pk for row in only])
    rows = rows.exclude(enrolment__person__in=done).select_related("enrolment__person__institution__jurisdiction")
    drafts = [
        {
            "kind": CertificateKind.COMPLETION, "training": training, "person": row.enrolment.person,
            "language": training.language, "valid_from": row.completed_on, "completion": row,
        }
        for row in rows.order_by("enrolment__place")
    ]  # fmt: skip
    return _issue(drafts, by=by)


def _issue_one(*, by: User, **draft: Any) -> Certificate:
    return _issue([draft], by=by)[0]


def _issue(drafts: Sequence[Mapping[str, Any]], *, by: User | None) -> list[Certificate]:
    """Write the rows with everything their documents will say; a task makes the documents after the commit.

    A draft is what `_written_up` takes. What they have in common is asked once.
    """
    if not drafts:
        return []
    numbers = new_numbers([(draft["kind"], draft["valid_from"].year) for draft in drafts])
    common = Common()
    rows = [_written_up(number, common, by=by, **draft) for number, draft in zip(numbers, drafts, strict=True)]
    freeze_certificates(rows)
    record_all([_note_of(row, by) for row in rows])
    return rows


def _written_up(
    number: str,
    common: Common,
    *,
    by: User | None,
    training: Training,
    person: Person,
    language: str | None = None,
    completion: Completion | None = None,
    **fields: Any,
) -> Certificate:
    certificate = Certificate(
        number=number, training=training, person=person, institution=person.institution,
        curriculum=training.curriculum, edition=training.edition,
        holder_name=person.full_name, language=_language(language, person, training), issued_by=by, **fields,
    )  # fmt: skip
    certificate.facts = frozen_facts(certificate, completion, common)
    return certificate


def _language(asked: str | None, person: Person, training: Training) -> str:
    """The language asked for, else the person's own, else the training's."""
    return next((code for code in (asked, person.language, training.language) if code in LANGUAGES), "en")


def _note_of(certificate: Certificate, by: User | None) -> Entry:
    after = {
        "number": certificate.number, "kind": certificate.kind, "level": certificate.level, "act": certificate.act,
        "person": certificate.person_id, "valid_from": certificate.valid_from, "valid_until": certificate.valid_until,
        "replaces": certificate.replaces.number if certificate.replaces else "",
    }  # fmt: skip
    return note(
        "certificate.issued", certificate, by=by, after=after, reason=certificate.act_reason,
        institution=certificate.institution_id,
    )  # fmt: skip


def _today_of(person: Person) -> date:
    """Today where the holder's institution is."""
    return today(person.institution.jurisdiction.time_zone)
