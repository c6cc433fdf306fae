"""When two records are one person: their places and deliveries move to the record that is kept."""

from django.utils.translation import gettext as _

from lms.core.rules import Finding
from lms.people.models import Person

from .choices import EnrolmentStatus
from .models import Deliverer, Enrolment


def move_places(keep: Person, drop: Person) -> list[Finding]:
    """Point places and deliveries at `keep`. Both in one training speaks against it, unless one was given back."""
    kept = {row.training_id: row for row in Enrolment.objects.filter(person=keep)}
    for row in Enrolment.objects.filter(person=drop):
        other = kept.get(row.training_id)
        if other and EnrolmentStatus.WITHDRAWN in (row.status, other.status):
            _keep_one(row, other, keep)
        elif other:
            return [_both_in_one(row.training.reference)]
        else:
            Enrolment.objects.filter(pk=row.pk).update(person=keep)
    taught = set(Deliverer.objects.filter(person=keep).values_list("training", flat=True))
    for row in Deliverer.objects.filter(person=drop).select_related("training"):
        if row.training_id in taught:
            return [_both_in_one(row.training.reference)]
        Deliverer.objects.filter(pk=row.pk).update(person=keep)
    return []


def _keep_one(row: Enrolment, other: Enrolment, keep: Person) -> None:
    """Of a place and a place given back in one training, the place counts."""
    gone, stays = (row, other) if row.status == EnrolmentStatus.WITHDRAWN else (other, row)
    gone.attendance.all().delete()
    gone.delete()
    Enrolment.objects.filter(pk=stays.pk).update(person=keep)


def _both_in_one(reference: str) -> Finding:
    return Finding(
        "both_in_training",
        _("Both stand in training %(reference)s. Withdraw one of the two places first.") % {"reference": reference},
    )
