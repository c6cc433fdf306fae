"""The cost table: folders, budgets, the parts of a whole run."""

import importlib.util
import json
from pathlib import Path

import pytest

from tests import costs

HOME = Path(__file__).resolve().parent.parent


@pytest.fixture
def budget(tmp_path, monkeypatch):
    (tmp_path / "budget.toml").write_text(
        '[machine]\nbare_view_ms = 2.0\nnew_folder = 10\n\n[folders]\n"tests/people" = 50\n'
    )
    monkeypatch.setattr(costs, "BUDGET", tmp_path / "budget.toml")


def test_a_test_counts_for_its_folder_or_its_file():
    assert costs.folder_of("tests/people/sub/test_x.py::test_y[1]") == "tests/people"
    assert costs.folder_of("tests/test_run.py::test_y") == "tests/test_run.py"


def test_a_folder_that_outgrew_its_budget_is_named(budget):
    spent = {"tests/people": 51, "tests/new": 9}
    assert costs.over_budget(spent, 2.0) == ["WARNING: tests/people took 51 s of CPU, its budget here is 50 s"]
    assert costs.over_budget(spent, 1.0) == [
        "WARNING: tests/people took 51 s of CPU, its budget here is 25 s",
        "WARNING: tests/new took 9 s of CPU, its budget here is 5 s",
    ]


def test_a_slower_machine_has_more_time(budget):
    assert costs.over_budget({"tests/people": 90}, 4.0) == []


def test_every_folder_has_a_budget_of_its_own():
    known = costs.tomllib.loads(costs.BUDGET.read_text())["folders"]
    found = {
        f"tests/{path.name}" for path in (HOME / "tests").iterdir() if path.is_dir() and any(path.rglob("test_*.py"))
    }
    assert found - set(known) == set()


def test_the_table_adds_up_the_parts_of_a_run(tmp_path):
    spec = importlib.util.spec_from_file_location("ci_costs", HOME / ".ci" / "costs.py")
    table = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(table)
    ticks = table.TICKS
    (tmp_path / "parts").write_text(
        f"set-up\n100.0 cpu  {0} 0 0 5 0 0 0 0 0 0\n160.0 cpu  {60 * ticks} 0 0 900 0 0 0 0 0 0\n"
        f"the suite on SQLite\n160.0 cpu  0 0 0 0 0 0 0 0 0 0\n280.0 cpu  {100 * ticks} 0 {20 * ticks} 0 0 0 0 0 0 0\n"
    )
    report = {"counted": {"passed": 7, "failed": 0}, "left": 3, "tests": [["a", 1.0]], "fixtures": [["b", 2.0, 4]]}
    assert table.rows(tmp_path, {"the suite on SQLite": json.loads(json.dumps(report))}) == [
        "                           minutes CPU min.",
        "set-up                         1.0      1.0  ",
        "the suite on SQLite            2.0      2.0  7 passed, 3 left to SQLite",
        "in all                         3.0      3.0",
    ]
