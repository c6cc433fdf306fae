"""The demo tells the figures it promises, loads once, and holds the awkward rows."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from lms.audit.models import Entry
from lms.certification.choices import CertificateKind, Level
from lms.certification.models import Certificate, Decision
from lms.cohorts.models import Cohort, Nomination
from lms.core.clock import today
from lms.demo.loader import load_demo
from lms.demo.plan import CANDIDATES
from lms.demo.reporting import half_year_before
from lms.monitoring.counting import Reason
from lms.monitoring.figures import coverage_for
from lms.monitoring.models import ReportingPeriod
from lms.people.models import Person
from lms.people.scope import Scope
from lms.programme.figures import target_figures
from lms.programme.models import Target
from lms.trainings.models import Training
from tests.journeys.demo_copy import demo_of_its_own

# jurisdiction: target population, verified trainings, unique persons, coverage in per cent
PROMISED = {
    "Albania": (120, 4, 68, 56.7),
    "Bosnia and Herzegovina": (180, 5, 71, 39.4),
    "Kosovo*": (70, 3, 49, 70.0),
    "Republic of Moldova": (90, 2, 33, 36.7),
    "Montenegro": (45, 1, 18, 40.0),
    "North Macedonia": (None, 1, 20, None),
    "Serbia": (240, 2, 96, 40.0),
}


@pytest.fixture
def demo(request, django_db_setup, django_db_blocker, project_settings, tmp_path):
    """The demo as it was loaded once for all tests that look at it."""
    folder = Path(request.config.cache.mkdir("demo"))
    with django_db_blocker.unblock(), demo_of_its_own(folder, tmp_path / "demo"):
        yield


def test_the_demo_holds_what_it_promises(demo):
    check_coverage()
    check_cohort()
    check_awkward_rows()
    check_what_waits()
    check_second_load()


def check_coverage():
    coverage = coverage_for(Scope(everything=True), today())
    found = {
        line.name: (line.target, line.trainings, line.unique, line.share and round(line.share * 100, 1))
        for line in coverage.jurisdictions
    }
    assert found == PROMISED
    reasons = Counter(reason for row in coverage.rows for reason in row.reasons)
    assert reasons[Reason.COUNTED_ONCE] == 2
    assert reasons[Reason.LEAD_NOT_IN_FORCE] == 12
    assert not coverage.flagged


def check_cohort():
    latest = Training.objects.filter(kind="tot", certification_decisions__isnull=False).latest("starts_on")
    nominated = Nomination.objects.filter(cohort__training=latest)
    attended = latest.enrolments.filter(attendance__present=True).distinct()
    outcomes = Counter(Decision.objects.about_candidates().filter(training=latest).values_list("outcome", flat=True))

    assert (nominated.count(), attended.count()) == (21, 20)
    assert attended.filter(person__sex="woman").count() == 5
    assert outcomes == {"certified": 18, "provisional": 1, "not_certified": 1}
    for moment, mean in (("pre", 54), ("post", 81)):
        results = latest.test_results.filter(moment=moment)
        assert round(100 * sum(row.correct for row in results) / sum(row.items for row in results)) == mean


def check_awkward_rows():
    never = Certificate.objects.get(person__email="trainer.banever@mup.example")
    assert (today() - never.valid_from, never.level) == (timedelta(days=410), Level.CERTIFIED)
    assert not never.person.deliveries.exists()
    assert Person.objects.get(service_number="SR-11111").other_spellings == ["Petrović Milica", "Petrovic Milica"]
    reported = Training.objects.get(reported_participants=30)
    assert reported.enrolments.count() == 29
    late = Training.objects.get(status="submitted", seats=14)
    lead = late.deliverers.get(part="lead").person.certificates.get(kind=CertificateKind.TRAINER)
    assert late.starts_on - lead.valid_until == timedelta(days=3)
    assert Training.objects.get(head_count_only=True).head_count.total == 21
    rooms = Target.objects.get(title="Evidence rooms made secure")
    shares = rooms.shares.values_list("planned", "done")
    assert (rooms.stated, target_figures(rooms.stated, list(shares)).breakdown) == (15, 13)


def check_what_waits():
    """The next ToT takes nominations; a half-year is published, so that an observer sees figures."""
    coming = Cohort.objects.latest("training__starts_on")
    assert (coming.training.status, coming.nominations.count()) == ("approved", 7)
    assert Counter(coming.nominations.values_list("status", flat=True)) == {
        "accepted": 2, "reserve": 1, "declined": 1, "endorsed": 3,
    }  # fmt: skip
    assert (coming.criteria.count(), coming.seat_rules.count(), coming.panel_members.count()) == (4, 8, 2)
    assert Counter(coming.letters.values_list("kind", "status")) == {
        ("invitation", "waiting"): 8, ("accepted", "waiting"): 2, ("reserve", "waiting"): 1, ("declined", "waiting"): 1,
    }  # fmt: skip
    assert today() < coming.nominations_close_on < coming.training.starts_on
    period = ReportingPeriod.objects.get()
    assert (period.status, period.snapshots.count()) == ("published", 1)
    assert timedelta() < today() - period.ends_on < timedelta(days=185)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 11, 21), date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 6, 30), date(2025, 7, 1), date(2025, 12, 31)),
        (date(2027, 1, 1), date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_the_half_year_that_is_reported_is_the_latest_that_is_over(day, first, last):
    assert half_year_before(day) == (first, last)


def check_second_load():
    before = (Entry.objects.count(), Person.objects.count(), Certificate.objects.count())
    assert load_demo() is False
    assert (Entry.objects.count(), Person.objects.count(), Certificate.objects.count()) == before


def test_the_plan_adds_up():
    outcomes = Counter(candidate.outcome for candidate in CANDIDATES)
    assert outcomes == {"certified": 18, "provisional": 1, "not_certified": 1, "no_show": 1}
