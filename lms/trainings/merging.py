"""When two records are one person: their places and deliveries move to the record that is kept."""

from django.utils.translation import gettext as _

from lms.core.rules import Finding
from lms.people.models import Person

from .choices import EnrolmentStatus
from .models import AgendaFacilitator, AgendaItem, Deliverer, Enrolment


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
    return _move_items(keep, drop)


def _move_items(keep: Person, drop: Person) -> list[Finding]:
    """Items of agendas that the two lead; one person cannot lead two at once."""
    mine = AgendaItem.objects.standing().filter(leaders__person=keep, leaders__leads=True)
    for row in AgendaFacilitator.objects.filter(person=drop).select_related("item__training"):
        item = row.item
        if row.leads and mine.at_once_with(item.starts_at, item.ends_at).exclude(pk=item.pk).exists():
            return [_at_once(item)]
        other = AgendaFacilitator.objects.filter(person=keep, item=item)
        if other.exists():
            other.filter(leads=False).update(leads=row.leads)
            row.delete()
        else:
            AgendaFacilitator.objects.filter(pk=row.pk).update(person=keep)
    return []


def _at_once(item: AgendaItem) -> Finding:
    words = _("Both lead an item at the same time in %(reference)s. Change its agenda first.")
    return Finding("both_lead", words % {"reference": item.training.reference})


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
