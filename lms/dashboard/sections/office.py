"""The programme office: what nobody else can decide, and where the programme stands."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lms.certification.choices import EventKind
from lms.certification.models import Certificate, Decision, StandingRequest
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort
from lms.core.prepared import counted, prepared
from lms.institutions.tree import tree_now
from lms.people.models import Role
from lms.people.scope import Reach
from lms.trainings.choices import VERIFIED_OR_LOCKED, DecisionKind, EnrolmentStatus, TrainingKind, TrainingStatus
from lms.trainings.models import Attendance, Deliverer, Enrolment, Training

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
    return [
        Task(
            what=_("%(kind)s: a second officer decides") % {"kind": REQUESTED[row.kind]},
            whose=row.certificate.number,
            url=link("certification:request_decide", row.pk),
            button=_("Decide"),
        )
        for row in _requests(user.reach, user=user.pk)
    ]


@prepared
def _requests(reach: Reach, *, user: int) -> QuerySet:
    reader = reach.reader(user)
    return StandingRequest.objects.visible_to(reader).waiting().for_another_than(reader).select_related("certificate")


def nomination_tasks(day: date) -> list[Task]:
    """Cohorts with nominations nobody has decided about."""
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
        for row in _to_select()
    ]


@prepared
def _to_select() -> QuerySet:
    waiting = Count("nominations", filter=Q(nominations__status__in=UNDECIDED))
    return Cohort.objects.annotate(waiting=waiting).filter(waiting__gt=0).select_related("training")


def decision_tasks(day: date) -> list[Task]:
    """Cohorts that are over and whose participants, as far as they came, have no certification decision yet."""
    return [
        Task(
            what=ngettext("%(n)d certification to decide", "%(n)d certifications to decide", n) % {"n": n},
            whose=row.training.title,
            url=link("cohorts:decision_list", row.training_id),
            button=_("Decide"),
        )
        for row in _over(day=day)
        if (n := row.attended - row.decided) > 0
    ]


@prepared
def _over(*, day: date) -> QuerySet:
    """Cohorts that are over, with how many were there at least once and how many are decided about."""
    present = Attendance.objects.filter(enrolment=OuterRef("pk"), present=True)
    came = Enrolment.objects.filter(Exists(present), status=EnrolmentStatus.ENROLLED)
    rows = Cohort.objects.filter(training__ends_on__lt=day).exclude(training__status=TrainingStatus.CANCELLED)
    rows = rows.annotate(attended=_number_of(came), decided=_number_of(Decision.objects.about_candidates()))
    return rows.select_related("training")


def _number_of(rows) -> Subquery:
    """How many of these rows belong to a cohort's training (the outer row's)."""
    return Subquery(rows.filter(training=OuterRef("training")).order_by().values_list(counted()))


def waiting_tasks(day: date) -> list[Task]:
    """Trainings that wait for a focal point where there is none who did not teach them, so that the office stands in;
    and reports that have waited for verification longer than they should."""
    rows = _waiting()
    teams, focal_points = (_teams(), _focal_points_by_institution(day)) if rows else ({}, {})
    tasks = []
    for row in rows:
        if not focal_points.get(row.institution_id, set()) - teams.get(row.pk, set()):
            tasks.append(_orphan_task(row, day))
        elif (
            row.status == TrainingStatus.SUBMITTED
            and row.sent_at
            and timezone.localtime(row.sent_at).date() + PATIENCE < day
        ):
            tasks.append(_stuck_task(row))
    return tasks


@prepared
def _waiting() -> QuerySet:
    """Trainings to approve and to verify, with when their report was sent."""
    rows = Training.objects.filter(status__in=WAITING_STATES).exclude(kind=TrainingKind.TOT)
    rows = rows.annotate(sent_at=Max("decisions__at", filter=Q(decisions__kind=DecisionKind.SUBMIT)))
    return rows.select_related("institution").order_by("starts_on")


def _teams() -> dict[int, set[int | None]]:
    """{training that waits: accounts of those who teach it}."""
    found: dict[int, set[int | None]] = {}
    for training_id, user_id in _deliverers():
        found.setdefault(training_id, set()).add(user_id)
    return found


@prepared
def _deliverers() -> QuerySet:
    rows = Deliverer.objects.filter(training__status__in=WAITING_STATES).exclude(training__kind=TrainingKind.TOT)
    return rows.order_by().values_list("training", "person__user")


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


@prepared
def _focal_points(*, day: date) -> QuerySet:
    return Role.objects.focal_points(day).order_by().values_list("institution_id", "user_id")


def _focal_points_by_institution(day: date) -> dict[int, set[int]]:
    """Institution → accounts that are its focal points today, through the role there or above it. Two queries."""
    tree = tree_now()
    at: dict[int, set[int]] = {}
    for institution_id, user_id in _focal_points(day=day):
        at.setdefault(institution_id, set()).add(user_id)
    return {pk: set().union(*(at.get(above, set()) for above in tree.upwards(pk))) for pk in tree.parents}


def trainers_figure(day: date) -> Figure:
    """People with a trainer certificate in force."""
    people = _trainers.first(day=day)[0]
    return Figure(
        _("Trainers with a certificate in force"), people, as_of=day, url=f"{link('pool:trainer_list')}?state=in_force"
    )


@prepared
def _trainers(*, day: date) -> QuerySet:
    return Certificate.objects.trainer().in_force(day).order_by().values_list(counted(of="person"))


def trainings_figure(day: date) -> Figure:
    """Cascade trainings verified, of those delivered this year."""
    verified, held = _held.first(day=day, first=day.replace(month=1, day=1))
    label = _("Trainings verified in %(year)d") % {"year": day.year}
    return Figure(label, verified, n=verified, of=held, url=link("cascade:training_list"))


@prepared
def _held(*, day: date, first: date) -> QuerySet:
    """One row: verified ones, and all, of the trainings that ended from `first` to the day."""
    rows = Training.objects.filter(ends_on__gte=first, ends_on__lte=day).exclude(kind=TrainingKind.TOT).standing()
    return rows.order_by().values_list(counted(Q(status__in=VERIFIED_OR_LOCKED)), counted())
