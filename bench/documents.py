"""Certificates on one core: drawn, hashed and written one by one, against xhtml2pdf; issued in a batch; checked."""

import hashlib
import statistics
import tempfile
from itertools import count
from pathlib import Path

from bench.measure import Figure, client_for, count_queries, cpu_ms, hand_over, start_django, yardstick

start_django()

from bench.doors import users  # noqa: E402
from lms.certification.documents import qr_data, render_certificate  # noqa: E402
from lms.certification.models import Certificate  # noqa: E402

EACH, OLD_WAY, ISSUED, ROUNDS = 200, 20, 200, 40
TURNS = count(1)


def main() -> None:
    stick = yardstick(users()["trainer"])
    with tempfile.TemporaryDirectory() as folder:
        found = [*drawn(Path(folder), stick), issued(stick), *checked(stick)]
    hand_over(found)


def drawn(folder: Path, stick: float) -> list[Figure]:
    """Each certificate drawn with its QR code, hashed and written to a file of its own; then the same by xhtml2pdf."""
    rows = list(Certificate.objects.exclude(facts={}).order_by("pk").values_list("facts", flat=True)[:EACH])
    for facts in rows[:5]:
        keep(render_certificate(facts), folder)
    costs = [cpu_ms(lambda facts=facts: keep(render_certificate(facts), folder)) for facts in rows]
    by_html(rows[0])
    others = [cpu_ms(lambda facts=facts: keep(by_html(facts), folder)) for facts in rows[:OLD_WAY]]
    mean, other = statistics.mean(costs), statistics.mean(others)
    size = statistics.mean(len(render_certificate(facts)) for facts in rows[:5]) / 1000
    note = (
        f"{mean:.1f} ms each (slowest {max(costs):.0f}), {size:.0f} kB; {other / mean:.1f} times as many as xhtml2pdf"
    )
    return [
        Figure("PDF", "drawn, QR, hash, own file", f"{1000 / mean:.0f} a second", mean, stick, note=note),
        Figure("PDF", "the same page by xhtml2pdf, one by one", f"{1000 / other:.0f} a second", other, stick),
    ]


def keep(content: bytes, folder: Path) -> None:
    (folder / f"{hashlib.sha256(content).hexdigest()}-{next(TURNS)}.pdf").write_bytes(content)


def by_html(facts: dict) -> bytes:
    """The page as it was made before: HTML, a QR code as SVG, xhtml2pdf."""
    from io import BytesIO

    from django.template.loader import render_to_string
    from xhtml2pdf import pisa

    from lms.certification.typesetting import FONTS
    from lms.certification.wording import printed_words

    page = {**facts, "fonts": FONTS.as_posix(), "qr": qr_data(facts["address"]), "words": printed_words(facts)}
    out = BytesIO()
    pisa.CreatePDF(render_to_string("bench/certificate.html", page), dest=out, encoding="utf-8")
    return out.getvalue()


def issued(stick: float) -> Figure:
    """A whole batch as the worker does it: rule, row, log, trail, drawing, file, a lot at a time."""
    from lms.certification.services import start_batch, work_batch

    batch = start_batch(a_training_of(ISSUED), by=None)
    cost = cpu_ms(lambda: work_batch(batch.pk)) / ISSUED
    done = batch.rows.exclude(certificate__document="").filter(certificate__isnull=False).count()
    if done != ISSUED:
        raise SystemExit(f"{done} of {ISSUED} were issued")
    return Figure(
        "PDF", "batch issue, everything", f"{1000 / cost:.0f} a second", cost, stick, note=f"{cost:.1f} ms each"
    )


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


def checked(stick: float) -> list[Figure]:
    """The verification page, for a code that is right and for one that is wrong."""
    from lms.core.tokens import readable_code

    right = Certificate.objects.exclude(facts={}).order_by("pk").first().code
    return [
        page(f"verification, {what} code", f"/verify/{code}/", stick)
        for what, code in (("a right", right), ("a wrong", readable_code()))
    ]


def page(name: str, address: str, stick: float) -> Figure:
    client = client_for(None)

    def act():
        turn = next(TURNS)
        answer = client.get(address, REMOTE_ADDR=f"10.1.{turn // 250}.{turn % 250 + 1}")
        if answer.status_code != 200:
            raise SystemExit(f"{address} answers {answer.status_code}")

    for _number in range(5):
        act()
    cost = statistics.median(cpu_ms(act) for _number in range(ROUNDS))
    return Figure("page", name, f"{cost:.1f} ms", cost, stick, str(count_queries(act)))


if __name__ == "__main__":
    main()
