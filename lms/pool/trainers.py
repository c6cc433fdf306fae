"""The trainer pool as rows: one for each trainer and curriculum, at the certificate that speaks for them today.

Sets are narrowed in SQL by subqueries that are worked out once, not once a row; what a page shows is fetched for
its own rows only. The number of queries is the same for one trainer and for five thousand.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet

from lms.cascade.listing import is_delivered
from lms.certification.choices import EventKind, Level, State
from lms.certification.models import Certificate, CertificateEvent
from lms.certification.querysets import dates_say, days_by_zone
from lms.certification.validity import CertificateFacts, Event, state_on
from lms.core.clock import today
from lms.core.text import fold
from lms.people.scope import Scope
from lms.trainings.choices import Part, TrainingKind
from lms.trainings.models import Deliverer, SessionModule

from .rules import active_since, is_active

#: What trainers deliver; a ToT makes trainers and is no delivery.
CASCADE_KINDS = (TrainingKind.CASCADE, TrainingKind.REFRESHER)
ORDERS = {
    "name": ("person__name_key",),
    "institution": ("person__institution__name", "person__name_key"),
    "tot": ("training__ends_on", "person__name_key"),
    "valid_until": ("valid_until", "person__name_key"),
}


def trainers_in(scope: Scope) -> QuerySet:
    """The certificates that speak for the trainers of these institutions today, each with its `on_day`.

    Of a chain the one that has begun last; one that is still to begin only where there is none before it; a withdrawn
    one only while no newer one has begun.
    """
    rows = speaking_on(days_by_zone())
    return rows if scope.everything else rows.filter(person__institution__in=scope.institution_ids)


def speaking_on(days) -> QuerySet:
    """Of everybody on these days (`days_by_zone`)."""
    return _speaking(days).all()


# Putting these sets together takes Django as long as the database takes to find them. They are therefore put together
# once for the days they speak of; nobody fetches from the kept ones themselves, only from what is made of them.
@lru_cache(maxsize=4)
def _speaking(days) -> QuerySet:
    own = Certificate.objects.trainer().with_own_day(days)
    begun = own.filter(valid_from__lte=F("on_day"))
    newer = begun.filter(person=OuterRef("person"), curriculum=OuterRef("curriculum"), pk__gt=OuterRef("pk"))
    withdrawn = CertificateEvent.objects.filter(kind=EventKind.WITHDRAWN).values("certificate")
    overtaken = Certificate.objects.filter(Exists(newer), pk__in=withdrawn)
    return own.filter(person__merged_into=None, person__anonymised_at=None).exclude(
        Q(pk__in=begun.filter(replaces__isnull=False).values("replaces"))
        | Q(valid_from__gt=F("on_day"), replaces__isnull=False)
        | Q(pk__in=overtaken.values("pk"))
    )


def trainers_in_force() -> QuerySet:
    """The rows of everybody whose certificate is in force today."""
    return in_state(trainers_in(Scope(everything=True)), State.IN_FORCE)


# Sets -----------------------------------------------------------------------------------------------------------------


def in_state(rows: QuerySet, state: str) -> QuerySet:
    """The rows in this state today."""
    return rows.filter(is_in_state(state))


def is_in_state(state: str) -> Q:
    """The same as a condition on rows with their `on_day`. Dates say it for those that nothing happened to; the
    events of the few others are looked at one by one."""
    return (dates_say(state) & ~Q(pk__in=_eventful())) | Q(pk__in=_looked_at(state, days_by_zone()).all())


def _eventful() -> QuerySet:
    return CertificateEvent.objects.values("certificate")


@lru_cache(maxsize=16)
def _looked_at(state: str, days) -> QuerySet:
    rows = Certificate.objects.trainer().filter(pk__in=_eventful()).with_state(days=days)
    return rows.filter(state=state).values("pk")


def deliveries(day: date | None = None) -> QuerySet:
    """Who taught which training delivered by the day (today), as lead or co-trainer; a ToT is no delivery."""
    rows = Deliverer.objects.filter(is_delivered("training__", day), training__kind__in=CASCADE_KINDS)
    return rows.exclude(part=Part.SUPPORT)


def delivered_since(day: date) -> QuerySet:
    """The ids of the people who delivered a training that ended after the day."""
    return deliveries().filter(training__ends_on__gt=day).values("person")


def active(rows: QuerySet, day: date) -> QuerySet:
    """Active by the rule (`rules.is_active`): certified, in force, and delivered within the last twelve months."""
    return in_state(rows, State.IN_FORCE).filter(has_kept_active(day))


def has_kept_active(day: date) -> Q:
    """What a certificate in force needs besides: certified, and delivered within the last twelve months."""
    return ~Q(level=Level.PROVISIONAL) & Q(person__in=delivered_since(active_since(day)))


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
        rows = in_state(rows, State.IN_FORCE).ending_by(last)
    return _by_deliveries(rows, chosen.get("delivered"), day)


def _by_deliveries(rows: QuerySet, which: str | None, day: date) -> QuerySet:
    """`which`: "active", "inactive" (in force, but not active), "once" (at least once), "never"."""
    if which == "active":
        return active(rows, day)
    if which == "inactive":
        return in_state(rows, State.IN_FORCE).exclude(has_kept_active(day))
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


@dataclass(slots=True)
class DirectoryRow:
    """One row of the directory as it is shown. `delivered`: how many trainings, with the first and the last day.

    `days_since`: days since the ToT ended. Only what is shown is fetched: no model is built for five thousand rows.
    """

    pk: int
    number: str
    level: str
    valid_from: date
    valid_until: date
    state: str
    person_id: int
    family_name: str
    given_name: str
    institution: str
    jurisdiction: str
    curriculum: str
    tot_ended_on: date
    delivered: int = 0
    first_on: date | None = None
    last_on: date | None = None
    active: bool = False
    days_since: int = 0

    @property
    def name(self) -> str:
        """As `Person.full_name` writes it; nobody anonymised is in the pool."""
        return f"{self.given_name} {self.family_name}".strip()


FIELDS = (
    "pk", "number", "level", "valid_from", "valid_until", "institution__jurisdiction__time_zone",
    "replaced_by__valid_from", "person_id",
    "person__family_name", "person__given_name", "person__institution__name",
    "person__institution__jurisdiction__name", "curriculum__title", "training__ends_on",
)  # fmt: skip


def lines_of(pks: Iterable[int]) -> list[DirectoryRow]:
    """The rows in this order, with their state and their deliveries; three queries for any number."""
    pks, day = list(pks), today()
    events = events_of(pks)
    rows = Certificate.objects.filter(pk__in=pks).order_by().values_list(*FIELDS)
    there = cache(today)  # the day in each zone
    found = {row[0]: _line(row, events.get(row[0], ()), there) for row in rows}
    lines = [found[pk] for pk in pks]
    counts = deliveries_by_person({line.person_id for line in lines})
    for line in lines:
        line.delivered, line.first_on, line.last_on = counts.get(line.person_id, (0, None, None))
        line.active = is_active(line.level, line.state, line.last_on, day)
        line.days_since = (day - line.tot_ended_on).days
    return lines


def _line(row: tuple, events: Iterable[Event], there: Callable[[str], date]) -> DirectoryRow:
    """One row of FIELDS; what its dates and events make of it, `standing` says."""
    pk, number, level, first, last, zone, replaced_from, *rest = row
    state = state_on(CertificateFacts(first, last, tuple(events), replaced_from), there(zone))
    return DirectoryRow(pk, number, level, first, last, state, *rest)


def events_of(pks: Iterable[int]) -> dict[int, list[Event]]:
    """{certificate: what happened to it, in the order of recording}."""
    found: dict[int, list[Event]] = defaultdict(list)
    rows = CertificateEvent.objects.filter(certificate__in=pks).order_by("pk")
    for pk, kind, effective_on in rows.values_list("certificate", "kind", "effective_on"):
        found[pk].append(Event(kind, effective_on))
    return found


def deliveries_by_person(person_ids) -> dict[int, tuple[int, date, date]]:
    """{person: (trainings delivered, first day of the first, last day of the last)}; nobody who never did."""
    rows = deliveries().filter(person__in=person_ids).order_by().values_list("person")
    rows = rows.annotate(n=Count("pk"), first=Min("training__starts_on"), last=Max("training__ends_on"))
    return {person: (n, first, last) for person, n, first, last in rows}
