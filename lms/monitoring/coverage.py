"""Coverage per institution and jurisdiction, from judged rows and target populations. Pure.

Coverage is unique serving people with a current completion, divided by the target population in force. An unknown
denominator gives "not known"; a numerator above its denominator is flagged, never clipped.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .counting import Judged


@dataclass(frozen=True)
class CoveredInstitution:
    """An institution with its jurisdiction, as the table names them."""

    institution_id: int
    institution: str
    jurisdiction_id: int
    jurisdiction: str


@dataclass(frozen=True)
class CoverageRow:
    """One line of the table.

    `target` is None where it is not known; `in_share` are those of `unique` whose denominator is known, so that
    unique - in_share people stand outside the percentage. `not_counting` rows have a reason each.
    """

    id: int
    name: str
    target: int | None
    unique: int
    in_share: int
    participations: int
    head_count: int
    trainings: int
    not_counting: int = 0
    parts: tuple["CoverageRow", ...] = ()

    @property
    def share(self) -> float | None:
        """Coverage 0..1 and above; None where not known."""
        return self.in_share / self.target if self.target else None

    @property
    def above_target(self) -> bool:
        """More people counted than there are: a data-quality flag that blocks publication."""
        return self.target is not None and self.in_share > self.target

    @property
    def outside_share(self) -> int:
        return self.unique - self.in_share

    @property
    def flagged(self) -> bool:
        return self.above_target or any(part.flagged for part in self.parts)


@dataclass(frozen=True)
class Coverage:
    """The whole table on a day: jurisdictions (each with its institutions as parts) and the region's line."""

    as_of: date
    region: CoverageRow
    jurisdictions: tuple[CoverageRow, ...]
    rows: tuple[Judged, ...] = field(default=(), repr=False)

    @property
    def flagged(self) -> bool:
        return any(line.flagged for line in self.jurisdictions)


@dataclass(frozen=True)
class TrainingCount:
    """A verified training for the counts that are not about persons; `head_count` people without names."""

    institution_id: int
    head_count: int = 0


def targets_in_force(rows: Iterable[tuple[int, str, int | None]]) -> dict[int, int | None]:
    """(institution, job function, staff), newest first for each function → target by institution.

    One function whose figure is not known makes the institution's target not known.
    """
    seen: set[tuple[int, str]] = set()
    found: dict[int, int | None] = {}
    for institution_id, function, staff in rows:
        if (institution_id, function) in seen:
            continue
        seen.add((institution_id, function))
        so_far = found.get(institution_id, 0)
        found[institution_id] = None if staff is None or so_far is None else so_far + staff
    return found


def tabulate(
    *,
    as_of: date,
    places: Iterable[CoveredInstitution],
    targets: dict[int, int | None],
    rows: Iterable[Judged],
    trainings: Iterable[TrainingCount],
    region_name: str,
) -> Coverage:
    """Put the table together. Institutions with neither target nor training are left out."""
    rows, trainings, places = tuple(rows), tuple(trainings), tuple(places)
    unique = Counter(row.participation.institution_id for row in rows if row.counts)
    parts = Counter(row.participation.institution_id for row in rows if row.is_participation)
    idle = Counter(row.participation.institution_id for row in rows if not row.counts)
    held = Counter(training.institution_id for training in trainings)
    heads: Counter[int] = Counter()
    for training in trainings:
        heads[training.institution_id] += training.head_count
    lines = {
        place: _institution_line(place, targets, unique, parts, heads, held, idle)
        for place in places
        if place.institution_id in targets
        or held[place.institution_id]
        or parts[place.institution_id]
        or idle[place.institution_id]
    }
    jurisdictions = tuple(_jurisdiction_lines(lines))
    return Coverage(as_of, _sum(0, region_name, jurisdictions), jurisdictions, rows)


def _institution_line(place, targets, unique, parts, heads, held, idle) -> CoverageRow:
    pk = place.institution_id
    target = targets.get(pk)
    return CoverageRow(
        id=pk,
        name=place.institution,
        target=target,
        unique=unique[pk],
        in_share=unique[pk] if target is not None else 0,
        participations=parts[pk] + heads[pk],
        head_count=heads[pk],
        trainings=held[pk],
        not_counting=idle[pk],
    )


def _jurisdiction_lines(lines: dict[CoveredInstitution, CoverageRow]) -> Iterable[CoverageRow]:
    grouped: dict[tuple[str, int], list[CoverageRow]] = {}
    for place, line in lines.items():
        grouped.setdefault((place.jurisdiction, place.jurisdiction_id), []).append(line)
    for (name, pk), members in sorted(grouped.items()):
        yield _sum(pk, name, tuple(sorted(members, key=lambda line: line.name)))


def _sum(pk: int, name: str, parts: tuple[CoverageRow, ...]) -> CoverageRow:
    known = [part.target for part in parts if part.target is not None]
    return CoverageRow(
        id=pk,
        name=name,
        target=sum(known) if known else None,
        unique=sum(part.unique for part in parts),
        in_share=sum(part.in_share for part in parts),
        participations=sum(part.participations for part in parts),
        head_count=sum(part.head_count for part in parts),
        trainings=sum(part.trainings for part in parts),
        not_counting=sum(part.not_counting for part in parts),
        parts=parts,
    )
