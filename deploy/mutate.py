"""`make mutate`: mutmut, the nearest tests first, and services as well. What is mutated: pyproject.toml, [tool.mutmut].

mutmut passes over every decorated function, since a decorator may do anything to the copies that are made of it. Ours
that open a transaction or wait for their turn do nothing at definition, so that what they hold can be mutated.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
import libcst as cst
from mutmut.__main__ import cli, status_by_exit_code
from mutmut.mutation import file_mutation
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.workers import isolation

MOST = 120
HARMLESS = {"transaction.atomic", "in_turn"}
COLUMNS = ("killed", "timeout", "survived", "no tests", "not checked")


def name_of(decorator: cst.Decorator) -> str:
    return cst.Module([]).code_for_node(decorator.decorator)


class WithServices(file_mutation.MutationVisitor):
    """Looks at a function as if the harmless decorators were not there."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and {name_of(one) for one in node.decorators} <= HARMLESS:
            return node.name.value in file_mutation.NEVER_MUTATE_FUNCTION_NAMES
        return super()._skip_node_and_children(node)


def nearest(tests: Iterable[str]) -> list[str]:
    """The tests that call the mutated function, those first that call the fewest others, and no more than `MOST`."""
    called = Counter(test for found in state().tests_by_mangled_function_name.values() for test in found)
    return sorted(tests, key=lambda test: (called[test], test))[:MOST]


class Nearest(PytestRunner):
    """Shows a mutant to the nearest tests, the very nearest first: it mostly dies of those."""

    def run_tests(self, *, mutant_name: str | None, tests: Iterable[str]) -> int:
        return super().run_tests(mutant_name=mutant_name, tests=nearest(tests) if mutant_name else tests)


file_mutation.MutationVisitor = WithServices
isolation.PytestRunner = Nearest


def counted(meta: Path) -> Counter:
    return Counter(status_by_exit_code[code] for code in json.loads(meta.read_text())["exit_code_by_key"].values())


@cli.command()
def report() -> None:
    """How many mutants of each module were killed, out of those that were run; a row of Markdown each."""
    click.echo(f"| module | {' | '.join(COLUMNS)} | killed of those run |\n|---|{'---:|' * (len(COLUMNS) + 1)}")
    whole: Counter = Counter()
    for meta in sorted(Path("mutants").rglob("*.py.meta")):
        if found := counted(meta):
            click.echo(row(str(meta.relative_to("mutants")).removesuffix(".meta"), found))
            whole += found
    click.echo(row("all", whole))


@cli.command()
def forget_survivors() -> None:
    """Those that survived are run again next time: after new tests, which mutmut does not notice by itself."""
    for meta in Path("mutants").rglob("*.py.meta"):
        known = json.loads(meta.read_text())
        codes = known["exit_code_by_key"]
        alive = [name for name, code in codes.items() if status_by_exit_code[code] in ("survived", "no tests")]
        meta.write_text(json.dumps(known | {"exit_code_by_key": codes | dict.fromkeys(alive)}))


def row(name: str, found: Counter) -> str:
    dead = found["killed"] + found["timeout"]
    run = dead + found["survived"] + found["no tests"]
    share = f"{100 * dead / run:.0f} %" if run else "–"
    return f"| {name} | {' | '.join(str(found[column]) for column in COLUMNS)} | {share} |"


if __name__ == "__main__":
    sys.exit(cli())
