"""A training's own page: what to do next, what was done, who comes, the kit, and every decision."""

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import render
from django.views.decorators.http import require_safe

from curricula.page_contexts import kits_of
from curricula.rights import rights_on
from lms.assessments.permissions import may_record_results
from lms.certification.choices import CertificateKind
from lms.certification.models import Certificate
from lms.core.prepared import prepared
from lms.people.scope import Reach
from lms.trainings.choices import DecisionKind
from lms.trainings.figures import places_of
from lms.trainings.models import Decision, Deliverer, Session, Training
from lms.trainings.permissions import may_see_participants
from lms.trainings.services.locks import day_at
from lms.trainings.stages import Stage

from ..checks import findings_for, safety_changes, with_names
from ..choices import Position
from ..listing import head_count_of, stage_today
from ..permissions import (
    actors_of,
    may_adjust_as,
    may_change_as,
    may_see_decisions_as,
)
from ..presenters import (
    CertificateRow,
    button_for,
    certificate_rows,
    current_step,
    days_of,
    moment_of,
    name_of,
    programme_of,
    steps_of,
)
from ..rules import safety_finding
from ..transitions import open_decisions, position_of
from .common import crumbs, link, training_of


@require_safe
def training_detail(request, pk):
    """Everything about one training, for those who may see it; findings and decisions for those who work with it."""
    training = training_of(request, pk)
    decisions, actors = _decisions(training=training.pk), actors_of(request.user, training)
    position = position_of(training.status, [row.kind for row in decisions])
    more = {**links_of(request.user, training, position, actors), **people_of(training)}
    context = {
        **head_of(training),
        **way_of(request.user, training, position, decisions, more, actors),
        **more,
        "position": position,
        "returned": _last_reason(decisions, position),
        "safety": safety_of(training),
        "certificates": certificates_of(request.user, training, position),
        "kits": kits_of(training.edition, rights_on(request.user, training.curriculum), language=training.language),
        "breadcrumbs": crumbs((training.reference, "")),
    }
    return render(request, "cascade/training_detail.html", context)


def head_of(training: Training) -> dict:
    """Where and when, and the stage it is in today."""
    stage, days = stage_today(training), days_of(training)
    lead = f"{training.institution}, {days}, {training.venue}"
    return {"days": days, "lead": lead, "stage": stage, "tone": stage.tone}


def safety_of(training: Training):
    """The warning for a training that still lies ahead or is under way on an edition that was changed for safety."""
    if stage_today(training) not in (Stage.APPROVED, Stage.UNDER_WAY):
        return None
    changes = safety_changes(training.edition)
    return safety_finding(training.edition.label, changes) if changes else None


def way_of(user, training: Training, position: str, decisions: list, more: dict, actors: frozenset) -> dict:
    """The timeline, what the user may decide, and for those who work with the training the decisions so far."""
    stage = stage_today(training)
    possible = open_decisions(position, actors, starts_on=training.starts_on, today=day_at(training))
    inside = may_see_decisions_as(actors, user, training)
    moment = moment_of(current_step(position, stage)) if inside else None
    findings = findings_for(training, moment, by=user) if moment else []
    cancel = DecisionKind.CANCEL in possible
    return {
        "steps": steps_of(training, position, stage, decisions, possible, findings, more),
        "cancel": button_for(training, DecisionKind.CANCEL, "quiet") if cancel else None,
        "decisions": history_of(decisions) if inside else [],
    }


def people_of(training: Training) -> dict:
    """Who teaches, the places, and the programme; three queries."""
    places = places_of(training)
    return {
        "deliverers": _deliverers(training=training.pk),
        "places": places,
        "listed": head_count_of(training) if training.head_count_only else places.taken,
        "sessions": programme_of(_programme(training=training.pk)),
    }


@prepared
def _decisions(*, training: int) -> QuerySet:
    return Decision.objects.filter(training=training).select_related("by__person")


@prepared
def _deliverers(*, training: int) -> QuerySet:
    return Deliverer.objects.filter(training=training).select_related("person__institution")


@prepared
def _programme(*, training: int) -> QuerySet:
    """As `programme_of` takes it."""
    rows = Session.objects.filter(training=training).order_by("held_on", "half", "modules__module__order")
    module = "modules__module__code", "modules__module__title", "modules__delivered"
    return rows.values_list("held_on", "half", *module)


def links_of(user, training: Training, position: str, actors: frozenset) -> dict:
    """The addresses a training's page leads to; "" where this user has no business there or no page stands yet."""
    people = may_see_participants(user, training)
    return {
        "training": training,
        "enrolment_url": f"{settings.BASE_URL}{link('enrol:start', training.enrolment_code)}",
        "poster_url": link("trainings:poster", training.pk) if people and not training.head_count_only else "",
        "roster_url": link("trainings:roster", training.pk) if people and not training.head_count_only else "",
        "attendance_url": link("trainings:attendance", training.pk) if people and not training.head_count_only else "",
        "head_count_url": link("trainings:head_count", training.pk) if people and training.head_count_only else "",
        "sheet_url": link("trainings:sign_in_sheet", training.pk) if people and not training.head_count_only else "",
        "import_url": link("trainings:roster_import", training.pk) if people and not training.head_count_only else "",
        "modules_url": link("trainings:modules", training.pk) if people else "",
        "results_url": link("assessments:test_results", training.pk)
        if not training.head_count_only and may_record_results(user, training)
        else "",
        "change_url": link("cascade:training_change", training.pk) if may_change_as(actors, position) else "",
        "adjust_url": link("cascade:training_adjust", training.pk) if may_adjust_as(actors, position) else "",
    }


def history_of(decisions) -> list[dict]:
    """Every decision with its findings, names put back in; the newest first. One query for all names."""
    names = iter(with_names([row for decision in decisions for row in decision.findings]))
    rows = [
        {"decision": row, "by": name_of(row.by), "findings": [next(names) for _number in row.findings]}
        for row in decisions
    ]
    return rows[::-1]


def _last_reason(decisions, position: str) -> str:
    """Why it was returned or cancelled, while it stands there."""
    if position in ("plan_returned", "report_returned", "cancelled") and decisions:
        return decisions[-1].reason
    return ""


def certificates_of(user, training: Training, position: str) -> list[CertificateRow]:
    """The completion certificates of this training that the user may see; before it is verified there are none."""
    if position not in (Position.VERIFIED, Position.LOCKED):
        return []
    return certificate_rows(_certificates(user.reach, user=user.pk, training=training.pk))


@prepared
def _certificates(reach: Reach, *, user: int, training: int) -> QuerySet:
    rows = Certificate.objects.visible_to(reach.reader(user)).filter(training=training)
    rows = rows.filter(kind=CertificateKind.COMPLETION).order_by("holder_name", "pk")
    return rows.values_list("pk", "holder_name", "number", "valid_from")
