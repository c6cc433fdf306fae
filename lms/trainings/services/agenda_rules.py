"""What an item of the agenda may not be: outside the training, or at once with what needs the same people or room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from curricula.models import Module
from lms.core.rules import Finding, refuse
from lms.core.text import fold
from lms.people.models import Person

from ..agenda import half_of, instant, share_people
from ..calendars import name_of
from ..choices import AgendaKind
from ..models import AgendaFacilitator, AgendaItem, Deliverer, Enrolment, Session, Training


@dataclass(frozen=True)
class ItemPlan:
    """An item as it is asked for: local day and times, what, where, for whom, and the ids of who leads it."""

    held_on: date
    starts: time
    ends: time
    kind: str = AgendaKind.MODULE
    title: str = ""
    module_id: int | None = None
    room: str = ""
    group: str = ""
    leader_ids: Sequence[int] = ()


@dataclass(frozen=True)
class Span:
    """Where a plan falls: its half-day, and its instants."""

    session: Session
    starts_at: datetime
    ends_at: datetime


def zone_of(training: Training) -> str:
    return training.institution.jurisdiction.time_zone


# What the item itself must be -----------------------------------------------------------------------------------------


def span_of(training: Training, plan: ItemPlan) -> Span:
    """The half-day and the instants of a plan.

    Refuses: 'times', 'clock_change', 'outside' (no such half-day in the training), 'sessions_closed'.
    """
    if plan.ends <= plan.starts:
        refuse("times", _("An item ends after it begins, on the same day. Correct the times."))
    starts_at, ends_at = (instant(plan.held_on, clock, zone_of(training)) for clock in (plan.starts, plan.ends))
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        refuse("clock_change", _("The clocks change at this hour of that night. Choose another time."))
    session = training.sessions.filter(held_on=plan.held_on, half=half_of(plan.starts)).first()
    if session is None:
        refuse("outside", _outside(training, plan))
    refuse_closed_half_day(session)
    return Span(session, starts_at, ends_at)


def _outside(training: Training, plan: ItemPlan) -> str:
    if training.starts_on <= plan.held_on <= training.ends_on:
        words = _("No half-day is planned on %(day)s at %(time)s. Choose a half-day of the training.")
        return words % {"day": _day(plan.held_on), "time": _clock(plan.starts)}
    words = _("%(day)s lies outside the training (%(first)s to %(last)s). Choose one of its days.")
    return words % {"day": _day(plan.held_on), "first": _day(training.starts_on), "last": _day(training.ends_on)}


def refuse_closed_half_day(session: Session | None) -> None:
    if session is not None and session.closed_at:
        refuse("sessions_closed", _("This half-day is closed. What was taught in it stays as it is."))


def refuse_wrong_content(training: Training, plan: ItemPlan) -> None:
    """Refuses: 'module' (missing, or of another curriculum), 'title' (nothing says what it is), 'unknown_person'."""
    if plan.kind == AgendaKind.MODULE and not plan.module_id:
        refuse("module", _("Choose the module that is taught, or another kind of item."))
    if plan.module_id and not Module.objects.filter(pk=plan.module_id, curriculum=training.curriculum_id).exists():
        refuse("module", _("This module does not belong to the curriculum. Choose one of the curriculum's modules."))
    if not plan.module_id and not plan.title.strip():
        refuse("title", _("Say what the item is: a title or a module."))
    known = Person.objects.filter(pk__in=plan.leader_ids, merged_into=None, anonymised_at=None).count()
    if known < len(set(plan.leader_ids)):
        refuse("unknown_person", _("A facilitator is not on record any more. Choose somebody else."))


# What stands beside it ------------------------------------------------------------------------------------------------


def conflicts_of(training: Training, plan: ItemPlan, span: Span, *, own: int | None = None) -> list[Finding]:
    """Everything that speaks against the plan, each with names and cure; `own` is the item that is being changed."""
    rows = AgendaItem.objects.at_once_with(span.starts_at, span.ends_at).of_standing_trainings()
    rows = rows if own is None else rows.exclude(pk=own)
    beside = list(rows.select_related("training__institution__jurisdiction", "module"))
    return [
        *_same_people(training, plan, beside),
        *_same_room(training, plan, beside),
        *_leading_elsewhere(plan, beside),
        *_away(training, plan, span),
    ]


def _same_people(training: Training, plan: ItemPlan, beside: Iterable[AgendaItem]) -> list[Finding]:
    words = _(
        "At this time the same participants are in %(item)s. Choose another time, or give both items different groups."
    )
    return [
        Finding("overlap", words % {"item": described(item)})
        for item in beside
        if item.training_id == training.pk and share_people(plan.group, item.group)
    ]


def _same_room(training: Training, plan: ItemPlan, beside: Iterable[AgendaItem]) -> list[Finding]:
    room, venue = _key(plan.room), fold(training.venue)
    words = _("The room %(room)s is taken by %(item)s. Choose another room or another time.")
    return [
        Finding("room_taken", words % {"room": plan.room, "item": described(item)})
        for item in beside
        if room and _key(item.room) == room and fold(item.training.venue) == venue
    ]


def _key(room: str) -> str:
    """What two spellings of one room have in common; a room may be called by a sign alone."""
    return fold(room) or room.strip()


def _leading_elsewhere(plan: ItemPlan, beside: Sequence[AgendaItem]) -> list[Finding]:
    if not plan.leader_ids or not beside:
        return []
    rows = AgendaFacilitator.objects.filter(leads=True, person__in=plan.leader_ids, item__in=[row.pk for row in beside])
    items = {item.pk: item for item in beside}
    words = _("%(person)s leads %(item)s at this time. Choose another facilitator or another time.")
    return [
        Finding("facilitator_busy", words % {"person": row.person, "item": described(items[row.item_id])})
        for row in rows.select_related("person")
    ]


def _away(training: Training, plan: ItemPlan, span: Span) -> list[Finding]:
    """Those who take part here, or take part or teach elsewhere. A training without an agenda takes the whole day."""
    if not plan.leader_ids:
        return []
    items = AgendaItem.objects.filter(training=OuterRef("pk")).standing()
    others = Training.objects.standing().within(plan.held_on, plan.held_on).exclude(pk=training.pk)
    others = others.annotate(planned=Exists(items), at_once=Exists(items.at_once_with(span.starts_at, span.ends_at)))
    teaching = Deliverer.objects.filter(person__in=plan.leader_ids, training__in=others.filter(planned=False))
    seated = Enrolment.objects.holding_a_seat().filter(
        Q(training=training.pk) | Q(training__in=others.filter(Q(planned=False) | Q(at_once=True))),
        person__in=plan.leader_ids,
    )
    busy = _("%(person)s teaches in %(training)s on this day. Choose another facilitator or another day.")
    part = _("%(person)s takes part in %(training)s at this time. Choose another facilitator or another time.")
    return [
        Finding(code, words % {"person": row.person, "training": row.training.reference})
        for code, words, rows in (("facilitator_busy", busy, teaching), ("facilitator_takes_part", part, seated))
        for row in rows.select_related("person", "training")
    ]


def described(item: AgendaItem) -> str:
    """ "M04 Physical security" (TOT-2026-001), 12 October 2026, 09:00 to 10:15: in its own place's time."""
    zone = ZoneInfo(zone_of(item.training))
    first, last = item.starts_at.astimezone(zone), item.ends_at.astimezone(zone)
    return _("“%(title)s” (%(reference)s), %(day)s, %(first)s to %(last)s") % {
        "title": name_of(item), "reference": item.training.reference, "day": _day(first.date()),
        "first": _clock(first.time()), "last": _clock(last.time()),
    }  # fmt: skip


def local(item: AgendaItem, zone: str) -> tuple[date, time, time]:
    """Day, begin and end of an item in a time zone."""
    first, last = item.starts_at.astimezone(ZoneInfo(zone)), item.ends_at.astimezone(ZoneInfo(zone))
    return first.date(), first.time(), last.time()


def plan_of(item: AgendaItem, zone: str, **others: Any) -> ItemPlan:
    """The item as a plan, with what is to be another."""
    held_on, starts, ends = local(item, zone)
    facts: dict[str, Any] = {
        "held_on": held_on, "starts": starts, "ends": ends, "kind": item.kind, "title": item.title,
        "module_id": item.module_id, "room": item.room, "group": item.group, "leader_ids": tuple(leaders_of(item)),
    }  # fmt: skip
    return ItemPlan(**(facts | others))


def leaders_of(item: AgendaItem) -> list[int]:
    """Ids of the people who lead the item, in the order of their numbers."""
    return sorted(item.leaders.filter(leads=True).values_list("person", flat=True))


def later_by(clock: time, minutes: int) -> time | None:
    """The time so many minutes later on the same day; None past midnight."""
    total = clock.hour * 60 + clock.minute + minutes
    return time(total // 60, total % 60) if total < 24 * 60 else None


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _clock(clock: time) -> str:
    return time_format(clock, "H:i")
