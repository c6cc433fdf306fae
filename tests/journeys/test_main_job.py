"""The main job from end to end in a real browser: eight steps, from a changed module to a figure that moved."""

import pytest

from lms.certification.models import Certificate
from lms.people.models import Person

from . import cascade_steps as cascade
from . import cohort_steps as tot
from . import content_steps as content
from . import report_steps as report
from .conftest import Site
from .visitor import PHONE

pytestmark = [pytest.mark.journey, pytest.mark.both_databases]


def test_the_main_job(site: Site, go_on, tmp_path):
    office = site.visitor().sign_in("office@seesac.example")
    edition = step_1_an_edition_is_published(site, office)
    step_2_a_trainer_downloads_until_the_certificate_is_withdrawn(site, office, edition)
    certificate = step_3_a_cohort_is_taught_and_certified(site, office, edition, go_on)
    office = site.visitor().sign_in("office@seesac.example")
    focal = site.visitor().sign_in("focal.rs@mup.example")
    step_4_anybody_can_verify_the_certificate(site, office, certificate)
    training, link = step_5_the_new_trainer_plans_and_the_focal_point_approves(site, focal, edition)
    step_6_trainees_enrol_with_their_phones(site, training, link)
    training, people = step_7_the_list_comes_in_and_is_reported(site)
    step_8_the_report_is_verified_and_coverage_moves(focal, office, training, people, tmp_path)


def step_1_an_edition_is_published(site, office):
    """The author writes, somebody else reviews, a third person approves; then the edition is published."""
    officers = ("officer2@seesac.example", content.a_third_officer())
    content.change_a_module(office, *(site.visitor().sign_in(email) for email in officers))
    return content.publish_an_edition(office)


def step_2_a_trainer_downloads_until_the_certificate_is_withdrawn(site, office, edition):
    person = Person.objects.get(email="trainer.rs3@mup.example")
    trainer = site.visitor().sign_in_by_code(person.email)
    material = content.download_as_trainer(trainer, edition)
    address = f"/curricula/materials/{material.pk}/"
    assert trainer.status_of(address) == 200
    second = site.visitor().sign_in("officer2@seesac.example")
    content.withdraw_the_certificate(office, second, person.full_name)
    assert trainer.status_of(address) == 404
    content.sees_the_earlier_download(office, person.email)


def step_3_a_cohort_is_taught_and_certified(site, office, edition, go_on) -> Certificate:
    training = tot.open_a_cohort(office, edition)
    tot.import_the_nominations(office, training)
    tot.endorse(site.visitor().sign_in("focal.rs@mup.example"), training)
    tot.select(office, training)

    go_on(tot.days_until_over(training.cohort))
    office = site.visitor().sign_in("office@seesac.example")
    tot.record_the_days(office, training)
    tot.enter_the_tests(office, training)
    teach_back = tot.plan_the_teach_backs(office, training)
    for address in ("assessor@seesac.example", "assessor2@seesac.example"):
        tot.score(site.visitor().sign_in(address), teach_back)
    return tot.certify(office, training)


def step_4_anybody_can_verify_the_certificate(site, office, certificate):
    tot.fetch_the_document(office, certificate)
    tot.verify_as_anybody(site.visitor(), office, certificate)


def step_5_the_new_trainer_plans_and_the_focal_point_approves(site, focal, edition):
    """Whoever was certified a minute ago signs in with a code, and plans in their own institution."""
    trainer = site.visitor().sign_in_by_code(tot.ADDRESS)
    training = cascade.plan_a_training(trainer, edition)
    cascade.approve(focal, training)
    return training, cascade.enrolment_link(trainer, training)


def step_6_trainees_enrol_with_their_phones(site, training, link):
    cascade.fill_all_but_one(training)
    first, second = (
        site.visitor(viewport=PHONE, is_mobile=True, has_touch=True, locale="sr-Latn-RS") for _number in range(2)
    )
    cascade.take_the_last_seat(first, link)
    cascade.join_the_waiting_list(second, link)
    cascade.give_the_place_back(first, second)


def step_7_the_list_comes_in_and_is_reported(site):
    training = report.waiting_training()
    trainer = site.visitor().sign_in("trainer.rs@mup.example")
    people = report.import_the_list(trainer, training)
    report.import_it_again(trainer, training, people)
    report.record_attendance(trainer, training, people)
    report.tick_the_modules(trainer, training)
    report.submit(trainer, training)
    return training, people


def step_8_the_report_is_verified_and_coverage_moves(focal, office, training, people, tmp_path):
    before = report.covered(training.institution)
    report.verify(focal, training, people)
    report.sees_the_figure_move(office, training, before, people)
    report.export_opens_elsewhere(office, training, tmp_path)
