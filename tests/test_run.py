"""The two commands: every trouble in one line, a start that can be repeated, a stop that leaves nothing behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.core.management.base import CommandError

from lms.core.management.commands.serve import require_free_port
from lms.core.processes import SupervisedProcess
from tests import databases

HOME = Path(__file__).resolve().parent.parent
START = HOME / "deploy" / "start.py"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def environment(tmp_path, request):
    """A machine of its own: migrated database, static files, port. What the demo loads has its own tests."""
    kept = Path(request.config.cache.mkdir("databases"))
    template = databases.sqlite_template(kept)
    if template.exists():
        shutil.copy(template, tmp_path / "own.sqlite3")
    own = {"DEBUG": "1", "PORT": str(free_port()), "STATIC_ROOT": str(tmp_path / "static"),
           "MEDIA_ROOT": str(tmp_path / "media"), "DATABASE_URL": f"sqlite:///{tmp_path / 'own.sqlite3'}",
           "PYTHONUNBUFFERED": "1"}  # fmt: skip
    return {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | own


class Running:
    """`manage.py serve` in a process group of its own, and what it has said so far."""

    def __init__(self, environment, log: Path) -> None:
        self.environment, self.log = environment, log
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=HOME, env=environment, stdout=log.open("w"),
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip

    def wait_for(self, words: str, seconds: float = 90) -> str:
        deadline = time.monotonic() + seconds
        while words not in self.log.read_text():
            assert time.monotonic() < deadline, f"never said {words!r}: {self.log.read_text()}"
            assert self.process.poll() is None or words in self.log.read_text(), self.log.read_text()
            time.sleep(0.1)
        return self.log.read_text()

    def children(self) -> dict[int, str]:
        return {pid: command for pid, parent, command in processes() if parent == self.process.pid}

    def health(self) -> int:
        address = f"http://127.0.0.1:{self.environment['PORT']}/health/"
        return urllib.request.urlopen(address, timeout=5).status

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


def processes() -> list[tuple[int, int, str]]:
    """(pid, parent's pid, name and command line) of everything that runs; of what has ended, no command."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            command = (folder / "cmdline").read_text().replace("\0", " ")
            name = (folder / "comm").read_text().strip() if command else ""
            found.append((int(folder.name), int(parent), f"{name} {command}".strip()))
        except OSError:
            continue
    return found


def anything_left(pids) -> list[int]:
    alive = {pid for pid, _parent, command in processes() if command}
    return sorted(alive & set(pids))


@pytest.fixture
def serve(environment, tmp_path):
    started = []

    def start() -> Running:
        started.append(Running(environment, tmp_path / f"log-{len(started)}"))
        return started[-1]

    yield start
    for running in started:
        if running.process.poll() is None:
            running.end(signal.SIGTERM)


def test_it_serves_restarts_what_falls_and_stops_without_a_trace(serve):
    running = serve()
    said = running.wait_for("Ctrl-C stops it.", 300)
    assert f"http://localhost:{running.environment['PORT']}" in said
    assert running.health() == 200
    assert re.search(r"database … \d+\.\d s\nstatic files … \d+\.\d s\n.*site … \d+\.\d s\n", said, re.DOTALL)

    parts = running.children()
    site = next(pid for pid, command in parts.items() if "gunicorn" in command)
    commands = " ".join(parts.values())
    assert all(name in commands for name in ("gunicorn", "db_worker", "run_chores"))
    everything = {*parts, *(pid for pid, parent, _command in processes() if parent in parts)}
    os.kill(site, signal.SIGKILL)
    assert "the site ended (exit code -9) and is started again" in running.wait_for("started again", 30)

    everything |= set(running.children())
    assert running.end(signal.SIGINT) == 0
    assert "Nothing is left running." in running.log.read_text()
    assert anything_left(everything) == []

    again = serve()
    said = again.wait_for("Ctrl-C stops it.", 120)
    assert re.search(r"database … \d+\.\d s, nothing to do\nstatic files … \d+\.\d s, nothing to do\n", said)
    assert again.end(signal.SIGTERM) == 0


def test_a_supervisor_that_is_killed_takes_its_parts_along(serve):
    running = serve()
    running.wait_for("Ctrl-C stops it.", 300)
    parts = set(running.children())
    running.end(signal.SIGKILL)
    deadline = time.monotonic() + 25
    while anything_left(parts) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert anything_left(parts) == []


def test_a_busy_port_gets_one_line(environment):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(environment["PORT"])))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "manage.py", "serve"],
            cwd=HOME,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Choose another, for example PORT=8001" in done.stderr


@pytest.mark.parametrize("port", ["", "0", "70000"])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(CommandError, match="is no port"):
        require_free_port("127.0.0.1", port)


def test_a_port_that_is_no_number_gets_one_line(environment):
    done = subprocess.run(
        [sys.executable, "manage.py", "serve"], cwd=HOME, env=environment | {"PORT": "many"}, capture_output=True,
        text=True, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "PORT is “many”, which is no port." in done.stderr


def test_a_part_that_keeps_falling_is_given_up():
    part = SupervisedProcess("the site", "gunicorn", lambda: sys.exit(3))
    for _ in range(3):
        part.start()
        part.process.join(10)
    assert part.has_ended
    assert part.process.exitcode == 3
    assert part.keeps_falling


# The script, before there is a `.venv` --------------------------------------------------------------------------------


def start(*arguments: str, before: str = "", home: Path = HOME, **environment: str) -> subprocess.CompletedProcess:
    """Run the script with `before` executed first, as on a machine that lacks something."""
    script = str(home / "deploy" / "start.py")
    run = f"runpy.run_path({script!r}, None, '__main__')"
    code = f"import sys, runpy\n{before}\nsys.argv = {[script, *arguments]!r}\n{run}"
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, **environment})


@pytest.mark.parametrize(
    ("before", "cure"),
    [
        ("sys.modules['ensurepip'] = None", "sudo apt install python3-venv"),
        ("sys.version_info = (3, 9, 2)", "Python 3.11 or newer is needed, this is 3.9.2."),
    ],
)
def test_what_the_machine_lacks_is_said_in_one_line_with_its_cure(before, cure):
    done = start("run", before=before)
    assert done.returncode == 2
    assert cure in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.fixture
def empty_checkout(tmp_path) -> Path:
    """The script alone beside a list of packages."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(START, tmp_path / "deploy" / "start.py")
    (tmp_path / "requirements.txt").write_text("Django==5.2.19\n")
    return tmp_path


def test_no_network_is_said_in_one_line(empty_checkout):
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1", "PIP_NO_CACHE_DIR": "1"}
    nowhere |= {"PIP_CONFIG_FILE": os.devnull, "PIP_EXTRA_INDEX_URL": "", "NO_PROXY": "127.0.0.1"}
    done = start("run", home=empty_checkout, **nowhere)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no network" in done.stderr


def test_each_step_is_a_line_with_its_seconds(script, capsys):
    script.step("venv", lambda: True)
    script.step("packages", lambda name: False, "requirements.txt")
    assert re.fullmatch(r"venv … \d+\.\d s\npackages … \d+\.\d s, nothing to do\n", capsys.readouterr().out)


def test_trouble_within_a_step_begins_a_line_of_its_own(script, capsys):
    with pytest.raises(SystemExit):
        script.step("packages", lambda: script.stop("No network."))
    assert capsys.readouterr() == ("packages … \n", "No network.\n")


def test_what_it_starts_may_keep_its_bytecode(script, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    done = script.quiet([sys.executable, "-c", "import sys; print(sys.dont_write_bytecode)"])
    assert done.stdout == "False\n"


def test_a_second_start_does_nothing_before_it_becomes_the_site(script, monkeypatch, tmp_path, capsys):
    (tmp_path / "requirements.txt").write_text("Django==5.2.19\n")
    (tmp_path / "installed.txt").write_text(script.digest_of(str(tmp_path / "requirements.txt")))
    monkeypatch.setattr(script, "HOME", tmp_path)
    monkeypatch.setattr(script, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(script, "STAMP", tmp_path / "installed.txt")
    monkeypatch.setattr(script.subprocess, "run", lambda *arguments, **options: pytest.fail("a process was started"))
    became = []
    monkeypatch.setattr(script, "go", lambda command, **environment: became.append((command, environment)))
    monkeypatch.setattr(script.sys, "argv", ["start.py", "run"])
    script.run()
    assert became[0][0][1:] == ["manage.py", "serve"]
    assert became[0][1]["DEMO"] == "1"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ["-n", "auto", "--dist", "worksteal", "--complete"]),
        (["tests/trainings"], ["tests/trainings"]),
        (["-n", "2"], ["-n", "2"]),
    ],
)
def test_the_whole_suite_uses_all_cores_and_a_part_begins_at_once(script, monkeypatch, given, expected):
    became = []
    monkeypatch.setattr(script, "setup", lambda: None)
    monkeypatch.setattr(script, "go", lambda command, **environment: became.extend(command))
    monkeypatch.setattr(script.sys, "argv", ["start.py", "test", *given])
    script.test()
    assert became[4:] == expected


def test_an_unknown_task_is_answered_with_the_known_ones():
    done = start("fly")
    assert done.returncode == 2
    assert "run | test | test-long" in done.stderr
