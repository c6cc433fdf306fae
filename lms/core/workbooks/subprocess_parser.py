"""Reading a workbook in a child process of limited memory and time, so that one bad file cannot take the server."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from lms.core.workbooks.errors import MESSAGES, WorkbookError
from lms.core.workbooks.parse_limits import Limits

_CHILD = Path(__file__).with_name("parser_worker.py")
_AT_ONCE = threading.BoundedSemaphore(2)
_KINDS = {"datetime": datetime, "date": date, "time": time}


def parse_apart(data: bytes, limits: Limits) -> list[tuple[str, bool, list[tuple]]]:
    """As `parsing.parse`, in a child; one that runs out of time or memory, or dies, is 'too_heavy'."""
    if not _AT_ONCE.acquire(timeout=limits.seconds_to_wait):
        raise WorkbookError("busy")
    try:
        printed = _printed_by_child(data, limits)
    finally:
        _AT_ONCE.release()
    answer = json.loads(printed, object_hook=_decode_moment)
    if answer.get("error") in MESSAGES:
        raise WorkbookError(answer["error"], **answer["details"])
    return [(name, hidden, [tuple(row) for row in rows]) for name, hidden, rows in answer["sheets"]]


def _printed_by_child(data: bytes, limits: Limits) -> bytes:
    command = [_python(), "-I", "-B", "-X", "utf8", str(_CHILD), json.dumps(asdict(limits))]
    environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}  # no secrets
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=limits.seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise WorkbookError("too_heavy") from None
    if done.returncode or not done.stdout:
        raise WorkbookError("too_heavy")
    return done.stdout


def _python() -> str:
    """The interpreter of this environment, also when the server is embedded and sys.executable is not Python."""
    own = Path(sys.executable or "")
    return str(own if own.name.startswith("python") else Path(sys.prefix) / "bin" / "python3")


def _decode_moment(found: dict[str, Any]) -> Any:
    if len(found) == 1:
        ((kind, text),) = found.items()
        if kind in _KINDS and isinstance(text, str):
            return _KINDS[kind].fromisoformat(text)
    return found
