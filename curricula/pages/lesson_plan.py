"""The lesson plan as arithmetic: the running clock of its steps, and whether a module can be taught as written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.rules import Finding

from ..blocks import METHODS, PLAN_WORDS

METHOD_WORDS = dict(METHODS)


@dataclass(frozen=True)
class LessonStep:
    """One step of a lesson plan; `starts` and `ends` are minutes from the beginning of the module."""

    number: int
    starts: int
    minutes: int
    title: str
    method: str
    detail: str
    materials: str
    kind: str = "step"
    more: dict = field(default_factory=dict)

    @property
    def kind_word(self) -> str:
        """What this part of the plan is; a plain step goes by its method."""
        return str(PLAN_WORDS.get(self.kind, self.method_word))

    @property
    def ends(self) -> int:
        return self.starts + self.minutes

    @property
    def clock(self) -> str:
        """When it starts, as h:mm."""
        return clock(self.starts)

    @property
    def method_word(self) -> str:
        return str(METHOD_WORDS.get(self.method, self.method))


@dataclass(frozen=True)
class Mark:
    """A step on the rail beside the plan; `height` in pixels follows its share of the time."""

    step: LessonStep
    height: int

    @property
    def bar(self) -> int:
        """The part of the height that is drawn; the rest parts it from the next."""
        return self.height - 3


def rail(steps: list[LessonStep], *, height: int = 300, least: int = 28) -> list[Mark]:
    """The steps that take time as marks of a rail about so many pixels high, none smaller than `least`."""
    steps = [step for step in steps if step.minutes]
    whole = sum(step.minutes for step in steps) or 1
    return [Mark(step, max(least, round(height * step.minutes / whole))) for step in steps]


def clock(minutes: int) -> str:
    """Minutes from the beginning as h:mm ("0:05", "1:30")."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02d}"


def timed(steps: Iterable[dict]) -> list[LessonStep]:
    """The parts of a lesson plan in their order, each with the minute at which it starts; one of no time has 0."""
    rows: list[LessonStep] = []
    for number, step in enumerate(steps, 1):
        starts = rows[-1].ends if rows else 0
        facts = {name: step.get(name) or "" for name in ("method", "detail", "materials")}
        kind = step.get("type", "step")
        title = step.get("title") or str(PLAN_WORDS.get(kind, ""))
        minutes = step.get("minutes") or 0
        rows.append(
            LessonStep(number=number, starts=starts, minutes=minutes, title=title, kind=kind, more=step, **facts)
        )
    return rows


def findings(minutes: int, steps: Iterable[dict], objectives: Iterable[str]) -> list[Finding]:
    """Why a module of so many minutes cannot be taught as written; empty if it can."""
    planned = sum(step.get("minutes") or 0 for step in steps)
    found = []
    if planned != minutes:
        found.append(Finding("minutes_differ", _minutes_differ(planned, minutes)))
    if not any(str(text).strip() for text in objectives):
        message = _("No learning objective is stated. Write at least one: what can a participant do afterwards?")
        found.append(Finding("objective_missing", message))
    return found


def _minutes_differ(planned: int, minutes: int) -> str:
    steps = ngettext("The steps take %d minute", "The steps take %d minutes", planned) % planned
    module = ngettext("the module has %d minute.", "the module has %d minutes.", minutes) % minutes
    return " ".join([f"{steps},", module, _("Change the steps, or the module's minutes.")])


def in_hours(minutes: int) -> str:
    """A length of time as it is read: "45 min", "2 h", "1 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    parts = [_("%d h") % hours if hours else "", _("%d min") % rest if rest or not hours else ""]
    return " ".join(filter(None, parts))
