"""A person's own places in trainings, and the poster that others enrol by."""

import segno
from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from lms.core.clock import today
from lms.core.paging import page_of

from ..models import Enrolment
from ..stages import RECORDABLE
from .common import frame, training_of
from .enrol import closed_reason


@require_safe
def my_enrolments(request):
    """Every training one has or had a place in, those to come first."""
    rows = Enrolment.objects.filter(person__user=request.user).select_related(
        "training__institution__jurisdiction", "completion", "person"
    )
    found = page_of(request, rows.order_by("-training__starts_on", "-pk"), size=30)
    waiting = waiting_numbers(found.object_list)
    for row in found:
        row.is_over = row.training.ends_on < today(row.training.institution.jurisdiction.time_zone)
        row.number = waiting.get(row.pk)
        row.may_withdraw = row.training.status in RECORDABLE and row.status in ("enrolled", "waitlisted")
    return render(request, "trainings/my_enrolments.html", {"page_obj": found})


def waiting_numbers(rows) -> dict[int, int]:
    """{enrolment id: number on the waiting list}, from one query."""
    trainings = {row.training_id for row in rows if row.status == "waitlisted"}
    queues: dict[int, list[int]] = {}
    waiting = Enrolment.objects.filter(training__in=trainings, status="waitlisted").order_by("training", "place")
    for pk, training_id in waiting.values_list("pk", "training"):
        queues.setdefault(training_id, []).append(pk)
    return {pk: number for queue in queues.values() for number, pk in enumerate(queue, 1)}


@require_safe
def poster(request, pk):
    """A page to print and hang up: the training, a QR code, the address to type."""
    training = training_of(request, pk)
    address = settings.BASE_URL + reverse("enrol:start", args=[training.enrolment_code])
    code = segno.make(address, error="m").svg_inline(scale=8, border=2, svgclass="qr__code", lineclass=None)
    context = {
        **frame(request, training, ""),
        "address": address,
        "short": settings.BASE_URL.partition("://")[2] + reverse("enrol:find"),
        "qr": mark_safe(code),  # noqa: S308 - made here from an address of our own
        "closed": closed_reason(training),
    }
    return render(request, "trainings/poster.html", context)
