"""A process killed in the middle of an import leaves the list as it was before, or whole; never torn."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.intake.models import Draft
from lms.people.models import Person
from lms.trainings.models import Enrolment
from tests import cast as people
from tests.trainings.conftest import training_in
from tests.trainings.test_roster import apply, case, receive

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parent.parent.parent

# The child says "ready", applies with every query slowed down, and says "done"; the parent kills it in between.
CHILD = """
import sys, time, django
django.setup()
from django.db import connection
from lms.intake.models import Draft
from lms.intake.services import apply_draft
from lms.trainings.roster import apply_roster
draft = Draft.objects.get()
def slow(execute, sql, params, many, context):
    time.sleep(0.01)
    return execute(sql, params, many, context)
print("ready", flush=True)
with connection.execute_wrapper(slow):
    apply_draft(draft, lambda draft, rows: apply_roster(draft, rows, by=None), by=None)
print("done", flush=True)
"""


def kill_after(seconds: float, database_url: str) -> bool:
    """Start the child, kill -9 it `seconds` after it is ready. True if it was still at work."""
    environment = {**os.environ, "DATABASE_URL": database_url, "DEBUG": "1", "DJANGO_SETTINGS_MODULE": "lms.settings"}
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    child.stdout.readline()
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    said = child.stdout.read()
    child.wait()
    return b"done" not in said


def kills(count: int, tmp_path) -> int:
    """Kill `count` imports; the number that were hit mid-way. Each leaves nothing, or (when done) everything."""
    if connection.vendor != "sqlite":
        pytest.skip("the copy of the database that the child writes to is a SQLite file")
    cast = people.assemble()
    training = training_in(cast, starts_in=14, seats=60)
    draft = receive(training, case("roster-latin.xlsx"), cast.trainer)
    review = next(stored for stored in draft.rows if stored["outcome"] == "review")
    review["decision"] = "create"
    draft.save()
    before = counts()
    connection.close()
    original, midway = connection.settings_dict["NAME"], 0
    for number in range(count):
        copy = tmp_path / f"killed-{number}.sqlite3"
        shutil.copy(original, copy)
        was_at_work = kill_after(random.uniform(0, 0.5), f"sqlite:///{copy}")
        midway += was_at_work
        assert state_of(copy) in ({before} if was_at_work else {(before[0] + 46, 46, 1)}) | {(before[0] + 46, 46, 1)}
    return midway


def counts() -> tuple[int, int, int]:
    return Person.objects.count(), Enrolment.objects.count(), Draft.objects.exclude(applied_at=None).count()


def state_of(path) -> tuple[int, int, int]:
    """People, places, applied drafts in the file as a new process finds it."""
    original = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(path)
    try:
        return counts()
    finally:
        connection.close()
        connection.settings_dict["NAME"] = original


def test_three_killed_imports_leave_nothing_torn(tmp_path):
    kills(3, tmp_path)


@pytest.mark.slow
def test_a_hundred_killed_imports_leave_nothing_torn(tmp_path):
    assert kills(100, tmp_path) >= 50


def test_an_error_at_any_query_of_an_import_leaves_nothing(monkeypatch):
    """The same without a process: the import fails at its n-th query, for every n, and nothing of it stays."""
    cast = people.assemble()
    training = training_in(cast, starts_in=14, seats=60)
    draft = receive(training, case("roster-latin.xlsx"), cast.trainer)
    review = next(stored for stored in draft.rows if stored["outcome"] == "review")
    review["decision"] = "create"
    draft.save()
    before = counts()

    for number in range(0, 40, 2):
        left = [number]

        def fail(execute, sql, params, many, context, left=left):
            left[0] -= 1
            if left[0] < 0:
                raise InterruptedError
            return execute(sql, params, many, context)

        with connection.execute_wrapper(fail), pytest.raises(InterruptedError):
            apply(draft, cast.trainer)
        assert counts() == before

    with CaptureQueriesContext(connection) as captured:
        apply(draft, cast.trainer)
    assert counts() == (before[0] + 46, 46, 1)
    assert len(captured) < 75
