"""The trainer pool with five thousand trainers: CPU and queries of its pages, filters and workbook."""

from datetime import timedelta

from bench.measure import Figure, hand_over, start_django, yardstick

start_django()

from django.urls import reverse  # noqa: E402

from bench.addresses import users  # noqa: E402
from bench.answers import Address  # noqa: E402
from bench.visits import Visit  # noqa: E402
from curricula.choices import ModuleKind  # noqa: E402
from curricula.models import Module  # noqa: E402
from lms.certification.choices import CertificateKind, Level  # noqa: E402
from lms.certification.models import Certificate, Decision  # noqa: E402
from lms.core.clock import today  # noqa: E402
from lms.core.text import fold  # noqa: E402
from lms.core.tokens import readable_code  # noqa: E402
from lms.people.models import Person  # noqa: E402
from lms.trainings.choices import Half, Part, TrainingKind, TrainingStatus  # noqa: E402
from lms.trainings.models import Deliverer, Session, SessionModule, Training  # noqa: E402

TRAINERS, ROUNDS, WARM = 5000, 15, 3
PAGES = {
    "directory": "",
    "directory, page 60": "?page=60",
    "directory, by institution": "?sort=institution",
    "directory, in force": "?state=in_force",
    "directory, active": "?delivered=active",
    "directory, never delivered": "?delivered=never",
    "directory, ends within 180 days": "?expiring=180",
    "directory, a name": "?q=petrovic",
}


def measure(trainers: int = TRAINERS, *, rounds: int = ROUNDS, warm: int = WARM) -> list[Figure]:
    office = users()["office"]
    stick = yardstick(office)
    pages = [Visit(address, office) for address in directory()]
    few = [visit.queries() for visit in pages]
    multiply(trainers)
    others = [Visit(address, office) for address in overviews()]
    return [
        *(figure(visit, stick, rounds, warm, trainers, few[n]) for n, visit in enumerate(pages)),
        *(figure(visit, stick, min(rounds, 5), min(warm, 1), trainers) for visit in others),
    ]


def directory() -> list[Address]:
    """The list and its filters. Which trainers a filter finds is the tests' matter: here each must be the list."""
    return [
        Address(name, "office", reverse("pool:trainer_list") + query, 'name="q"', 2_000)
        for name, query in PAGES.items()
    ]


def overviews() -> list[Address]:
    place = Certificate.objects.trainer().order_by("pk").first().institution
    says = {"matrix": place.name, "utilisation": place.jurisdiction.name}
    return [Address(name, "office", reverse(f"pool:{name}"), words, 2_000) for name, words in says.items()]


def figure(visit: Visit, stick: float, rounds: int, warm: int, trainers: int, few: int | None = None) -> Figure:
    for _number in range(warm):
        visit.cost()
    cost, many = visit.median(rounds), visit.queries()
    note = f"{trainers} trainers" + (f", {few} queries with the demo's" if few not in (None, many) else "")
    return Figure("trainer pool", visit.address.name, f"{cost:.1f} ms", cost, stick, str(many), note)


# Rows -----------------------------------------------------------------------------------------------------------------


def multiply(trainers: int) -> None:
    """Trainers of one ToT, every third of them without a delivery, the others with one or two."""
    like = Certificate.objects.trainer().select_related("training", "decision", "person").order_by("pk").first()
    places = list(Certificate.objects.trainer().values_list("institution", flat=True).distinct())
    people = Person.objects.bulk_create(
        Person(
            institution_id=places[number % len(places)], family_name=f"Petrović{number}", given_name="Ana",
            name_key=fold(f"Petrović{number} Ana"), retain_until=today() + timedelta(days=3650),
        )
        for number in range(trainers)
    )  # fmt: skip
    decisions = Decision.objects.bulk_create(
        Decision(
            scheme=like.scheme, version=like.decision.version, training=like.training, person=person,
            outcome=Level.CERTIFIED,
        )
        for person in people
    )  # fmt: skip
    day = today()
    Certificate.objects.bulk_create(
        Certificate(
            kind=CertificateKind.TRAINER, level=Level.CERTIFIED, number=f"PSSM-B-{number:05d}", scheme=like.scheme,
            code=readable_code(), curriculum_id=like.curriculum_id, edition_id=like.edition_id, person=person,
            institution_id=person.institution_id, training=like.training, decision=decisions[number],
            holder_name=person.full_name, valid_from=like.training.ends_on,
            valid_until=day + timedelta(days=number % 900 - 60),
        )
        for number, person in enumerate(people)
    )  # fmt: skip
    deliver(people, like)


def deliver(people: list[Person], like: Certificate) -> None:
    modules = list(Module.objects.filter(curriculum=like.curriculum_id, kind=ModuleKind.CORE))
    taught = [(person, turn) for number, person in enumerate(people) for turn in range(number % 3)]
    trainings = Training.objects.bulk_create(
        Training(
            kind=TrainingKind.CASCADE, reference=f"B-{number}", title="Bench", institution_id=person.institution_id,
            curriculum_id=like.curriculum_id, edition_id=like.edition_id, language="sq", venue="Bench", seats=20,
            starts_on=today() - timedelta(days=30 + number % 380), ends_on=today() - timedelta(days=29 + number % 380),
            status=TrainingStatus.VERIFIED,
        )
        for number, (person, _turn) in enumerate(taught)
    )  # fmt: skip
    Deliverer.objects.bulk_create(
        Deliverer(training=training, person=person, part=Part.LEAD)
        for training, (person, _turn) in zip(trainings, taught, strict=True)
    )
    sessions = Session.objects.bulk_create(
        Session(training=training, held_on=training.starts_on, half=Half.MORNING) for training in trainings
    )
    SessionModule.objects.bulk_create(
        SessionModule(session=session, module=module, delivered=True)
        for number, session in enumerate(sessions)
        for module in modules[number % 3 : number % 3 + 5]
    )


if __name__ == "__main__":
    hand_over(measure())
