"""Reminders: sent once, to whom they concern, in their language, and only while they are true."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.audit.models import Entry
from lms.certification.choices import EventKind
from lms.core.clock import now, pretend, today
from lms.people.merging import erase_all
from lms.people.models import Role
from lms.pool.models import Reminder
from lms.pool.services import deliver, letters_to_send, move_reminders, send_due_reminders
from tests import factories as make
from tests.cast import user_with
from tests.pool.scenes import ago, delivery, happened, trainer

pytestmark = pytest.mark.django_db
BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def leave_alone(certificate) -> None:
    """So many deliveries and days that nothing but the end is due."""
    delivery(certificate.person, 60)


@pytest.fixture
def ending(cast):
    """A certificate of home that ends in 90 days, of a trainer with an account; the cast's own have nothing due."""
    for person in (cast.trainer_person, cast.trainer_away_person):
        delivery(person, 60)
    row = trainer(cast.home, ended=300, left=90, family_name="Savić", given_name="Ana")
    leave_alone(row)
    return row


def kinds() -> list[tuple]:
    return sorted(Reminder.objects.values_list("kind", "audience", "threshold"))


def outbox() -> list[tuple[str, str]]:
    return sorted((message.to[0], message.subject) for message in mail.outbox)


# Who is told what -----------------------------------------------------------------------------------------------------


def test_the_trainer_and_the_focal_point_are_told_once(ending, cast):
    assert send_due_reminders() == 2
    assert kinds() == [("expiry", "focal_point", -90), ("expiry", "trainer", -90)]
    assert outbox() == [
        ("focal@mup.example", "Trainers of your institution: 1 reminder"),
        (ending.person.email, "Reminder: certificate ends"),
    ]
    assert send_due_reminders() == 0
    assert len(mail.outbox) == 2


def test_the_letter_says_what_whose_and_when(ending):
    send_due_reminders()
    own, overseer = sorted(mail.outbox, key=lambda message: message.to[0] == "focal@mup.example")
    assert "Dear Ana Savić," in own.body
    assert ending.number in own.body
    assert "in 90 days" in own.body
    assert reverse("pool:my_certification") in own.body
    assert f"Ana Savić: trainer certificate {ending.number}" in overseer.body
    assert {row.line for row in Reminder.objects.all()} == {
        line.removeprefix("- ") for line in (own.body + overseer.body).splitlines() if ending.number in line
    }
    assert all(row.sent_at and not row.dropped_at for row in Reminder.objects.all())


def test_each_reads_it_in_their_own_language(ending, cast):
    ending.person.language = "sr-Cyrl"
    ending.person.save()
    cast.focal.language = "sr-latn"
    cast.focal.save()
    found = {letter.audience: letter.language for letter in letters_to_send()}
    assert found["trainer"] == "sr"
    assert found["focal_point"] in ("sr-latn", "en")


def test_a_focal_point_of_the_ministry_above_is_told_too_and_nobody_elses(ending, cast):
    above = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction)
    cast.home.parent = above
    cast.home.save()
    user_with("focal_point", above, email="above@mup.example")
    send_due_reminders()
    assert {address for address, _subject in outbox()} == {
        ending.person.email, "focal@mup.example", "above@mup.example"
    }  # fmt: skip


def test_one_letter_for_all_the_lines_of_one_reader(ending, cast):
    leave_alone(trainer(cast.home, ended=300, left=30))
    send_due_reminders()
    subjects = [subject for address, subject in outbox() if address == "focal@mup.example"]
    assert subjects == ["Trainers of your institution: 2 reminders"]


def test_a_trainer_without_an_address_is_not_written_to(ending):
    ending.person.email = ""
    ending.person.save()
    send_due_reminders()
    assert kinds() == [("expiry", "focal_point", -90)]


def test_a_focal_point_who_is_the_trainer_reads_it_as_a_trainer(ending, cast):
    ending.person.user = cast.focal
    ending.person.save()
    send_due_reminders()
    assert kinds() == [("expiry", "trainer", -90)]


@pytest.mark.parametrize("change", ["left", "role ended", "account closed"])
def test_nobody_is_told_who_is_not_concerned_any_more(ending, cast, change):
    if change == "left":
        ending.person.left_on = ago(1)
        ending.person.save()
        expected = []
    elif change == "role ended":
        Role.objects.filter(user=cast.focal).update(ends_on=ago(1))
        expected = [("expiry", "trainer", -90)]
    else:
        cast.focal.is_active = False
        cast.focal.save()
        expected = [("expiry", "trainer", -90)]
    send_due_reminders()
    assert kinds() == expected


# Time -----------------------------------------------------------------------------------------------------------------


def test_180_90_and_30_days_before_each_once_over_a_year_of_daily_runs(ending):
    day = today()
    ending_on = ending.valid_until
    for left in range(185, -3, -1):
        with pretend(ending_on - timedelta(days=left)):
            send_due_reminders()
    rows = Reminder.objects.filter(kind="expiry", audience="trainer").order_by("made_at")
    assert [(row.threshold, (ending_on - row.made_at.date()).days) for row in rows] == [
        (-180, 180), (-90, 90), (-30, 30)
    ]  # fmt: skip
    assert today() == day


def test_a_chore_that_stood_still_catches_up_with_one_letter(ending):
    with pretend(ending.valid_until - timedelta(days=181)):
        send_due_reminders()
    with pretend(ending.valid_until - timedelta(days=12)):
        send_due_reminders()
        send_due_reminders()
    expiry = Reminder.objects.filter(kind="expiry", audience="trainer")
    assert list(expiry.values_list("threshold", flat=True)) == [-30]


def test_a_renewed_certificate_is_a_new_matter(ending, cast):
    send_due_reminders()
    renewed = trainer(cast.home, person=ending.person, ended=300, left=180, replaces=ending, valid_from=ago(0))
    send_due_reminders()
    found = Reminder.objects.filter(audience="trainer").values_list("subject", "threshold")
    assert set(found) == {(f"certificate:{ending.pk}", -90), (f"certificate:{renewed.pk}", -180)}


# The facts of the moment ----------------------------------------------------------------------------------------------


class Queue:
    """In place of the task: keeps what was put into the queue."""

    def __init__(self) -> None:
        self.rows: list[list[int]] = []

    def enqueue(self, ids: list[int]) -> None:
        self.rows.append(ids)


@pytest.fixture
def queue(monkeypatch) -> Queue:
    kept = Queue()
    monkeypatch.setattr("lms.pool.services.sending.send_reminder_mail", kept)
    return kept


@pytest.mark.parametrize("kind", [EventKind.WITHDRAWN, EventKind.SUSPENDED])
def test_who_lost_the_certificate_meanwhile_gets_no_letter(ending, cast, queue, kind):
    send_due_reminders()
    happened(ending, kind, by=cast.office)
    assert [deliver(ids) for ids in queue.rows] == [0, 0]
    assert mail.outbox == []
    assert all(row.dropped_at and not row.sent_at and row.line == "" for row in Reminder.objects.all())


def test_who_delivered_meanwhile_is_left_alone_and_the_rest_of_the_letter_goes_out(ending, cast, queue):
    idle = trainer(cast.home, ended=183, left=25, family_name="Idle")
    send_due_reminders()
    delivery(idle.person, 2)
    for ids in queue.rows:
        deliver(ids)
    dropped = Reminder.objects.exclude(dropped_at=None).values_list("person", "kind")
    assert set(dropped) == {(idle.person_id, "first_delivery")}
    assert len(mail.outbox) == 3  # Savić, Idle, and the focal point about both
    assert "first delivery" not in " ".join(message.body for message in mail.outbox)


def test_a_refusing_mail_server_loses_nothing(ending, queue, settings):
    send_due_reminders()
    settings.EMAIL_BACKEND = "tests.pool.test_reminders.NoServer"
    for ids in queue.rows:
        with pytest.raises(OSError, match="no server"):
            deliver(ids)
    assert Reminder.objects.open().filter(claimed_at=None).count() == 2
    settings.EMAIL_BACKEND = BACKEND
    Reminder.objects.update(queued_at=now() - timedelta(hours=7))
    first = list(queue.rows)
    assert send_due_reminders() == 2
    for ids in [*queue.rows, *first]:
        deliver(ids)
    assert len(mail.outbox) == 2


class NoServer:
    def __init__(self, *args, **kwargs) -> None:
        pass

    def send_messages(self, messages):
        raise OSError("no server")


def test_a_letter_lost_from_the_queue_is_queued_again_after_a_while_only(ending, queue):
    send_due_reminders()
    assert send_due_reminders() == 0
    Reminder.objects.update(queued_at=now() - timedelta(hours=7))
    assert send_due_reminders() == 2
    assert send_due_reminders() == 0


def test_a_letter_is_not_sent_by_two_workers(ending, queue):
    send_due_reminders()
    Reminder.objects.update(claimed_at=now())
    assert [deliver(ids) for ids in queue.rows] == [0, 0]
    Reminder.objects.update(claimed_at=now() - timedelta(hours=2))
    assert [deliver(ids) for ids in queue.rows] == [1, 1]
    assert [deliver(ids) for ids in queue.rows] == [0, 0]
    assert len(mail.outbox) == 2
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 2


def test_every_step_is_in_the_trail(ending):
    send_due_reminders()
    actions = Entry.objects.filter(object_type="pool.reminder").values_list("action", flat=True)
    assert sorted(actions) == ["reminder decided"] * 2 + ["reminder sent"] * 2


def test_as_many_queries_for_thirty_as_for_one(ending, cast):
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            letters_to_send()
        return len(captured)

    one = count()
    for _number in range(30):
        leave_alone(trainer(cast.home, ended=300, left=90))
    assert count() == one


# Pages, command, people -----------------------------------------------------------------------------------------------


def test_the_command_sends_and_says_how_many(ending, capsys):
    call_command("send_reminders")
    assert capsys.readouterr().out == "2 letters queued.\n"
    assert len(mail.outbox) == 2


def test_it_is_one_of_the_chores(settings):
    assert ("send_reminders",) in settings.CHORES


def test_the_preview_shows_the_very_letters_and_sends_nothing(ending, cast, as_user):
    letters = [letter.words() for letter in letters_to_send()]
    page = as_user(cast.office).get(reverse("pool:reminder_preview"))
    shown = [row["words"] for row in page.context["letters"]]
    assert shown == letters
    assert ending.number in page.content.decode()
    assert not Reminder.objects.exists()
    assert mail.outbox == []
    send_due_reminders()
    assert sorted((message.subject, message.body) for message in mail.outbox) == sorted(letters)
    again = as_user(cast.office).get(reverse("pool:reminder_preview"))
    assert "Nothing would go out on this day" in again.content.decode()


def test_the_preview_looks_ahead(ending, cast, as_user):
    send_due_reminders()
    address = reverse("pool:reminder_preview")
    day = ending.valid_until - timedelta(days=30)
    page = as_user(cast.office).get(f"{address}?day={day.isoformat()}")
    assert [len(row["letter"].items) for row in page.context["letters"] if ending.number in row["words"][1]]
    assert as_user(cast.office).get(f"{address}?day=9999-99-99").status_code == 200


def test_the_log_is_the_offices_and_each_focal_points_own(ending, cast, as_user):
    send_due_reminders()
    url = reverse("pool:reminder_list")
    assert "Savić" in as_user(cast.office).get(url).content.decode()
    assert "Savić" in as_user(cast.focal).get(f"{url}?q=Савић&kind=expiry&sent=sent").content.decode()
    assert "No reminder here" in as_user(cast.focal).get(f"{url}?sent=dropped").content.decode()
    assert "Savić" not in as_user(cast.focal_away).get(url).content.decode()


def test_the_log_has_as_many_queries_for_thirty_rows(ending, cast, as_user):
    send_due_reminders()
    client, url = as_user(cast.focal), reverse("pool:reminder_list")

    def count() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    one = count()
    for _number in range(30):
        leave_alone(trainer(cast.home, ended=300, left=90))
    send_due_reminders()
    assert count() == one


def test_merging_moves_what_was_told_and_keeps_it_once(ending, cast):
    send_due_reminders()
    other = make.PersonFactory(institution=cast.home)
    Reminder.objects.create(kind="undecided", audience="trainer", person=other, subject="training:1", threshold=30)
    Reminder.objects.create(
        kind="expiry", audience="trainer", person=other, subject=f"certificate:{ending.pk}", threshold=-90
    )
    assert move_reminders(ending.person, other) == []
    assert Reminder.objects.filter(person=ending.person).count() == 3
    assert Reminder.objects.filter(person=other).count() == 1


def test_anonymising_removes_what_was_said_and_leaves_that_it_was(ending, cast):
    send_due_reminders()
    erase_all(ending.person)
    assert set(Reminder.objects.values_list("line", flat=True)) == {""}
    assert Reminder.objects.count() == 2
