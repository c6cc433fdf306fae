"""Coverage on the page: what each role sees, every figure with its rows, frozen figures."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from lms.audit.models import Entry
from lms.certification.choices import EventKind, Level
from lms.certification.models import CertificateEvent, Scheme
from lms.core import clock
from lms.monitoring.choices import PeriodStatus
from lms.monitoring.counting import Reason
from lms.monitoring.figures import coverage_for, refresher_months
from lms.monitoring.models import ReportingPeriod, Snapshot
from lms.monitoring.services import digest, freeze_figures, open_period, publish_period
from lms.people.scope import Scope
from lms.trainings.choices import CompletionOutcome, Part, TrainingStatus
from lms.trainings.models import Attendance, Completion, HeadCount
from tests import factories as make
from tests.refusals import refused

pytestmark = pytest.mark.django_db

DAY = make.A_DAY
AS_OF = DAY + timedelta(days=30)
EVERYTHING = Scope(everything=True)


def held(lead, *people, status=TrainingStatus.VERIFIED, outcome=CompletionOutcome.COMPLETED, **fields):
    """A delivered training by the lead trainer, attended and completed by the people."""
    training = make.TrainingFactory(institution=lead.institution, status=status, **fields)
    session = make.SessionFactory(training=training)
    make.DelivererFactory(training=training, person=lead)
    for place, person in enumerate(people, start=1):
        enrolment = make.EnrolmentFactory(training=training, person=person, place=place)
        Attendance.objects.create(session=session, enrolment=enrolment, present=True)
        if status == TrainingStatus.VERIFIED:
            Completion.objects.create(
                enrolment=enrolment, outcome=outcome, completed_on=training.ends_on, half_days=1, half_days_attended=1
            )
    return training


def people_of(institution, count):
    return make.PersonFactory.create_batch(count, institution=institution)


def reasons_in(scope=EVERYTHING):
    return [row.reasons for row in coverage_for(scope, AS_OF).rows]


def test_verified_completions_over_the_target_population(cast):
    make.TargetPopulationFactory(institution=cast.home, staff=10, women=1)
    held(cast.trainer_person, *people_of(cast.home, 4))

    line = coverage_for(EVERYTHING, AS_OF).region

    assert (line.unique, line.target, line.share, line.participations, line.trainings) == (4, 10, 0.4, 4, 1)


def test_an_unverified_training_counts_for_nothing_and_says_so(cast):
    held(cast.trainer_person, *people_of(cast.home, 2), status=TrainingStatus.SUBMITTED)

    assert reasons_in() == [(Reason.NOT_VERIFIED,)] * 2


def test_a_withdrawal_dated_back_takes_the_training_out_on_the_next_look(cast):
    held(cast.trainer_person, *people_of(cast.home, 1))
    assert reasons_in() == [()]

    CertificateEvent.objects.create(
        certificate=cast.trainer_person.certificates.get(),
        kind=EventKind.WITHDRAWN,
        effective_on=DAY,
        reason="Found out.",
    )

    assert reasons_in() == [(Reason.LEAD_NOT_IN_FORCE,)]


def test_a_training_without_lead_trainer_does_not_count(cast):
    training = held(cast.trainer_person, *people_of(cast.home, 1))
    training.deliverers.update(part=Part.CO_TRAINER)

    assert reasons_in() == [(Reason.NO_LEAD,)]


def test_a_provisional_lead_counts_only_beside_a_certified_one(cast):
    certificate = cast.trainer_person.certificates.get()
    provisional = make.PersonFactory(institution=cast.home)
    make.TrainerCertificateFactory(person=provisional, level=Level.PROVISIONAL)
    training = held(provisional, *people_of(cast.home, 1))
    assert reasons_in() == [(Reason.PROVISIONAL_ALONE,)]

    make.DelivererFactory(training=training, person=certificate.person, part=Part.CO_TRAINER)

    assert reasons_in() == [()]


def test_head_counts_are_participations_and_no_coverage(cast):
    training = held(cast.trainer_person, head_count_only=True)
    HeadCount.objects.create(training=training, women=1, men=10, not_recorded=3, total=14)

    region = coverage_for(EVERYTHING, AS_OF).region

    assert (region.participations, region.head_count, region.unique) == (14, 14, 0)


def test_a_focal_point_counts_their_own_people_only(cast):
    held(cast.trainer_person, *people_of(cast.home, 2))
    held(cast.trainer_away_person, *people_of(cast.away, 3))

    assert coverage_for(cast.focal.scope, AS_OF).region.unique == 2


def test_a_training_that_ends_later_is_not_there_yet(cast):
    held(cast.trainer_person, *people_of(cast.home, 2))

    assert not coverage_for(EVERYTHING, DAY).jurisdictions


def test_the_refresher_interval_is_the_schemes(cast):
    make.SchemeFactory()
    Scheme.objects.update(refresher_months=12)
    assert refresher_months() == 12


def test_the_same_number_of_questions_for_one_row_and_thirty(cast):
    held(cast.trainer_person, *people_of(cast.home, 1))
    with CaptureQueriesContext(connection) as few:
        coverage_for(EVERYTHING, AS_OF)
    for _number in range(5):
        held(cast.trainer_person, *people_of(cast.home, 6))
    with CaptureQueriesContext(connection) as many:
        coverage_for(EVERYTHING, AS_OF)

    assert len(many) == len(few) <= 10


# Pages


@pytest.fixture
def covered(cast):
    make.TargetPopulationFactory(institution=cast.home, staff=10, women=1)
    held(cast.trainer_person, *people_of(cast.home, 4))
    held(cast.trainer_person, *people_of(cast.home, 2), status=TrainingStatus.SUBMITTED)
    held(cast.trainer_away_person, *people_of(cast.away, 3))
    return cast


def page(client, name, **query):
    return client.get(reverse(f"monitoring:{name}"), {"as_of": AS_OF.isoformat()} | query)


def test_the_page_says_it_in_one_sentence(covered, as_user):
    text = page(as_user(covered.office), "coverage").content.decode()

    assert "4 of 10 people are covered: 40.0 %." in text
    assert "3 more people have been trained where the target population is not known." in text


def test_every_number_leads_to_exactly_as_many_rows(covered, as_user):
    client = as_user(covered.office)
    assert page(client, "rows", show="counts").context["total"] == 7
    assert page(client, "rows", show="participations").context["total"] == 7
    assert page(client, "rows", show="not_counted").context["total"] == 2
    assert page(client, "rows", institution=covered.home.pk, show="counts").context["total"] == 4
    assert page(client, "rows", show="not_verified").context["total"] == 2


def test_rows_that_do_not_count_show_their_reason(covered, as_user):
    text = page(as_user(covered.office), "rows", show="not_counted").content.decode()
    assert "The training is not verified." in text


def test_a_choice_that_does_not_exist_is_no_filter(covered, as_user):
    assert page(as_user(covered.office), "rows", institution="x", jurisdiction="999", show="?").context["total"] == 9


def test_a_day_that_cannot_be_read_is_today(covered, as_user):
    assert as_user(covered.office).get(reverse("monitoring:coverage"), {"as_of": "soon"}).status_code == 200


def test_the_workbook_holds_the_table_and_every_row(covered, as_user):
    answer = page(as_user(covered.office), "coverage_export")
    book = load_workbook(BytesIO(answer.content))

    assert [sheet.title for sheet in book] == ["Coverage", "Counting", "Not counting"]
    table = {row[1] or row[0]: row[2:6] for row in book["Coverage"].iter_rows(min_row=2, values_only=True) if row[5]}
    assert table["Administrative Affairs Directorate"] == (10, 4, 40, 4)
    assert table["Albanian State Police"] == ("not known", 3, "not known", 3)
    assert book["Not counting"]["G2"].value == "The training is not verified."


def test_the_workbook_of_a_focal_point_names_nobody_of_another_institution(covered, as_user):
    make.PersonFactory(institution=covered.away, family_name="Canary")
    held(covered.trainer_away_person, make.PersonFactory(institution=covered.away, family_name="Canarybird"))
    book = load_workbook(BytesIO(page(as_user(covered.focal), "coverage_export").content))

    assert not any(
        "Canary" in str(value) or "Albanian" in str(value)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for value in row
    )


def test_nothing_to_count_yet_says_what_to_do(cast, as_user):
    assert "Nothing to count yet" in page(as_user(cast.office), "coverage").content.decode()


# Frozen figures


@pytest.fixture
def period(db):
    with clock.pretend(AS_OF + timedelta(days=1)):
        yield ReportingPeriod.objects.create(label="2026, second half", starts_on=date(2026, 7, 1), ends_on=AS_OF)


def test_a_period_is_frozen_when_it_is_over(covered, period):
    with clock.pretend(AS_OF), refused("not_over"):
        freeze_figures(period, by=covered.office)
    assert not Snapshot.objects.exists()


def test_freezing_keeps_the_figures_when_rows_change(covered, period):
    snapshot = freeze_figures(period, by=covered.office)
    held(covered.trainer_person, *people_of(covered.home, 1))
    snapshot.refresh_from_db()
    period.refresh_from_db()

    assert snapshot.figures["region"]["unique"] == 7
    assert snapshot.sha256 == digest(snapshot.figures)
    assert period.status == PeriodStatus.CLOSED
    assert Entry.objects.get(action="figures_frozen").after["sha256"] == snapshot.sha256


def test_an_amendment_needs_a_reason_and_keeps_both_values(covered, period):
    first = freeze_figures(period, by=covered.office)
    with refused("amendment_reason"):
        freeze_figures(period, by=covered.office)

    held(covered.trainer_person, *people_of(covered.home, 1))
    second = freeze_figures(period, by=covered.office, reason="A list came late.")

    assert (second.amends, second.figures["region"]["unique"]) == (first, 8)
    assert Snapshot.objects.count() == 2


def test_publishing_needs_frozen_figures_without_flags(covered, period):
    with refused("not_frozen"):
        publish_period(period, by=covered.office)

    covered.home.target_population.update(staff=3)
    freeze_figures(period, by=covered.office)
    with refused("flagged"):
        publish_period(period, by=covered.office)

    covered.home.target_population.update(staff=10)
    freeze_figures(period, by=covered.office, reason="The return was corrected.")
    assert publish_period(period, by=covered.office).status == PeriodStatus.PUBLISHED


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"label": "2027", "starts_on": date(2027, 2, 1), "ends_on": date(2027, 1, 1)}, "period_dates"),
        ({"label": "2026, second half", "starts_on": DAY, "ends_on": DAY}, "period_exists"),
    ],
)
def test_a_period_that_does_not_hold_together_is_refused(cast, period, fields, code):
    with refused(code):
        open_period(by=cast.office, **fields)
    assert ReportingPeriod.objects.count() == 1


def test_an_observer_sees_published_figures_without_small_counts(covered, period, as_user):
    held(covered.trainer_person, *people_of(covered.home, 20))
    freeze_figures(period, by=covered.office)
    url = reverse("monitoring:period_detail", args=[period.pk])
    assert as_user(covered.observer).get(url).status_code == 404

    publish_period_despite_flags(period)
    client = as_user(covered.observer)
    assert client.get(reverse("monitoring:coverage")).url == reverse("monitoring:period_list")
    table = {line.name: line for line in client.get(url).context["table"]}

    assert (table["Albania"].unique, table["Albania"].unique_hidden) == (None, True)
    assert table["Serbia"].unique_hidden
    assert "not shown" in client.get(url).content.decode()


def publish_period_despite_flags(period):
    """More people than staff would block publication; here only what is shown matters."""
    ReportingPeriod.objects.filter(pk=period.pk).update(status=PeriodStatus.PUBLISHED)


def test_the_office_opens_freezes_amends_and_publishes_on_pages(covered, as_user):
    client = as_user(covered.office)
    form = {"label": "2026", "starts_on": "2026-01-01", "ends_on": AS_OF.isoformat()}
    assert client.post(reverse("monitoring:period_add"), form).url == reverse("monitoring:period_list")
    assert client.post(reverse("monitoring:period_add"), form).status_code == 200
    period = ReportingPeriod.objects.get(label="2026")
    detail = reverse("monitoring:period_detail", args=[period.pk])
    assert "Nothing is frozen yet" in client.get(detail).content.decode()
    client.post(reverse("monitoring:period_freeze", args=[period.pk]))
    client.post(reverse("monitoring:period_freeze", args=[period.pk]), {"reason": "A list came late."})
    assert "A list came late." in client.get(detail).content.decode()
    client.post(reverse("monitoring:period_publish", args=[period.pk]))
    period.refresh_from_db()
    assert period.status == PeriodStatus.PUBLISHED
    assert "2026" in client.get(reverse("monitoring:period_list")).content.decode()
    assert client.get(reverse("monitoring:period_add")).status_code == 200


def test_the_offices_look_at_the_people_behind_figures_is_logged(covered, as_user):
    home = covered.home
    as_user(covered.focal).get(reverse("monitoring:rows"))
    as_user(covered.office).get(reverse("monitoring:rows"), {"as_of": AS_OF.isoformat(), "institution": home.pk})
    as_user(covered.office).get(reverse("monitoring:coverage_export"), {"as_of": AS_OF.isoformat()})

    entries = Entry.objects.filter(action__endswith=" read").order_by("pk")
    assert {(row.actor, row.after["as_of"]) for row in entries} == {(covered.office, AS_OF.isoformat())}
    assert [(row.action, row.institution_id) for row in entries] == [
        ("coverage rows read", home.pk), ("coverage workbook read", None),
    ]  # fmt: skip
