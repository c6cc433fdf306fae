"""From teach-backs to certificates, for the whole cohort on a page."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from curricula.models import Module
from lms.assessments.models import TeachBack
from lms.certification.choices import Outcome
from lms.certification.evidence import current_terms
from lms.certification.services import decide_certification
from lms.core.http import SignedInRequest, attempt
from lms.people.access_log import note_names_read
from lms.people.models import Person

from ..candidates import CertificationCandidate, Decider, candidates_of, decider_of, teach_backs_of
from ..forms.cohorts import OutcomeForm, SlotForm
from ..forms.decisions import DecisionFilter
from ..models import Cohort
from ..services import TeachBackSlot, confirm_proposals, open_teach_backs, start_issuing
from .common import breadcrumbs, cohort_of, frame


@require_http_methods(["GET", "HEAD", "POST"])
def teach_back_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    opened = teach_backs_of(cohort.training)
    seats = cohort.training.enrolments.holding_a_seat().select_related("person__institution")
    people = [row.person for row in seats.order_by("person__institution__name", "person__name_key")]
    forms = _slot_forms(request, cohort, [person for person in people if person.pk not in opened])
    if request.method == "POST" and all(form.is_valid() for form in forms):
        slots = [_slot(form) for form in forms if form.cleaned_data["held_on"]]
        words = ngettext("%(n)d teach-back is open.", "%(n)d teach-backs are open.", len(slots)) % {"n": len(slots)}
        if attempt(request, lambda: open_teach_backs(cohort, slots, by=request.user), success=words):
            return redirect("cohorts:teach_back_plan", pk=pk)
    opened_rows = [(person, _counted(opened[person.pk])) for person in people if person.pk in opened]
    needed = current_terms(cohort.scheme).assessors
    context = {**frame(request, cohort, "teach_back_plan"), "forms": forms, "opened": opened_rows, "needed": needed}
    return render(request, "cohorts/teach_back_plan.html", context)


def _counted(teach_back: TeachBack) -> TeachBack:
    """With `handed_in`: how many scores are final."""
    teach_back.handed_in = sum(row.submitted_at is not None for row in teach_back.scores.all())
    return teach_back


def _slot_forms(request: SignedInRequest, cohort: Cohort, people: list[Person]) -> list[SlotForm]:
    """A form for each candidate without a teach-back; the days planned for teach-backs are taken in turn."""
    sessions = list(cohort.training.sessions.prefetch_related("modules__module"))
    days = list(dict.fromkeys(session.held_on for session in sessions))
    planned = [
        session.held_on for session in sessions if any(row.module.code == "T05" for row in session.modules.all())
    ]
    turns = list(dict.fromkeys(planned)) or days[-1:]
    topics = list(Module.objects.filter(curriculum=cohort.training.curriculum_id, kind="core"))
    shown = [(day.isoformat(), date_format(day, "D j F")) for day in days]
    return [
        SlotForm(
            request.POST or None, person=person, days=shown, topics=topics,
            initial={"held_on": turns[number * len(turns) // len(people)].isoformat() if turns else ""},
        )
        for number, person in enumerate(people)
    ]  # fmt: skip


def _slot(form: SlotForm) -> TeachBackSlot:
    return TeachBackSlot(form.person, date.fromisoformat(form.cleaned_data["held_on"]), form.cleaned_data["topic"])


@require_safe
def decision_list(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    candidates, decider = candidates_of(cohort), decider_of(request.user)
    note_names_read("certification list", cohort, by=request.user)
    form = DecisionFilter(request.GET, candidates=candidates)
    rows = [_row(one, decider) for one in form.apply(candidates)]
    context = {
        **frame(request, cohort, "decision_list"),
        **_counts(candidates, decider),
        "form": form,
        "rows": [row for row in rows if row["candidate"].came or row["candidate"].decision],
        "absent": [row for row in rows if not row["candidate"].came and not row["candidate"].decision],
        "columns": candidates[0].proposal.requirements if candidates else (),
    }
    return render(request, "cohorts/decision_list.html", context)


def _counts(candidates: list[CertificationCandidate], decider: Decider) -> dict:
    """Of the whole cohort, whatever the filter leaves."""
    outcomes = [one.decision.outcome for one in candidates if one.decision]
    return {
        "candidates": len(candidates),
        "ready": sum(one.is_ready and not one.is_closed_to(decider) for one in candidates),
        "waiting": sum(one.awaits_certificate for one in candidates),
        "decided": len(outcomes),
        "certified": outcomes.count(Outcome.CERTIFIED),
        "provisional": outcomes.count(Outcome.PROVISIONAL),
    }


def _row(candidate: CertificationCandidate, decider: Decider) -> dict:
    """A candidate as the page shows them: what was decided, else what is proposed; what is missing, with its cure."""
    decision = candidate.decision
    outcome = Outcome(decision.outcome) if decision else candidate.proposal.outcome
    requirements = decision.requirements if decision else candidate.proposal.as_rows()
    return {
        "candidate": candidate,
        "person": candidate.person,
        "value": outcome.value,
        "outcome": outcome.label,
        "tone": outcome.tone if decision or outcome != Outcome.NOT_CERTIFIED else "neutral",
        "requirements": requirements,
        "missing": [row for row in requirements if not row["met"]],
        "closed": candidate.is_closed_to(decider),
    }


@require_safe
def decisions_record(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every decision about the cohort's candidates with its evidence, for the file: prints one to a page."""
    cohort = cohort_of(request, pk, to_run=True)
    note_names_read("record of decisions", cohort, by=request.user)
    related = ("person__institution__jurisdiction", "training", "scheme", "version", "decided_by")
    decisions = cohort.training.certification_decisions.about_candidates().select_related(*related)
    decisions = decisions.prefetch_related("certificates").order_by("person__institution__name", "person__name_key")
    context = {"cohort": cohort, "decisions": decisions, "back": reverse("cohorts:decision_list", args=[pk])}
    return render(request, "cohorts/decisions_record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def decision_add(request: SignedInRequest, pk: int, person_pk: int) -> HttpResponse:
    """One candidate: every requirement, and the decision."""
    cohort = cohort_of(request, pk, to_run=True)
    person = get_object_or_404(Person, pk=person_pk, enrolments__training=pk, enrolments__status="enrolled")
    candidate = candidates_of(cohort, [person.pk])[0]
    form = OutcomeForm(request.POST or None, proposed=candidate.proposal.outcome)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request,
            lambda: decide_certification(
                scheme=cohort.scheme, training=cohort.training, person=person, by=request.user, **form.cleaned_data
            ),
            success=_("Decided."),
        )
        if done:
            return redirect("cohorts:decision_list", pk=pk)
    context = {
        **_row(candidate, decider_of(request.user)), "cohort": cohort, "form": form,
        "breadcrumbs": breadcrumbs(cohort, str(person)),
    }  # fmt: skip
    return render(request, "cohorts/decision_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def decisions_confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """A decision is made once: who it is about is shown before."""
    cohort = cohort_of(request, pk, to_run=True)
    if request.method == "POST":
        attempt(request, lambda: confirm_proposals(cohort, by=request.user), success=_("Decided as proposed."))
        return redirect("cohorts:decision_list", pk=pk)
    ready, decider = [one for one in candidates_of(cohort) if one.is_ready], decider_of(request.user)
    context = {
        "cohort": cohort,
        "rows": [_row(one, decider) for one in ready if not one.is_closed_to(decider)],
        "left": sum(one.is_closed_to(decider) for one in ready),
    }
    return render(request, "cohorts/decisions_confirm.html", context)


@require_POST
def certificates_issue(request: SignedInRequest, pk: int) -> HttpResponse:
    """Handed to the worker; its page shows how far it is."""
    cohort = cohort_of(request, pk, to_run=True)
    if attempt(request, lambda: start_issuing(cohort, by=request.user)):
        return redirect(cohort.training.issue_batches.order_by("pk").last())
    return redirect("cohorts:decision_list", pk=pk)
