"""Who may do what: every rule of `permissions.py` that asks about one row, for each kind of account."""

import pytest
from django.utils import timezone

from lms.assessments import permissions as assessments
from lms.cascade import permissions as cascade
from lms.certification import permissions as certification
from lms.cohorts import permissions as cohorts
from lms.monitoring import permissions as monitoring
from lms.people import permissions as people
from lms.people.choices import RoleKind
from lms.pool import permissions as pool
from lms.programme import permissions as programme
from lms.trainings import permissions as trainings
from lms.trainings.choices import EnrolmentStatus, TrainingStatus
from lms.trainings.services import set_status
from tests import factories as make
from tests.access import world
from tests.cast import user_with

pytestmark = pytest.mark.django_db

PERSONAS = (
    "office", "home_office", "focal", "focal_away", "trainer", "trainer_away", "withdrawn_trainer", "trainee",
    "trainee_away", "assessor", "observer", "stranger",
)  # fmt: skip

#: What an account alone may do.
ALONE = {
    assessments.may_read_statistics: "office",
    cascade.is_trainer: "trainer trainer_away",
    cascade.may_manage_exceptions: "office",
    cascade.may_plan_training: "office focal focal_away trainer trainer_away",
    cascade.may_see_cascade: "office home_office focal focal_away trainer trainer_away withdrawn_trainer",
    cascade.may_see_tree: "office focal focal_away",
    certification.may_adopt_rules: "office",
    certification.may_see_requests: "office home_office",
    cohorts.may_run_cohorts: "office",
    cohorts.may_see_call: "office focal focal_away",
    cohorts.may_see_cohorts: "office focal focal_away assessor",
    cohorts.may_see_nominations: "office focal focal_away",
    cohorts.may_send_letters: "office",
    monitoring.may_freeze_figures: "office home_office",
    monitoring.may_see_coverage: "office home_office focal focal_away",
    monitoring.may_see_published: "office home_office focal focal_away observer",
    people.is_office: "office",
    people.may_manage_accounts: "office",
    people.may_see_people: "office focal focal_away",
    pool.may_preview_reminders: "office",
    pool.may_see_counts: "office home_office focal focal_away observer",
    pool.may_see_pool: "office home_office focal focal_away",
    pool.may_see_reminders: "office home_office focal focal_away",
    programme.may_record_progress: "office home_office",
    programme.may_see_programme: "office home_office focal focal_away observer",
}
#: What it may do about a row of the world, named.
ABOUT = {
    (assessments.is_office_for, "training"): "office home_office",
    (assessments.is_assessor_of, "teach_back"): "assessor",
    (assessments.may_confirm_plan, "trainee_person"): "focal",
    (assessments.may_open_teach_back, "tot"): "office",
    (assessments.may_read_all_scores, "teach_back"): "office",
    (assessments.may_record_results, "training"): "office home_office trainer",
    (assessments.may_run_tests, "training"): "office home_office trainer",
    (assessments.may_see_plans, "tot"): "office focal focal_away",
    (cascade.decides, "training"): "office focal",
    (cascade.may_plan_in, "home"): "office focal trainer",
    (cascade.may_plan_in, "away"): "office focal_away trainer trainer_away",
    (cascade.may_see_decisions, "training"): "office home_office focal trainer",
    (cascade.works_on, "training"): "trainer",
    (certification.may_change_standing, "certificate"): "office home_office",
    (certification.may_decide, "tot"): "office",
    (certification.may_decide, "training"): "office home_office",
    (certification.may_download, "certificate"): "office home_office focal trainer",
    (certification.may_download, "certificate_completion"): "office home_office focal trainee",
    (certification.may_issue_completions, "past"): "office home_office focal",
    (certification.may_read_decision, "decision"): "office home_office focal trainer",
    (cohorts.may_cancel_cohort, "cohort"): "office",
    (cohorts.may_decide_nomination, "nomination"): "office",
    (cohorts.may_endorse_nomination, "nomination_proposed"): "office focal",
    (cohorts.may_nominate, "cohort"): "office focal focal_away",
    (cohorts.may_order_nomination, "nomination"): "",
    (cohorts.may_order_nomination, "nomination_proposed"): "office focal",
    (cohorts.may_report_cohort, "cohort"): "office",
    (cohorts.may_see_panel, "cohort"): "office",
    (cohorts.may_verify_cohort, "cohort"): "",
    (cohorts.may_withdraw_nomination, "nomination"): "office focal",
    (people.may_anonymise_person, "person"): "office",
    (people.may_change_person, "person"): "office focal",
    (people.may_enter_people, "home"): "office focal",
    (people.may_grant_to, "trainer"): "office",
    (people.may_grant_to, "office"): "",
    (trainings.may_manage_participants, "training"): "office home_office focal trainer",
    (trainings.may_see_participants, "training"): "office home_office focal trainer",
    (trainings.may_withdraw_enrolment, "enrolment"): "office home_office focal trainer trainee",
    (trainings.teaches, "training"): "trainer",
}


@pytest.fixture
def w():
    w = world.build()
    w.add(home_office=user_with(RoleKind.OFFICE, w.home), decision=w.certificate.decision)
    return w


def who(w, allowed) -> str:
    return " ".join(name for name in PERSONAS if allowed(w.account(name)))


def test_what_an_account_alone_may_do(w):
    assert {rule: who(w, rule) for rule in ALONE} == ALONE


def test_what_an_account_may_do_about_a_row(w):
    found = {(rule, name): who(w, lambda user: rule(user, getattr(w, name))) for rule, name in ABOUT}  # noqa: B023

    assert found == ABOUT


@pytest.mark.parametrize("status", EnrolmentStatus.values)
@pytest.mark.parametrize("state", TrainingStatus.values)
def test_a_place_is_given_back_while_it_is_one_and_things_are_recorded(w, status, state):
    row = w.enrolment
    row.status, row.training.status = status, state

    expected = status in ("enrolled", "waitlisted") and state in ("approved", "returned")
    assert [trainings.may_withdraw_enrolment(user, row) for user in (w.trainee, w.focal)] == [expected] * 2
    assert not trainings.may_withdraw_enrolment(w.trainee_away, row)


@pytest.mark.parametrize("fields", [{"anonymised_at": timezone.now()}, {"merged_into_id": 1}])
def test_a_record_that_is_no_longer_in_use_stays(w, fields):
    for name, value in fields.items():
        setattr(w.person, name, value)

    assert not people.may_change_person(w.office, w.person)
    assert not people.may_anonymise_person(w.office, w.person)
    assert not people.may_merge_people(w.office, w.trainee_person, w.person)
    assert not people.may_merge_people(w.office, w.person, w.trainee_person)


def test_two_records_are_merged_by_who_may_change_both(w):
    both = (w.person, w.trainee_person)
    assert who(w, lambda user: people.may_merge_people(user, *both)) == "office focal"
    assert who(w, lambda user: people.may_merge_people(user, w.person, w.person_away)) == "office"
    assert not people.may_merge_people(w.office, w.person, w.person)


@pytest.mark.parametrize("state", TrainingStatus.values)
def test_what_becomes_of_a_cohort_depends_on_where_its_training_stands(w, state):
    w.cohort.training.status = state
    over = state in ("submitted", "verified", "locked", "cancelled")

    assert cohorts.may_report_cohort(w.office, w.cohort) is (state in ("approved", "returned"))
    assert cohorts.may_verify_cohort(w.office, w.cohort) is (state == "submitted")
    assert cohorts.may_cancel_cohort(w.office, w.cohort) is not over
    assert cohorts.may_nominate(w.focal, w.cohort) is not over


def test_a_report_is_verified_by_another_officer_than_the_last_one_who_sent_it(w):
    for officer in (w.office, w.officer):
        set_status(w.tot, "submit", by=officer)
    w.cohort.training.refresh_from_db()

    assert [cohorts.may_verify_cohort(user, w.cohort) for user in (w.office, w.officer)] == [True, False]


def test_nobody_decides_about_their_own_nomination(w):
    row = w.nomination
    row.person.user = w.office

    assert not cohorts.may_decide_nomination(w.office, row)
    assert not cohorts.may_endorse_nomination(w.office, row)
    assert cohorts.may_decide_nomination(w.officer, row)


def test_who_once_helped_to_teach_still_finds_the_list(w):
    assert not cascade.may_see_cascade(w.trainee)
    make.DelivererFactory(training=w.past, person=w.trainee_person, part="support")

    assert cascade.may_see_cascade(w.trainee)


def test_nobody_changes_their_own_certificate(w):
    w.certificate.person.user = w.office

    assert not certification.may_change_standing(w.office, w.certificate)
    assert certification.may_change_standing(w.officer, w.certificate)
