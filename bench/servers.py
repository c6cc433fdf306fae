"""The site in a process of its own: gunicorn as production has it, stopped when it is no longer needed."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import HOME


@dataclass(frozen=True)
class Served:
    """Where the site answers, and the process that does the answering."""

    url: str
    pid: int


@contextmanager
def gunicorn(application: str = "lms.wsgi", **environment: str) -> Iterator[Served]:
    """With `lms.settings` and not the bench's own: what is served is what production serves."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", application]
    own = {"PORT": str(port), "DJANGO_SETTINGS_MODULE": "lms.settings", **environment}
    with running(command, port, {**os.environ, **own}) as process:
        url = f"http://127.0.0.1:{port}"
        # The port is open before the application is loaded.
        urllib.request.urlopen(f"{url}/health/", timeout=60).close()
        yield Served(url, worker_of(process.pid))


@contextmanager
def running(command: list[str], port: int, environment: dict) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(command, cwd=HOME, env=environment)
    try:
        wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, process: subprocess.Popen) -> None:
    for _attempt in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise SystemExit(f"{process.args[0]} does not answer.")


def worker_of(pid: int) -> int:
    """gunicorn's first worker."""
    return int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])
