"""A loop deep in the call stack maps no memory at its turns."""

import resource
import threading

from lms.core.frame_stack import with_deep_stack

TURNS = 500
#: More calls than one chunk of the interpreter's frame stack holds.
DEPTHS = range(1, 300)


def nothing() -> None:
    pass


def faults_of_a_loop() -> int:
    """How often this thread was given a page of memory while it called a function again and again."""
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for _turn in range(TURNS):
        nothing()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def at_depth(depth: int) -> int:
    return at_depth(depth - 1) if depth else faults_of_a_loop()


def most_faults() -> int:
    return max(at_depth(depth) for depth in DEPTHS)


def in_a_thread(function) -> int:
    """In a thread of its own, whose frame stack is fresh."""
    found = []
    thread = threading.Thread(target=lambda: found.append(function()))
    thread.start()
    thread.join()
    return found[0]


def test_without_room_some_depth_maps_memory_at_every_turn():
    """If this fails, Python has learnt it, and the wrapper can go."""
    assert in_a_thread(most_faults) >= TURNS


def test_with_deep_stack_no_depth_does():
    assert in_a_thread(with_deep_stack(most_faults)) < TURNS / 10


def test_what_is_called_gets_its_arguments_and_gives_its_answer():
    assert with_deep_stack(divmod)(7, 2) == (3, 1)
    assert with_deep_stack(dict)(a=1) == {"a": 1}
