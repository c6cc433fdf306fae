"""Certificates on one core: drawn, hashed and written one by one, against xhtml2pdf; issued in a batch; checked."""

import hashlib
import statistics
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bench.measure import Figure, cpu_ms, hand_over, start_django, yardstick

start_django()

from bench.addresses import users, verification  # noqa: E402
from bench.answers import Address  # noqa: E402
from bench.visits import Visit  # noqa: E402
from lms.certification.document.render import qr_data, render_certificate  # noqa: E402
from lms.certification.models import Certificate  # noqa: E402

TURNS = count(1)
LEAST_BYTES = 10_000


@dataclass(frozen=True)
class Size:
    """Certificates drawn, drawn by xhtml2pdf, issued in a batch; requests of the verification page."""

    drawn: int = 200
    by_html: int = 20
    issued: int = 200
    rounds: int = 40


def measure(size: Size | None = None) -> list[Figure]:
    size = size or Size()
    stick = yardstick(users()["trainer"])
    with tempfile.TemporaryDirectory() as folder:
        return [*drawn(Path(folder), stick, size), issued(stick, size.issued), *checked(stick, size.rounds)]


def drawn(folder: Path, stick: float, size: Size) -> list[Figure]:
    """Each certificate drawn with its QR code, hashed and written to a file of its own; then the same by xhtml2pdf."""
    rows = list(Certificate.objects.exclude(facts={}).order_by("pk").values_list("facts", flat=True)[: size.drawn])
    for facts in rows[:5]:
        keep(render_certificate(facts), folder)
    costs = [cpu_ms(lambda facts=facts: keep(render_certificate(facts), folder)) for facts in rows]
    by_html(rows[0])
    others = [cpu_ms(lambda facts=facts: keep(by_html(facts), folder)) for facts in rows[: size.by_html]]
    mean, other = statistics.mean(costs), statistics.mean(others)
    weight = statistics.mean(len(render_certificate(facts)) for facts in rows[:5]) / 1000
    note = (
        f"{mean:.1f} ms each (slowest {max(costs):.0f}), {weight:.0f} kB; {other / mean:.1f} times as many as xhtml2pdf"
    )
    return [
        Figure("PDF", "drawn, QR, hash, own file", f"{1000 / mean:.0f} a second", mean, stick, note=note),
        Figure("PDF", "the same page by xhtml2pdf, one by one", f"{1000 / other:.0f} a second", other, stick),
    ]


def keep(content: bytes, folder: Path) -> None:
    if not content.startswith(b"%PDF-") or len(content) < LEAST_BYTES:
        raise SystemExit(f"A certificate of {len(content)} bytes is no certificate.")
    (folder / f"{hashlib.sha256(content).hexdigest()}-{next(TURNS)}.pdf").write_bytes(content)


def by_html(facts: dict) -> bytes:
    """The page as it was made before: HTML, a QR code as SVG, xhtml2pdf."""
    from io import BytesIO

    from django.template.loader import render_to_string
    from xhtml2pdf import pisa

    from lms.certification.document.typesetting import FONTS
    from lms.certification.document.wording import printed_words

    page = {**facts, "fonts": FONTS.as_posix(), "qr": qr_data(facts["address"]), "words": printed_words(facts)}
    out = BytesIO()
    pisa.CreatePDF(render_to_string("bench/certificate.html", page), dest=out, encoding="utf-8")
    return out.getvalue()


def issued(stick: float, people: int) -> Figure:
    """A whole batch as the worker does it: rule, row, log, trail, drawing, file, a lot at a time."""
    from lms.certification.services import start_batch, work_batch

    batch = start_batch(a_training_of(people), by=None)
    cost = cpu_ms(lambda: work_batch(batch.pk)) / people
    check_batch(batch, people)
    return Figure(
        "PDF", "batch issue, everything", f"{1000 / cost:.0f} a second", cost, stick, note=f"{cost:.1f} ms each"
    )


def check_batch(batch, people: int) -> None:
    done = batch.rows.exclude(certificate__document="").filter(certificate__isnull=False).count()
    if done != people:
        raise SystemExit(f"{done} of {people} certificates were issued.")


def a_training_of(people: int):
    """A verified training like the demo's first, with so many people who completed it."""
    from lms.people.models import Person
    from lms.trainings.models import Completion, Enrolment, Training

    like = Completion.objects.select_related("enrolment__person", "enrolment__training").order_by("pk").first()
    row, person, training = like.enrolment, like.enrolment.person, like.enrolment.training
    training = Training.objects.get(pk=training.pk)
    training.pk, training.reference, training.enrolment_code = None, "BENCH-1", "2222-2222-2222-2222"
    training.save()
    for number in range(people):
        person.pk, person.user_id, person.email, person.service_number = None, None, "", ""
        person.given_name = f"Ljubica {number}"
        person.save(force_insert=True)
        row.pk, row.training, row.person, row.place = None, training, Person.objects.get(pk=person.pk), number + 1
        row.save(force_insert=True)
        like.pk, like.outcome, like.enrolment = None, "completed", Enrolment.objects.get(pk=row.pk)
        like.save(force_insert=True)
    return training


def checked(stick: float, rounds: int) -> list[Figure]:
    """The verification page, for a code that is right and for one that is wrong."""
    from lms.core.tokens import readable_code

    right, wrong = Certificate.objects.exclude(facts={}).order_by("pk").first(), readable_code()
    return [
        page("verification, a right code", verification(right.code, right.number), stick, rounds),
        page("verification, a wrong code", unknown(verification(wrong, "").path), stick, rounds),
    ]


def unknown(path: str) -> Address:
    return Address("verification", "", path, "No certificate has this code", 700)


def page(name: str, address: Address, stick: float, rounds: int) -> Figure:
    visit = Visit(address)
    queries = visit.queries()
    cost = visit.median(rounds)
    return Figure("page", name, f"{cost:.1f} ms", cost, stick, str(queries))


if __name__ == "__main__":
    hand_over(measure())
