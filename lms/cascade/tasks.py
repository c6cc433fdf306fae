"""Mail about decisions on cascade trainings, each in its reader's language; run by the worker after the commit."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import translation
from django_tasks import task

from lms.core.designation import designate, designate_mail
from lms.institutions.tree import upwards
from lms.people.choices import RoleKind
from lms.people.models import Role, User
from lms.trainings.choices import DecisionKind, Part
from lms.trainings.models import Decision, Training

#: Decisions that the focal points have to answer, and those that the trainers wait for.
FOR_FOCAL_POINTS = frozenset({DecisionKind.PLAN, DecisionKind.SUBMIT})
FOR_TRAINERS = frozenset({DecisionKind.APPROVE, DecisionKind.RETURN, DecisionKind.VERIFY, DecisionKind.CANCEL})


@task()
def send_decision_mails(decision_id: int) -> int:
    """Tell those whose turn it is, or who wait for it, about a decision. Returns how many were told."""
    rows = Decision.objects.select_related("training__institution__jurisdiction", "training__edition")
    decision = rows.get(pk=decision_id)
    readers = focal_points_of(decision.training) if decision.kind in FOR_FOCAL_POINTS else []
    if decision.kind in FOR_TRAINERS:
        readers = trainers_of(decision.training)
    messages = [decision_mail(decision, reader) for reader in readers if reader.pk != decision.by_id]
    return get_connection().send_messages(messages) or 0 if messages else 0


def focal_points_of(training: Training) -> list[User]:
    """The focal points of the institution and of those above it; where there is none, the programme office."""
    found = Role.objects.focal_points().filter(institution__in=upwards(training.institution_id))
    office = Role.objects.live().filter(kind=RoleKind.OFFICE, institution=None, user__is_active=True)
    return _users(found.select_related("user")) or _users(office.select_related("user"))


def trainers_of(training: Training) -> list[User]:
    """The accounts of lead and co-trainers, and of who made the plan."""
    rows = User.objects.filter(is_active=True)
    teaching = training.deliverers.exclude(part=Part.SUPPORT).values("person__user")
    return list((rows.filter(pk__in=teaching) | rows.filter(pk=training.created_by_id)).order_by("pk"))


def _users(roles: Iterable[Role]) -> list[User]:
    return list({role.user_id: role.user for role in roles}.values())


def decision_mail(decision: Decision, reader: User) -> EmailMessage:
    """The message for one reader."""
    training = decision.training
    context = {
        "decision": decision,
        "training": training,
        "address": f"{settings.BASE_URL}{training.get_absolute_url()}",
    }
    with translation.override(language_of(reader)):
        subject = " ".join(render_to_string(f"cascade/mail/{decision.kind}_subject.txt", context).split())
        body = render_to_string(f"cascade/mail/{decision.kind}.txt", context)
    return EmailMessage(designate(subject), designate_mail(body), to=[reader.email])


def language_of(user: User) -> str:
    """The interface's language of the account, else English."""
    return user.language if user.language in dict(settings.INTERFACE_LANGUAGES) else settings.LANGUAGE_CODE
