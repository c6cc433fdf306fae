"""Page CPU and queries, and whether the queries grow when there is ten times as much of everything."""

import statistics
from itertools import count

from bench.measure import Figure, client_for, count_queries, cpu_ms, hand_over, start_django

start_django()

from bench import clones, doors  # noqa: E402

ROUNDS, WARM = 25, 3
TURNS = count()


def main() -> None:
    doors.make_bare_page()
    found, accounts = doors.doors(), doors.users()
    clients = {who: client_for(accounts.get(who)) for who in {door.who for door in found}}
    acts = [lambda door=door: get(clients[door.who], door) for door in found]
    for act in acts * WARM:
        act()
    costs = in_turns(acts)
    few = [count_queries(act) for act in acts]
    clones.multiply(9)
    for act in acts:
        act()
    many = [count_queries(act) for act in acts]
    costs_many = [statistics.median(cpu_ms(act) for _number in range(5)) for act in acts]
    framed = next(cost for door, cost in zip(found, costs, strict=True) if door.name == doors.FRAMED)
    hand_over(
        [
            Figure(
                "page", f"{door.name}, {door.who or 'anybody'}", f"{costs[n]:.1f} ms", costs[n], costs[0], str(few[n]),
                f"10×: {costs_many[n]:.0f} ms" + (f", {many[n]} queries" if many[n] != few[n] else "")
                + (f"; {costs[n] / framed:.2f} × {doors.FRAMED}" if door.name.startswith("module page") else ""),
            )
            for n, door in enumerate(found)
        ]
    )  # fmt: skip


def get(client, door):
    """From another address each time: public pages answer only so many requests of one."""
    turn = next(TURNS)
    answer = client.get(door.address, REMOTE_ADDR=f"10.{turn // 62500}.{turn // 250 % 250}.{turn % 250 + 1}")
    if answer.status_code != 200:
        raise SystemExit(f"{door.name} ({door.who}) answers {answer.status_code} at {door.address}")
    return answer


def in_turns(acts) -> list[float]:
    """Median CPU of each act; every round does all of them, so that a busy minute burdens all alike."""
    rounds = [[cpu_ms(act) for act in acts] for _number in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


main()
