"""The trainer pool as rows: one for each trainer and curriculum, at the certificate that speaks for them today.

Sets are narrowed in SQL by subqueries that are worked out once, not once a row; what a page shows is fetched for
its own rows only. The number of queries is the same for one trainer and for five thousand.
"""

from datetime import date, timedelta

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet

from lms.cascade.listing import delivered
from lms.certification.choices import EventKind, Level, State
from lms.certification.models import Certificate, CertificateEvent
from lms.certification.tones import with_words
from lms.core.clock import today
from lms.core.text import fold
from lms.people.scope import Scope
from lms.trainings.choices import Part, TrainingKind
from lms.trainings.models import Deliverer, SessionModule, Training

from .rules import active_since, is_active

ORDERS = {
    "name": ("person__name_key",),
    "institution": ("institution__name", "person__name_key"),
    "tot": ("training__ends_on", "person__name_key"),
    "valid_until": ("valid_until", "person__name_key"),
}


def trainers_in(scope: Scope) -> QuerySet:
    """The certificates that speak for the trainers of these institutions today, with `on_day` and `state`.

    Of a chain the one that has begun last; one that is still to begin only where there is none before it; a withdrawn
    one only while no newer one has begun.
    """
    rows = Certificate.objects.trainer().with_state().filter(person__merged_into=None, person__anonymised_at=None)
    if not scope.everything:
        rows = rows.filter(person__institution__in=scope.institution_ids)
    begun = Certificate.objects.trainer().with_state().filter(valid_from__lte=F("on_day"))
    newer = begun.filter(person=OuterRef("person"), curriculum=OuterRef("curriculum"), pk__gt=OuterRef("pk"))
    withdrawn = CertificateEvent.objects.filter(kind=EventKind.WITHDRAWN).values("certificate")
    overtaken = Certificate.objects.filter(Exists(newer), pk__in=withdrawn)
    return (
        rows.exclude(pk__in=begun.exclude(replaces=None).values("replaces"))
        .exclude(valid_from__gt=F("on_day"), replaces__isnull=False)
        .exclude(pk__in=overtaken.values("pk"))
    )


def trainers_in_force() -> QuerySet:
    """The rows of everybody whose certificate is in force today."""
    return in_state(trainers_in(Scope(everything=True)), State.IN_FORCE)


# Sets -----------------------------------------------------------------------------------------------------------------


def in_state(rows: QuerySet, state: str) -> QuerySet:
    """The rows in this state today. Dates say it for those that nothing happened to; the events of the few others
    are looked at one by one."""
    eventful = CertificateEvent.objects.values("certificate")
    looked_at = Certificate.objects.trainer().filter(pk__in=eventful).with_state().filter(state=state)
    by_dates = {
        State.NOT_YET: Q(valid_from__gt=F("on_day")),
        State.EXPIRED: Q(valid_until__lt=F("on_day")),
        State.IN_FORCE: Q(valid_from__lte=F("on_day"), valid_until__gte=F("on_day")),
    }
    plain = by_dates.get(state, Q(pk=None)) & ~Q(pk__in=eventful)
    return rows.filter(plain | Q(pk__in=looked_at.values("pk")))


def deliveries() -> QuerySet:
    """Who taught which delivered training, as lead or co-trainer; a ToT is no delivery."""
    trainings = delivered(Training.objects.exclude(kind=TrainingKind.TOT))
    return Deliverer.objects.filter(training__in=trainings).exclude(part=Part.SUPPORT)


def delivered_since(day: date) -> QuerySet:
    """The ids of the people who delivered a training that ended after the day."""
    return deliveries().filter(training__ends_on__gt=day).values("person")


def active(rows: QuerySet, day: date) -> QuerySet:
    """Active by the rule (`rules.is_active`): certified, in force, and delivered within the last twelve months."""
    certified = in_state(rows, State.IN_FORCE).exclude(level=Level.PROVISIONAL)
    return certified.filter(person__in=delivered_since(active_since(day)))


def teaching_module(rows: QuerySet, module_id: int) -> QuerySet:
    """Trainers whose delivered trainings had the module in them."""
    taught = SessionModule.objects.filter(module=module_id, delivered=True).values("session__training")
    return rows.filter(person__in=deliveries().filter(training__in=taught).values("person"))


def speaking(rows: QuerySet, language: str) -> QuerySet:
    """Trainers who have the language as their own, or have delivered in it."""
    taught = deliveries().filter(training__language=language).values("person")
    return rows.filter(Q(person__language=language) | Q(person__in=taught))


def named(rows: QuerySet, words: str) -> QuerySet:
    """Trainers whose name has all the words, in any script, or whose certificate has this number."""
    parts = fold(words[:200]).split()
    name = Q(*[Q(person__name_key__contains=part) for part in parts]) if parts else Q(pk=None)
    return rows.filter(name | Q(number__iexact=words.strip()[:60]))


def narrowed(rows: QuerySet, chosen: dict, day: date) -> QuerySet:
    """The rows that the filters leave; an empty filter leaves all."""
    for name, path in (("institution", "person__institution"), ("level", "level"), ("curriculum", "curriculum"),
                       ("jurisdiction", "person__institution__jurisdiction")):  # fmt: skip
        if chosen.get(name):
            rows = rows.filter(**{path: chosen[name]})
    for name, narrow in (("state", in_state), ("language", speaking), ("module", teaching_module), ("q", named)):
        if chosen.get(name):
            rows = narrow(rows, chosen[name])
    if chosen.get("expiring"):
        last = day + timedelta(days=chosen["expiring"])
        rows = in_state(rows, State.IN_FORCE).filter(valid_until__lte=last)
    return _by_deliveries(rows, chosen.get("delivered"), day)


def _by_deliveries(rows: QuerySet, which: str | None, day: date) -> QuerySet:
    """`which`: "active", "inactive" (in force, but not active), "once" (at least once), "never"."""
    if which == "active":
        return active(rows, day)
    if which == "inactive":
        return in_state(rows, State.IN_FORCE).exclude(pk__in=active(rows, day).values("pk"))
    if which in ("once", "never"):
        taught = Q(person__in=deliveries().values("person"))
        return rows.filter(taught if which == "once" else ~taught)
    return rows


def ordered(rows: QuerySet, sort: str) -> QuerySet:
    """By one of ORDERS, "-" before it for the other way round; anything else is by name."""
    key = sort.removeprefix("-")
    fields = ORDERS.get(key, ORDERS["name"])
    if sort == f"-{key}" and key in ORDERS:
        fields = (f"-{fields[0]}", *fields[1:])
    return rows.order_by(*fields, "pk")


# What a page shows ----------------------------------------------------------------------------------------------------


def for_showing(rows: QuerySet) -> QuerySet:
    """With the records that a line names, in the same query."""
    return rows.select_related("person", "institution__jurisdiction", "curriculum", "training").defer(
        "facts", "training__venue", "person__other_spellings", "institution__other_names"
    )


def with_deliveries(rows) -> list[Certificate]:
    """The rows with `delivered` (how often), `first_on`, `last_on`, `active`, `days_since` (the ToT), words and tone.

    One query more for any number of rows.
    """
    found, day = list(rows), today()
    counts = deliveries_by_person({row.person_id for row in found})
    for row in found:
        row.delivered, row.first_on, row.last_on = counts.get(row.person_id, (0, None, None))
        row.active = is_active(row.level, row.state, row.last_on, day)
        row.days_since = (day - row.training.ends_on).days
        with_words(row)
    return found


def deliveries_by_person(person_ids) -> dict[int, tuple[int, date, date]]:
    """{person: (trainings delivered, first day of the first, last day of the last)}; nobody who never did."""
    rows = deliveries().filter(person__in=person_ids).order_by().values_list("person")
    rows = rows.annotate(n=Count("pk"), first=Min("training__starts_on"), last=Max("training__ends_on"))
    return {person: (n, first, last) for person, n, first, last in rows}
