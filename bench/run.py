"""`python -m bench.run [part …]`: measure on a scratch copy of the demo and print one table.

No figure is asserted: they are for people to compare, each beside the bare view of its own moment. What was measured is
asserted: an answer that is not the page, or a result that is not exact, ends the bench with one line.
`BENCH_DATABASE_URL` names a PostgreSQL database for the storm; it is emptied, so "bench" must stand in its name.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from bench.machine import bare_view, machine
from bench.measure import HOME, MARK, Figure, in_short

KEPT = HOME / "var" / "bench"
PARTS = ("pages", "rosters", "documents", "growth", "pool", "storm", "transfer")
# Only when asked for: it writes 3 GB.
BY_NAME = ("kit",)
ON_EMPTY = {"storm", "kit"}
MADE_FROM = ("lms", "curricula")
ENVIRONMENT = {
    "DEMO": "1",
    "DEBUG": "0",
    "MFA_ENFORCED": "0",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "STATIC_ROOT": str(KEPT / "static"),
    "SECRET_KEY": "bench-bench-bench-bench-bench-bench-bench-bench-bench-1",
    "DB_POOL": "32",
}


def main() -> None:
    chosen = sys.argv[1:] or PARTS
    if unknown := set(chosen) - {*PARTS, *BY_NAME}:
        sys.exit(f"There is no part {', '.join(unknown)}. Choose from: {', '.join([*PARTS, *BY_NAME])}")
    prepare()
    figures: list[Figure] = []
    for part in chosen:
        figures += measure(part)
    print_table(figures)


# The scratch database -------------------------------------------------------------------------------------------------


def prepare() -> None:
    """The demo, loaded once a day and anew when what it is made from changed; static files collected."""
    KEPT.mkdir(parents=True, exist_ok=True)
    stamp, wanted = KEPT / "made-from.txt", fingerprint()
    if not stamp.exists() or stamp.read_text() != wanted:
        say("Loading the demo into a scratch database …")
        shutil.rmtree(KEPT)
        (KEPT / "media").mkdir(parents=True)
        environment = environment_for(f"sqlite:///{KEPT / 'demo.sqlite3'}", KEPT / "media")
        for command in (["migrate", "-v0"], ["createcachetable"]):
            manage(command, environment)
        shutil.copy(KEPT / "demo.sqlite3", KEPT / "empty.sqlite3")
        manage(["load_demo"], environment)
        stamp.write_text(wanted)
    manage(["collectstatic", "--noinput", "-v0"], environment_for(f"sqlite:///{KEPT / 'demo.sqlite3'}", KEPT / "media"))


def fingerprint() -> str:
    """Of the migrations, the demo's plan and the content, and the day: the demo is dated from today."""
    found = hashlib.sha256(date.today().isoformat().encode())
    for folder in MADE_FROM:
        for path in sorted((HOME / folder).rglob("*")):
            if path.is_file() and {"migrations", "demo", "content"} & set(path.parts) and path.suffix != ".pyc":
                found.update(path.read_bytes())
    return found.hexdigest()


def environment_for(database: str, media: Path) -> dict:
    return {**os.environ, **ENVIRONMENT, "DATABASE_URL": database, "MEDIA_ROOT": str(media)}


def manage(command: list[str], environment: dict) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=HOME, env=environment, check=True)


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


# The parts ------------------------------------------------------------------------------------------------------------


def measure(part: str) -> list[Figure]:
    """Each part in a process and on a copy of its own; the storm on both databases, if there are two."""
    say(f"Measuring: {part} …")
    own = KEPT / "run"
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir()
    shutil.copy(KEPT / ("empty.sqlite3" if part in ON_EMPTY else "demo.sqlite3"), own / "run.sqlite3")
    shutil.copytree(KEPT / "media", own / "media")
    figures = measure_on(part, environment_for(f"sqlite:///{own / 'run.sqlite3'}", own / "media"))
    if part == "storm" and os.environ.get("BENCH_DATABASE_URL"):
        figures += storm_on_postgresql(os.environ["BENCH_DATABASE_URL"], own / "media")
    return figures


def measure_on(part: str, environment: dict) -> list[Figure]:
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{part}"], cwd=HOME, env=environment, stdout=subprocess.PIPE, text=True
    )
    lines = [line.removeprefix(MARK) for line in done.stdout.splitlines() if line.startswith(MARK)]
    if done.returncode or not lines:
        sys.exit(f"{part} ended without figures (exit code {done.returncode}).")
    return [Figure(**found) for found in json.loads(lines[-1])]


def storm_on_postgresql(url: str, media: Path) -> list[Figure]:
    """On a database of its own: made if it is not there, emptied if it is."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    if "bench" not in urlsplit(url).path:
        sys.exit("BENCH_DATABASE_URL: the database is emptied, so its name must contain “bench”.")
    server, _slash, name = url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    environment = environment_for(url, media)
    for command in (["migrate", "-v0"], ["createcachetable"]):
        manage(command, environment)
    return measure_on("storm", environment)


# The table ------------------------------------------------------------------------------------------------------------


def print_table(figures: list[Figure]) -> None:
    """In Markdown, so that it can go into docs/performance.md as it is."""
    print(f"{date.today().isoformat()}, {machine()}.{bare_view(figures)}\n")
    print("| what | | figure | × bare view | queries | |\n|---|---|---:|---:|---:|---|")
    for figure in figures:
        ratio = in_short(figure.ratio) if figure.ratio else ""
        print(f"| {figure.group} | {figure.name} | {figure.value} | {ratio} | {figure.queries} | {figure.note} |")


if __name__ == "__main__":
    main()
