"""A trainee: own places, own certificates, own materials."""

from datetime import date

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from lms.certification.choices import CertificateKind
from lms.certification.models import Certificate
from lms.cohorts.models import Nomination
from lms.core.days import days_text
from lms.core.prepared import prepared
from lms.people.models import Person
from lms.trainings.choices import CompletionOutcome, EnrolmentStatus, TrainingStatus
from lms.trainings.models import Enrolment

from ..cards import Figure, File, Link, OwnEnrolment, Section
from ..links import library, link
from .assessments import participant_tasks

#: How many places the page shows; the others are in the list.
SHOWN = 6


def trainee_section(user, person, day: date, *, also_teaches: bool = False) -> Section | None:
    """None for somebody who never had a place and holds nothing."""
    rows = own_enrolments(person=person.pk)
    files = tuple(certificate_files(person))
    nominated = bool(_nominations(person=person.pk))
    if not rows and not files and not nominated:
        return None
    reads = any(row.status == EnrolmentStatus.ENROLLED for row in rows)
    links = [
        Link(_("All your trainings"), link("trainings:my_enrolments")),
        *([Link(_("Read the materials"), library())] if reads else []),
        *([Link(_("My certification"), link("pool:my_certification"))] if nominated and not also_teaches else []),
    ]
    return Section(
        title=_("As a participant") if also_teaches else _("Your trainings"),
        tasks=tuple(participant_tasks(user, person, day)),
        figures=() if also_teaches else trainee_figures(person, day),
        places=tuple(place(row, day) for row in rows),
        files=files,
        links=tuple(links),
    )


def trainee_figures(person, day: date) -> tuple[Figure, ...]:
    """Trainings to come, completed, and what there is to show for it."""
    to_come, completed, certificates = _counts.first(person=person.pk, day=day)
    return (
        Figure(_("Trainings to come"), to_come),
        Figure(_("Trainings completed"), completed),
        Figure(_("Your certificates"), certificates),
    )


@prepared
def _counts(*, person: int, day: date) -> QuerySet:
    """One row: trainings to come, trainings completed, certificates."""
    seats = Enrolment.objects.filter(person=OuterRef("pk"))
    to_come = seats.filter(status=EnrolmentStatus.ENROLLED, training__ends_on__gte=day)
    to_come = to_come.exclude(training__status=TrainingStatus.CANCELLED)
    completed = seats.filter(completion__outcome=CompletionOutcome.COMPLETED)
    certificates = Certificate.objects.filter(person=OuterRef("pk"))
    row = Person.objects.filter(pk=person).order_by()
    return row.values_list(*(_number_of(rows) for rows in (to_come, completed, certificates)))


def _number_of(rows) -> Coalesce:
    """How many rows a person (the outer row's) has."""
    counted = rows.order_by().values("person").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


@prepared
def _nominations(*, person: int) -> QuerySet:
    return Nomination.objects.filter(person=person).order_by().values_list("pk")[:1]


@prepared
def own_enrolments(*, person: int) -> QuerySet:
    """The person's latest places, the newest training first, with the number in the queue of those who wait."""
    before = Enrolment.objects.filter(
        training=OuterRef("training"), status=EnrolmentStatus.WAITLISTED, place__lte=OuterRef("place")
    )
    number = before.order_by().values("training").annotate(n=Count("pk")).values("n")
    rows = Enrolment.objects.filter(person=person).select_related("training__institution", "completion")
    rows = rows.annotate(number=Coalesce(Subquery(number, output_field=IntegerField()), 0))
    return rows.order_by(F("training__starts_on").desc(), "-pk")[:SHOWN]


def place(enrolment: Enrolment, day: date) -> OwnEnrolment:
    training = enrolment.training
    state, tone = state_of(enrolment, day)
    days = days_text(training.starts_on, training.ends_on)
    return OwnEnrolment(training.title, f"{days}, {training.venue}", state, tone, link("trainings:my_enrolments"))


def state_of(enrolment: Enrolment, day: date) -> tuple[str, str]:
    """The word for one's place today, and its tone."""
    completion = getattr(enrolment, "completion", None)
    if completion is not None:
        tone = "done" if completion.outcome == CompletionOutcome.COMPLETED else "attention"
        return completion.get_outcome_display(), tone
    if enrolment.training.status == TrainingStatus.CANCELLED:
        return _("cancelled"), "neutral"
    if enrolment.status == EnrolmentStatus.WAITLISTED and enrolment.training.ends_on >= day:
        return _("number %(n)d on the waiting list") % {"n": enrolment.number}, "attention"
    if enrolment.training.ends_on < day:
        return _("over"), "neutral"
    return enrolment.get_status_display(), EnrolmentStatus(enrolment.status).tone


def certificate_files(person) -> list[File]:
    return [
        File(
            name=row.training.title,
            kind="PDF",
            url=link("certification:certificate_download", row.pk),
            note=row.number,
            language=row.get_language_display(),
        )
        for row in _completions(person=person.pk)
    ]


@prepared
def _completions(*, person: int) -> QuerySet:
    """Certificates that have a training to be named by."""
    return Certificate.objects.filter(person=person, kind=CertificateKind.COMPLETION).select_related("training")
