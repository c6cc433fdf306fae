"""A plan that is not saved yet: what the form says, as the rules and the service need it."""

from lms.trainings.choices import Part, TrainingKind
from lms.trainings.fields import PLANNED
from lms.trainings.models import Training

from .checks import PlannedHalfDay, core_modules, plan_facts, planned_sessions
from .forms import PlanForm, ProgrammeForm
from .planner import half_days
from .rules import judge_plan
from .services.planning import grouped


def programme_form(form: PlanForm, data, *, saved=None) -> ProgrammeForm:
    """The programme for a plan that is valid; `saved` is {module id: key of its half-day}."""
    plan = form.cleaned_data
    places = half_days(plan["starts_on"], plan["ends_on"])
    return ProgrammeForm(data, places=places, modules=core_modules(plan["edition"]), saved=saved)


def findings_of(form: PlanForm, programme: ProgrammeForm) -> list:
    """What the rules say to the plan as it stands on the page."""
    plan = form.cleaned_data
    sessions = [PlannedHalfDay(row.held_on, row.half, tuple(row.module_ids)) for row in grouped(programme.chosen)]
    deliverers = [(plan["lead"], Part.LEAD), *((person, Part.CO_TRAINER) for person in plan["co_trainers"])]
    return judge_plan(plan_facts(_sketch(form), deliverers, planned_sessions(sessions, programme.modules)))


def _sketch(form: PlanForm) -> Training:
    """The training as it would be, with its key if it is saved already; never saved from here."""
    plan, saved = form.cleaned_data, form.training
    return Training(
        pk=saved.pk if saved else None,
        kind=saved.kind if saved else plan.get("kind", TrainingKind.CASCADE),
        institution=saved.institution if saved else plan["institution"],
        edition=plan["edition"],
        curriculum=plan["edition"].curriculum,
        **{name: plan[name] for name in PLANNED},
    )


def answers_of(form: PlanForm, programme: ProgrammeForm) -> dict:
    """What `plan_training` or `change_plan` is called with."""
    return {**form.cleaned_data, "programme": grouped(programme.chosen)}


def initial_of(training: Training) -> dict:
    """What the form of a saved plan begins with."""
    parts = list(training.deliverers.all())
    return {
        **{name: getattr(training, name) for name in PLANNED},
        "title": training.title,
        "edition": training.edition_id,
        "version": training.version,
        "lead": next((row.person_id for row in parts if row.part == Part.LEAD), None),
        "co_trainers": [row.person_id for row in parts if row.part == Part.CO_TRAINER],
    }


def saved_places(training: Training) -> dict[int, str]:
    """{module id: key of the half-day it is planned for}."""
    rows = training.sessions.prefetch_related("modules")
    return {module.module_id: f"{row.held_on.isoformat()}-{row.half}" for row in rows for module in row.modules.all()}
