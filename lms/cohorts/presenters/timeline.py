"""The timeline of a cohort: where it stands, what comes next, and the way there."""

from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.assessments.choices import Moment
from lms.assessments.models import TestResult
from lms.assessments.scoring import Verdict
from lms.certification.evidence import current_terms
from lms.core.days import days_text
from lms.trainings.choices import VERIFIED_OR_LOCKED, TrainingStatus
from lms.trainings.models import Attendance

from ..candidates import outcome_of, teach_backs_of
from ..figures import Figures
from ..models import Cohort
from ..steps import CohortProgress, CohortStep, states_of


@dataclass(frozen=True)
class Action:
    """A way to go (GET), or one press (`post`)."""

    label: str
    url: str
    kind: str = ""
    post: bool = False


@dataclass(frozen=True)
class TimelineStep:
    """One step as the timeline component reads it."""

    code: str
    title: str
    state: str
    facts: tuple[str, ...] = ()
    says: str = ""
    actions: tuple[Action, ...] = field(default=())

    template = "cohorts/step.html"


def progress_of(cohort: Cohort, figures: Figures, today, people: list[int] | None = None) -> CohortProgress:
    """What is done, from half a dozen queries; of these people only, if named (a focal point's own)."""
    training = cohort.training
    mine = Q() if people is None else Q(person__in=people)
    seats = set(training.enrolments.holding_a_seat().filter(mine).values_list("person", flat=True))
    came = _came(training, seats, today)
    tests = dict(
        TestResult.objects.filter(training=training, person__in=came)
        .values_list("moment").annotate(count=Count("pk")).order_by()
    )  # fmt: skip
    recorded = Attendance.objects.filter(enrolment__training=training, enrolment__person__in=seats).count()
    settled = (Verdict.PASSED, Verdict.FAILED)
    needed = current_terms(cohort.scheme).assessors
    backs = [
        outcome_of(row, needed)[0].verdict
        for pk, row in teach_backs_of(training).items() if pk in came
    ]  # fmt: skip
    decisions = training.certification_decisions.about_candidates().filter(person__in=came)
    totals = decisions.aggregate(
        decided=Count("pk", distinct=True),
        allowed=Count("pk", filter=~Q(outcome="not_certified"), distinct=True),
        issued=Count("pk", filter=Q(certificates__isnull=False), distinct=True),
    )
    return CohortProgress(
        training.status, today, cohort.nominations_close_on, training.starts_on, training.ends_on,
        nominated=figures.nominated.total, undecided=figures.undecided, seated=len(seats), came=len(came),
        recorded=recorded, expected=len(seats) * training.sessions.count(),
        tested_before=tests.get(Moment.PRE, 0), tested_after=tests.get(Moment.POST, 0),
        taught_back=sum(verdict in settled for verdict in backs), **totals,
    )  # fmt: skip


def _came(training, seats: set[int], today) -> set[int]:
    """Who is tested and decided about: everybody with a seat, and after the last day those who came."""
    if today <= training.ends_on:
        return seats
    rows = Attendance.objects.filter(enrolment__training=training, enrolment__person__in=seats, present=True)
    return set(rows.values_list("enrolment__person", flat=True))


def timeline(cohort: Cohort, progress: CohortProgress, figures: Figures, *, role: str) -> list[TimelineStep]:
    """The steps; `role` is "office", "focal" or "guest": the office acts, a focal point nominates, a guest reads."""
    states = states_of(progress)
    build = {
        CohortStep.CALL: _call, CohortStep.NOMINATIONS: _nominations,
        CohortStep.SELECTION: _selection, CohortStep.DAYS: _days,
        CohortStep.TESTS: _tests, CohortStep.TEACH_BACKS: _teach_backs, CohortStep.DECISIONS: _decisions,
        CohortStep.CERTIFICATES: _certificates, CohortStep.REPORT: _report,
    }  # fmt: skip
    return [build[step](cohort, progress, figures, states[step], role) for step in CohortStep]


def _to(name: str, cohort: Cohort, query: str = "") -> str:
    return reverse(f"cohorts:{name}", args=[cohort.training_id]) + query


def _day(day) -> str:
    return date_format(day, "j F Y")


def _call(cohort, progress, figures, state, role) -> TimelineStep:
    read = Action(_("The call"), _to("call_detail", cohort))
    if state == "done":
        return TimelineStep(CohortStep.CALL, _("Call"), state, (_("Open."),), "", () if role == "guest" else (read,))
    says = _("Until the call is open, only the programme office sees this cohort. Write what is asked first.")
    send = Action(_("Send the call"), _to("nominations_open", cohort), post=True)
    write = Action(_("Write the call"), _to("call_detail", cohort), "secondary")
    return TimelineStep(CohortStep.CALL, _("Call"), state, (), says, (send, write) if role == "office" else ())


def _nominations(cohort, progress, figures, state, role) -> TimelineStep:
    facts = [_("Close on %(day)s") % {"day": _day(cohort.nominations_close_on)}]
    if role != "guest":
        facts.append(_("%(n)d nominated") % {"n": figures.nominated.total})
        if figures.unendorsed:
            facts.append(_("%(n)d not endorsed yet") % {"n": figures.unendorsed})
    actions: tuple[Action, ...] = ()
    if state == "current" and role != "guest":
        actions = (
            Action(_("Nominate somebody"), _to("nomination_add", cohort)),
            Action(_("Import a list"), _to("nomination_import", cohort), "secondary"),
        )
    says = _("Focal points nominate people of their institution and endorse them.") if state == "current" else ""
    return TimelineStep(CohortStep.NOMINATIONS, _("Nominations"), state, tuple(facts), says, actions)


def _selection(cohort, progress, figures, state, role) -> TimelineStep:
    facts: tuple[str, ...] = ()
    if role != "guest":
        accepted = _("%(accepted)d accepted, %(reserves)d on reserve, %(open)d to decide") % {
            "accepted": figures.accepted.total, "reserves": figures.reserves, "open": figures.undecided,
        }  # fmt: skip
        facts = (accepted,)
    actions: tuple[Action, ...] = ()
    says = ""
    if state == "current" and role == "office":
        says = _("There are %(seats)d seats. Accept, put on reserve or decline; a decline needs a reason.") % {
            "seats": cohort.training.seats
        }
        actions = (
            Action(_("Select"), _to("selection_edit", cohort)),
            Action(_("Panel"), _to("panel_detail", cohort), "secondary"),
        )
    elif state == "current":
        says = _("The programme office selects. You see each decision with its reason.")
    return TimelineStep(CohortStep.SELECTION, _("Selection"), state, facts, says, actions)


def _days(cohort, progress, figures, state, role) -> TimelineStep:
    training = cohort.training
    facts = [days_text(training.starts_on, training.ends_on)]
    if progress.expected and progress.recorded:
        facts.append(_("attendance %(recorded)d of %(expected)d recorded") % vars(progress))
    actions = [Action(_("Agenda"), _to("agenda", cohort), "secondary")]
    if state == "current" and role == "office":
        attendance = reverse("trainings:attendance", args=[training.pk])
        actions.insert(0, Action(_("Record attendance"), attendance))
    says = _("Attendance is recorded for each half-day, by the trainers or the office.") if state == "current" else ""
    return TimelineStep(CohortStep.DAYS, _("The five days"), state, tuple(facts), says, tuple(actions))


def _tests(cohort, progress, figures, state, role) -> TimelineStep:
    facts: tuple[str, ...] = ()
    if role != "guest" and progress.came:
        facts = (_("before %(tested_before)d, after %(tested_after)d of %(came)d") % vars(progress),)
    url = reverse("assessments:test_results", args=[cohort.training_id])
    actions = (Action(_("Enter test results"), url),) if state == "current" and role == "office" else ()
    says = _("The same questions before and after: what each participant had right.") if state == "current" else ""
    return TimelineStep(CohortStep.TESTS, _("Tests"), state, facts, says, actions)


def _teach_backs(cohort, progress, figures, state, role) -> TimelineStep:
    facts: tuple[str, ...] = ()
    if role != "guest" and progress.came:
        facts = (_("%(taught_back)d of %(came)d scored by enough assessors") % vars(progress),)
    says = _("Each candidate teaches a module in front of two assessors of other institutions.")
    actions: tuple[Action, ...] = ()
    if role == "office" and state != "done":
        actions = (Action(_("Plan the teach-backs"), _to("teach_back_plan", cohort)),)
    return TimelineStep(
        CohortStep.TEACH_BACKS, _("Teach-backs"), state, facts, says if state == "current" else "", actions
    )


def _decisions(cohort, progress, figures, state, role) -> TimelineStep:
    facts: tuple[str, ...] = ()
    if role != "guest" and progress.came:
        facts = (_("%(decided)d of %(came)d decided") % vars(progress),)
    actions = (Action(_("Decide"), _to("decision_list", cohort)),) if state == "current" and role == "office" else ()
    says = _("The scheme's rules propose; the programme office decides.") if state == "current" else ""
    return TimelineStep(CohortStep.DECISIONS, _("Decisions"), state, facts, says, actions)


def _certificates(cohort, progress, figures, state, role) -> TimelineStep:
    facts: tuple[str, ...] = ()
    if role != "guest" and progress.allowed:
        facts = (_("%(issued)d of %(allowed)d issued") % vars(progress),)
    actions: tuple[Action, ...] = ()
    if state == "current" and role == "office":
        actions = (Action(_("Issue the certificates"), _to("decision_list", cohort)),)
    says = _("Numbered, with a code that anybody can verify.") if state == "current" else ""
    return TimelineStep(CohortStep.CERTIFICATES, _("Certificates"), state, facts, says, actions)


def _report(cohort, progress, figures, state, role) -> TimelineStep:
    """Reported once the days are over, beside what else is left; verified by another officer."""
    status, over = progress.status, progress.today > progress.ends_on
    facts = (str(TrainingStatus(status).label),) if status in REPORTED else ()
    says, actions = "", ()
    if role == "office" and status in (TrainingStatus.APPROVED, TrainingStatus.RETURNED) and over:
        says = _("Submit what was held: attendance and modules of every half-day. Another officer verifies it.")
        actions = (Action(_("Submit the report"), _to("cohort_submit", cohort)),)
    elif role == "office" and status == TrainingStatus.SUBMITTED:
        says = _("Another officer than the one who submitted verifies the report, or gives it back.")
        actions = (
            Action(_("Verify"), _to("cohort_verify", cohort)),
            Action(_("Give back"), _to("cohort_return", cohort), "secondary"),
        )
    return TimelineStep(CohortStep.REPORT, _("Report"), state, facts, says, actions)


REPORTED = (TrainingStatus.SUBMITTED, *VERIFIED_OR_LOCKED, TrainingStatus.RETURNED)
