"""Space for Python's frames: what deep calls cost where the interpreter's frame stack grows in small pieces.

CPython (3.11 and later) keeps the frames of Python functions on a stack of its own, made of chunks of 16 KB that are
mapped when a call crosses the end of one and unmapped when it returns. A loop that happens to run at such an end,
a hundred calls deep in templates and queries as a page does, maps and unmaps memory at each turn; that was up to
a fifth of a request's processor time. A function whose frame is large gets a chunk of a megabyte, and what it calls
finds space there. Only pages that are used take memory.

Source: CPython, `Python/pystate.c` (`_PyThreadState_PushFrame`, `push_chunk`).
"""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

#: Entries of eight bytes: just over half a megabyte, so that a chunk of one megabyte is taken and half of it is left.
ENTRIES = 70_000


def with_deep_stack(function: Callable[P, T]) -> Callable[P, T]:
    """The same function, with space for the frames of all that it calls."""

    @functools.wraps(function)
    def deep(*args, **kwargs):
        return function(*args, **kwargs)

    deep.__code__ = deep.__code__.replace(co_stacksize=ENTRIES)
    return deep
