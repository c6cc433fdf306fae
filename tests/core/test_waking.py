"""A task that is enqueued wakes the worker, once its transaction has ended."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django_tasks.signals import task_enqueued
from django_tasks_db import DatabaseBackend

from lms.core import worker_wakeup
from lms.core.management.commands import db_worker


@pytest.fixture
def bell(monkeypatch, tmp_path):
    monkeypatch.setattr(worker_wakeup, "address", lambda: f"\0pssm-test-{tmp_path}")
    bell = worker_wakeup.Bell()
    yield bell
    bell.socket.close()


def test_a_ring_ends_the_waiting_and_several_count_as_one(bell):
    worker_wakeup.ring()
    worker_wakeup.ring()
    assert bell.wait(30) is True
    assert bell.wait(0) is False


def test_a_ring_that_nobody_hears_is_no_trouble(monkeypatch, tmp_path):
    monkeypatch.setattr(worker_wakeup, "address", lambda: f"\0pssm-nobody-{tmp_path}")
    worker_wakeup.ring()


def test_a_second_worker_on_the_machine_looks_now_and_then(bell):
    second = worker_wakeup.Bell()
    worker_wakeup.ring()
    assert second.wait(0) is False
    assert bell.wait(0) is True
    second.socket.close()


@pytest.mark.django_db
def test_an_enqueued_task_rings_when_its_transaction_ends(bell, django_capture_on_commit_callbacks):
    task = SimpleNamespace(id=1, backend="default", task=SimpleNamespace(module_path="somewhere"))
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        task_enqueued.send(DatabaseBackend, task_result=task)
        assert bell.wait(0) is False
    assert bell.wait(0) is True


class Script:
    """A bell and a worker in one: each look takes the next line of the script."""

    def __init__(self, *lines: str) -> None:
        self.lines, self.pauses = list(lines), []
        self.interval, self.running, self.worked = 1, True, False

    def run(self) -> None:
        self.worked = self.worked or self.lines[:1] == ["task"]
        self.lines = self.lines[1:]
        self.running = bool(self.lines)

    def wait(self, seconds: float) -> bool:
        self.pauses.append(seconds)
        return self.lines[0] == "ring"


def test_while_nothing_comes_the_worker_looks_less_often_until_a_task_or_a_ring():
    script = Script("start", "", "", "", "", "", "ring", "", "task", "", "")
    db_worker.work_when_woken(script, script)
    assert script.pauses == [1, 2, 4, 8, 10, 10, 1, 2, 1, 2]


def test_a_worker_works_all_there_is_before_it_waits():
    worker = db_worker.make_worker(
        queue_name="*", exclude_queues="", interval=1, backend_name="default", worker_id="w", verbosity=0
    )
    assert worker.process_all_queues
    assert worker.batch
