"""What a training's page shows: the way from plan to verified, the next step open with its one button."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lms.core.days import days_text
from lms.core.rules import Finding
from lms.trainings.choices import DecisionKind, Half
from lms.trainings.models import Decision, Training
from lms.trainings.stages import Stage

from .choices import Moment, Position

#: The steps of the timeline, in order: code, title.
STEPS = (
    ("plan", gettext_lazy("Plan")),
    ("approval", gettext_lazy("Approval")),
    ("delivery", gettext_lazy("Enrolment and delivery")),
    ("report", gettext_lazy("Report")),
    ("verification", gettext_lazy("Verification")),
    ("lock", gettext_lazy("Locked")),
)
ORDER = [code for code, _title in STEPS]
#: The decision that finished a step.
FINISHED_BY = {
    "plan": DecisionKind.PLAN,
    "approval": DecisionKind.APPROVE,
    "report": DecisionKind.SUBMIT,
    "verification": DecisionKind.VERIFY,
    "lock": DecisionKind.LOCK,
}
#: Decisions and their addresses and buttons.
BUTTONS = {
    DecisionKind.PLAN: ("training_send", gettext_lazy("Send for approval")),
    DecisionKind.APPROVE: ("training_approve", gettext_lazy("Approve")),
    DecisionKind.SUBMIT: ("training_submit", gettext_lazy("Submit the report")),
    DecisionKind.VERIFY: ("training_verify", gettext_lazy("Verify")),
    DecisionKind.LOCK: ("training_lock", gettext_lazy("Lock")),
    DecisionKind.RETURN: ("training_return", gettext_lazy("Return")),
    DecisionKind.CANCEL: ("training_cancel", gettext_lazy("Cancel the training")),
}


#: Findings whose cure is on the page of attendance or of the head count.
RECORD = frozenset({"attendance_missing", "head_count_missing", "nobody_listed", "no_sessions"})


@dataclass(frozen=True)
class Button:
    label: str
    url: str
    kind: str = ""


@dataclass
class TrainingStep:
    """One step as the timeline component takes it; the rest is for the template of its body."""

    code: str
    title: str
    state: str
    facts: list[str] = field(default_factory=list)
    template: str = ""
    open: bool = False
    says: str = ""
    findings: Sequence[Finding] = ()
    buttons: Sequence[Button] = ()
    more: dict = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedModule:
    """A line of the programme; `missed`: it was marked as not delivered."""

    words: str
    missed: bool = False


@dataclass(frozen=True)
class ProgrammeRow:
    """A half-day of the programme, in words."""

    label: str
    modules: tuple[PlannedModule, ...] = ()


def programme_of(half_days: Iterable[tuple]) -> list[ProgrammeRow]:
    """From (day, half, module's code or None, its title, delivered), in order: a line for each module or none."""
    rows: dict[tuple, list[PlannedModule]] = {}
    for day, half, code, title, delivered in half_days:
        modules = rows.setdefault((day, half), [])
        if code is not None:
            modules.append(PlannedModule(f"{code} {title}", delivered is False))
    return [
        ProgrammeRow(f"{date_format(day, 'D j F')}, {Half(half).label}", tuple(modules))
        for (day, half), modules in rows.items()
    ]


@dataclass(frozen=True)
class CertificateRow:
    """A certificate of completion in the training's list."""

    holder: str
    number: str
    url: str
    first_day: str


def certificate_rows(certificates: Iterable[tuple]) -> list[CertificateRow]:
    """From (id, holder, number, first day). Most begin on one day, which is put into words once."""
    in_words = cache(lambda day: date_format(day, "j F Y"))
    return [
        CertificateRow(holder, number, reverse("certification:certificate_detail", args=[pk]), in_words(day))
        for pk, holder, number, day in certificates
    ]


def current_step(position: str, stage: str) -> str:
    """The code of the step that is next; "" when there is none."""
    if position == Position.APPROVED:
        return "report" if stage == Stage.COMPLETED else "delivery"
    return {
        Position.DRAFT: "plan",
        Position.PLAN_RETURNED: "plan",
        Position.PLANNED: "approval",
        Position.REPORT_RETURNED: "report",
        Position.SUBMITTED: "verification",
        Position.VERIFIED: "lock",
    }.get(position, "")


def moment_of(step: str) -> Moment | None:
    """Which rules speak about the step that is next."""
    return {
        "plan": Moment.PLAN,
        "approval": Moment.APPROVE,
        "report": Moment.SUBMIT,
        "verification": Moment.VERIFY,
    }.get(step)


def states(current: str, decisions: Iterable[str], position: str) -> dict[str, str]:
    """{step: done | current | todo}. A cancelled training stays done where it was and has no next step."""
    if position == Position.CANCELLED:
        return {code: "done" if FINISHED_BY.get(code) in set(decisions) else "todo" for code in ORDER}
    at = ORDER.index(current) if current else len(ORDER)
    return {code: "done" if n < at else "current" if n == at else "todo" for n, code in enumerate(ORDER)}


def steps_of(
    training: Training, position: str, stage: str, decisions: Sequence[Decision], open_decisions: Sequence[str],
    findings: Sequence[Finding] = (), more: dict | None = None,
) -> list[TrainingStep]:  # fmt: skip
    """The timeline. `more`: what the templates of the bodies need; `decisions`: the first one first."""
    current = current_step(position, stage)
    marks = states(current, [row.kind for row in decisions], position)
    steps = []
    for code, title in STEPS:
        done_by = _last(decisions, FINISHED_BY.get(code))
        facts = [_who_and_when(done_by)] if done_by and marks[code] == "done" else []
        step = TrainingStep(code, str(title), marks[code], facts, more=more or {})
        if code == "delivery" and marks[code] == "done":
            step.facts = [days_of(training), people_in_words((more or {}).get("listed"))]
        _give_body(step, training, position, stage, open_decisions, findings)
        steps.append(step)
    return steps


def _give_body(step: TrainingStep, training, position, stage, open_decisions, findings) -> None:
    if step.state == "current":
        step.says = what_next(step.code, position, stage, open_decisions, by_heads=training.head_count_only)
        step.findings = findings
        blocked = any(finding.blocks for finding in findings)
        step.buttons = [*buttons_for(training, step.code, open_decisions, blocked), *cures_for(step, stage, blocked)]
        step.template = "cascade/_step.html"
    elif step.state == "done" and step.code in ("plan", "delivery", "report", "verification"):
        step.template = "cascade/_step.html"


def _last(decisions: Sequence[Decision], kind: str | None) -> Decision | None:
    return next((row for row in reversed(decisions) if row.kind == kind), None)


def _who_and_when(decision: Decision) -> str:
    day = date_format(timezone.localtime(decision.at), "j F Y")
    return _("%(who)s, %(day)s") % {"who": name_of(decision.by), "day": day} if decision.by else day


def name_of(user) -> str:
    """The person's name where the account belongs to one, else the account's; "" for nobody."""
    return str(getattr(user, "person", None) or user or "")


def days_of(training: Training) -> str:
    """ "12 to 13 October 2026"."""
    return days_text(training.starts_on, training.ends_on)


def people_in_words(count: int | None) -> str:
    if count is None:
        return _("nobody counted yet")
    return ngettext("%(n)d participant", "%(n)d participants", count) % {"n": count}


def what_next(step: str, position: str, stage: str, open_decisions: Sequence[str], *, by_heads: bool = False) -> str:
    """One sentence: whose turn it is and what to do."""
    if position == Position.PLAN_RETURNED:
        return _("The plan was returned. Correct it and send it again.")
    if position == Position.REPORT_RETURNED:
        return _("The report was returned. Correct the record and submit it again.")
    theirs = FINISHED_BY.get(step) in open_decisions
    sentences = {
        "plan": _("Look through the plan, then send it to the focal point."),
        "approval": _("Look through the plan, then approve it or return it.")
        if theirs
        else _("The focal point decides about the plan. You hear by mail."),
        "delivery": _("People are counted, not named. Enter the head count when the training is over.")
        if by_heads
        else _("The training is under way: record attendance in each half-day.")
        if stage == Stage.UNDER_WAY
        else _("Enrolment is open: pass the link on, or put the poster up."),
        "report": _("The training is over. Complete attendance and modules, then submit the report."),
        "verification": _("Compare the report with what you know, then verify it or return it.")
        if theirs
        else _("The focal point verifies the report. You hear by mail."),
        "lock": _("Its certificates are issued. Once its period is reported, lock it: then nothing in it changes.")
        if theirs
        else _("Nothing more to do here. Once its period is reported, the programme office locks it."),
    }
    return sentences[step]


def buttons_for(training: Training, step: str, open_decisions: Sequence[str], blocked: bool) -> list[Button]:
    """The one that leads onwards first, unless a rule blocks it; then returning. Cancelling stands elsewhere."""
    onwards = None if blocked else FINISHED_BY.get(step)
    kinds = [kind for kind in (onwards, DecisionKind.RETURN) if kind in open_decisions]
    return [button_for(training, kind, "" if kind == onwards else "secondary") for kind in kinds]


def cures_for(step: TrainingStep, stage: str, blocked: bool) -> list[Button]:
    """Where to put right what blocks, or to do the day's work: the main button when no decision is due."""
    look = "" if blocked or step.code == "delivery" else "secondary"
    if step.code == "plan" and step.more.get("change_url"):
        return [Button(_("Change the plan"), step.more["change_url"], look)]
    codes = {finding.code for finding in step.findings if finding.blocks}
    if step.code == "report" and "nobody_listed" in codes and step.more.get("import_url"):
        return [Button(_("Send in the list"), step.more["import_url"], look)]
    if step.code == "report" and blocked and not codes & RECORD:
        modules = step.more.get("modules_url")
        return [Button(_("Mark the modules"), modules, look)] if modules else []
    record = step.more.get("attendance_url") or step.more.get("head_count_url")
    if record and (step.code == "report" and blocked or stage == Stage.UNDER_WAY):
        by_heads = not step.more.get("attendance_url")
        return [Button(_("Enter the head count") if by_heads else _("Record attendance"), record, look)]
    return []


def button_for(training: Training, kind: str, look: str = "") -> Button:
    name, label = BUTTONS[DecisionKind(kind)]
    return Button(str(label), reverse(f"cascade:{name}", args=[training.pk]), look)
