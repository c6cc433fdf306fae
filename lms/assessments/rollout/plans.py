"""What other apps read of roll-out plans: the version in force, its deliveries, and the utilisation clock it sets.

    plan_of(person, training)      the confirmed plan in force, None before the focal point has confirmed one
    first_due_on(person, training) the day by which the first delivery was promised, None without a plan in force
    commitments_of(person)         every delivery promised in the plans in force, of all ToTs, by day
    first_dues(people)             {person id: that day} for many, in one query: of each person's latest ToT

The last day that any plan may set for the first delivery is `rollout_rules.first_due(training.ends_on)`: the clock to
show for somebody whose plan is not confirmed yet.
"""

from collections.abc import Iterable
from datetime import date

from ..models import Commitment, RolloutPlan


def plan_of(person, training) -> RolloutPlan | None:
    """The confirmed version with the highest number, with its `commitments`; None if none is confirmed."""
    rows = RolloutPlan.objects.in_force().filter(person=person, training=training)
    return rows.prefetch_related("commitments__institution").first()


def first_due_on(person, training) -> date | None:
    """The day of the earliest delivery promised (the last of its month, where only a month was promised)."""
    rows = commitments_of(person).filter(plan__training=training)
    return rows.values_list("due_on", flat=True).first()


def commitments_of(person):
    """Commitments of this person's plans in force, the earliest first, with institution and training (a queryset)."""
    rows = Commitment.objects.filter(plan__in=RolloutPlan.objects.in_force().filter(person=person))
    return rows.select_related("institution", "plan__training").order_by("due_on", "id")


def first_dues(people: Iterable) -> dict[int, date]:
    """{person id: the day the first delivery is due} over the plans in force of these people, one query.

    Of somebody with plans of two ToTs the later ToT's counts.
    """
    rows = Commitment.objects.filter(plan__in=RolloutPlan.objects.in_force().filter(person__in=people))
    found: dict[int, date] = {}
    for person, day in rows.order_by("plan__training__ends_on", "-due_on", "-id").values_list("plan__person", "due_on"):
        found[person] = day
    return found
