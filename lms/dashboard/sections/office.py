"""The programme office: what nobody else can decide, and where the programme stands."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lms.certification.choices import EventKind
from lms.certification.models import Certificate, Decision, StandingRequest
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort
from lms.institutions.tree import tree_now
from lms.people.models import Role
from lms.trainings.choices import VERIFIED_OR_LOCKED, DecisionKind, EnrolmentStatus, TrainingKind, TrainingStatus
from lms.trainings.models import Enrolment, Training

from ..cards import Figure, Link, Section, Task
from ..links import link, page_of
from .content import review_tasks
from .shared import coverage_figure, draft_tasks

REQUESTED: dict[str, Any] = {
    EventKind.SUSPENDED: gettext_lazy("Suspension asked for"),
    EventKind.REINSTATED: gettext_lazy("Reinstatement asked for"),
    EventKind.WITHDRAWN: gettext_lazy("Withdrawal asked for"),
}
UNDECIDED = (NominationStatus.PROPOSED, NominationStatus.ENDORSED)
WAITING_STATES = (TrainingStatus.PLANNED, TrainingStatus.SUBMITTED)
#: So long a report may wait for its focal point before the office asks.
PATIENCE = timedelta(days=14)


def office_section(user, day: date) -> Section:
    return Section(
        title=_("Programme office"),
        tasks=(
            *request_tasks(user),
            *review_tasks(user),
            *nomination_tasks(day),
            *decision_tasks(day),
            *waiting_tasks(day),
            *draft_tasks(user),
        ),
        figures=(coverage_figure(user, day), trainers_figure(day), trainings_figure(day)),
        links=(Link(_("Trainer pool"), link("pool:trainer_list")),),
    )


def request_tasks(user) -> list[Task]:
    """Requests to suspend, reinstate or withdraw that another officer made: this one may be the second."""
    rows = StandingRequest.objects.visible_to(user).waiting().for_another_than(user)
    return [
        Task(
            what=_("%(kind)s: a second officer decides") % {"kind": REQUESTED[row.kind]},
            whose=row.certificate.number,
            url=link("certification:request_decide", row.pk),
            button=_("Decide"),
        )
        for row in rows.select_related("certificate")
    ]


def nomination_tasks(day: date) -> list[Task]:
    """Cohorts with nominations nobody has decided about."""
    waiting = Count("nominations", filter=Q(nominations__status__in=UNDECIDED))
    cohorts = Cohort.objects.annotate(waiting=waiting).filter(waiting__gt=0).select_related("training")
    return [
        Task(
            what=ngettext("%(n)d nomination to decide", "%(n)d nominations to decide", row.waiting)
            % {"n": row.waiting},
            whose=row.training.title,
            due=row.nominations_close_on,
            today=day,
            url=link("cohorts:nomination_list", row.training_id),
            button=_("Select"),
        )
        for row in cohorts
    ]


def decision_tasks(day: date) -> list[Task]:
    """Cohorts that are over and whose participants, as far as they came, have no certification decision yet."""
    over = Cohort.objects.filter(training__ends_on__lt=day).exclude(training__status=TrainingStatus.CANCELLED)
    cohorts = {row.training_id: row for row in over.select_related("training")}
    seats = Enrolment.objects.filter(training__in=cohorts, status=EnrolmentStatus.ENROLLED, attendance__present=True)
    attended = dict(seats.values_list("training").annotate(n=Count("pk", distinct=True)))
    decisions = Decision.objects.about_candidates().filter(training__in=cohorts)
    decided = dict(decisions.values_list("training").annotate(n=Count("pk")))
    open_by_cohort = {pk: attended.get(pk, 0) - decided.get(pk, 0) for pk in cohorts}
    return [
        Task(
            what=ngettext("%(n)d certification to decide", "%(n)d certifications to decide", n) % {"n": n},
            whose=cohorts[pk].training.title,
            url=link("cohorts:decision_list", pk),
            button=_("Decide"),
        )
        for pk, n in open_by_cohort.items()
        if n > 0
    ]


def waiting_tasks(day: date) -> list[Task]:
    """Trainings that wait for a focal point where there is none who did not teach them, so that the office stands in;
    and reports that have waited for verification longer than they should."""
    rows = Training.objects.filter(status__in=WAITING_STATES).exclude(kind=TrainingKind.TOT)
    rows = rows.annotate(sent_at=Max("decisions__at", filter=Q(decisions__kind=DecisionKind.SUBMIT)))
    rows = rows.select_related("institution").prefetch_related("deliverers__person").order_by("starts_on")
    focal_points = _focal_points_by_institution()
    tasks = []
    for row in rows:
        if not focal_points.get(row.institution_id, set()) - {who.person.user_id for who in row.deliverers.all()}:
            tasks.append(_orphan_task(row, day))
        elif (
            row.status == TrainingStatus.SUBMITTED
            and row.sent_at
            and timezone.localtime(row.sent_at).date() + PATIENCE < day
        ):
            tasks.append(_stuck_task(row))
    return tasks


def _stuck_task(training: Training) -> Task:
    since = date_format(timezone.localtime(training.sent_at), "j F Y")
    return Task(
        what=_("%(reference)s waits for verification since %(day)s") % {"reference": training.reference, "day": since},
        whose=training.institution.name,
        url=page_of(training),
        button=_("See why"),
    )


def _orphan_task(training: Training, day: date) -> Task:
    verify = training.status == TrainingStatus.SUBMITTED
    what = _("%(reference)s to verify") if verify else _("%(reference)s to approve")
    return Task(
        what=what % {"reference": training.reference},
        whose=_("%(institution)s, no other focal point") % {"institution": training.institution.name},
        due=None if verify else training.starts_on,
        today=day,
        url=page_of(training),
        button=_("Verify") if verify else _("Approve"),
    )


def _focal_points_by_institution() -> dict[int, set[int]]:
    """Institution → accounts that are its focal points today, through the role there or above it. Two queries."""
    tree = tree_now()
    at: dict[int, set[int]] = {}
    for institution_id, user_id in Role.objects.focal_points().values_list("institution_id", "user_id"):
        at.setdefault(institution_id, set()).add(user_id)
    return {pk: set().union(*(at.get(above, set()) for above in tree.upwards(pk))) for pk in tree.parents}


def trainers_figure(day: date) -> Figure:
    """People with a trainer certificate in force."""
    people = Certificate.objects.trainer().in_force(day).values("person").distinct().count()
    return Figure(
        _("Trainers with a certificate in force"), people, as_of=day, url=f"{link('pool:trainer_list')}?state=in_force"
    )


def trainings_figure(day: date) -> Figure:
    """Cascade trainings verified, of those delivered this year."""
    rows = Training.objects.filter(ends_on__year=day.year, ends_on__lte=day).exclude(kind=TrainingKind.TOT)
    totals = rows.standing().aggregate(all=Count("pk"), verified=Count("pk", filter=Q(status__in=VERIFIED_OR_LOCKED)))
    label = _("Trainings verified in %(year)d") % {"year": day.year}
    return Figure(label, totals["verified"], n=totals["verified"], of=totals["all"], url=link("cascade:training_list"))
