"""A batch whose worker is killed with -9, again and again: nothing is doubled, nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lms.certification.models import Certificate, IssueBatch, LogEntry
from lms.certification.services import start_batch, verify_log, work_batch
from lms.certification.services.documents import CHUNK
from tests import cast as people
from tests.copies import Copy, copied, speaking_to

from .scenes import verified_training
from .test_batch import no_worker, state  # noqa: F401

ROOT = Path(__file__).parent.parent.parent
CHILD = """
import sys, time, django
django.setup()
from django.db import connection
from lms.certification.models import IssueBatch
from lms.certification.services import work_batch
def slow(execute, sql, params, many, context):
    time.sleep(0.002)
    return execute(sql, params, many, context)
print("ready", flush=True)
with connection.execute_wrapper(slow):
    work_batch(IssueBatch.objects.get().pk)
print("done", flush=True)
"""


def issued() -> int:
    """Certificates of completion, as anybody else than the worker sees them."""
    return Certificate.objects.filter(kind="completion").count()


def kill_at(count: int, copy: Copy, media) -> bool:
    """A worker of its own, killed with -9 when so many are issued; True if it was still at work."""
    environment = {
        **os.environ, "DATABASE_URL": copy.url, "MEDIA_ROOT": str(media), "DEBUG": "1",
        "DJANGO_SETTINGS_MODULE": "lms.settings", "MFA_ENFORCED": "0",
    }  # fmt: skip
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout.readline() == b"ready\n", child.stderr.read().decode()
    while issued() < count and child.poll() is None:
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    said, _trouble = child.communicate()
    return b"done" not in said


@pytest.mark.django_db(transaction=True)
def test_killed_again_and_again_it_doubles_nothing_and_loses_nothing(tmp_path, settings, no_worker):  # noqa: F811
    everybody = 4 * CHUNK - 10
    start_batch(verified_training(everybody), by=people.assemble().office)
    with copied(tmp_path, "killed") as copy, speaking_to(copy):
        killed = sum(kill_at(count, copy, settings.MEDIA_ROOT) for count in (1, CHUNK + 1, 2 * CHUNK + 1))
        assert (killed, issued()) == (3, 3 * CHUNK)

        work_batch(IssueBatch.objects.get().pk)

        batch = IssueBatch.objects.get()
        assert state(batch) == (everybody, everybody, 0, everybody) and batch.finished_at
        assert issued() == LogEntry.objects.count() == everybody
        assert verify_log().is_whole
        files = {row.document.name for row in Certificate.objects.filter(kind="completion")}
        assert len(files) == everybody and {path.name for path in Path(settings.MEDIA_ROOT).rglob("*.pdf")} == {
            Path(name).name for name in files
        }
