"""What the suite costs: CPU seconds of each test, fixture and folder, added up over all workers.

CPU of the worker and of the processes it waited for; a browser or a database server that goes on running is not in it
(`.ci/run` measures the whole machine). Seconds of different machines are compared by what a bare view costs there.
"""

import json
import resource
import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
BUDGET = HERE / "budget.toml"
MOST_TESTS, MOST_FIXTURES = 15, 10


def cpu_seconds() -> float:
    """CPU of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Costs:
    """A pytest plugin: every worker counts, the controller adds up and prints."""

    def __init__(self, config) -> None:
        self.config = config
        self.tests, self.fixtures, self.uses = Counter(), Counter(), Counter()
        self.inner: list[float] = []
        #: Tests that this database leaves to the other one.
        self.left = 0

    # Counting --------------------------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item):
        before = cpu_seconds()
        try:
            return (yield)
        finally:
            self.tests[item.nodeid] += cpu_seconds() - before

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        """A fixture's own part: what the fixtures it asks for cost is theirs."""
        before = cpu_seconds()
        self.inner.append(0.0)
        try:
            return (yield)
        finally:
            whole, inner = cpu_seconds() - before, self.inner.pop()
            if self.inner:
                self.inner[-1] += whole
            name = f"{fixturedef.argname} ({fixturedef.baseid or 'pytest'})"
            self.fixtures[name] += whole - inner
            self.uses[name] += 1

    # Adding up -------------------------------------------------------------------------------------------------------

    def pytest_sessionfinish(self) -> None:
        if hasattr(self.config, "workeroutput"):
            counted = {"tests": self.tests, "fixtures": self.fixtures, "uses": self.uses}
            self.config.workeroutput["costs"] = json.dumps(counted)
            self.config.workeroutput["left"] = self.left

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node, error) -> None:
        found = getattr(node, "workeroutput", {})
        for name, counts in json.loads(found.get("costs", "{}")).items():
            getattr(self, name).update(counts)
        self.left = max(self.left, found.get("left", 0))

    def pytest_terminal_summary(self, terminalreporter) -> None:
        asked = self.config.getoption("--costs")
        if self.left:
            terminalreporter.write_line(f"{self.left} tests without a database, or of one browser, are left to SQLite.")
        if not asked:
            return
        terminalreporter.section("what it cost")
        terminalreporter.write_line("\n".join(self.lines()))
        report = {"folders": self.folders(), "left": self.left, "cpu": sum(self.tests.values()),
                  "tests": self.tests.most_common(MOST_TESTS),
                  "fixtures": [[*pair, self.uses[pair[0]]] for pair in self.fixtures.most_common(MOST_FIXTURES)],
                  "counted": {name: len(rows) for name, rows in terminalreporter.stats.items() if name}}  # fmt: skip
        if asked != "-":
            Path(asked).write_text(json.dumps(report, indent=1))

    def folders(self) -> dict[str, float]:
        found: Counter = Counter()
        for name, seconds in self.tests.items():
            found[folder_of(name)] += seconds
        return dict(found.most_common())

    def lines(self) -> list[str]:
        """CPU by folder, the slowest tests, the dearest fixtures."""
        folders = [f"{seconds:8.1f} s  {name}" for name, seconds in self.folders().items()]
        tests = [f"{seconds:8.1f} s  {name}" for name, seconds in self.tests.most_common(MOST_TESTS)]
        fixtures = [f"{seconds:8.1f} s  {name}, {self.uses[name]} times"
                    for name, seconds in self.fixtures.most_common(MOST_FIXTURES)]  # fmt: skip
        return ["CPU by folder", *folders, "the slowest tests", *tests, "the dearest fixtures", *fixtures]


def folder_of(test: str) -> str:
    """`tests/people/test_x.py::test_y` is of `tests/people`; a test beside the folders counts for its file."""
    path = test.partition("::")[0]
    return "/".join(path.split("/")[:2])


def over_budget(folders: dict[str, float], machine_ms: float) -> list[str]:
    """A line for each folder that took more CPU than `budget.toml` gives it on this machine.

    `machine_ms`: CPU milliseconds of a bare view here (`tests/yardstick.py`).
    """
    budget = tomllib.loads(BUDGET.read_text())
    scale = machine_ms / budget["machine"]["bare_view_ms"]
    allowed = {**{name: budget["folders"].get(name, budget["machine"]["new_folder"]) for name in folders}}
    return [
        f"WARNING: {name} took {seconds:.0f} s of CPU, its budget here is {allowed[name] * scale:.0f} s"
        for name, seconds in folders.items()
        if seconds > allowed[name] * scale
    ]
