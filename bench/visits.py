"""Asking for a page again and again: what it costs, how often it asks the database, and whether it is the page."""

import statistics
import time
from itertools import count

from bench.answers import Address, check_response
from bench.measure import client_for, count_queries

TURNS = count()


class Visit:
    """One reader at one address. Every answer is checked, after the clock has stopped."""

    def __init__(self, address: Address, user=None):
        self.address, self.client = address, client_for(user)

    def cost(self) -> float:
        """CPU milliseconds of this process for one request."""
        sender = next_sender()
        before = time.process_time()
        answer = self.client.get(self.address.path, REMOTE_ADDR=sender)
        spent = (time.process_time() - before) * 1000
        check_response(self.address, answer)
        return spent

    def queries(self) -> int:
        return count_queries(self.cost)

    def median(self, rounds: int) -> float:
        return statistics.median(self.cost() for _number in range(rounds))


def next_sender() -> str:
    """Another one each time: public pages answer only so many requests of one."""
    turn = next(TURNS)
    return f"10.{turn // 62500}.{turn // 250 % 250}.{turn % 250 + 1}"


def in_turns(visits: list[Visit], rounds: int) -> list[float]:
    """Median CPU of each; every round asks for all of them, so that a busy minute burdens all alike."""
    found = [[visit.cost() for visit in visits] for _number in range(rounds)]
    return [statistics.median(column) for column in zip(*found, strict=True)]
