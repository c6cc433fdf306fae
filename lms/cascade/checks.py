"""Gathering the facts that the rules of a cascade training judge: the same few queries for any size of training."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from curricula.choices import ModuleKind
from curricula.editions.impact import safety_changes_since
from curricula.languages.offering import held_back_languages
from lms.certification.evidence import trainer_days_covered
from lms.core.clock import today
from lms.core.rules import Finding
from lms.institutions.models import Institution
from lms.institutions.tree import upwards
from lms.people.models import Person
from lms.trainings.choices import DecisionKind, TrainingKind
from lms.trainings.delivery import delivery_days, owes
from lms.trainings.figures import people_elsewhere, totals_by_session
from lms.trainings.models import Decision, HeadCount, Training

from . import rules
from .choices import Moment
from .facts import (
    ApprovalFacts,
    EditionFacts,
    ParticipantFacts,
    PlanFacts,
    SessionFacts,
    TrainerFacts,
    VerificationFacts,
)
from .models import DeliveryException
from .planner import ModuleMinutes

#: What a moment's rules judge.
Facts = PlanFacts | ApprovalFacts | VerificationFacts

_MARK = re.compile(r"\[person (\d+)\]")


@dataclass(frozen=True)
class PlannedHalfDay:
    """What is planned for a half-day of a training that need not be saved yet."""

    held_on: date
    half: str
    module_ids: tuple[int, ...] = ()


# Findings -------------------------------------------------------------------------------------------------------------


def findings_for(training: Training, moment: str, *, by=None) -> list[Finding]:
    """What the rules say at this moment, with people's names, for showing."""
    return judge(facts_for(training, moment, by=by), moment)


def judge(facts: Facts, moment: str) -> list[Finding]:
    judges = {
        Moment.PLAN: rules.judge_plan,
        Moment.APPROVE: rules.judge_approval,
        Moment.SUBMIT: rules.judge_submission,
        Moment.VERIFY: rules.judge_verification,
    }
    return judges[Moment(moment)](facts)


def nameless(facts: Facts) -> Facts:
    """The same facts without names, for findings that are stored."""
    if isinstance(facts, PlanFacts):
        return facts.without_names()
    return replace(facts, plan=facts.plan.without_names())


def with_names(stored: Sequence[dict]) -> list[Finding]:
    """Findings as a decision has stored them, with the names that the records have today; one query."""
    ids = {int(pk) for row in stored for pk in _MARK.findall(row.get("message", ""))}
    names = {row.pk: row.full_name for row in Person.objects.filter(pk__in=ids)} if ids else {}
    return [
        Finding(
            row.get("code", ""),
            _MARK.sub(lambda found: names.get(int(found[1]), found[0]), row.get("message", "")),
            row.get("blocks", False),
        )
        for row in stored
    ]


def facts_for(training: Training, moment: str, *, by=None):
    """The facts of a saved training for this moment, as it and its rows stand now."""
    deliverers = [(row.person, row.part) for row in training.deliverers.select_related("person")]
    plan = plan_facts(training, deliverers, recorded_sessions(training))
    actor_id = getattr(by, "pk", None)
    if moment == Moment.PLAN:
        return plan
    if moment == Moment.APPROVE:
        return ApprovalFacts(plan, actor_id, _workers(training, DecisionKind.PLAN))
    counted = HeadCount.objects.filter(training=training).values_list("total", flat=True).first()
    return VerificationFacts(
        plan=plan,
        actor_id=actor_id,
        worker_ids=_workers(training, DecisionKind.PLAN, DecisionKind.SUBMIT),
        reported=training.reported_participants,
        head_count_only=training.head_count_only,
        head_count=counted,
    )


def _workers(training: Training, *kinds: str) -> frozenset[int]:
    """The accounts that made, sent or reported the training."""
    senders = Decision.objects.filter(training=training, kind__in=kinds).values_list("by", flat=True)
    return frozenset({training.created_by_id, *senders} - {None})


# Facts ----------------------------------------------------------------------------------------------------------------


def plan_facts(
    training: Training, deliverers: Sequence[tuple[Person, str]], sessions: Sequence[SessionFacts]
) -> PlanFacts:
    """Facts of a plan; the training need not be saved (then it has no participants)."""
    enrolled = _enrolled(training)
    elsewhere = people_elsewhere(training, [*(row.pk for row, _part in deliverers), *(row.pk for row in enrolled)])
    references = {pk: other.reference for pk, other in elsewhere.items()}
    return PlanFacts(
        today=today(training.institution.jurisdiction.time_zone),
        starts_on=training.starts_on,
        ends_on=training.ends_on,
        seats=training.seats,
        language=training.language,
        language_name=training.get_language_display(),
        edition=_edition_facts(training, sessions),
        trainers=_trainer_facts(training, deliverers, sessions, references),
        sessions=tuple(sessions),
        participants=tuple(
            ParticipantFacts(row.pk, row.full_name, references.get(row.pk, ""), row.user_id) for row in enrolled
        ),
    )


def _enrolled(training: Training) -> list[Person]:
    if training.pk is None:
        return []
    rows = training.enrolments.holding_a_seat().select_related("person").order_by("place")
    return [row.person for row in rows]


def _edition_facts(training: Training, sessions: Sequence[SessionFacts]) -> EditionFacts:
    edition = training.edition
    planned = {code for session in sessions for code in session.modules}
    codes = [
        row.code
        for row in core_modules(edition)
        if row.is_mandatory and owes(training.kind, ModuleKind.CORE, row.code, planned)
    ]
    return EditionFacts(
        label=edition.label,
        is_of_curriculum=edition.curriculum_id == training.curriculum_id,
        withdrawn_on=edition.withdrawn_on,
        languages=tuple(edition.languages),
        held_back=held_back_languages(edition),
        mandatory=tuple(codes),
        safety_changes=tuple(safety_changes(edition)),
    )


def safety_changes(edition) -> list[str]:
    """Modules that later editions changed in a way that matters for safety, with the edition: "M05 (2026.2)"."""
    return [f"{change.module.code} ({change.edition.label})" for change in safety_changes_since(edition)]


def core_modules(edition) -> list[ModuleMinutes]:
    """The core modules of an edition in their order, as it has them."""
    rows = edition.modules.filter(kind=ModuleKind.CORE).select_related("module").order_by("order", "module__code")
    return [ModuleMinutes(row.module_id, row.module.code, row.title, row.minutes, row.is_mandatory) for row in rows]


def _trainer_facts(training, deliverers, sessions, references) -> tuple[TrainerFacts, ...]:
    if training.ends_on < training.starts_on:
        return ()
    days = delivery_days(training.starts_on, training.ends_on, [(session.held_on, False) for session in sessions])
    ids = [person.pk for person, _part in deliverers]
    covered = trainer_days_covered(ids, training.curriculum, days)
    from_tot = _from_tot(covered)
    area = lineage(training.institution)
    exceptions = _exception_days(ids, area, days)
    return tuple(
        TrainerFacts(
            person_id=person.pk,
            name=person.full_name,
            part=part,
            levels={day: row.level if row else "" for day, row in covered.get(person.pk, {}).items()},
            at_home=person.institution_id in area,
            exception_days=exceptions.get(person.pk, frozenset()),
            from_tot=from_tot.get(person.pk, True),
            elsewhere=references.get(person.pk, ""),
            account_id=person.user_id,
        )
        for person, part in deliverers
    )


def lineage(institution: Institution) -> frozenset[int]:
    """The institution's id and those of all it stands under: whose trainers may deliver in it. One query."""
    return frozenset(upwards(institution.pk))


def _from_tot(covered: dict) -> dict[int, bool]:
    """{person id: do all certificates found come from a training of trainers?}"""
    trainings = {row.training_id for days in covered.values() for row in days.values() if row}
    tots = set(Training.objects.filter(pk__in=trainings, kind=TrainingKind.TOT).values_list("pk", flat=True))
    return {
        person_id: all(row.training_id in tots for row in days.values() if row) for person_id, days in covered.items()
    }


def _exception_days(person_ids: Sequence[int], area: Iterable[int], days: Sequence[date]) -> dict[int, frozenset[date]]:
    """{person id: the days on which an exception lets them deliver in the training's institution}."""
    rows = DeliveryException.objects.filter(person__in=person_ids, institution__in=area)
    found: dict[int, set[date]] = {}
    for row in rows:
        found.setdefault(row.person_id, set()).update(day for day in days if row.starts_on <= day <= row.ends_on)
    return {pk: frozenset(granted) for pk, granted in found.items()}


# Sessions -------------------------------------------------------------------------------------------------------------


def recorded_sessions(training: Training) -> list[SessionFacts]:
    """The half-days as saved: what is planned, recorded, delivered and closed."""
    minutes = {row.code: row.minutes for row in core_modules(training.edition)}
    totals = totals_by_session(training)
    return [
        _session_facts(row, totals[row.pk], minutes) for row in training.sessions.prefetch_related("modules__module")
    ]


def _session_facts(session, tally, minutes: dict[str, int]) -> SessionFacts:
    modules = list(session.modules.all())
    delivered = tuple(row.module.code for row in modules if row.delivered)
    return SessionFacts(
        held_on=session.held_on,
        half=session.half,
        modules=tuple(row.module.code for row in modules),
        minutes=sum(minutes.get(row.module.code, row.module.minutes) for row in modules),
        closed=session.closed_at is not None,
        unrecorded=tally.missing,
        unmarked=sum(row.delivered is None for row in modules),
        delivered=delivered,
        was_held=bool(delivered or tally.present),
    )


def planned_sessions(programme: Iterable[PlannedHalfDay], modules: Sequence[ModuleMinutes]) -> list[SessionFacts]:
    """The half-days of a plan that is not saved yet; those without a module are left out."""
    by_id = {row.module_id: row for row in modules}
    return [
        SessionFacts(
            held_on=plan.held_on,
            half=plan.half,
            modules=tuple(by_id[pk].code for pk in plan.module_ids if pk in by_id),
            minutes=sum(by_id[pk].minutes for pk in plan.module_ids if pk in by_id),
        )
        for plan in programme
        if plan.module_ids
    ]
