"""Named sets of rows: what is in them, and in which order they come."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from curricula.models import Download, Item
from lms.assessments.models import RolloutPlan
from lms.audit.models import Entry
from lms.audit.services import record
from lms.certification.choices import EventKind
from lms.certification.models import StandingRequest
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Nomination
from lms.institutions.models import TargetPopulation
from lms.people.models import Person, Role
from lms.pool.choices import Audience, ReminderKind
from lms.pool.models import Reminder
from lms.programme.models import Programme
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY, A_DAY = date(2026, 3, 2), timedelta(days=1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_reserves_come_by_their_place_and_then_by_who_was_entered_first(db):
    cohort = make.CohortFactory()
    rows = [
        make.NominationFactory(cohort=cohort, status=NominationStatus.RESERVE, reserve_place=place)
        for place in (3, 1, 2)
    ]
    make.NominationFactory(cohort=cohort, status=NominationStatus.ACCEPTED)

    assert list(cohort.nominations.reserves()) == [rows[1], rows[2], rows[0]]


def test_nominations_come_by_jurisdiction_institution_and_the_institutions_own_order(db):
    cohort = make.CohortFactory()
    north, south = (make.JurisdictionFactory(code=code, name=name) for code, name in (("N", "North"), ("S", "South")))
    places = [("Zeta", north), ("Alpha", south), ("Beta", north)]
    zeta, alpha, beta = (make.InstitutionFactory(name=name, jurisdiction=where) for name, where in places)
    wanted = [(alpha, 1), (zeta, None), (zeta, 2), (zeta, 1), (beta, 1), (zeta, None)]
    rows = [
        make.NominationFactory(cohort=cohort, person=make.PersonFactory(institution=where), priority=priority)
        for where, priority in wanted
    ]

    assert [rows.index(row) for row in Nomination.objects.in_priority()] == [4, 3, 2, 1, 5, 0]


def test_requests_that_wait_come_first_the_oldest_of_them_first(cast):
    def ask(requested, decided=None):
        fields = {"decided_at": decided, "decided_by": cast.officer, "status": "confirmed"} if decided else {}
        return StandingRequest.objects.create(
            certificate=make.TrainerCertificateFactory(), kind=EventKind.SUSPENDED, effective_on=DAY, reason="So.",
            requested_by=cast.office, requested_at=requested, **fields,
        )  # fmt: skip

    hours = [NOON + timedelta(hours=number) for number in range(6)]
    rows = [ask(hours[3], hours[4]), ask(hours[2]), ask(hours[0], hours[5]), ask(hours[1]), ask(hours[1])]
    found = [rows.index(row) for row in StandingRequest.objects.waiting_first()]

    assert found == [3, 4, 1, 2, 0]
    assert [rows.index(row) for row in StandingRequest.objects.waiting()] == [3, 4, 1]


def test_a_request_is_decided_by_somebody_else_and_never_about_oneself(cast):
    own = StandingRequest.objects.create(
        certificate=cast.trainer_person.certificates.get(), kind=EventKind.SUSPENDED, effective_on=DAY, reason="So.",
        requested_by=cast.office,
    )  # fmt: skip

    asked = StandingRequest.objects.for_another_than
    assert [list(asked(user)) for user in (cast.office, cast.trainer, cast.officer)] == [[], [], [own]]


def test_the_newest_return_that_has_come_into_force_comes_first(db):
    home = make.InstitutionFactory()

    def row(job, begins, where=home):
        return make.TargetPopulationFactory(institution=where, job_function=job, valid_from=begins)

    later = make.InstitutionFactory()
    rows = [
        row("Storage keeper", DAY - A_DAY), row("Storage keeper", DAY), row("Armourer", DAY - A_DAY),
        row("Armourer", DAY - A_DAY, later), row("Storage keeper", DAY + A_DAY),
        make.TargetPopulationFactory(
            institution=home, job_function="Armourer", staff=None, women=None, valid_from=None,
        ),
    ]  # fmt: skip

    assert [rows.index(one) for one in TargetPopulation.objects.in_force(DAY)] == [2, 5, 1, 0, 3]


def test_downloads_are_counted_for_each_account_and_day(cast):
    taken = [(cast.trainer, NOON, 5), (cast.trainer, NOON, 7), (cast.trainer, NOON + A_DAY, 1), (cast.focal, NOON, 2)]
    for user, at, size in [*taken, (None, NOON, 9)]:
        word = "trainer" if user else "public"
        fields = {"title": "File", "classification": word, "capacity": word}
        row = Download.objects.create(user=user, size=size, sha256="0" * 64, **fields)
        Download.objects.filter(pk=row.pk).update(at=at)

    found = {(row["user"], row["day"]): (row["files"], row["taken"]) for row in Download.objects.by_day()}

    assert found == {
        (cast.trainer.pk, DAY): (2, 12), (cast.trainer.pk, DAY + A_DAY): (1, 1), (cast.focal.pk, DAY): (1, 2),
    }  # fmt: skip
    assert Download.objects.on([(cast.trainer.pk, DAY), (cast.focal.pk, DAY + A_DAY)]).count() == 2


def test_entries_about_a_row_are_about_no_other(cast):
    entry = record("person read", cast.home, by=None)
    record("person read", cast.away, by=None)
    record("person read", make.PersonFactory(pk=cast.home.pk + 1000), by=None)
    duplicate = make.UnitFactory(pk=cast.home.pk)
    record("person read", duplicate, by=None)

    assert list(Entry.objects.about(cast.home)) == [entry]


def test_plans_wait_between_sending_and_confirming(cast):
    training = make.TrainingFactory(kind="tot")
    sent = {"sent_at": timezone.now()}
    kinds = [{}, sent, {**sent, "confirmed_at": timezone.now(), "confirmed_by": cast.focal}]
    rows = [
        RolloutPlan.objects.create(training=training, person=make.PersonFactory(), number=1, **fields)
        for fields in kinds
    ]

    assert list(RolloutPlan.objects.waiting()) == [rows[1]]
    assert list(RolloutPlan.objects.confirmed()) == [rows[2]]


def test_reminders_are_taken_up_again_when_whoever_sent_them_gave_up(cast):
    now = timezone.now()

    def row(number, **fields):
        kind = {"kind": ReminderKind.values[0], "audience": Audience.values[0], "threshold": 90}
        return Reminder.objects.create(person=cast.trainer_person, subject=str(number), **kind, **fields)

    def ago(hours):
        return now - timedelta(hours=hours)

    rows = [
        row(0), row(1, claimed_at=ago(0.9)), row(2, claimed_at=ago(1.1)), row(3, queued_at=ago(5.9)),
        row(4, queued_at=ago(6.1)), row(5, sent_at=now, queued_at=ago(9)), row(6, dropped_at=now, queued_at=ago(9)),
        row(7, queued_at=ago(9), claimed_at=ago(0.1)),
    ]  # fmt: skip
    ids = lambda found: sorted(rows.index(one) for one in found)  # noqa: E731

    assert ids(Reminder.objects.open()) == [0, 1, 2, 3, 4, 7]
    assert ids(Reminder.objects.unclaimed()) == [0, 2, 3, 4]
    assert ids(Reminder.objects.forgotten()) == [4]


@pytest.mark.parametrize(
    ("ends_on", "after", "runs"),
    [(None, 0, True), (None, -1, False), (DAY, 0, True), (DAY, 1, False), (DAY + A_DAY, 1, True)],
)
def test_a_programme_runs_from_its_first_day_to_its_last(db, ends_on, after, runs):
    Programme.objects.create(code="cd", title="CD", starts_on=DAY, ends_on=ends_on)

    assert Programme.objects.in_force(DAY + after * A_DAY).exists() is runs


def test_people_are_found_by_every_word_of_the_name_by_number_and_by_address(db):
    ana = make.PersonFactory(family_name="Ilić", given_name="Ana", service_number="SR-77", email="ana@mup.example")
    make.PersonFactory(family_name="Ilić", given_name="Eva")
    make.PersonFactory(family_name="Kos", given_name="Ana", merged_into=ana)

    for words in ("илић ана", "sr-77", "ANA@mup", " SR-77 ", "kos ana"):
        assert ana in Person.objects.found_by(words), words
    assert list(Person.objects.found_by("ilic ana")) == [ana]
    assert not Person.objects.found_by("?!").exists()


def test_roles_are_found_by_the_accounts_name_or_address(db):
    role = make.RoleFactory(user=make.UserFactory(first_name="Vesna", last_name="Kos", email="v@mup.example"))
    make.RoleFactory(user=make.UserFactory(first_name="Ana", last_name="Meta"))

    for words in ("vesn", " KOS ", "v@mup"):
        assert list(Role.objects.held_by(words)) == [role], words


def test_nobody_who_is_not_signed_in_sees_the_bank(cast):
    assert not Item.objects.visible_to(AnonymousUser()).exists()
