"""Several runs at the same moment: each reminder goes out once. On the suite's database, with real commits."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection

from lms.pool.models import Reminder
from lms.pool.services import deliver, send_due_reminders
from tests import cast as people
from tests.pool.scenes import delivery, trainer

pytestmark = pytest.mark.django_db(transaction=True)
RUNS, TRAINERS = 6, 8


def at_once(acts) -> list:
    """The acts in threads that start together, each with a connection of its own."""
    ready = threading.Barrier(len(acts))

    def run(act):
        try:
            ready.wait(30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.fixture
def many():
    cast = people.assemble()
    for person in (cast.trainer_person, cast.trainer_away_person):
        delivery(person, 60)
    for _number in range(TRAINERS):
        row = trainer(cast.home, ended=300, left=90)
        delivery(row.person, 60)
    return cast


def test_six_runs_at_once_send_each_reminder_once(many):
    at_once([send_due_reminders] * RUNS)
    assert Reminder.objects.count() == 2 * TRAINERS
    assert Reminder.objects.exclude(sent_at=None).count() == 2 * TRAINERS
    own = [message for message in mail.outbox if message.to[0] != "focal@mup.example"]
    assert sorted(message.to[0] for message in own) == sorted({message.to[0] for message in own})
    said = [line for message in mail.outbox for line in message.body.splitlines() if line.startswith("- ")]
    assert len(said) == len(set(said)) == TRAINERS


def test_six_workers_at_once_send_one_letter(many, monkeypatch):
    rows: list[list[int]] = []
    monkeypatch.setattr("lms.pool.services.sending.send_reminder_mail", type("Q", (), {"enqueue": rows.append}))
    send_due_reminders()
    mail.outbox.clear()
    letter = max(rows, key=len)
    assert sorted(at_once([lambda: deliver(letter)] * RUNS)) == [0] * (RUNS - 1) + [TRAINERS]
    assert len(mail.outbox) == 1
