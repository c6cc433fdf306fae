"""A process killed in the middle of an import leaves the list as it was before, or whole; never torn."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.imports.models import Draft
from lms.people.models import Person
from lms.trainings.models import Enrolment
from tests import cast as people
from tests.copies import copied, speaking_to
from tests.trainings.conftest import training_in
from tests.trainings.test_roster import apply, case, receive

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parent.parent.parent

# The child says "ready", applies with every query slowed down, and says "done"; the parent kills it in between.
CHILD = """
import sys, time, django
django.setup()
from django.db import connection
from lms.imports.models import Draft
from lms.imports.services import apply_draft
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
    """Start the child, kill -9 it `seconds` after it is ready. True if it was still at work.

    A child that never got ready proves nothing, so it fails the test.
    """
    environment = {**os.environ, "DATABASE_URL": database_url, "DEBUG": "1", "DJANGO_SETTINGS_MODULE": "lms.settings"}
    command = [sys.executable, "-c", CHILD]
    child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    ready = child.stdout.readline()
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    said, trouble = child.communicate()
    assert ready == b"ready\n", trouble.decode()
    assert not trouble, trouble.decode()
    return b"done" not in said


def kills(count: int, tmp_path) -> int:
    """Kill `count` imports; the number that were hit mid-way. Each leaves nothing, or (when done) everything."""
    before, midway = prepare(), 0
    after = (before[0] + 46, 46, 1)
    for number in range(count):
        with copied(tmp_path, f"killed_{number}") as copy:
            # Spread over the whole import: it takes half a second at the least, one hundredth for each query.
            was_at_work = kill_after(0.5 * number / count, copy.url)
            midway += was_at_work
            with speaking_to(copy):
                # The commit may have been through before the word "done" was: both ends are whole, nothing else is.
                assert counts() in ((before, after) if was_at_work else (after,))
    return midway


def prepare() -> tuple[int, int, int]:
    """A draft of the Latin list with every row decided; what stands in the database before it is applied."""
    cast = people.assemble()
    training = training_in(cast, starts_in=14, seats=60)
    draft = receive(training, case("roster-latin.xlsx"), cast.trainer)
    next(stored for stored in draft.rows if stored["outcome"] == "review")["decision"] = "create"
    draft.save()
    return counts()


def counts() -> tuple[int, int, int]:
    return Person.objects.count(), Enrolment.objects.count(), Draft.objects.exclude(applied_at=None).count()


def test_three_killed_imports_leave_nothing_torn(tmp_path):
    assert kills(4, tmp_path) >= 2


@pytest.mark.slow
def test_a_hundred_killed_imports_leave_nothing_torn(tmp_path):
    assert kills(100, tmp_path) >= 50


def test_an_error_at_any_query_of_an_import_leaves_nothing():
    """The same without a process: the import fails at its n-th query, for every n, and nothing of it stays."""
    before = prepare()
    draft = Draft.objects.get()

    for number in range(0, 40, 2):
        left = [number]

        def fail(execute, sql, params, many, context, left=left):
            left[0] -= 1
            if left[0] < 0:
                raise InterruptedError
            return execute(sql, params, many, context)

        with connection.execute_wrapper(fail), pytest.raises(InterruptedError):
            apply(draft, draft.uploaded_by)
        assert counts() == before

    with CaptureQueriesContext(connection) as captured:
        apply(draft, draft.uploaded_by)
    assert counts() == (before[0] + 46, 46, 1)
    assert len(captured) < 75
