"""One's own certification: every step, the conditions of what comes next, deliveries, lineage, certificates."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.core.clock import today
from lms.core.prepared import prepared
from lms.people.models import Person

from .. import mine
from ..journey import steps_of, stopped


@require_safe
def my_certification(request: HttpRequest) -> HttpResponse:
    """What the signed-in person's way to and as a trainer looks like today."""
    person = _person.first(user=request.user.pk)
    context = _shown(person) if person else {}
    return render(request, "pool/my_certification.html", {"person": person, **context})


def _shown(person: Person) -> dict:
    day = today(person.institution.jurisdiction.time_zone)
    certificate = mine.speaking_certificate(person)
    acts = mine.next_acts(certificate, day)
    tot, promises = mine.latest_tot(person), mine.promises_of(person)
    facts = mine.facts_about(person, certificate, acts, day, tot=tot, promises=promises)
    deliveries = mine.own_deliveries(person)
    return {
        "day": day,
        "certificate": certificate,
        "facts": facts,
        "steps": steps_of(facts) if facts else [],
        "stopped": stopped(facts) if facts else None,
        "acts": acts,
        "certificates": mine.certificates_of(person),
        "deliveries": deliveries,
        "reach": mine.reach_of(deliveries) if deliveries else None,
        "promises": promises,
        "taught_by": mine.taught_by(tot[0]),
    }


@prepared
def _person(*, user: int) -> QuerySet:
    """With the time zone their days are counted in."""
    return Person.objects.filter(user=user).select_related("institution__jurisdiction").order_by()
