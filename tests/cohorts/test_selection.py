"""Who gets a seat, who waits, who drops out: each act done right, each refusal with nothing written."""

from datetime import timedelta

import pytest

from lms.audit.models import Entry
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Nomination
from lms.cohorts.selection.reserves import next_reserves
from lms.cohorts.services import (
    decide_nomination,
    decide_nominations,
    nominate_person,
    promote_reserve,
    promote_reserves,
    withdraw_nomination,
)
from lms.core import clock
from lms.people.choices import RoleKind
from lms.people.services import anonymise_person, merge_people
from lms.trainings.choices import EnrolmentStatus
from lms.trainings.models import Enrolment
from lms.trainings.services import withdraw_enrolment
from tests import factories as make
from tests.cast import user_with
from tests.refusals import refusal_of, refused

from .conftest import FIRST_DAY
from .helpers import ACCEPTED, DECLINED, RESERVE

# Selecting ------------------------------------------------------------------------------------------------------------


def test_accepting_gives_a_seat(nominate, cast):
    nomination = decide_nomination(nominate(), ACCEPTED, by=cast.office, version=1)

    enrolment = Enrolment.objects.get()
    assert (enrolment.person, enrolment.status, enrolment.source) == (nomination.person, "enrolled", "nomination")
    assert (nomination.status, nomination.version) == (ACCEPTED, 2)
    assert Entry.objects.filter(action="nomination_accepted", object_id=str(nomination.pk)).count() == 1


def test_decided_the_same_again_changes_nothing(nominate, cast):
    nomination = decide_nomination(nominate(), ACCEPTED, by=cast.office)
    entries = Entry.objects.count()

    assert decide_nomination(nomination, ACCEPTED, by=cast.office).version == nomination.version
    assert (Entry.objects.count(), Enrolment.objects.count()) == (entries, 1)


def test_never_more_are_accepted_than_there_are_seats(nominate, cast):
    for _number in range(2):
        decide_nomination(nominate(), ACCEPTED, by=cast.office)

    assert refusal_of(decide_nomination, nominate(), ACCEPTED, by=cast.officer) == {"no_seat"}


def test_a_seat_taken_without_a_nomination_counts_as_well(nominate, cohort, cast):
    make.EnrolmentFactory(training=cohort.training, person=make.PersonFactory())
    decide_nomination(nominate(), ACCEPTED, by=cast.office)

    assert refusal_of(decide_nomination, nominate(), ACCEPTED, by=cast.office) == {"no_seat"}


def test_a_decision_is_refused(nominate, cohort, cast):
    nomination = nominate()
    unendorsed = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    own = nominate(user=cast.office)

    assert refusal_of(decide_nomination, nomination, ACCEPTED, by=cast.focal) == {"not_office"}
    assert refusal_of(decide_nomination, own, ACCEPTED, by=cast.office) == {"own_nomination"}
    assert refusal_of(decide_nomination, nomination, ACCEPTED, by=cast.office, version=3) == {"stale"}
    assert refusal_of(decide_nomination, nomination, DECLINED, reason="  ", by=cast.office) == {"reason_missing"}
    assert refusal_of(decide_nomination, unendorsed, ACCEPTED, by=cast.office) == {"not_endorsed"}
    assert refusal_of(decide_nomination, unendorsed, RESERVE, by=cast.office) == {"not_endorsed"}
    with clock.pretend(FIRST_DAY + timedelta(days=5)):
        assert refusal_of(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"not_open"}
    with pytest.raises(ValueError, match="not a decision"):
        decide_nomination(nomination, NominationStatus.PROPOSED, by=cast.office)
    decide_nomination(own, ACCEPTED, by=cast.officer)


def test_nobody_is_accepted_before_the_call(draft_cohort, cast, endorsed):
    nomination = nominate_person(
        draft_cohort, make.PersonFactory(institution=cast.home), by=cast.office, **endorsed
    )  # fmt: skip

    assert refusal_of(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"not_open"}


def test_nobody_is_accepted_who_is_in_another_training_on_these_days(nominate, cast):
    nomination = nominate()
    make.EnrolmentFactory(training=make.TrainingFactory(starts_on=FIRST_DAY), person=nomination.person)

    assert refusal_of(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"overlap"}


def test_a_seat_is_taken_back_with_a_reason(nominate, cast):
    nomination = decide_nomination(nominate(), ACCEPTED, by=cast.office)

    assert refusal_of(decide_nomination, nomination, RESERVE, by=cast.office) == {"reason_missing"}
    decide_nomination(nomination, RESERVE, reason="Two of one unit", by=cast.office)

    assert Enrolment.objects.get().status == EnrolmentStatus.WITHDRAWN
    decide_nomination(nomination, ACCEPTED, by=cast.office)
    assert Enrolment.objects.get().status == EnrolmentStatus.ENROLLED


def test_a_declined_one_who_was_never_endorsed_cannot_slip_in(nominate, cohort, cast):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    decide_nomination(nomination, DECLINED, reason="Incomplete", by=cast.office)

    assert refusal_of(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"not_endorsed"}


def test_many_are_decided_together(nominate, cohort, cast):
    rows = [nominate(), nominate()]

    done = decide_nominations(cohort, {row.pk: row.version for row in rows}, ACCEPTED, by=cast.office)

    assert [row.status for row in done] == [ACCEPTED, ACCEPTED]
    assert Entry.objects.filter(action="nomination_accepted").count() == 2


def test_many_together_are_all_or_none(nominate, cohort, cast):
    first, second, third = nominate(), nominate(), nominate()
    unendorsed = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    other = make.NominationFactory(cohort=make.CohortFactory(), person=make.PersonFactory())

    def codes(rows, status=ACCEPTED, **extra):
        return refusal_of(
            decide_nominations, cohort, {row.pk: row.version for row in rows}, status, by=cast.office, **extra
        )

    assert codes([first, second, third]) == {"no_seat"}
    assert codes([first, unendorsed]) == {"not_endorsed"}
    assert codes([first, other]) == {"nothing_chosen"}
    assert codes([]) == {"nothing_chosen"}
    assert codes([first, second], DECLINED) == {"reason_missing"}
    assert refusal_of(decide_nominations, cohort, {first.pk: 9}, ACCEPTED, by=cast.office) == {"stale"}
    assert refusal_of(decide_nominations, cohort, {first.pk: 1}, ACCEPTED, by=cast.focal) == {"not_office"}


# Dropping out ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def full(nominate, cast):
    """Two with a seat, three on reserve in the order of the list."""
    accepted = [decide_nomination(nominate(), ACCEPTED, by=cast.office) for _number in range(2)]
    reserves = [decide_nomination(nominate(), RESERVE, by=cast.office) for _number in range(3)]
    return accepted, reserves


def test_reserves_stand_in_the_order_in_which_they_were_put_there(full):
    assert [row.reserve_place for row in full[1]] == [1, 2, 3]


def test_who_drops_out_makes_way_for_the_next_reserve_when_the_office_says_so(full, cohort, cast):
    accepted, reserves = full

    assert withdraw_nomination(accepted[0], reason="Ill", by=cast.focal) == []
    assert next_reserves(cohort) == [reserves[0]]
    assert Enrolment.objects.holding_a_seat().count() == 1
    promote_reserve(reserves[0], by=cast.office)

    reserves[0].refresh_from_db()
    accepted[0].refresh_from_db()
    assert (reserves[0].status, reserves[0].reserve_place, accepted[0].status) == (ACCEPTED, None, "withdrawn")
    seated = set(cohort.training.enrolments.holding_a_seat().values_list("person", flat=True))
    assert seated == {accepted[1].person_id, reserves[0].person_id}
    assert Entry.objects.filter(action="nomination_promoted").count() == 1


def test_a_reserve_who_is_elsewhere_is_passed_over(full, cohort, cast):
    accepted, reserves = full
    make.EnrolmentFactory(training=make.TrainingFactory(starts_on=FIRST_DAY), person=reserves[0].person)

    assert withdraw_nomination(accepted[0], reason="Ill", by=cast.office) == [reserves[1]]


def test_a_reserve_who_drops_out_frees_no_seat(full, cast):
    assert withdraw_nomination(full[1][0], reason="Other duty", by=cast.focal) == []
    assert Enrolment.objects.holding_a_seat().count() == 2


def test_dropping_out_is_refused(full, cast):
    accepted, _reserves = full

    assert refusal_of(withdraw_nomination, accepted[0], reason=" ", by=cast.office) == {"reason_missing"}
    assert refusal_of(withdraw_nomination, accepted[0], reason="Ill", by=cast.focal_away) == {"not_allowed"}
    assert refusal_of(withdraw_nomination, accepted[0], reason="Ill", by=cast.office, version=9) == {"stale"}
    withdraw_nomination(accepted[0], reason="Ill", by=cast.office)
    assert refusal_of(withdraw_nomination, accepted[0], reason="Ill", by=cast.office) == {"settled"}
    assert refusal_of(decide_nomination, accepted[0], ACCEPTED, by=cast.office) == {"settled"}


def test_a_place_given_back_by_the_participant_goes_to_a_reserve_when_the_office_says_so(full, cohort, cast):
    accepted, reserves = full
    withdraw_enrolment(Enrolment.objects.get(person=accepted[0].person), reason="", by=cast.office)

    assert promote_reserves(cohort, by=cast.office) == [reserves[0]]
    accepted[0].refresh_from_db()
    assert accepted[0].status == NominationStatus.WITHDRAWN


def test_promoting_is_refused(full, cohort, cast):
    assert refusal_of(promote_reserves, cohort, by=cast.focal) == {"not_office"}
    assert refusal_of(promote_reserves, cohort, by=cast.office) == {"no_seat"}
    with clock.pretend(FIRST_DAY + timedelta(days=5)):
        assert refusal_of(promote_reserves, cohort, by=cast.office) == {"not_open"}


def test_without_a_reserve_nobody_is_promoted(nominate, cohort, cast):
    assert refusal_of(promote_reserves, cohort, by=cast.office) == {"no_reserve"}


def test_a_nominated_officer_does_not_promote_themselves(nominate, cohort, cast):
    decide_nomination(nominate(user=cast.office), RESERVE, by=cast.officer)

    assert refusal_of(promote_reserves, cohort, by=cast.office) == {"no_reserve"}
    assert len(promote_reserves(cohort, by=cast.officer)) == 1


# People ---------------------------------------------------------------------------------------------------------------


def test_a_merged_person_takes_their_nomination_along(nominate, cast):
    nomination, keep = nominate(), make.PersonFactory(institution=cast.home)

    merge_people(keep, nomination.person, by=cast.office, reason="One person")

    assert Nomination.objects.get().person == keep


def test_two_standing_nominations_speak_against_a_merge_and_a_withdrawn_one_does_not(nominate, cast):
    first, second = nominate(), nominate()

    with refused("both_nominated"):
        merge_people(first.person, second.person, by=cast.office, reason="One person")
    withdraw_nomination(first, reason="Twice", by=cast.office)
    merge_people(first.person, second.person, by=cast.office, reason="One person")
    assert list(Nomination.objects.values_list("pk", "person")) == [(second.pk, first.person_id)]


def test_what_was_written_about_somebody_goes_with_their_name(cohort, cast, endorsed):
    person = make.PersonFactory(institution=cast.home)
    nominate_person(cohort, person, by=cast.office, motivation="Well known in Niš", **endorsed)

    anonymise_person(person, by=cast.office, reason="Asked for it")

    nomination = Nomination.objects.get()
    assert (nomination.motivation, nomination.endorsed_by, nomination.reason) == ("", "", "")
    assert nomination.status == NominationStatus.ENDORSED


def test_an_office_bound_to_an_institution_does_not_run_the_regional_tot(nominate, cast):
    bound = user_with(RoleKind.OFFICE, cast.home)

    assert refusal_of(decide_nomination, nominate(), ACCEPTED, by=bound) == {"not_office"}
