"""The process apart that reads a large workbook: limits itself, reads standard input, prints JSON, and ends.

Started by `apart.parse_apart` as a plain file, with the limits as its only argument (JSON of `Limits`).
"""

import json
import resource
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any


def main() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    answers, sys.stdout = sys.stdout, sys.stderr  # openpyxl prints in places; only our answer goes to the parent
    wanted = json.loads(sys.argv[1])
    limit_this_process(wanted["memory_bytes"], wanted["seconds"])
    # Imported only now, so that the limits hold for the parsers too.
    from lms.core.workbooks.errors import WorkbookError  # noqa: PLC0415
    from lms.core.workbooks.parse_limits import Limits  # noqa: PLC0415
    from lms.core.workbooks.parsing import parse  # noqa: PLC0415

    try:
        answer = {"sheets": parse(sys.stdin.buffer.read(), Limits(**wanted))}
        printed = json.dumps(answer, default=encode_moment)
    except WorkbookError as error:
        printed = json.dumps({"error": error.code, "details": error.details})
    except MemoryError:
        printed = json.dumps({"error": "too_heavy", "details": {}})
    answers.write(printed)
    answers.flush()


def limit_this_process(memory_bytes: int, seconds: int) -> None:
    """Address space, processor time, no core file, nothing written to disk."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def encode_moment(value: Any) -> dict[str, str]:
    """A date, an instant or a time as {kind: ISO text}, which JSON has no form for."""
    kinds = {datetime: "datetime", date: "date", time: "time"}
    return {kinds[type(value)]: value.isoformat()}


if __name__ == "__main__":
    main()
