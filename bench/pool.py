"""The trainer pool with five thousand trainers: CPU and queries of its pages, filters and workbook."""

import statistics
from datetime import timedelta

from bench.measure import Figure, client_for, count_queries, cpu_ms, hand_over, start_django, yardstick

start_django()

from django.urls import reverse  # noqa: E402

from bench.doors import users  # noqa: E402
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

TRAINERS = 5000
ROUNDS, WARM = 15, 3
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


def main() -> None:
    office = users()["office"]
    stick = yardstick(office)
    client = client_for(office)
    client.get(reverse("pool:trainer_list"))
    few = {name: count_queries(lambda query=query: get(client, query)) for name, query in PAGES.items()}
    multiply()
    found = [figure(name, office, query, few[name], stick) for name, query in PAGES.items()]
    for name in ("matrix", "utilisation"):
        found.append(other(name, office, stick))
    hand_over(found)


def get(client, query: str):
    answer = client.get(reverse("pool:trainer_list") + query)
    if answer.status_code != 200:
        raise SystemExit(f"{query} answers {answer.status_code}")
    return answer


def figure(name: str, user, query: str, few: int, stick: float) -> Figure:
    client = client_for(user)
    address = reverse("pool:trainer_list") + query
    for _number in range(WARM):
        client.get(address)
    cost = statistics.median(cpu_ms(lambda: client.get(address)) for _number in range(ROUNDS))
    many = count_queries(lambda: client.get(address))
    note = f"{TRAINERS} trainers" + (f", {few} queries with the demo's" if few != many else "")
    return Figure("trainer pool", name, f"{cost:.1f} ms", cost, stick, str(many), note)


def other(name: str, user, stick: float) -> Figure:
    client, address = client_for(user), reverse(f"pool:{name}")
    client.get(address)
    cost = statistics.median(cpu_ms(lambda: client.get(address)) for _number in range(5))
    queries = count_queries(lambda: client.get(address))
    return Figure("trainer pool", name, f"{cost:.1f} ms", cost, stick, str(queries), f"{TRAINERS} trainers")


# Rows -----------------------------------------------------------------------------------------------------------------


def multiply() -> None:
    """Trainers of one ToT, every third of them without a delivery, the others with one or two."""
    like = Certificate.objects.trainer().select_related("training", "decision", "person").order_by("pk").first()
    places = list(Certificate.objects.trainer().values_list("institution", flat=True).distinct())
    people = Person.objects.bulk_create(
        Person(
            institution_id=places[number % len(places)], family_name=f"Petrović{number}", given_name="Ana",
            name_key=fold(f"Petrović{number} Ana"), retain_until=today() + timedelta(days=3650),
        )
        for number in range(TRAINERS)
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


main()
