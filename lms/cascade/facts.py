"""What the rules of a cascade training look at: plain facts, gathered by `checks`, judged by `rules`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from lms.trainings.choices import Part
from lms.trainings.delivery import delivery_days


@dataclass(frozen=True)
class TrainerFacts:
    """Somebody who delivers.

    levels:    {delivery day: level of the certificate in force for this curriculum, "" for none}.
    at_home:   the training's institution is theirs or stands below it.
    from_tot:  their certificates all come from a training of trainers.
    elsewhere: reference of a training that overlaps, in which they teach or take part.
    """

    person_id: int
    name: str
    part: str
    levels: Mapping[date, str]
    at_home: bool = True
    exception_days: frozenset[date] = frozenset()
    from_tot: bool = True
    elsewhere: str = ""
    account_id: int | None = None

    @property
    def teaches(self) -> bool:
        """Lead and co-trainers teach and need a certificate; support does not."""
        return self.part != Part.SUPPORT


@dataclass(frozen=True)
class ParticipantFacts:
    """Somebody on the list; `elsewhere` as for trainers."""

    person_id: int
    name: str
    elsewhere: str = ""
    account_id: int | None = None


@dataclass(frozen=True)
class EditionFacts:
    """`held_back`: languages it may not be taught in for now, each with the reason."""

    """`safety_changes`: what later editions changed and marked as safety-relevant ("M05 (2026.2)")."""

    label: str
    is_of_curriculum: bool = True
    withdrawn_on: date | None = None
    languages: tuple[str, ...] = ()
    held_back: Mapping[str, str] = field(default_factory=dict)
    mandatory: tuple[str, ...] = ()
    safety_changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SessionFacts:
    """A half-day. `unrecorded`: participants without a mark; `unmarked`: modules nobody has said yes or no to.

    `minutes` is the sum of its modules. `was_held`: somebody was present or a module was delivered.
    """

    held_on: date
    half: str
    modules: tuple[str, ...] = ()
    minutes: int = 0
    closed: bool = False
    unrecorded: int = 0
    unmarked: int = 0
    delivered: tuple[str, ...] = ()
    was_held: bool = False


@dataclass(frozen=True)
class PlanFacts:
    """A training as planned. Days are days in the institution's time zone."""

    today: date
    starts_on: date
    ends_on: date
    seats: int
    language: str
    language_name: str
    edition: EditionFacts
    trainers: tuple[TrainerFacts, ...] = ()
    sessions: tuple[SessionFacts, ...] = ()
    participants: tuple[ParticipantFacts, ...] = ()

    @cached_property
    def lead(self) -> TrainerFacts | None:
        return next((trainer for trainer in self.trainers if trainer.part == Part.LEAD), None)

    @property
    def teaching(self) -> tuple[TrainerFacts, ...]:
        return tuple(trainer for trainer in self.trainers if trainer.teaches)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days planned: those of the half-days; without half-days every day of the training."""
        return delivery_days(self.starts_on, self.ends_on, [(session.held_on, False) for session in self.sessions])

    @property
    def planned_modules(self) -> frozenset[str]:
        return frozenset(code for session in self.sessions for code in session.modules)

    def without_names(self) -> "PlanFacts":
        """The same facts with a mark for each name: findings that are stored must not outlive the person's record."""
        return replace(
            self,
            trainers=tuple(replace(row, name=mark_of(row.person_id)) for row in self.trainers),
            participants=tuple(replace(row, name=mark_of(row.person_id)) for row in self.participants),
        )


@dataclass(frozen=True)
class ApprovalFacts:
    """A plan, who approves it, and who planned or sent it (account ids)."""

    plan: PlanFacts
    actor_id: int | None = None
    worker_ids: frozenset[int] = frozenset()


@dataclass(frozen=True)
class VerificationFacts:
    """A delivered training. `reported`: participants by the institution's report, None where none was given.

    `head_count`: the total of a training without names. `worker_ids`: the accounts that planned, sent or reported.
    """

    plan: PlanFacts
    actor_id: int | None = None
    worker_ids: frozenset[int] = frozenset()
    reported: int | None = None
    head_count_only: bool = False
    head_count: int | None = None

    @property
    def listed(self) -> int:
        return len(self.plan.participants)

    @cached_property
    def held_days(self) -> tuple[date, ...]:
        """The delivery days, as recorded (`trainings.delivery`)."""
        sessions = [(session.held_on, session.was_held) for session in self.plan.sessions]
        return delivery_days(self.plan.starts_on, self.plan.ends_on, sessions)

    @property
    def delivered_modules(self) -> frozenset[str]:
        return frozenset(code for session in self.plan.sessions for code in session.delivered)


def mark_of(person_id: int) -> str:
    """How a stored finding speaks of a person; `checks.with_names` puts the name of the day back."""
    return f"[person {person_id}]"
