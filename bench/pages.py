"""Page CPU and queries, and whether the queries grow when there is ten times as much of everything."""

from bench.measure import Figure, hand_over, in_short, start_django

start_django()

from bench import addresses, clones  # noqa: E402
from bench.visits import Visit, in_turns  # noqa: E402

ROUNDS, WARM, ROUNDS_MANY = 25, 3, 5


def measure(*, rounds: int = ROUNDS, warm: int = WARM, rounds_many: int = ROUNDS_MANY, copies: int = 9) -> list[Figure]:
    """Every page with the demo's rows, then with `copies` times as many more."""
    addresses.make_bare_pages()
    accounts = addresses.users()
    visits = [Visit(address, accounts.get(address.who)) for address in addresses.all_addresses()]
    for visit in visits * warm:
        visit.cost()
    costs = in_turns(visits, rounds)
    few = [visit.queries() for visit in visits]
    clones.multiply(copies)
    many = [visit.queries() for visit in visits]
    costs_many = in_turns(visits, rounds_many)
    layout = next(cost for visit, cost in zip(visits, costs, strict=True) if visit.address.name == addresses.IN_LAYOUT)
    notes = [note(few[n], many[n], cost / costs_many[0], copies + 1) for n, cost in enumerate(costs_many)]
    return [
        figure(visit.address, costs[n], costs[0], few[n], notes[n] + against(visit.address, costs[n], layout))
        for n, visit in enumerate(visits)
    ]


def figure(address, cost: float, stick: float, queries: int, note: str) -> Figure:
    return Figure("page", address.title, f"{cost:.1f} ms", cost, stick, str(queries), note)


def note(few: int, many: int, ratio: float, times: int) -> str:
    """With more rows: in bare views of the same moment, so that it can be set beside the ratio without them."""
    return f"{times}×: {in_short(ratio)}" + (f", {many} queries" if many != few else "")


def against(address, cost: float, layout: float) -> str:
    """Pages of the library carry their ratio to a bare Wagtail page."""
    if not address.path.startswith("/library/"):
        return ""
    return f"; {cost / layout:.2f} × {addresses.IN_LAYOUT}"


if __name__ == "__main__":
    hand_over(measure())
