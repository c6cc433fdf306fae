"""What the records say: about a candidate before a decision, and about trainers on the days they deliver."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, F, Prefetch, QuerySet

from lms.assessments.choices import Moment
from lms.assessments.models import RolloutPlan, TeachBack, TestResult
from lms.assessments.scoring import ScoreOutcome as TeachBackOutcome
from lms.assessments.scoring import Verdict, teach_back_outcome
from lms.assessments.services import scores_handed_in
from lms.core.clock import today
from lms.core.prepared import prepared
from lms.trainings.choices import CompletionOutcome, EnrolmentStatus, Part, TrainingKind
from lms.trainings.figures import days_by_training
from lms.trainings.models import Attendance, Completion, Deliverer, Training

from .choices import FULL_LEVELS
from .models import Certificate, CertificateEvent, Scheme, SchemeRequirement, SchemeVersion
from .rules import Evidence, Rule, Terms
from .teaching import is_certified_on
from .validity import CertificateFacts, Event, is_in_force

TEACHING = (Part.LEAD, Part.CO_TRAINER)


# Certificates on days -------------------------------------------------------------------------------------------------


def facts_of(certificate: Certificate) -> CertificateFacts:
    """What the certificate's state follows from; no query when fetched by `with_standing`."""
    events = sorted(certificate.events.all(), key=lambda event: event.pk)
    successor = getattr(certificate, "replaced_by", None)
    return CertificateFacts(
        certificate.valid_from,
        certificate.valid_until,
        tuple(Event(event.kind, event.effective_on) for event in events),
        successor.valid_from if successor else None,
    )


def with_standing(rows):
    """The certificates with their events and successors; two queries for any number."""
    return rows.select_related("replaced_by").prefetch_related(
        Prefetch("events", queryset=CertificateEvent.objects.order_by("id"))
    )


def standing_rows(rows):
    """The facts that `is_any_in_force` judges these certificates by, a line for each event or one without."""
    zone, event = "institution__jurisdiction__time_zone", ("events__kind", "events__effective_on")
    return rows.order_by("pk", "events__pk").values_list(
        "pk", "valid_from", "valid_until", "replaced_by__valid_from", zone, *event
    )


def is_any_in_force(found: Iterable[tuple]) -> bool:
    """Is one of these certificates (`standing_rows`) in force on today's date where its institution is?

    Says what `in_force_today` says; asked on every page of the library, where putting that question into SQL took a
    tenth of the page's time.
    """
    held: dict[tuple, list[Event]] = {}
    for *certificate, kind, effective_on in found:
        held.setdefault(tuple(certificate), []).extend([Event(kind, effective_on)] if kind else [])
    return any(
        is_in_force(CertificateFacts(valid_from, valid_until, tuple(events), replaced_from), today(where))
        for (_pk, valid_from, valid_until, replaced_from, where), events in held.items()
    )


def trainer_days_covered(
    person_ids: Iterable[int], curriculum, days: Iterable[date] | Mapping[int, Iterable[date]]
) -> dict[int, dict[date, Certificate | None]]:
    """{person id: {day: the trainer certificate in force that day and covering the curriculum, or None}}.

    Of several in force on a day one above provisional counts, then the newest. Two queries, however many.
    `days` are asked of everybody, or, as a mapping, of each person their own.
    """
    ids = list(person_ids)
    asked = days if isinstance(days, Mapping) else dict.fromkeys(ids, list(days))
    whose, curriculum_id = frozenset(ids), getattr(curriculum, "pk", curriculum)
    events = _events_by_certificate(whose, curriculum_id)
    held: dict[int, list[tuple[Certificate, CertificateFacts]]] = {pk: [] for pk in ids}
    for row in _trainer_certificates(people=whose, curriculum=curriculum_id):
        facts = CertificateFacts(row.valid_from, row.valid_until, tuple(events.get(row.pk, ())), row.replaced_from)
        held[row.person_id].append((row, facts))
    return {pk: {day: _best(held[pk], day) for day in asked[pk]} for pk in ids}


@prepared
def _trainer_certificates(*, people: frozenset[int], curriculum: int) -> QuerySet:
    """With `replaced_from`, the successor's first day; without what only the document needs."""
    rows = Certificate.objects.trainer().filter(person__in=people, curriculum=curriculum)
    rows = rows.annotate(replaced_from=F("replaced_by__valid_from"))
    return rows.only("person", "curriculum", "training", "level", "number", "valid_from", "valid_until")


def _events_by_certificate(people: frozenset[int], curriculum_id: int) -> dict[int, list[Event]]:
    """{certificate id: its events, the first one first} of these people's trainer certificates."""
    found: dict[int, list[Event]] = {}
    for certificate, kind, effective_on in _trainer_events(people=people, curriculum=curriculum_id):
        found.setdefault(certificate, []).append(Event(kind, effective_on))
    return found


@prepared
def _trainer_events(*, people: frozenset[int], curriculum: int) -> QuerySet:
    certificates = Certificate.objects.trainer().filter(person__in=people, curriculum=curriculum).values("pk")
    rows = CertificateEvent.objects.filter(certificate__in=certificates).order_by("pk")
    return rows.values_list("certificate", "kind", "effective_on")


def _best(held: list[tuple[Certificate, CertificateFacts]], day: date) -> Certificate | None:
    found = [certificate for certificate, facts in held if is_in_force(facts, day)]
    return max(found, key=lambda row: (row.level in FULL_LEVELS, row.valid_from, row.pk), default=None)


# The scheme -----------------------------------------------------------------------------------------------------------


def current_version(scheme: Scheme) -> SchemeVersion:
    """The rules in use: the version adopted last. Two queries. A scheme without one has nothing to decide by."""
    return scheme.versions.prefetch_related("requirements").order_by("-number")[:1].get()


def terms_of(version: SchemeVersion) -> Terms:
    """The version as plain data; no query when its requirements were fetched with it."""
    rows = version.requirements.all()
    return _terms(version, tuple(Rule(row.aim, row.kind, row.threshold, row.months) for row in rows))


def _terms(version: SchemeVersion, rules: tuple[Rule, ...]) -> Terms:
    return Terms(
        rules,
        version.provisional_first, version.validity_months, version.provisional_months,
        version.renewal_opens_months, version.grace_months,
    )  # fmt: skip


def current_terms(scheme: Scheme) -> Terms:
    """The same; two queries."""
    version = _newest_version.first(scheme=scheme.pk)
    if version is None:
        raise SchemeVersion.DoesNotExist
    rules = tuple(Rule(*row) for row in _rules(version=version.pk))
    return _terms(version, rules)


@prepared
def _newest_version(*, scheme: int) -> QuerySet:
    return SchemeVersion.objects.filter(scheme=scheme).order_by("-number")[:1]


@prepared
def _rules(*, version: int) -> QuerySet:
    return SchemeRequirement.objects.filter(version=version).values_list("aim", "kind", "threshold", "months")


# A candidate ----------------------------------------------------------------------------------------------------------


def evidence_for(terms: Terms, training: Training, person, on: date) -> Evidence:
    """What the records show on that day about one candidate of a ToT; a dozen queries."""
    post = TestResult.objects.filter(training=training, person=person, moment=Moment.POST).first()
    attended, held = half_days_of(training, person)
    words, verdict, assessors = _teach_back(training, person, terms.assessors)
    return Evidence(
        attended, held,
        post.correct if post else None, post.items if post else None,
        verdict, words, assessors, **practice_of([person.pk], training)[person.pk], on=on,
    )  # fmt: skip


def evidence_about(certificate: Certificate, on: date) -> Evidence:
    """What the records show about the holder of a trainer certificate since they hold it; eight queries."""
    return evidence_about_all([certificate], certificate.curriculum_id, on)[certificate.pk]


def evidence_about_all(certificates: Iterable[Certificate], curriculum_id: int, on: date) -> dict[int, Evidence]:
    """{certificate id: Evidence} of holders of one curriculum's certificates; eight queries for any number.

    What a ToT showed is not asked again: `choices.ASKABLE` leaves it to the first decision.
    """
    rows = list(certificates)
    ids = [row.person_id for row in rows]
    beside, delivered = co_deliveries_of(ids, curriculum_id), deliveries_of(ids, curriculum_id)
    refreshed, chains = refreshers_of(ids, curriculum_id), chains_of(ids, curriculum_id)
    return {
        row.pk: Evidence(
            co_deliveries=sum(day >= row.valid_from for day in beside[row.person_id]),
            deliveries=delivered[row.person_id], refreshers=refreshed[row.person_id], held_since=row.valid_from,
            certified_since=certified_since(row, chains), on=on,
        )
        for row in rows
    }  # fmt: skip


def chains_of(ids: Iterable[int], curriculum_id: int) -> dict[int, dict]:
    """{certificate id: its level, first day and what it replaces}, of all trainer certificates of these people."""
    return {row["pk"]: row for row in _chains(people=frozenset(ids), curriculum=curriculum_id)}


@prepared
def _chains(*, people: frozenset[int], curriculum: int) -> QuerySet:
    rows = Certificate.objects.trainer().filter(person__in=people, curriculum=curriculum)
    return rows.values("pk", "replaces", "level", "valid_from")


def certified_since(certificate: Certificate, chains: Mapping[int, dict]) -> date | None:
    """The first day above provisional in the chain that ends with this certificate; None while it is provisional."""
    if certificate.level not in FULL_LEVELS:
        return None
    first, row = certificate.valid_from, chains.get(certificate.replaces_id)
    while row and row["level"] in FULL_LEVELS:
        first, row = row["valid_from"], chains.get(row["replaces"])
    return first


def practice_of(ids: Iterable[int], training: Training) -> dict[int, dict]:
    """{person id: {co_deliveries, planned, deliveries, refreshers}}, as fields of `Evidence`; eight queries at most."""
    ids = list(ids)
    beside = co_deliveries_of(ids, training.curriculum_id)
    planned = planned_of(ids, training)
    delivered = deliveries_of(ids, training.curriculum_id)
    refreshed = refreshers_of(ids, training.curriculum_id)
    return {
        pk: {
            "co_deliveries": len(beside[pk]),
            "planned": planned.get(pk, 0),
            "deliveries": delivered[pk],
            "refreshers": refreshed[pk],
        }
        for pk in ids
    }


def planned_of(ids: Iterable[int], training: Training) -> dict[int, int]:
    """{person id: deliveries promised in the confirmed version in force of the roll-out plan}."""
    rows = RolloutPlan.objects.filter(training=training, person__in=list(ids), confirmed_at__isnull=False)
    counted = rows.annotate(count=Count("commitments")).order_by("number")
    return dict(counted.values_list("person", "count"))


def deliveries_of(ids: Iterable[int], curriculum_id: int) -> dict[int, tuple[date, ...]]:
    """{person id: last days of the verified trainings of the curriculum they led or co-taught, in order}."""
    return _by_person(_deliveries(people=frozenset(ids), curriculum=curriculum_id), ids)


@prepared
def _deliveries(*, people: frozenset[int], curriculum: int) -> QuerySet:
    rows = Deliverer.objects.filter(person__in=people, part__in=TEACHING, training__in=_delivered_trainings(curriculum))
    return rows.values_list("person", "training__ends_on").distinct().order_by("training__ends_on")


def refreshers_of(ids: Iterable[int], curriculum_id: int) -> dict[int, tuple[date, ...]]:
    """{person id: days on which they completed a refresher of the curriculum, in order}."""
    return _by_person(_refreshers(people=frozenset(ids), curriculum=curriculum_id), ids)


@prepared
def _refreshers(*, people: frozenset[int], curriculum: int) -> QuerySet:
    rows = Completion.objects.filter(
        enrolment__person__in=people, enrolment__training__curriculum=curriculum,
        enrolment__training__kind=TrainingKind.REFRESHER, outcome=CompletionOutcome.COMPLETED,
    )  # fmt: skip
    return rows.values_list("enrolment__person", "completed_on").order_by("completed_on")


def _delivered_trainings(curriculum_id: int):
    """What trainers deliver: verified trainings of the curriculum, a ToT excepted."""
    return Training.objects.verified().filter(curriculum=curriculum_id).exclude(kind=TrainingKind.TOT)


def _by_person(pairs: Iterable[tuple[int, date]], ids: Iterable[int]) -> dict[int, tuple[date, ...]]:
    found: dict[int, list[date]] = defaultdict(list)
    for pk, day in pairs:
        found[pk].append(day)
    return {pk: tuple(found[pk]) for pk in ids}


def co_deliveries_of(ids: Iterable[int], curriculum_id: int) -> dict[int, tuple[date, ...]]:
    """{person id: first days of the verified trainings they taught beside a trainer certified on each of its days}.

    Five queries, however many people; one where they taught nothing.
    """
    trainings = _taught(people=frozenset(ids), curriculum=curriculum_id)
    if not trainings:
        return dict.fromkeys(ids, ())
    teams: dict[int, set[int]] = defaultdict(set)
    for training_id, person_id in _teachers(trainings=frozenset(row.pk for row in trainings)):
        teams[training_id].add(person_id)
    everybody = set().union(*teams.values())
    held = days_by_training(trainings)
    covered = trainer_days_covered(everybody, curriculum_id, {day for days in held.values() for day in days})
    pairs = [(pk, row.starts_on) for row in trainings for pk in _accompanied(teams[row.pk], held[row.pk], covered)]
    return _by_person(pairs, ids)


@prepared
def _taught(*, people: frozenset[int], curriculum: int) -> QuerySet:
    """The verified trainings of the curriculum that these people led or co-taught."""
    mine = Deliverer.objects.filter(person__in=people, part__in=TEACHING).order_by().values("training")
    rows = _delivered_trainings(curriculum).filter(pk__in=mine).order_by("starts_on", "pk")
    return rows.values_list("pk", "starts_on", "ends_on", named=True)


@prepared
def _teachers(*, trainings: frozenset[int]) -> QuerySet:
    rows = Deliverer.objects.filter(training__in=trainings, part__in=TEACHING)
    return rows.order_by().values_list("training", "person")


def _accompanied(teaching: set[int], days: Iterable[date], covered: dict) -> set[int]:
    """Those of a training's trainers who had a colleague certified on every day beside them."""
    certified = {pk for pk in teaching if is_certified_on(levels_of(covered[pk]), days)}
    return {pk for pk in teaching if certified - {pk}}


def levels_of(certificates: Mapping[date, Certificate | None]) -> dict[date, str]:
    """{day: level} of the days on which one of these certificates is in force."""
    return {day: certificate.level for day, certificate in certificates.items() if certificate}


def half_days_of(training: Training, person) -> tuple[int, int]:
    """Half-days the enrolled person was present at, and half-days held. What is not recorded was not attended."""
    present = Attendance.objects.filter(
        session__training=training, enrolment__person=person, enrolment__status=EnrolmentStatus.ENROLLED, present=True
    )
    return present.count(), training.sessions.count()


def _teach_back(training: Training, person, needed: int) -> tuple[str, str, int]:
    """In words, the verdict, and how many different assessors have handed in."""
    teach_back = TeachBack.objects.filter(training=training, person=person).first()
    if teach_back is None:
        return "", "", 0
    scores = scores_handed_in(teach_back)
    outcome = teach_back_outcome(scores, needed)
    return _in_words(outcome), outcome.verdict.value, len(scores)


def _in_words(outcome: TeachBackOutcome) -> str:
    detail = f" ({float(outcome.mean):.2f})" if outcome.verdict == Verdict.PASSED else ""
    stop = "." if outcome.reasons else ""
    return " ".join([f"{outcome.verdict.label}{detail}{stop}", *outcome.reasons])


def assessed_by(user, training: Training, person) -> bool:
    """Has this user scored the candidate's teach-back, in draft or for good?"""
    return TeachBack.objects.filter(training=training, person=person, scores__assessor=user).exists()


def current_certificates(ids: Iterable[int], curricula: Iterable[int]) -> dict[tuple[int, int], Certificate]:
    """{(person id, curriculum id): the newest trainer certificate of the chain, whatever its state}; two queries."""
    rows = Certificate.objects.trainer().latest().filter(person__in=set(ids), curriculum__in=set(curricula))
    return {(row.person_id, row.curriculum_id): row for row in with_standing(rows).order_by("id")}
