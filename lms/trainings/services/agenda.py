"""The agenda of a training: items are added, changed, moved, copied and removed; conflicts are refused with names."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import now
from lms.core.rules import RuleBroken, refuse, refuse_stale
from lms.core.text import fold
from lms.people.models import User

from ..models import AgendaFacilitator, AgendaItem, Session, SessionModule, Training
from .agenda_rules import (
    ItemPlan,
    Span,
    conflicts_of,
    later_by,
    leaders_of,
    local,
    plan_of,
    refuse_closed_half_day,
    refuse_wrong_content,
    span_of,
    zone_of,
)
from .locks import lock_people, lock_training, require_plannable

#: What a calendar must follow: a change of any of these raises the SEQUENCE.
FOLLOWED = ("starts_at", "ends_at", "title", "module_id", "room", "group")
FACTS = ("kind", *FOLLOWED)


@transaction.atomic
def add_item(training: Training, plan: ItemPlan, *, by: User) -> AgendaItem:
    """Put one item into the agenda; its module is then planned for its half-day.

    Refuses: 'read_only', 'times', 'clock_change', 'outside', 'sessions_closed', 'module', 'title', 'unknown_person',
    and conflicts: 'overlap', 'room_taken', 'facilitator_busy', 'facilitator_takes_part'.
    """
    return add_items(training, [plan], by=by)[0]


@transaction.atomic
def add_items(training: Training, plans: Sequence[ItemPlan], *, by: User) -> list[AgendaItem]:
    """All of these, or none. Refuses what `add_item` refuses."""
    training = _lock(training, {pk for plan in plans for pk in plan.leader_ids})
    items = [_write(AgendaItem(training=training), plan, training) for plan in plans]
    after = {f"item {item.pk}": _facts(item) for item in items}
    record("agenda_items_added", training, by=by, after=after, institution=training.institution)
    return items


@transaction.atomic
def change_item(item: AgendaItem, plan: ItemPlan, *, by: User, version: int | None = None) -> AgendaItem:
    """Make the item what the plan says. Nothing changed: nothing written.

    Refuses: 'stale', 'removed', and what `add_item` refuses.
    """
    training = _lock(item.training_id, plan.leader_ids)
    item = _standing_item(item, version)
    before, gone, was = _facts(item), item.module_id, item.session
    refuse_closed_half_day(was)
    if plan == plan_of(item, zone_of(training), leader_ids=plan.leader_ids) and _same(plan, item):
        return item
    _write(item, plan, training)
    _drop_module(was, gone)
    after = _facts(item)
    changed = [name for name in after if after[name] != before[name]]
    record(
        "agenda_item_changed", item, by=by, before={name: before[name] for name in changed},
        after={name: after[name] for name in changed}, institution=training.institution,
    )  # fmt: skip
    return item


@transaction.atomic
def move_item(item: AgendaItem, held_on: date, starts: time, *, by: User, version: int | None = None) -> AgendaItem:
    """The same item at another time, as long as it was. Refuses: 'times' (past midnight), what `change_item` does."""
    zone = zone_of(item.training)
    ends = later_by(starts, item.minutes)
    if ends is None:
        refuse("times", _("An item ends after it begins, on the same day. Correct the times."))
    return change_item(item, plan_of(item, zone, held_on=held_on, starts=starts, ends=ends), by=by, version=version)


@transaction.atomic
def remove_item(item: AgendaItem, *, by: User, version: int | None = None) -> AgendaItem:
    """Take the item out of the agenda. Its row stays, so that calendars can take it out as well.

    Refuses: 'read_only', 'stale', 'removed', 'sessions_closed'.
    """
    training = _lock(item.training_id)
    item = _standing_item(item, version)
    refuse_closed_half_day(item.session)
    session, item.session, item.removed_at = item.session, None, now()
    item.sequence += 1
    item.version += 1
    item.save()
    _drop_module(session, item.module_id)
    record("agenda_item_removed", item, by=by, before=_facts(item), institution=training.institution)
    return item


@transaction.atomic
def copy_day(training: Training, source: date, target: date, *, by: User) -> list[AgendaItem]:
    """All items of one day once more on another, at the same hours, in the same rooms, with the same people.

    Refuses: 'nothing_to_copy', 'same_day', and what `add_item` refuses.
    """
    training = lock_training(training)
    zone = zone_of(training)
    items = [row for row in training.agenda.standing().select_related("module") if local(row, zone)[0] == source]
    if source == target:
        refuse("same_day", _("A day cannot be copied onto itself. Choose another day."))
    if not items:
        refuse("nothing_to_copy", _("This day has no items to copy."))
    return add_items(training, [plan_of(item, zone, held_on=target) for item in items], by=by)


# What other acts do to an agenda --------------------------------------------------------------------------------------


def refuse_items_outside(training: Training, before: dict[str, Any]) -> None:
    """Items follow a training that moves as a whole; one that becomes shorter must have none on the days that go."""
    if moved_days(training, before) is not None:
        return
    kept = training.sessions.filter(held_on__range=(training.starts_on, training.ends_on))
    left = training.agenda.standing().exclude(session__in=kept).count()
    if left:
        words = _("%(count)d items of the agenda stand on days that would go. Move or remove them first.")
        refuse("agenda_outside", words % {"count": left})


def moved_days(training: Training, before: dict[str, Any]) -> int | None:
    """By how many days the training moved as a whole; None where its length changed."""
    first, last = training.starts_on - before["starts_on"], training.ends_on - before["ends_on"]
    return first.days if first == last else None


def follow_training(training: Training, before: dict[str, Any]) -> None:
    """The days or the venue changed: the items go along, at the same local hours, and calendars are told.

    Called under the training's lock when the new half-days are there. Refuses what `add_item` refuses.
    """
    days = moved_days(training, before) or 0
    if not days and fold(before["venue"]) == fold(training.venue):
        return
    items = training.agenda.standing().select_related("module", "session").order_by("starts_at")
    # The farthest first, so that no item lands where another still stands.
    for item in items.reverse() if days > 0 else items:
        was, zone = item.session, zone_of(training)
        plan = plan_of(item, zone)
        _write(item, replace(plan, held_on=plan.held_on + timedelta(days)), training, moved=True)
        _drop_module(was, item.module_id)


def tell_calendars(training: Training) -> None:
    """The training was cancelled: every item that stands counts as changed."""
    training.agenda.standing().update(sequence=F("sequence") + 1)


# Writing --------------------------------------------------------------------------------------------------------------


def _lock(training: Training | int, person_ids: Iterable[int] = ()) -> Training:
    """The training, all others at its venue in those days (rooms), and the people, each kind in one order."""
    pk = training.pk if isinstance(training, Training) else training
    own = Training.objects.get(pk=pk)
    others = Training.objects.within(own.starts_on, own.ends_on).values_list("pk", "venue")
    here = [other for other, venue in others if fold(venue) == fold(own.venue)]
    list(Training.objects.select_for_update().filter(pk__in={pk, *here}).order_by("pk").values_list("pk"))
    training = lock_training(pk)
    require_plannable(training)
    lock_people(person_ids)
    return training


def _standing_item(item: AgendaItem, version: int | None) -> AgendaItem:
    item = AgendaItem.objects.select_related("module", "session").get(pk=item.pk)
    refuse_stale(item, version)
    if item.removed_at:
        refuse("removed", _("Somebody removed this item in the meantime. Add it again if it is needed."))
    return item


def _write(item: AgendaItem, plan: ItemPlan, training: Training, *, moved: bool = False) -> AgendaItem:
    """Check the plan and save the item so; `moved` raises the SEQUENCE in any case."""
    refuse_wrong_content(training, plan)
    span = span_of(training, plan)
    if findings := conflicts_of(training, plan, span, own=item.pk):
        raise RuleBroken(*dict.fromkeys(findings))
    before = tuple(getattr(item, name) for name in FOLLOWED)
    _take(item, plan, span)
    if item.pk:
        changed = before != tuple(getattr(item, name) for name in FOLLOWED) or not _same(plan, item)
        item.sequence += changed or moved
        item.version += 1
    item.save()
    _set_leaders(item, plan.leader_ids)
    if item.module_id:
        SessionModule.objects.get_or_create(session=span.session, module_id=item.module_id)
    return item


def _take(item: AgendaItem, plan: ItemPlan, span: Span) -> None:
    item.session, item.starts_at, item.ends_at = span.session, span.starts_at, span.ends_at
    item.kind, item.group, item.module_id = plan.kind, plan.group, plan.module_id
    item.title, item.room = " ".join(plan.title.split()), " ".join(plan.room.split())


def _same(plan: ItemPlan, item: AgendaItem) -> bool:
    return sorted(set(plan.leader_ids)) == leaders_of(item)


def _set_leaders(item: AgendaItem, person_ids: Iterable[int]) -> None:
    wanted = set(person_ids)
    item.leaders.exclude(person__in=wanted).update(leads=False)
    for pk in sorted(wanted):
        AgendaFacilitator.objects.update_or_create(item=item, person_id=pk, defaults={"leads": True})


def _drop_module(session: Session | None, module_id: int | None) -> None:
    """A module that no item of the half-day has any more is not planned in it, unless it was marked already."""
    if session and module_id and not session.agenda.standing().filter(module=module_id).exists():
        session.modules.filter(module=module_id, delivered=None).delete()


def _facts(item: AgendaItem) -> dict[str, Any]:
    facts = {name.removesuffix("_id"): getattr(item, name) for name in FACTS}
    return {**facts, "leaders": leaders_of(item), "sequence": item.sequence}
