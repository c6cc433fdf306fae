"""The table of `.ci/run`: what each part cost by the clock and in CPU, and where it went."""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.costs import over_budget  # noqa: E402 - the project's own folder first

TICKS = os.sysconf("SC_CLK_TCK")
#: Fields of the first line of /proc/stat that are work: user, nice, system, irq, softirq.
WORK = (1, 2, 3, 6, 7)
SUITES = {"the suite on SQLite": "sqlite", "the suite on PostgreSQL": "postgresql"}


def seconds(line: str) -> tuple[float, float]:
    """(the clock, the processors' work so far) of a noted moment."""
    clock, _cpu, *fields = line.split()
    return float(clock), sum(int(fields[number - 1]) for number in WORK) / TICKS


def parts(text: str) -> list[tuple[str, float, float]]:
    """(name, seconds by the clock, CPU seconds of the machine) of each part."""
    lines = text.splitlines()
    found = []
    for name, before, after in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        (start, busy), (end, busier) = seconds(before), seconds(after)
        found.append((name, end - start, busier - busy))
    return found


def tests_of(report: dict) -> str:
    counted = report["counted"]
    said = [f"{counted[word]} {word}" for word in ("passed", "skipped", "failed", "error") if counted.get(word)]
    return ", ".join([*said, f"{report['left']} left to SQLite"] if report["left"] else said)


def rows(folder: Path, reports: dict[str, dict]) -> list[str]:
    found = parts((folder / "parts").read_text())
    lines = [
        f"{name:<26}{wall / 60:>8.1f} {cpu / 60:>8.1f}  {tests_of(reports[name]) if name in reports else ''}"
        for name, wall, cpu in found
    ]
    total = f"{'in all':<26}{sum(row[1] for row in found) / 60:>8.1f} {sum(row[2] for row in found) / 60:>8.1f}"
    return [f"{'':<26}{'minutes':>8} {'CPU min.':>8}", *lines, total]


def dearest(reports: dict[str, dict], bare_ms: float) -> list[str]:
    lines = []
    for name, report in reports.items():
        lines += ["", f"{name}: CPU seconds of the slowest tests"]
        lines += [f"{cpu:8.1f}  {test}" for test, cpu in report["tests"]]
        lines += ["", f"{name}: CPU seconds of the dearest fixtures"]
        lines += [f"{cpu:8.1f}  {fixture}, {uses} times" for fixture, cpu, uses in report["fixtures"]]
        warnings = over_budget(report["folders"], bare_ms) if bare_ms else []
        lines += ["", *warnings] if warnings else []
    return lines


def main(folder: Path) -> None:
    reports = {name: json.loads((folder / f"{file}.json").read_text()) for name, file in SUITES.items()}
    asked = [sys.executable, "-m", "tests.yardstick"]
    done = subprocess.run(asked, capture_output=True, text=True)  # noqa: S603
    bare_ms = 0.0 if done.returncode else float(done.stdout)
    print("\n== what it cost")
    print(f"{os.cpu_count()} processors, one bare view {bare_ms or done.stderr.strip()[-200:]} ms of CPU\n")
    print("\n".join([*rows(folder, reports), *dearest(reports, bare_ms), ""]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
