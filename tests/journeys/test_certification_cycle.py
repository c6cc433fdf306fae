"""From the call for nominations to a certificate that was renewed and withdrawn, in a real browser."""

import pytest

from curricula.models import Edition
from lms.certification.models import Certificate
from lms.trainings.models import Training

from . import certificate_steps as certificates
from . import cohort_steps as tot
from . import course_steps as course
from . import selection_steps as selection
from .conftest import Site
from .visitor import PHONE, Visitor

pytestmark = pytest.mark.journey


def test_the_certification_cycle(site: Site, go_on, monkeypatch):
    training = step_1_nominated_scored_and_selected(site)
    step_2_the_days_are_planned(site, training)
    go_on((training.ends_on - tot.timezone.localdate()).days)
    phone = step_3_the_days_and_the_tests(site, training)
    step_4_teach_backs_with_a_disagreement(site, training)
    step_5_what_is_promised_for_home(site, phone, training)
    go_on(1)
    certificate = step_6_decided_and_issued(site, training, monkeypatch)
    step_7_in_force_until_the_last_day(site, certificate, go_on)
    renewed = step_8_renewed(site, certificate)
    step_9_withdrawn_by_two(site, certificate, renewed)


def officer(site: Site) -> Visitor:
    return site.visitor().sign_in("office@seesac.example")


def phone_of(site: Site) -> Visitor:
    return site.visitor(viewport=PHONE, is_mobile=True, has_touch=True)


def step_1_nominated_scored_and_selected(site) -> Training:
    office = officer(site)
    training = tot.open_a_cohort(office, Edition.objects.filter(withdrawn_on=None).latest("published_at"))
    selection.write_the_criteria(office, training)
    office.open(f"/cohorts/{training.pk}/nominations/")
    tot.import_the_nominations(office, training)
    tot.endorse(site.visitor().sign_in("focal.rs@mup.example"), training)
    selection.name_the_panel(office, training)
    for email, level in zip(selection.PANEL, (3, 2), strict=True):
        selection.score_one(site.visitor().sign_in(email), training, level)
    selection.score_the_others(training)
    selection.decide_the_list(office, training)
    selection.release_the_letters(office, training)
    return training


def step_2_the_days_are_planned(site, training):
    office = site.visitors[0]
    course.plan_the_agenda(office, training)
    course.plan_the_slots(office, training)


def step_3_the_days_and_the_tests(site, training) -> Visitor:
    """On the last day: who came, what they knew before, and the test after on a phone of 360 pixels."""
    office = officer(site)
    tot.record_the_days(office, training)
    course.enter_the_tests_before(office, training)
    test = course.open_the_test(office, training)
    phone = phone_of(site)
    right = course.take_the_test(phone, test)
    course.close_the_test(office, phone, training, right)
    return phone


def step_4_teach_backs_with_a_disagreement(site, training):
    office = officer(site)
    teach_back = training.teach_backs.get(person__email=tot.ADDRESS)
    first, second = (site.visitor().sign_in(email) for email in course.assessors_of(teach_back))
    course.score_blindly(first, second, teach_back)
    third = course.call_the_third(office, teach_back)
    course.settle_the_score(site.visitor().sign_in(third), office, teach_back)
    course.score_the_others(training)


def step_5_what_is_promised_for_home(site, phone, training):
    plan = course.write_the_plan(phone, training)
    course.confirm_the_plan(site.visitor().sign_in("focal.rs@mup.example"), plan)


def step_6_decided_and_issued(site, training, monkeypatch) -> Certificate:
    office = officer(site)
    certificates.decide_about_all(office, training)
    certificate = certificates.issue_in_a_batch(office, training, monkeypatch)
    tot.fetch_the_document(office, certificate)
    phone = phone_of(site).sign_in_by_code(tot.ADDRESS)
    certificates.sees_their_way(phone, certificate)
    return certificate


def step_7_in_force_until_the_last_day(site, certificate, go_on):
    """In force on the last day, over on the next; a letter came a month before."""
    passer_by = site.visitor()
    certificates.verify(passer_by, certificate, "In force", tot.CANDIDATE)
    certificates.teach_and_refresh(certificate)
    go_on(certificates.days_until(certificate.valid_until) - 30)
    certificates.is_reminded(certificate)
    go_on(30)
    certificates.verify(passer_by, certificate, "This certificate is genuine and in force today.")
    go_on(1)
    certificates.verify(passer_by, certificate, "Expired", "and its time is over")
    passer_by.shot("79-expired")


def step_8_renewed(site, certificate) -> Certificate:
    renewed = certificates.renew(officer(site), certificate)
    passer_by = site.visitor()
    certificates.verify(passer_by, certificate, "Expired, replaced", "Replaced by", renewed.number)
    passer_by.shot("82-replaced")
    passer_by.follow(renewed.number)
    passer_by.sees("This certificate is genuine and in force today.", tot.CANDIDATE)
    return renewed


def step_9_withdrawn_by_two(site, certificate, renewed):
    """Seen by anybody at once; the log holds every step of it, unbroken."""
    second = site.visitor().sign_in("officer2@seesac.example")
    certificates.withdraw(officer(site), second, renewed)
    passer_by = site.visitor()
    certificates.verify(passer_by, renewed, "Withdrawn", "It is no longer valid.")
    passer_by.shot("84-withdrawn")
    certificates.reads_the_log(passer_by, certificate, renewed)
