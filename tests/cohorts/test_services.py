"""A cohort called, people nominated and endorsed: each act done right, each refusal with nothing written."""

from datetime import date, timedelta

import pytest

from lms.audit.models import Entry
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort
from lms.cohorts.services import (
    cancel_cohort,
    complete_nomination,
    decide_nomination,
    endorse_nomination,
    move_closing,
    nominate_by_details,
    nominate_person,
    open_cohort,
    open_nominations,
)
from lms.core import clock
from lms.trainings.choices import TrainingStatus
from lms.trainings.models import Attendance, Training
from tests import factories as make
from tests.refusals import refusal_of

from .conftest import CLOSES, FIRST_DAY, fields_for
from .helpers import DECLINED, last_entry

# Opening --------------------------------------------------------------------------------------------------------------


def test_a_cohort_is_a_five_day_draft_with_every_module_in_its_half_day(draft_cohort):
    training = draft_cohort.training
    planned = [
        [row.module.code for row in session.modules.all()]
        for session in training.sessions.prefetch_related("modules__module")
    ]

    assert (training.kind, training.status, training.reference) == ("tot", "draft", "TOT-2026-001")
    assert training.ends_on - training.starts_on == timedelta(days=4)
    assert planned == [
        ["M01", "M02", "M03"], ["M04", "T01"], ["M05", "M06", "M07"], ["M13", "T02"], ["M08", "M09"], ["M10", "T03"],
        ["M11", "M12", "T04"], ["T05"], ["T05"], ["T06"],
    ]  # fmt: skip
    assert last_entry().action == "cohort_opened"


def test_only_the_office_opens_a_cohort(cast, edition, today):
    scheme = make.SchemeFactory()
    fields = fields_for(cast, edition)

    assert refusal_of(
        open_cohort, training_fields=fields, scheme=scheme, nominations_close_on=CLOSES, by=cast.focal
    ) == {"not_office"}  # fmt: skip


def test_nominations_close_before_the_first_day(cast, edition, today):
    fields, scheme = fields_for(cast, edition), make.SchemeFactory()

    assert refusal_of(
        open_cohort, training_fields=fields, scheme=scheme, nominations_close_on=FIRST_DAY, by=cast.office
    ) == {"closes_late"}  # fmt: skip


def test_the_scheme_certifies_the_curriculum_that_is_taught(cast, edition, today):
    fields = fields_for(cast, edition)
    scheme = make.SchemeFactory(code="other", curriculum=make.CurriculumFactory(code="other"))

    assert refusal_of(
        open_cohort, training_fields=fields, scheme=scheme, nominations_close_on=CLOSES, by=cast.office
    ) == {"other_curriculum"}  # fmt: skip


def test_a_draft_is_seen_by_the_office_alone_and_a_called_cohort_by_every_focal_point(draft_cohort, cast):
    everybody = [cast.office, cast.focal, cast.focal_away, cast.assessor, cast.trainee, cast.observer, cast.stranger]
    assert [Cohort.objects.visible_to(user).count() for user in everybody] == [1, 0, 0, 0, 0, 0, 0]

    open_nominations(draft_cohort, by=cast.office)

    assert [Cohort.objects.visible_to(user).count() for user in everybody] == [1, 1, 1, 1, 0, 0, 0]
    training = Training.objects.get(kind="tot", pk=draft_cohort.training_id)
    assert training.status == TrainingStatus.APPROVED
    assert list(training.decisions.values_list("kind", flat=True)) == ["plan", "approve"]


def test_who_teaches_the_tot_sees_it(cohort, cast):
    make.DelivererFactory(training=cohort.training, person=cast.trainer_person)

    assert Cohort.objects.visible_to(cast.trainer).exists()
    assert not Cohort.objects.visible_to(cast.trainer_away).exists()


def test_a_call_sent_twice_is_sent_once(cohort, cast):
    open_nominations(cohort, by=cast.office)

    assert Entry.objects.filter(action="nominations_opened").count() == 1


def test_a_call_is_refused(draft_cohort, cast):
    assert refusal_of(open_nominations, draft_cohort, by=cast.focal) == {"not_office"}
    assert refusal_of(open_nominations, draft_cohort, by=cast.office, version=99) == {"stale"}
    with clock.pretend(CLOSES + timedelta(days=1)):
        assert refusal_of(open_nominations, draft_cohort, by=cast.office) == {"too_late"}
    Training.objects.update(status=TrainingStatus.CANCELLED)
    assert refusal_of(open_nominations, draft_cohort, by=cast.office) == {"not_draft"}


def test_a_cohort_is_called_off_with_a_reason_that_stands_in_the_trail(cohort, cast):
    called_off = cancel_cohort(cohort, reason=" The venue is closed. ", by=cast.office)

    assert called_off.training.status == TrainingStatus.CANCELLED
    decision = called_off.training.decisions.last()
    assert (decision.kind, decision.by, decision.reason) == ("cancel", cast.office, "The venue is closed.")
    assert last_entry().reason == "The venue is closed."
    assert refusal_of(cancel_cohort, cohort, reason="Again.", by=cast.office) == {"over"}


def test_calling_off_is_refused(cohort, cast):
    assert refusal_of(cancel_cohort, cohort, reason="No.", by=cast.focal) == {"not_office"}
    assert refusal_of(cancel_cohort, cohort, reason=" ", by=cast.office) == {"reason_missing"}
    assert refusal_of(cancel_cohort, cohort, reason="No.", by=cast.office, version=0) == {"stale"}
    seat = make.EnrolmentFactory(training=cohort.training)
    Attendance.objects.create(session=cohort.training.sessions.first(), enrolment=seat, present=True)
    assert refusal_of(cancel_cohort, cohort, reason="No.", by=cast.office) == {"taught"}
    assert Training.objects.get(pk=cohort.training_id).status == TrainingStatus.APPROVED


def test_the_closing_day_moves(cohort, cast):
    later = CLOSES + timedelta(days=3)

    move_closing(cohort, nominations_close_on=later, by=cast.office)

    cohort.refresh_from_db()
    assert (cohort.nominations_close_on, last_entry().action) == (later, "closing_moved")
    assert refusal_of(move_closing, cohort, nominations_close_on=FIRST_DAY, by=cast.office) == {"closes_late"}
    assert refusal_of(move_closing, cohort, nominations_close_on=CLOSES, by=cast.focal) == {"not_office"}


# Nominating -----------------------------------------------------------------------------------------------------------


def test_a_focal_point_nominates_somebody_of_their_institution(cohort, cast):
    person = make.PersonFactory(institution=cast.home, job_function="Storage keeper")

    nomination = nominate_person(cohort, person, by=cast.focal, years_in_post=7, english="B2")

    assert (nomination.status, nomination.institution, nomination.job_function) == (
        "proposed", cast.home, "Storage keeper",
    )  # fmt: skip
    assert (nomination.years_in_post, nomination.english, nomination.endorsed_on) == (7, "B2", None)
    assert (last_entry().action, last_entry().institution_id) == ("nomination_made", cast.home.pk)
    assert person.family_name not in str(last_entry().after)


def test_an_endorsement_given_with_the_nomination_counts(cohort, cast, endorsed):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.focal, **endorsed)

    assert nomination.status == NominationStatus.ENDORSED


def test_nobody_endorses_themselves_by_nominating(cohort, cast, endorsed):
    own = make.PersonFactory(institution=cast.home, user=cast.focal)

    assert nominate_person(cohort, own, by=cast.focal, **endorsed).status == NominationStatus.PROPOSED


def test_a_nomination_is_refused(cohort, cast):
    person, away = make.PersonFactory(institution=cast.home), make.PersonFactory(institution=cast.away)
    gone = make.PersonFactory(institution=cast.home, left_on=date(2026, 8, 1))

    assert refusal_of(nominate_person, cohort, away, by=cast.focal) == {"not_allowed"}
    assert refusal_of(nominate_person, cohort, person, by=cast.trainer) == {"not_allowed"}
    assert refusal_of(nominate_person, cohort, gone, by=cast.focal) == {"gone"}
    assert refusal_of(nominate_person, cohort, person, by=cast.focal, years_in_post=61) == {"years"}
    assert refusal_of(nominate_person, cohort, person, by=cast.focal, endorsed_on=FIRST_DAY) == {"endorsed_later"}
    nominate_person(cohort, person, by=cast.focal)
    assert refusal_of(nominate_person, cohort, person, by=cast.focal) == {"already_nominated"}
    with pytest.raises(TypeError):
        nominate_person(cohort, person, by=cast.focal, status="accepted")


def test_the_closing_day_binds_focal_points_and_not_the_office(cohort, cast):
    late, later = make.PersonFactory(institution=cast.home), make.PersonFactory(institution=cast.home)

    with clock.pretend(CLOSES):
        nominate_person(cohort, late, by=cast.focal)
    with clock.pretend(CLOSES + timedelta(days=1)):
        assert refusal_of(nominate_person, cohort, later, by=cast.focal) == {"closed"}
        assert refusal_of(nominate_person, cohort, later, by=cast.office) == {"late_reason_missing"}
        taken = nominate_person(cohort, later, late_reason="Letter came by post", by=cast.office)
    assert taken.late_reason == "Letter came by post"
    with clock.pretend(FIRST_DAY + timedelta(days=5)):
        third = make.PersonFactory(institution=cast.home)
        assert refusal_of(nominate_person, cohort, third, by=cast.office) == {"over"}


def test_a_focal_point_cannot_nominate_for_a_draft(draft_cohort, cast):
    person = make.PersonFactory(institution=cast.home)

    assert refusal_of(nominate_person, draft_cohort, person, by=cast.focal) == {"not_announced"}


def test_nominating_by_details_finds_the_person_on_record(cohort, cast):
    known = make.PersonFactory(institution=cast.home, email="ana@mup.example", job_function="")
    details = {"family_name": known.family_name, "given_name": known.given_name, "email": known.email, "sex": "woman",
               "service_number": "", "job_function": "Inspector"}  # fmt: skip

    nomination = nominate_by_details(cohort, institution=cast.home, person=details, by=cast.focal)

    assert (nomination.person, nomination.person.job_function) == (known, "Inspector")


def test_nominating_by_details_enters_a_new_person_or_nothing_at_all(cohort, cast):
    details = {"family_name": "Šarić", "given_name": "Nenad", "sex": "man"}

    assert refusal_of(
        nominate_by_details, cohort, institution=cast.home, person=details, by=cast.focal, years_in_post=99
    ) == {"years"}  # fmt: skip
    assert refusal_of(nominate_by_details, cohort, institution=cast.away, person=details, by=cast.focal) == {
        "not_allowed"
    }
    nomination = nominate_by_details(cohort, institution=cast.home, person=details, by=cast.focal)
    assert str(nomination.person) == "Nenad Šarić"


def test_of_two_namesakes_the_one_chosen_is_nominated(cohort, cast):
    known = make.PersonFactory(institution=cast.home, family_name="Šarić", given_name="Nenad")
    details = {"family_name": "Šarić", "given_name": "Nenad"}

    chosen = nominate_by_details(cohort, institution=cast.home, person=details, decision=str(known.pk), by=cast.focal)
    other = nominate_by_details(cohort, institution=cast.home, person=details, decision="new", by=cast.focal)

    assert chosen.person == known
    assert other.person != known


# Endorsing ------------------------------------------------------------------------------------------------------------


def test_the_focal_point_endorses(cohort, cast, today):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)

    done = endorse_nomination(nomination, by=cast.focal, endorsed_by="Director", version=1)
    again = endorse_nomination(nomination, by=cast.focal, endorsed_by="Somebody else", version=1)

    assert (done.status, done.endorsed_by, done.endorsed_on, done.version) == ("endorsed", "Director", today, 2)
    assert (again.endorsed_by, again.version) == ("Director", 2)
    assert last_entry().before["status"] == "proposed"


def test_an_endorsement_is_refused(cohort, cast):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    own = nominate_person(cohort, make.PersonFactory(institution=cast.home, user=cast.focal), by=cast.office)

    assert refusal_of(endorse_nomination, nomination, by=cast.focal_away) == {"not_allowed"}
    assert refusal_of(endorse_nomination, own, by=cast.focal) == {"own_nomination"}
    assert refusal_of(endorse_nomination, nomination, by=cast.focal, version=7) == {"stale"}
    assert refusal_of(endorse_nomination, nomination, by=cast.focal, endorsed_on=FIRST_DAY) == {"endorsed_later"}
    decide_nomination(nomination, DECLINED, reason="No place", by=cast.office)
    assert refusal_of(endorse_nomination, nomination, by=cast.focal) == {"settled"}


def test_a_later_list_fills_in_only_what_is_missing(cohort, cast, endorsed):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office, english="B1")

    assert complete_nomination(nomination, by=cast.office, english="C1", years_in_post=4, **endorsed)
    assert not complete_nomination(nomination, by=cast.office, english="C2", years_in_post=9, **endorsed)

    nomination.refresh_from_db()
    assert (nomination.english, nomination.years_in_post, nomination.status) == ("B1", 4, "endorsed")
