"""Are trainers used? Figures over the trainers of a scope, each with its n, from the rows that the directory shows.

How a delivery hangs on its ToT, and so the days to the first one, is the cascade tree's rule.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count, Max, Q, QuerySet

from lms.cascade.listing import delivered
from lms.certification.choices import State
from lms.certification.models import Certificate
from lms.people.models import Person
from lms.trainings.choices import Part, TrainingKind
from lms.trainings.models import Deliverer, Training

from .trainers import deliveries, has_kept_active, is_in_state, trainers_in

#: {person: ((last day, id) of each of their ToTs, the oldest first)}
Origins = Mapping[int, Sequence[tuple[date, int]]]


@dataclass(frozen=True)
class UtilisationRow:
    """A place's people: all who hold or held a certificate; of them in force, active, used at least once, never."""

    jurisdiction_id: int | None
    name: str
    trainers: int
    in_force: int
    active: int
    used: int

    @property
    def query(self) -> str:
        """What narrows the directory to this place; empty for all together."""
        return f"jurisdiction={self.jurisdiction_id}&" if self.jurisdiction_id else ""

    @property
    def never(self) -> int:
        return self.trainers - self.used

    @property
    def used_share(self) -> float | None:
        return self.used / self.trainers if self.trainers else None

    @property
    def active_share(self) -> float | None:
        """Of those in force; None where nobody is."""
        return self.active / self.in_force if self.in_force else None


@dataclass(frozen=True)
class Utilisation:
    """All figures on a day. `busiest` led `busiest_led` of `led` trainings; `median_days` from the ToT's last day to
    the first training led, over the `median_n` trainers who have led one; `never`: people with `tot_ended_on`, the
    longest wait first."""

    as_of: date
    together: UtilisationRow
    places: tuple[UtilisationRow, ...]
    median_days: int | None
    median_n: int
    led: int
    busiest_id: int
    busiest: str
    busiest_led: int
    never: QuerySet

    @property
    def concentration(self) -> float | None:
        """Share of the busiest trainer in the trainings led; None while there is none."""
        return self.busiest_led / self.led if self.led else None


@dataclass(frozen=True)
class Leading:
    """What the trainings led say: days waited for the first under each ToT, and {person: trainings led}."""

    waits: tuple[int, ...]
    led: Counter


def utilisation_for(user, day: date) -> Utilisation:
    """As of today in the user's scope; as many queries for any number of trainers."""
    certificates, visible = _from_tots(user), _visible(user)
    leading = leading_of(_origins(certificates), _led(visible))
    ((busiest, most),) = leading.led.most_common(1) or [(0, 0)]
    places = places_of(trainers_in(user.scope), day)
    return Utilisation(
        day, together(places), places, round(median(leading.waits)) if leading.waits else None, len(leading.waits),
        leading.led.total(), busiest, _name(busiest), most, never_of(certificates, visible),
    )  # fmt: skip


# Places ---------------------------------------------------------------------------------------------------------------


def places_of(rows: QuerySet, day: date) -> tuple[UtilisationRow, ...]:
    """The lines of the jurisdictions by name; somebody who trains in several curricula is one trainer. One query."""
    in_force, place = is_in_state(State.IN_FORCE), "person__institution__jurisdiction"

    def people(chosen: Q | None = None) -> Count:
        return Count("person", distinct=True, filter=chosen)

    found = rows.order_by(f"{place}__name", place).values_list(place, f"{place}__name")
    counted = found.annotate(
        all=people(), now=people(in_force), busy=people(in_force & has_kept_active(day)),
        once=people(Q(person__in=deliveries().values("person"))),
    )  # fmt: skip
    return tuple(UtilisationRow(*row) for row in counted)


def together(places: Sequence[UtilisationRow]) -> UtilisationRow:
    """All places as one line: nobody is in two of them."""
    sums = [sum(getattr(place, name) for place in places) for name in ("trainers", "in_force", "active", "used")]
    return UtilisationRow(None, "", *sums)


# How a delivery hangs on its ToT --------------------------------------------------------------------------------------


def leading_of(origins: Origins, led: Sequence[tuple[int, date]]) -> Leading:
    """From (lead, first day) of the trainings, the first one first. Pure; by the tree's rule: a training hangs on the
    newest ToT of its lead that ended before it began, or else on their first."""
    waits: dict[tuple[int, int], int] = {}
    counted: Counter = Counter()
    for person, starts_on in led:
        if tots := origins.get(person):
            ended_on, tot = next((one for one in reversed(tots) if one[0] < starts_on), tots[0])
            waits.setdefault((person, tot), (starts_on - ended_on).days)
            counted[person] += 1
    return Leading(tuple(waits.values()), counted)


def _from_tots(user) -> QuerySet:
    """The trainer certificates of the scope, as the tree of the cascade takes them: those that came from a ToT."""
    rows = Certificate.objects.trainer().filter(training__kind=TrainingKind.TOT).order_by()
    return rows if user.scope.everything else rows.filter(person__institution__in=user.scope.institution_ids)


def _visible(user) -> QuerySet:
    """The delivered trainings that the user may see; a ToT is no delivery."""
    return delivered(Training.objects.visible_to(user).exclude(kind=TrainingKind.TOT))


def _origins(certificates: QuerySet) -> Origins:
    ends = dict(Training.objects.filter(kind=TrainingKind.TOT).values_list("pk", "ends_on"))
    found: dict[int, set[tuple[date, int]]] = defaultdict(set)
    for person, tot in certificates.values_list("person", "training"):
        found[person].add((ends[tot], tot))
    return {person: sorted(tots) for person, tots in found.items()}


def _led(visible: QuerySet) -> list[tuple[int, date]]:
    rows = visible.filter(deliverers__part=Part.LEAD).order_by("starts_on", "pk")
    return list(rows.values_list("deliverers__person", "starts_on"))


def _name(person_id: int) -> str:
    person = Person.objects.filter(pk=person_id).first()
    return person.full_name if person else ""


# Who never delivered --------------------------------------------------------------------------------------------------


def never_of(certificates: QuerySet, visible: QuerySet) -> QuerySet:
    """The people who have taught none of these trainings; the newest ToT counts, the longest wait comes first."""
    certificates = certificates.filter(person__merged_into=None, person__anonymised_at=None)
    busy = Deliverer.objects.filter(training__in=visible.values("pk")).exclude(part=Part.SUPPORT)
    waiting = certificates.exclude(person__in=busy.values("person")).values("person")
    waiting = waiting.annotate(tot_ended_on=Max("training__ends_on"))
    return waiting.order_by("tot_ended_on", "person__name_key", "person")


@dataclass(frozen=True)
class Waiting:
    """Somebody who has not delivered, with the reference of their newest ToT and the days since it ended."""

    person_id: int
    name: str
    institution: str
    tot: str
    days_since: int


def waiting_of(rows: Iterable[Mapping], day: date) -> list[Waiting]:
    """The people of a page of `Utilisation.never`, in its order; one query for any number."""
    ids = [row["person"] for row in rows]
    found = Certificate.objects.trainer().filter(training__kind=TrainingKind.TOT, person__in=ids)
    found = found.select_related("person__institution", "training").order_by("training__ends_on", "training")
    newest = {row.person_id: row for row in found.defer("facts")}
    return [
        Waiting(
            pk, newest[pk].person.full_name, newest[pk].person.institution.name, newest[pk].training.reference,
            (day - newest[pk].training.ends_on).days,
        )
        for pk in ids
    ]  # fmt: skip
