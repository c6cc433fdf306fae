"""A trainer: the next step of each own training, the certificate, the curriculum."""

from datetime import date, timedelta

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from curricula.kit.lessons import language_for_reader
from curricula.models import Edition
from lms.certification.models import Certificate
from lms.certification.validity import days_left
from lms.core.prepared import prepared
from lms.trainings.choices import VERIFIED_OR_LOCKED, EnrolmentStatus, Part, TrainingKind
from lms.trainings.models import Attendance, Enrolment, Session, Training
from lms.trainings.stages import Stage, stage_of

from ..cards import Figure, Link, Section, Task
from ..links import link, page_of
from .shared import draft_tasks

#: From so long before its end on, a certificate's end is a thing to act on.
RENEWAL = timedelta(days=90)


def trainer_section(user, person, day: date) -> Section:
    certificates = certificates_in_force(person=person.pk, day=day)
    trainings = own_trainings(person=person.pk, day=day)
    return Section(
        title=_("Trainer"),
        tasks=(
            *renewal_tasks(certificates, day),
            *(task for row in trainings if (task := next_step(row, day))),
            *draft_tasks(user),
        ),
        figures=figures(trainings, day),
        facts=tuple(_certificate_fact(row) for row in certificates) or (_no_certificate(),),
        links=(Link(_("My certification"), link("pool:my_certification")), *trainer_links(certificates)),
    )


@prepared
def certificates_in_force(*, person: int, day: date) -> QuerySet:
    """Their trainer certificates of the day."""
    return Certificate.objects.trainer().in_force(day).filter(person=person).select_related("curriculum")


@prepared
def own_trainings(*, person: int, day: date) -> QuerySet:
    """Trainings they lead or co-teach, with the half-days held, the seats taken and the attendance recorded."""
    taught = Training.objects.filter(deliverers__person=person).exclude(deliverers__part=Part.SUPPORT)
    taught = taught.exclude(kind=TrainingKind.TOT).select_related("institution__jurisdiction", "head_count")
    return taught.annotate(
        seats_taken=_count(Enrolment.objects.filter(status=EnrolmentStatus.ENROLLED), "training"),
        half_days_held=_count(Session.objects.filter(held_on__lte=day), "training"),
        recorded=_count(
            Attendance.objects.filter(session__held_on__lte=day, enrolment__status=EnrolmentStatus.ENROLLED),
            "session__training",
        ),
    ).order_by("starts_on")


def _count(rows, path: str):
    counted = rows.filter(**{path: OuterRef("pk")}).order_by().values(path).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def next_step(training: Training, day: date) -> Task | None:
    """The one thing to do next for this training, or nothing while it waits for somebody else."""
    step = STEPS.get(stage_of(training.status, training.starts_on, training.ends_on, day))
    words = step(training) if step else None
    if words is None:
        return None
    what, button, due, *way = words
    return Task(
        what=what % {"reference": training.reference},
        whose=training.title,
        due=due,
        today=day,
        url=link(way[0], training.pk) if way else page_of(training),
        button=button,
    )


def _draft(training):
    return _("Finish the plan of %(reference)s"), _("Go on planning"), training.starts_on


def _returned(training):
    return _("%(reference)s was returned to you"), _("See why"), None


def _approved(training):
    if training.seats_taken or training.head_count_only:
        return None
    return _("Invite participants to %(reference)s"), _("Open the poster"), training.starts_on, "trainings:poster"


def _under_way(training):
    if _attendance_complete(training):
        return None
    return _("Record attendance of %(reference)s"), _("Record"), training.ends_on, _attendance_page(training)


def _completed(training):
    if not training.seats_taken and not training.head_count_only:
        return (
            _("Send in the participants of %(reference)s"),
            _("Send in the list"),
            training.ends_on,
            "trainings:roster_import",
        )
    if not _attendance_complete(training):
        return (
            _("Attendance of %(reference)s is not complete"),
            _("Record"),
            training.ends_on,
            _attendance_page(training),
        )
    return _("Submit %(reference)s for verification"), _("Submit"), training.ends_on


STEPS = {
    Stage.DRAFT: _draft,
    Stage.RETURNED: _returned,
    Stage.APPROVED: _approved,
    Stage.UNDER_WAY: _under_way,
    Stage.COMPLETED: _completed,
}


def _attendance_page(training) -> str:
    return "trainings:head_count" if training.head_count_only else "trainings:attendance"


def _attendance_complete(training) -> bool:
    if training.head_count_only:
        return getattr(training, "head_count", None) is not None
    return training.recorded >= training.seats_taken * training.half_days_held


def renewal_tasks(certificates, day: date) -> list[Task]:
    return [
        Task(
            what=_("Your trainer certificate ends"),
            whose=str(row.curriculum),
            due=row.valid_until,
            today=day,
            url=link("certification:certificate_detail", row.pk),
            button=_("See the certificate"),
        )
        for row in certificates
        if (left := days_left(row.valid_until, day)) is not None and left <= RENEWAL.days
    ]


def figures(trainings, day: date) -> tuple[Figure, ...]:
    """What they delivered, for how many, and what is to come."""
    stages = [(row, stage_of(row.status, row.starts_on, row.ends_on, day)) for row in trainings]
    done = [row for row in trainings if row.status in VERIFIED_OR_LOCKED]
    to_come = [row for row, stage in stages if stage in (Stage.PLANNED, Stage.APPROVED, Stage.UNDER_WAY)]
    url = link("cascade:training_list")
    return (
        Figure(_("Your trainings to come"), len(to_come), url=url),
        Figure(_("Your trainings verified"), len(done), url=url),
        Figure(_("Participants in them"), sum(row.seats_taken for row in done)),
    )


def trainer_links(certificates) -> list[Link]:
    """Planning and the whole curriculum, for as long as the certificate is in force."""
    if not certificates:
        return []
    latest = {row.curriculum_id: row for row in _editions(certificates)}
    kits = [
        Link(_("Download %(title)s, edition %(label)s") % {"title": row.curriculum.title, "label": row.label},
             f"{link('curricula:edition_kit', row.pk)}?language={language_for_reader(row)}")
        for row in latest.values()
    ]  # fmt: skip
    return [Link(_("Plan a training"), link("cascade:training_plan")), *kits]


def _editions(certificates):
    """Editions of the certified curricula, the latest of each last."""
    return _editions_of(curricula=frozenset(row.curriculum_id for row in certificates))


@prepared
def _editions_of(*, curricula: frozenset[int]) -> QuerySet:
    rows = Edition.objects.published().filter(curriculum__in=curricula).select_related("curriculum")
    return rows.order_by("published_at", "pk")


def _certificate_fact(certificate) -> dict:
    until = date_format(certificate.valid_until, "j F Y")
    return {
        "label": str(certificate.curriculum),
        "value": _("%(level)s trainer, in force until %(until)s")
        % {"level": certificate.get_level_display().capitalize(), "until": until},
        "url": link("certification:certificate_detail", certificate.pk),
        "action": _("See"),
    }


def _no_certificate() -> dict:
    return {
        "label": _("Trainer certificate"),
        "value": _("None in force today: trainings cannot be planned or delivered, trainer materials are closed."),
    }
