"""Roster import: a list of the ministries and a list of 500 people, from the file to people with places."""

import time
from datetime import timedelta
from io import BytesIO

from bench.measure import HOME, Figure, count_queries, cpu_ms, hand_over, start_django, yardstick

start_django()

from openpyxl import Workbook  # noqa: E402

from bench.addresses import users  # noqa: E402
from lms.imports.services import apply_draft, decide_rows, receive_workbook, rows_of  # noqa: E402
from lms.trainings.models import Deliverer, Session, Training  # noqa: E402
from lms.trainings.roster import COLUMNS, PURPOSE, apply_roster, judge_roster  # noqa: E402

CASE = HOME / "tests" / "cases" / "roster-latin.xlsx"
HEADINGS = ("Prezime", "Ime", "Pol", "Službeni broj", "Organizaciona jedinica", "Radno mesto", "E-mail")
FAMILIES = ("Petrović", "Jovanović", "Nikolić", "Đorđević", "Ilić", "Stojanović", "Popović", "Živković", "Pavlović")
GIVEN = ("Milica", "Jovan", "Nenad", "Dragana", "Vesna", "Goran", "Ivana", "Marko", "Tamara", "Zoran")
SYLLABLES = [first + second for first in "bdgk" for second in "aeiou"]


def training_for(name: str) -> Training:
    """A training like the demo's, on days of its own, open for its list."""
    pattern = Training.objects.filter(kind="cascade", institution__code="rs-administrative").order_by("pk").first()
    lead = pattern.deliverers.get(part="lead").person
    start = Training.objects.order_by("-ends_on").first().ends_on + timedelta(days=7)
    pattern.pk, pattern._state.adding, pattern.status, pattern.seats = None, True, "approved", 200
    pattern.reference, pattern.enrolment_code, pattern.enrolment_closes_on = name, name, None
    pattern.starts_on, pattern.ends_on = start, start + timedelta(days=1)
    pattern.save()
    Deliverer.objects.create(training=pattern, person=lead, part="lead")
    Session.objects.create(training=pattern, held_on=start, half="am")
    return pattern


def list_of(people: int) -> bytes:
    """A workbook as a ministry might send it, with so many different people."""
    book = Workbook()
    book.active.append(HEADINGS)
    for n in range(people):
        family = SYLLABLES[n % 20].capitalize() + SYLLABLES[n // 20 % 20] + FAMILIES[n % 9].lower()
        person = (family, GIVEN[n % 10], "Ž" if n % 3 else "M", f"BN-{n:05d}")
        book.active.append((*person, f"PU {n % 25}", "Službenik", f"bn{n}@mup.example"))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def upload(content: bytes, name: str) -> BytesIO:
    file = BytesIO(content)
    file.name, file.size = name, len(content)
    return file


def receive(training, content: bytes, by):
    """Read, judge and keep, as the view does."""
    return receive_workbook(
        purpose=PURPOSE, subject=training, upload=upload(content, "list.xlsx"), columns=COLUMNS, judge=judge_roster,
        by=by,
    )  # fmt: skip


def apply(training, draft, by):
    """Decide what is open (create, or else leave out), judge again behind the locks, write."""
    undecided = [row for row in rows_of(draft) if row.action == ""]
    chosen = {row.number: "create" if "create" in row.allowed else "skip" for row in undecided}
    draft = decide_rows(draft, chosen, by=by, version=draft.version)
    return apply_draft(
        draft, lambda draft, rows: apply_roster(draft, rows, by=by), by=by, version=draft.version, subject=training,
        columns=COLUMNS, judge=judge_roster,
    )  # fmt: skip


def figures_of(name: str, content: bytes, mark: str, by, stick: float, wanted: int = 0) -> list[Figure]:
    """From the file to places given. `wanted`: how many places there must be then, where that is known."""
    training = training_for(mark)
    kept: dict = {}
    began = time.perf_counter()
    costs = [
        cpu_ms(lambda: kept.update(reads=count_queries(lambda: kept.update(draft=receive(training, content, by))))),
        cpu_ms(lambda: kept.update(writes=count_queries(lambda: kept.update(done=apply(training, kept["draft"], by))))),
    ]
    wall = time.perf_counter() - began
    rows = len(rows_of(kept["draft"]))
    came = training.enrolments.count()
    check_places(name, came, wanted)
    return [
        Figure("import", f"{name}: read and judge", f"{rows / costs[0] * 1000:.0f} rows/s", costs[0] / rows, stick,
               str(kept["reads"]), f"{rows} rows in {costs[0]:.0f} ms"),
        Figure("import", f"{name}: apply", f"{rows / costs[1] * 1000:.0f} rows/s", costs[1] / rows, stick,
               str(kept["writes"]), f"{came} places given in {costs[1]:.0f} ms"),
        Figure("import", f"{name}: all", f"{rows / sum(costs) * 1000:.0f} rows/s", sum(costs) / rows, stick, "",
               f"{wall:.2f} s by the clock"),
    ]  # fmt: skip


def check_places(name: str, came: int, wanted: int) -> None:
    if came < 1 or (wanted and came != wanted):
        raise SystemExit(f"{name}: {came} places were given" + (f", and should be {wanted}." if wanted else "."))


def measure(sizes: tuple[int, ...] = (50, 500), *, warm: bool = True) -> list[Figure]:
    """The ministries' list, then lists of so many new people."""
    by, case = users()["trainer"], CASE.read_bytes()
    stick = yardstick(by)
    if warm:
        # What is loaded once a process; and its people are known from then on.
        figures_of("warm-up", case, "BENCH-0", by, stick)
    known = "all people known" if warm else "its people new"
    found = figures_of(f"{CASE.name}, {known}", case, "BENCH-1", by, stick)
    for size in sizes:
        found += figures_of(f"{size} new people", list_of(size), f"BENCH-N{size}", by, stick, size)
    return found


if __name__ == "__main__":
    hand_over(measure())
