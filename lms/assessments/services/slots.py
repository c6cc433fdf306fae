"""Slots of teach-backs: planned for all at once, changed, swapped; assessors named, recused, and a third called."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from curricula.models import Module
from lms.audit.services import record
from lms.core.rules import Finding, RuleBroken, refuse, refuse_if_any, refuse_stale
from lms.people.models import Person, User
from lms.trainings.models import Training

from ..choices import AssessorPart, RecusalReason
from ..models import Recusal, TeachBack, TeachBackAssessor
from ..permissions import is_named, may_open_teach_back, why_not_assessor
from ..scoring import Verdict, teach_back_outcome
from ..slots.proposal import ProposedSlot, clashes
from ..slots.timetable import AssessorPool, bench, slot_of, slots_of
from ..tasks import send_call_mail
from .teach_backs import open_teach_back, scores_handed_in

PARTS = (AssessorPart.FIRST, AssessorPart.SECOND)


@transaction.atomic
def plan_slots(
    training: Training, slots: Sequence[ProposedSlot], *, topics: Mapping[int, Module | None], by: User
) -> list[TeachBack]:
    """Give each of these candidates a slot and two assessors: all of them, or none.

    `topics` maps persons to modules (or None: drawn later). A teach-back that is open already gets the slot; one that
    somebody has begun to score keeps its own. Refuses: not_allowed, nothing_planned, begun, clash, own_institution
    (and the like, for an assessor who may not), and what `open_teach_back` refuses.
    """
    training = Training.objects.select_for_update().get(pk=training.pk)
    _refuse_outsider(by, training)
    if not slots:
        refuse("nothing_planned", _("There is nobody to plan for."))
    people = {person.pk: person for person in Person.objects.filter(pk__in=[slot.person for slot in slots])}
    opened = {row.person_id: row for row in _locked(training)}
    rest = [row for pk, row in opened.items() if pk not in people]
    refuse_if_any(slot_findings(slots, slots_of(rest), people, bench()))
    return [
        _give(opened.get(slot.person), training, people[slot.person], slot, topics.get(slot.person), by)
        for slot in slots
    ]


@transaction.atomic
def change_slot(
    teach_back: TeachBack, slot: ProposedSlot, *, topic: Module, version: int | None, by: User
) -> TeachBack:
    """Another time, room, module or other assessors. Refuses as `plan_slots` does, and stale."""
    training = Training.objects.select_for_update().get(pk=teach_back.training_id)
    _refuse_outsider(by, training)
    rows = {row.pk: row for row in _locked(training)}
    row = rows[teach_back.pk]
    refuse_stale(row, version)
    others = slots_of(other for pk, other in rows.items() if pk != row.pk)
    refuse_if_any(slot_findings([slot], others, {row.person_id: row.person}, bench()))
    return _give(row, training, row.person, slot, topic, by)


@transaction.atomic
def swap_slots(one: TeachBack, other: TeachBack, *, by: User) -> None:
    """Two candidates change places: day, time, room and assessors. Each keeps the module they prepared.

    Refuses: not_allowed, same, other_training, no_slot, begun, and assessors who may not score the other one.
    """
    training = Training.objects.select_for_update().get(pk=one.training_id)
    _refuse_outsider(by, training)
    if one.pk == other.pk:
        refuse("same", _("Choose another candidate to swap with."))
    rows = {row.pk: row for row in _locked(training)}
    if other.pk not in rows:
        refuse("other_training", _("The two belong to different trainings."))
    pair = [rows[one.pk], rows[other.pk]]
    slots = [slot for slot in map(_slot, pair) if slot]
    if len(slots) < len(pair):
        refuse("no_slot", _("Both need a slot before they can swap."))
    swapped = [_for_person(slots[1], pair[0]), _for_person(slots[0], pair[1])]
    rest = slots_of(row for pk, row in rows.items() if pk not in (one.pk, other.pk))
    people = {row.person_id: row.person for row in pair}
    refuse_if_any(slot_findings(swapped, rest, people, bench()))
    for row, slot in zip(pair, swapped, strict=True):
        _give(row, training, row.person, slot, row.topic, by)


@transaction.atomic
def name_assessor(teach_back: TeachBack, assessor: User, *, by: User) -> TeachBackAssessor:
    """Name somebody where an assessor is missing: for one who stepped down, or the third where two are apart.

    A message tells them once this is committed. Refuses: not_allowed, nobody_missing, scored_before, and who may not
    score this candidate.
    """
    row = TeachBack.objects.select_for_update(of=("self",)).select_related("person", "training").get(pk=teach_back.pk)
    _refuse_outsider(by, row.training)
    part = missing_part(row)
    if part is None:
        refuse("nobody_missing", _("Nobody is missing: two assessors are named, and their scores are not apart."))
    if row.scores.filter(assessor=assessor).exists() or row.assessors.filter(assessor=assessor).exists():
        refuse("scored_before", _("Name another person than those who score already."))
    finding = why_not_assessor(assessor, row.person)
    if finding:
        raise RuleBroken(finding)
    named = TeachBackAssessor.objects.create(teach_back=row, assessor=assessor, part=part, named_by=by)
    after = {"assessor": assessor.pk, "part": part}
    record("teach_back.assessor_named", row, by=by, after=after, institution=row.person.institution_id)
    send_call_mail.enqueue(named.pk)
    return named


def missing_part(teach_back: TeachBack) -> str | None:
    """As which assessor somebody is to be named now; None where nobody is missing."""
    scores = scores_handed_in(teach_back)
    named = set(teach_back.assessors.values_list("part", flat=True))
    if len(scores) < len(PARTS):
        return next((part for part in PARTS if part not in named), None)
    apart = teach_back_outcome(scores).verdict == Verdict.THIRD_NEEDED
    return AssessorPart.THIRD if apart and AssessorPart.THIRD not in named else None


@transaction.atomic
def recuse(person: Person, assessor: User, *, reason: str, by: User, training: Training | None = None) -> Recusal:
    """This assessor does not score this candidate from now on: said by the office, or by the assessor.

    Drafts of theirs go; where they were named, somebody else is to be named. Refuses: not_allowed, scored, twice.
    """
    if by.pk != assessor.pk and not (training and may_open_teach_back(by, training)):
        refuse("not_allowed", _("Only the programme office, or the assessor, says this."))
    rows = TeachBack.objects.select_for_update().filter(person=person)
    if any(row.scores.submitted().filter(assessor=assessor).exists() for row in rows):
        refuse("scored", _("This assessor has handed in scores for this candidate. Tell the programme office."))
    if Recusal.objects.filter(person=person, assessor=assessor).exists():
        refuse("twice", _("This is recorded already."))
    for row in rows:
        row.scores.filter(assessor=assessor).delete()
        row.assessors.filter(assessor=assessor).delete()
    recusal = Recusal.objects.create(person=person, assessor=assessor, reason=RecusalReason(reason), recorded_by=by)
    after = {"person": person.pk, "assessor": assessor.pk, "reason": reason}
    record("assessor.recused", recusal, by=by, after=after, institution=person.institution_id)
    return recusal


@transaction.atomic
def step_down(teach_back: TeachBack, *, reason: str, by: User) -> Recusal:
    """The assessor says: I am this candidate's superior, or their colleague. Refuses: not_named, and as `recuse`."""
    if not is_named(by, teach_back):
        refuse("not_named", _("Other assessors are named for this teach-back."))
    return recuse(teach_back.person, by, reason=reason, by=by)


# What may be ----------------------------------------------------------------------------------------------------------


def slot_findings(
    slots: Sequence[ProposedSlot], others: Sequence[ProposedSlot], people: dict[int, Person], found: AssessorPool
) -> list[Finding]:
    """Everything that stands against these slots beside the others of the training."""
    names = {pk: str(person) for pk, person in people.items()}
    findings = [finding for slot in slots for finding in _assessor_findings(slot, people[slot.person], found)]
    every = [*slots, *others]
    for kind, one, other in clashes(every):
        if one.person in names or other.person in names:
            findings.append(_clash(kind, one, found))
    return findings


def _assessor_findings(slot: ProposedSlot, person: Person, found: AssessorPool) -> list[Finding]:
    if len(set(slot.assessors)) != len(PARTS):
        return [Finding("two_assessors", _("%s needs two different assessors.") % person)]
    wrong = [pk for pk in slot.assessors if pk not in found.allowed(person)]
    text = _("%(assessor)s may not score %(person)s: no assessor, of one line of institutions, or a superior.")
    return [
        Finding("own_institution", text % {"assessor": found.users.get(pk, _("This account")), "person": person})
        for pk in wrong
    ]


def _clash(kind: str, slot: ProposedSlot, found: AssessorPool) -> Finding:
    when = f"{slot.starts_at:%H:%M}"
    if kind == "room":
        return Finding("clash", _("%(room)s has two teach-backs at %(time)s.") % {"room": slot.room, "time": when})
    if kind == "candidate":
        return Finding("clash", _("A candidate has two teach-backs at %s.") % when)
    who = ", ".join(str(found.users[pk]) for pk in slot.assessors if pk in found.users)
    return Finding("clash", _("An assessor is asked for twice at %(time)s (%(who)s).") % {"time": when, "who": who})


def _refuse_outsider(by: User, training: Training) -> None:
    if not may_open_teach_back(by, training):
        refuse("not_allowed", _("Only the programme office plans teach-backs."))


# Writing --------------------------------------------------------------------------------------------------------------


def _locked(training: Training) -> list[TeachBack]:
    rows = TeachBack.objects.select_for_update(of=("self",)).filter(training=training)
    return list(rows.select_related("person__institution", "topic").prefetch_related("assessors"))


def _slot(row: TeachBack) -> ProposedSlot | None:
    return slot_of(row, [named.assessor_id for named in row.assessors.all()])


def _for_person(slot: ProposedSlot, row: TeachBack) -> ProposedSlot:
    return ProposedSlot(row.person_id, slot.held_on, slot.starts_at, slot.minutes, slot.room, slot.assessors)


def _give(
    row: TeachBack | None, training: Training, person: Person, slot: ProposedSlot, topic: Module | None, by: User
) -> TeachBack:
    if row is None:
        row = open_teach_back(training, person, held_on=slot.held_on, topic=topic, by=by)
    else:
        _refuse_moved(row, training, slot, topic)
    row.held_on, row.starts_at, row.minutes, row.room = slot.held_on, slot.starts_at, slot.minutes, slot.room
    row.topic, row.version = topic or row.topic, row.version + 1
    row.save()
    row.assessors.exclude(part=AssessorPart.THIRD).delete()
    TeachBackAssessor.objects.bulk_create(
        TeachBackAssessor(teach_back=row, assessor_id=pk, part=part, named_by=by)
        for part, pk in zip(PARTS, slot.assessors, strict=True)
    )
    after = {"held_on": slot.held_on, "starts_at": f"{slot.starts_at:%H:%M}", "room": slot.room,
             "assessors": list(slot.assessors), "topic": row.topic and row.topic.code}  # fmt: skip
    record("teach_back.planned", row, by=by, after=after, institution=person.institution_id)
    return row


def _refuse_moved(row: TeachBack, training: Training, slot: ProposedSlot, topic: Module | None) -> None:
    if row.scores.exists():
        refuse("begun", _("%s is being scored: the slot stays as it is.") % row.person)
    if not training.starts_on <= slot.held_on <= training.ends_on:
        refuse("outside_training", _("The teach-back must be held on a day of the training."))
    if topic is not None and topic.curriculum_id != training.curriculum_id:
        refuse("other_curriculum", _("The module belongs to another curriculum. Choose one of this training."))
