"""The timetable of teach-backs: proposed for a whole cohort, kept, changed, swapped; assessors named and recused."""

import hashlib
from itertools import cycle

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from curricula.models import Module
from lms.core.breadcrumbs import Crumb, crumb
from lms.core.http import attempt, get_visible_or_404, require
from lms.people.access_log import note_names_read
from lms.people.models import User
from lms.trainings.models import Training

from ..forms import AssessorForm, GridForm, RecusalForm, SlotForm
from ..models import TeachBack
from ..permissions import may_open_teach_back
from ..services import change_slot, name_assessor, plan_slots, recuse, swap_slots
from ..slots.proposal import ProposedSlot, SlotProposal, propose
from ..slots.timetable import AssessorPool, as_candidates, bench, candidates_of, slots_of


@require_http_methods(["GET", "HEAD", "POST"])
def slot_plan(request, pk: int):
    """Say when, where and by whom; look at the proposal; keep it."""
    training = _training(request, pk)
    found = bench()
    form = GridForm(request.POST or None, training=training, assessors=found.users)
    if request.method == "POST" and form.is_valid():
        people, proposal = _proposal(training, form, found)
        topics = _topics(training, people, in_turn=form.cleaned_data["topics"] == "turn")
        sealed = seal(proposal)
        if request.POST.get("step") == "keep" and request.POST.get("seal") == sealed:
            if _keep(request, training, proposal, topics):
                return redirect("assessments:slot_list", pk)
        elif request.POST.get("step") == "keep":
            messages.warning(request, _("Something changed in the meantime: this is the proposal as it is now."))
        shown = _shown(proposal, people, found, topics)
        context = {**_frame(training, _("Plan the slots")), "form": form, **shown, "seal": sealed}
        return render(request, "assessments/slot_proposal.html", context)
    context = {**_frame(training, _("Plan the slots")), "form": form, "people": _to_plan(training)}
    return render(request, "assessments/slot_plan.html", context)


def _keep(request, training: Training, proposal: SlotProposal, topics: dict) -> bool:
    n = len(proposal.slots)
    words = ngettext("%(n)d teach-back has its slot.", "%(n)d teach-backs have their slots.", n) % {"n": n}
    return attempt(request, lambda: plan_slots(training, proposal.slots, topics=topics, by=request.user), success=words)


def _to_plan(training: Training) -> list:
    """Candidates whose teach-back nobody has begun to score."""
    begun = set(TeachBack.objects.filter(training=training, scores__isnull=False).values_list("person", flat=True))
    return [person for person in candidates_of(training) if person.pk not in begun]


def _proposal(training: Training, form: GridForm, found: AssessorPool) -> tuple[dict, SlotProposal]:
    people = {person.pk: person for person in _to_plan(training)}
    kept = TeachBack.objects.filter(training=training).exclude(person__in=people).prefetch_related("assessors")
    candidates = as_candidates(people.values(), found, form.cleaned_data["assessors"])
    return people, propose(candidates, form.grid, slots_of(kept))


def _topics(training: Training, people: dict, *, in_turn: bool) -> dict:
    modules = list(Module.objects.filter(curriculum=training.curriculum_id, kind="core")) if in_turn else []
    return dict(zip(people, cycle(modules or [None])))  # noqa: B905 - one of the two has no end


def seal(proposal: SlotProposal) -> str:
    """Tells one proposal from another, so that what is kept is what was looked at."""
    return hashlib.sha256(repr(proposal.slots).encode()).hexdigest()[:16]


def _shown(proposal: SlotProposal, people: dict, found: AssessorPool, topics: dict) -> dict:
    rows = [
        {"slot": slot, "person": people[slot.person], "topic": topics[slot.person],
         "assessors": [found.users[pk] for pk in slot.assessors]}
        for slot in proposal.slots
    ]  # fmt: skip
    return {
        "rows": rows,
        "unplaced": [people[pk] for pk in proposal.unplaced],
        "helpless": [people[pk] for pk in proposal.helpless],
        "load": [(found.users[pk], n) for pk, n in sorted(proposal.load.items()) if pk in found.users],
    }


@require_safe
def slot_list(request, pk: int):
    """The timetable: by day, time and room; to look at, change, swap and print."""
    training = _training(request, pk)
    rows = TeachBack.objects.filter(training=training).select_related("person__institution", "topic")
    rows = rows.prefetch_related("assessors__assessor", "scores").order_by("held_on", "starts_at", "room", "id")
    note_names_read("teach-back slots", training, by=request.user, institution=training.institution_id)
    entries = [{"row": row, "begun": bool(row.scores.all())} for row in rows]
    free = [entry["row"] for entry in entries if not entry["begun"] and entry["row"].starts_at]
    context = {**_frame(training), "entries": entries, "free": free}
    return render(request, "assessments/slot_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def slot_change(request, pk: int):
    """One slot: time, room, module, assessors."""
    row = _teach_back(request, pk)
    found = bench()
    allowed = found.allowed(row.person)
    modules = Module.objects.filter(curriculum=row.training.curriculum_id)
    users = {pk: user for pk, user in found.users.items() if pk in allowed}
    form = SlotForm(request.POST or None, modules=modules, assessors=users, initial=_initial(row))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        slot = ProposedSlot(
            row.person_id, values["held_on"], values["starts_at"], values["minutes"], values["room"],
            (values["first"], values["second"]),
        )  # fmt: skip
        act = lambda: change_slot(row, slot, topic=values["topic"], version=values["version"], by=request.user)  # noqa: E731
        if attempt(request, act, success=_("The slot is changed.")):
            return redirect("assessments:slot_list", row.training_id)
    context = {**_frame(row.training, str(row.person)), "teach_back": row, "form": form}
    return render(request, "assessments/slot_change.html", context)


def _initial(row: TeachBack) -> dict:
    named = {one.part: one.assessor_id for one in row.assessors.all()}
    return {
        "held_on": row.held_on, "starts_at": row.starts_at, "minutes": row.minutes or 30, "room": row.room,
        "topic": row.topic_id, "first": named.get("first"), "second": named.get("second"), "version": row.version,
    }  # fmt: skip


@require_POST
def slot_swap(request, pk: int):
    """Two candidates change places."""
    row = _teach_back(request, pk)
    other = get_object_or_404(TeachBack, training=row.training_id, pk=_number(request.POST.get("other", "")))
    attempt(request, lambda: swap_slots(row, other, by=request.user), success=_("The two have changed places."))
    return redirect("assessments:slot_list", row.training_id)


@require_POST
def assessor_name(request, pk: int):
    """Somebody is named where an assessor is missing."""
    row = _teach_back(request, pk)
    form = AssessorForm(request.POST, assessors=bench().users)
    if form.is_valid():
        assessor = get_object_or_404(User, pk=form.cleaned_data["assessor"])
        success = _("%s is named and gets a message.") % assessor
        attempt(request, lambda: name_assessor(row, assessor, by=request.user), success=success)
    else:
        messages.error(request, _("Choose an assessor."))
    return redirect("assessments:teach_back_detail", pk)


@require_POST
def assessor_recuse(request, pk: int):
    """The office writes down that somebody is the candidate's superior or colleague."""
    row = _teach_back(request, pk)
    form, why = AssessorForm(request.POST, assessors=bench().users), RecusalForm(request.POST)
    if form.is_valid() and why.is_valid():
        assessor, reason = get_object_or_404(User, pk=form.cleaned_data["assessor"]), why.cleaned_data["reason"]
        success = _("%s does not score this candidate.") % assessor
        attempt(
            request,
            lambda: recuse(row.person, assessor, reason=reason, by=request.user, training=row.training),
            success=success,
        )
    else:
        messages.error(request, _("Choose an assessor and a reason."))
    return redirect("assessments:teach_back_detail", pk)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _training(request, pk: int) -> Training:
    rows = Training.objects.filter(kind="tot").select_related("institution__jurisdiction", "curriculum")
    training = get_visible_or_404(rows, request.user, pk=pk)
    require(may_open_teach_back(request.user, training))
    return training


def _teach_back(request, pk: int) -> TeachBack:
    rows = TeachBack.objects.select_related("person__institution", "training__institution", "topic")
    row = get_visible_or_404(rows, request.user, pk=pk)
    require(may_open_teach_back(request.user, row.training))
    return row


def _frame(training: Training, *labels: str) -> dict:
    """The training and the way back to it, over the timetable for the pages below it."""
    way = [
        Crumb(training.title, training.get_absolute_url()),
        crumb(_("Slots"), "assessments:slot_list", training.pk),
        *(Crumb(label) for label in labels),
    ]
    return {"training": training, "breadcrumbs": way if labels else [way[0], Crumb(_("Slots"))]}
