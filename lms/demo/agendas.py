"""The agendas of the past ToT and of the open cohort: proposed, then edited as people do."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle

from lms.cohorts.agenda.plan import Planned, plan_days
from lms.cohorts.models import Cohort
from lms.cohorts.services.agenda import propose_agenda
from lms.institutions.models import Institution
from lms.people.models import Person, User
from lms.people.services import create_person
from lms.trainings.choices import AgendaKind
from lms.trainings.models import AgendaItem, Training
from lms.trainings.services import SessionPlan, change_item, plan_sessions, remove_item
from lms.trainings.services.agenda_rules import plan_of, zone_of

# institution, given name, family name, sex
FACILITATORS = [
    ("rs-police", "Nevena", "Stanković", "woman"),
    ("ba-sipa", "Kenan", "Begić", "man"),
    ("al-police", "Arben", "Dervishi", "man"),
]
TAUGHT = (AgendaKind.MODULE, AgendaKind.TEACH_BACK)
HALL, PRACTICE = "Hall 1", "Practice room"


def plan_half_days(training: Training, *, by: User) -> None:
    """The modules of the edition in the half-days that a ToT has for them."""
    rows = training.edition.modules.select_related("module")
    modules = [Planned(row.module_id, row.module.code, row.minutes) for row in rows]
    halves = plan_days(training.starts_on, modules)
    plans = [SessionPlan(half.held_on, half.half, [module.pk for module in half.modules]) for half in halves]
    plan_sessions(training, plans, by=by)


def make_past_agenda(training: Training, places: dict[str, Institution], office: User) -> None:
    """Led by three people in turn, in two rooms; the last coffee break was taken out again."""
    items = propose_agenda(training.cohort, by=office)
    leaders = cycle([_facilitator(places[code], *names, office) for code, *names in FACILITATORS])
    for item in items:
        if item.kind in TAUGHT:
            _staff(item, training, leaders, office)
    remove_item(_breaks(training, training.ends_on)[-1], by=office)


def make_open_agenda(cohort: Cohort, office: User) -> None:
    """Hours and rooms; who leads is still open."""
    for item in propose_agenda(cohort, by=office):
        if item.kind != AgendaKind.BREAK:
            change_item(item, plan_of(item, zone_of(cohort.training), room=_room(item)), by=office)


def _facilitator(institution: Institution, given: str, family: str, sex: str, office: User) -> Person:
    return create_person(
        institution=institution, given_name=given, family_name=family, sex=sex, job_function="Instructor", by=office
    )


def _staff(item: AgendaItem, training: Training, leaders: Iterator[Person], office: User) -> None:
    chosen = tuple(next(leaders).pk for _number in range(2 if item.kind == AgendaKind.TEACH_BACK else 1))
    change_item(item, plan_of(item, zone_of(training), room=_room(item), leader_ids=chosen), by=office)


def _room(item: AgendaItem) -> str:
    return PRACTICE if item.kind == AgendaKind.TEACH_BACK else HALL


def _breaks(training: Training, day: date) -> list[AgendaItem]:
    return list(training.agenda.standing().filter(kind=AgendaKind.BREAK, session__held_on=day))
