"""Certificates as PDFs, one after the other on one core."""

import statistics

from bench.measure import Figure, cpu_ms, hand_over, start_django, yardstick

start_django()

from bench.doors import users  # noqa: E402
from lms.certification.documents import qr_data, render_certificate  # noqa: E402
from lms.certification.models import Certificate  # noqa: E402

EACH = 40


def main() -> None:
    stick = yardstick(users()["trainer"])
    found = []
    for kind in ("trainer", "completion"):
        facts = [row.facts for row in Certificate.objects.filter(kind=kind).exclude(facts={}).order_by("pk")[:EACH]]
        first = cpu_ms(lambda facts=facts: render_certificate(facts[0]))
        costs = [cpu_ms(lambda one=one: render_certificate(one)) for one in facts]
        size = statistics.mean(len(render_certificate(one)) for one in facts[:5])
        mean = statistics.mean(costs)
        note = f"{mean:.0f} ms each (slowest {max(costs):.0f}, first {first:.0f}), {size / 1000:.0f} kB"
        found.append(Figure("PDF", f"certificate ({kind})", f"{1000 / mean:.1f} a second", mean, stick, note=note))
    codes = [cpu_ms(lambda one=one: qr_data(one["address"])) for one in facts]
    found.append(
        Figure("PDF", "its QR code alone", f"{statistics.median(codes):.1f} ms", statistics.median(codes), stick)
    )
    hand_over(found)


main()
