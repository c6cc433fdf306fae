"""The list of cascade trainings: who sees which, the filters, and the sets behind each stage."""

from django.db.models import F, Func, OuterRef, Prefetch, Q, QuerySet, Subquery

from lms.core.clock import today
from lms.trainings.choices import EnrolmentStatus, Part, TrainingKind, TrainingStatus
from lms.trainings.models import Deliverer, Enrolment, Training
from lms.trainings.stages import Stage, stage_of

RELATED = ("institution__jurisdiction", "curriculum", "edition")
#: Trainings that took place or will: approved at least.
TOOK_PLACE = (
    TrainingStatus.APPROVED,
    TrainingStatus.SUBMITTED,
    TrainingStatus.VERIFIED,
    TrainingStatus.LOCKED,
)


def cascade_trainings(user) -> QuerySet:
    """Cascade trainings and refreshers that this user may see."""
    return Training.objects.visible_to(user).exclude(kind=TrainingKind.TOT).select_related(*RELATED)


def of_stage(rows: QuerySet, stage: str) -> QuerySet:
    """The trainings in a stage today; "under way" and "completed" follow from the dates of approved ones."""
    day = today()
    if stage == Stage.UNDER_WAY:
        return rows.filter(status=TrainingStatus.APPROVED, starts_on__lte=day, ends_on__gte=day)
    if stage == Stage.COMPLETED:
        return rows.filter(status=TrainingStatus.APPROVED, ends_on__lt=day)
    if stage == Stage.APPROVED:
        return rows.filter(status=TrainingStatus.APPROVED, starts_on__gt=day)
    return rows.filter(status=stage)


def delivered(rows: QuerySet) -> QuerySet:
    """Approved at least, and the last day is over."""
    return rows.filter(is_delivered())


def is_delivered(path: str = "", day=None) -> Q:
    """The same as a condition on whatever leads to a training: `is_delivered("training__")` for who taught it.

    `day`: the day to look from, today without one.
    """
    return Q(**{f"{path}ends_on__lt": day or today(), f"{path}status__in": TOOK_PLACE})


def taught_by(rows: QuerySet, person_id: int, part: str = "") -> QuerySet:
    """The trainings this person leads or co-delivers; only those with this part, if one is named."""
    taught = Deliverer.objects.filter(person=person_id).exclude(part=Part.SUPPORT)
    return rows.filter(pk__in=(taught.filter(part=part) if part else taught).values("training"))


def filtered(rows: QuerySet, chosen: dict) -> QuerySet:
    """The rows that the filters leave; an empty filter leaves all."""
    if institution := chosen.get("institution"):
        rows = rows.filter(institution=institution)
    if stage := chosen.get("stage"):
        rows = of_stage(rows, stage)
    if year := chosen.get("year"):
        rows = rows.filter(starts_on__year=year)
    if language := chosen.get("language"):
        rows = rows.filter(language=language)
    if trainer := chosen.get("trainer"):
        rows = taught_by(rows, trainer, chosen.get("part", ""))
    if chosen.get("delivered"):
        rows = delivered(rows)
    return rows


def for_showing(rows: QuerySet) -> QuerySet:
    """With the lead trainer and the number on the list, counted for the rows shown alone."""
    seated = Enrolment.objects.filter(training=OuterRef("pk"), status=EnrolmentStatus.ENROLLED).order_by()
    counted = seated.annotate(number=Func(F("pk"), function="COUNT")).values("number")
    leads = Deliverer.objects.filter(part=Part.LEAD).select_related("person")
    return (
        rows.annotate(listed=Subquery(counted))
        .select_related("head_count")
        .prefetch_related(Prefetch("deliverers", queryset=leads, to_attr="leads"))
        .order_by("-starts_on", "-ends_on", "-pk")
    )


def stage_today(training: Training) -> Stage:
    """The stage on the day it is where the training is held."""
    day = today(training.institution.jurisdiction.time_zone)
    return stage_of(training.status, training.starts_on, training.ends_on, day)


def with_stages(rows) -> list[Training]:
    """The rows with `stage`, `tone`, `lead` and `people` for the table."""
    found = list(rows)
    for row in found:
        row.stage = stage_today(row)
        row.tone = row.stage.tone
        row.lead = row.leads[0].person if row.leads else None
        row.people = head_count_of(row) if row.head_count_only else row.listed
    return found


def head_count_of(training: Training) -> int | None:
    """The number counted without names, or None while it is missing."""
    counted = getattr(training, "head_count", None)
    return counted.total if counted else None
