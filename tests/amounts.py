"""How many examples a property or a fuzz test tries: few in every run, many in `make test-long`."""

import os

from hypothesis import settings

LONG = bool(os.environ.get("TEST_LONG"))
#: One of so many is tried in a usual run, and never fewer than LEAST.
SHARE, LEAST = 5, 20


def amount(long: int) -> int:
    """`long` examples in the long run, a share of them else."""
    return long if LONG else min(long, max(LEAST, long // SHARE))


def load_profile() -> None:
    """No test is timed: a busy machine makes nothing wrong."""
    settings.register_profile("usual", deadline=None, max_examples=amount(100))
    settings.register_profile("long", deadline=None, max_examples=500)
    settings.load_profile("long" if LONG else "usual")
