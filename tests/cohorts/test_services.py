"""A cohort from the call to the selection: each act done right, and each refusal with nothing written."""

from datetime import date, timedelta

import pytest

from lms.audit.models import Entry
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort, Nomination
from lms.cohorts.services import (
    complete_nomination,
    decide_nomination,
    decide_nominations,
    endorse_nomination,
    move_closing,
    nominate_by_details,
    nominate_person,
    open_cohort,
    open_nominations,
    promote_reserves,
    withdraw_nomination,
)
from lms.core import clock
from lms.core.rules import RuleBroken
from lms.people.choices import RoleKind
from lms.people.models import Person
from lms.people.services import anonymise_person, merge_people
from lms.trainings.choices import EnrolmentStatus, TrainingStatus
from lms.trainings.models import Enrolment, Training
from lms.trainings.services import withdraw_enrolment
from tests import factories as make
from tests.cast import user_with

from .conftest import CLOSES, FIRST_DAY, fields_for

ACCEPTED, RESERVE, DECLINED = NominationStatus.ACCEPTED, NominationStatus.RESERVE, NominationStatus.DECLINED


def refused(act, *args, **kwargs) -> set[str]:
    """The codes of the refusal; the act must leave the tables as they were."""
    before = written()
    with pytest.raises(RuleBroken) as refusal:
        act(*args, **kwargs)
    assert written() == before
    return refusal.value.codes


def written() -> tuple:
    return (
        list(Nomination.objects.order_by("pk").values_list("pk", "status", "version", "reserve_place", "endorsed_on")),
        list(Enrolment.objects.order_by("pk").values_list("pk", "status")),
        list(Training.objects.order_by("pk").values_list("pk", "status")),
        Cohort.objects.count(), Person.objects.count(), Entry.objects.count(),
    )  # fmt: skip


@pytest.fixture
def nominate(cohort, cast, endorsed):
    """`nominate()`: somebody of home, endorsed; fields of the person by name."""

    def do(**fields) -> Nomination:
        person = make.PersonFactory(institution=fields.pop("institution", cast.home), **fields)
        return nominate_person(cohort, person, by=cast.office, **endorsed)

    return do


def last_entry() -> Entry:
    return Entry.objects.order_by("-id").first()


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

    assert refused(
        open_cohort, training_fields=fields, scheme=scheme, nominations_close_on=CLOSES, by=cast.focal
    ) == {"not_office"}  # fmt: skip


def test_nominations_close_before_the_first_day(cast, edition, today):
    fields, scheme = fields_for(cast, edition), make.SchemeFactory()

    assert refused(
        open_cohort, training_fields=fields, scheme=scheme, nominations_close_on=FIRST_DAY, by=cast.office
    ) == {"closes_late"}  # fmt: skip


def test_the_scheme_certifies_the_curriculum_that_is_taught(cast, edition, today):
    fields = fields_for(cast, edition)
    scheme = make.SchemeFactory(code="other", curriculum=make.CurriculumFactory(code="other"))

    assert refused(
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
    assert refused(open_nominations, draft_cohort, by=cast.focal) == {"not_office"}
    assert refused(open_nominations, draft_cohort, by=cast.office, version=99) == {"stale"}
    with clock.pretend(CLOSES + timedelta(days=1)):
        assert refused(open_nominations, draft_cohort, by=cast.office) == {"too_late"}
    Training.objects.update(status=TrainingStatus.CANCELLED)
    assert refused(open_nominations, draft_cohort, by=cast.office) == {"not_draft"}


def test_the_closing_day_moves(cohort, cast):
    later = CLOSES + timedelta(days=3)

    move_closing(cohort, nominations_close_on=later, by=cast.office)

    cohort.refresh_from_db()
    assert (cohort.nominations_close_on, last_entry().action) == (later, "closing_moved")
    assert refused(move_closing, cohort, nominations_close_on=FIRST_DAY, by=cast.office) == {"closes_late"}
    assert refused(move_closing, cohort, nominations_close_on=CLOSES, by=cast.focal) == {"not_office"}


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

    assert refused(nominate_person, cohort, away, by=cast.focal) == {"not_allowed"}
    assert refused(nominate_person, cohort, person, by=cast.trainer) == {"not_allowed"}
    assert refused(nominate_person, cohort, gone, by=cast.focal) == {"gone"}
    assert refused(nominate_person, cohort, person, by=cast.focal, years_in_post=61) == {"years"}
    assert refused(nominate_person, cohort, person, by=cast.focal, endorsed_on=FIRST_DAY) == {"endorsed_later"}
    nominate_person(cohort, person, by=cast.focal)
    assert refused(nominate_person, cohort, person, by=cast.focal) == {"already_nominated"}
    with pytest.raises(TypeError):
        nominate_person(cohort, person, by=cast.focal, status="accepted")


def test_the_closing_day_binds_focal_points_and_not_the_office(cohort, cast):
    late, later = make.PersonFactory(institution=cast.home), make.PersonFactory(institution=cast.home)

    with clock.pretend(CLOSES):
        nominate_person(cohort, late, by=cast.focal)
    with clock.pretend(CLOSES + timedelta(days=1)):
        assert refused(nominate_person, cohort, later, by=cast.focal) == {"closed"}
        nominate_person(cohort, later, by=cast.office)
    with clock.pretend(FIRST_DAY + timedelta(days=5)):
        third = make.PersonFactory(institution=cast.home)
        assert refused(nominate_person, cohort, third, by=cast.office) == {"over"}


def test_a_focal_point_cannot_nominate_for_a_draft(draft_cohort, cast):
    person = make.PersonFactory(institution=cast.home)

    assert refused(nominate_person, draft_cohort, person, by=cast.focal) == {"not_announced"}


def test_nominating_by_details_finds_the_person_on_record(cohort, cast):
    known = make.PersonFactory(institution=cast.home, email="ana@mup.example", job_function="")
    details = {"family_name": known.family_name, "given_name": known.given_name, "email": known.email, "sex": "woman",
               "service_number": "", "job_function": "Inspector"}  # fmt: skip

    nomination = nominate_by_details(cohort, institution=cast.home, person=details, by=cast.focal)

    assert (nomination.person, nomination.person.job_function) == (known, "Inspector")


def test_nominating_by_details_enters_a_new_person_or_nothing_at_all(cohort, cast):
    details = {"family_name": "Šarić", "given_name": "Nenad", "sex": "man"}

    assert refused(
        nominate_by_details, cohort, institution=cast.home, person=details, by=cast.focal, years_in_post=99
    ) == {"years"}  # fmt: skip
    assert refused(nominate_by_details, cohort, institution=cast.away, person=details, by=cast.focal) == {"not_allowed"}
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

    assert refused(endorse_nomination, nomination, by=cast.focal_away) == {"not_allowed"}
    assert refused(endorse_nomination, own, by=cast.focal) == {"own_nomination"}
    assert refused(endorse_nomination, nomination, by=cast.focal, version=7) == {"stale"}
    assert refused(endorse_nomination, nomination, by=cast.focal, endorsed_on=FIRST_DAY) == {"endorsed_later"}
    decide_nomination(nomination, DECLINED, reason="No place", by=cast.office)
    assert refused(endorse_nomination, nomination, by=cast.focal) == {"settled"}


def test_a_later_list_fills_in_only_what_is_missing(cohort, cast, endorsed):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office, english="B1")

    assert complete_nomination(nomination, by=cast.office, english="C1", years_in_post=4, **endorsed)
    assert not complete_nomination(nomination, by=cast.office, english="C2", years_in_post=9, **endorsed)

    nomination.refresh_from_db()
    assert (nomination.english, nomination.years_in_post, nomination.status) == ("B1", 4, "endorsed")


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

    assert refused(decide_nomination, nominate(), ACCEPTED, by=cast.officer) == {"no_seat"}


def test_a_seat_taken_without_a_nomination_counts_as_well(nominate, cohort, cast):
    make.EnrolmentFactory(training=cohort.training, person=make.PersonFactory())
    decide_nomination(nominate(), ACCEPTED, by=cast.office)

    assert refused(decide_nomination, nominate(), ACCEPTED, by=cast.office) == {"no_seat"}


def test_a_decision_is_refused(nominate, cohort, cast):
    nomination = nominate()
    unendorsed = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    own = nominate(user=cast.office)

    assert refused(decide_nomination, nomination, ACCEPTED, by=cast.focal) == {"not_office"}
    assert refused(decide_nomination, own, ACCEPTED, by=cast.office) == {"own_nomination"}
    assert refused(decide_nomination, nomination, ACCEPTED, by=cast.office, version=3) == {"stale"}
    assert refused(decide_nomination, nomination, DECLINED, reason="  ", by=cast.office) == {"reason_missing"}
    assert refused(decide_nomination, unendorsed, ACCEPTED, by=cast.office) == {"not_endorsed"}
    assert refused(decide_nomination, unendorsed, RESERVE, by=cast.office) == {"not_endorsed"}
    with clock.pretend(FIRST_DAY + timedelta(days=5)):
        assert refused(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"not_open"}
    with pytest.raises(ValueError, match="not a decision"):
        decide_nomination(nomination, NominationStatus.PROPOSED, by=cast.office)
    decide_nomination(own, ACCEPTED, by=cast.officer)


def test_nobody_is_accepted_before_the_call(draft_cohort, cast, endorsed):
    nomination = nominate_person(
        draft_cohort, make.PersonFactory(institution=cast.home), by=cast.office, **endorsed
    )  # fmt: skip

    assert refused(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"not_open"}


def test_nobody_is_accepted_who_is_in_another_training_on_these_days(nominate, cast):
    nomination = nominate()
    make.EnrolmentFactory(training=make.TrainingFactory(starts_on=FIRST_DAY), person=nomination.person)

    assert refused(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"overlap"}


def test_a_seat_is_taken_back_with_a_reason(nominate, cast):
    nomination = decide_nomination(nominate(), ACCEPTED, by=cast.office)

    assert refused(decide_nomination, nomination, RESERVE, by=cast.office) == {"reason_missing"}
    decide_nomination(nomination, RESERVE, reason="Two of one unit", by=cast.office)

    assert Enrolment.objects.get().status == EnrolmentStatus.WITHDRAWN
    decide_nomination(nomination, ACCEPTED, by=cast.office)
    assert Enrolment.objects.get().status == EnrolmentStatus.ENROLLED


def test_a_declined_one_who_was_never_endorsed_cannot_slip_in(nominate, cohort, cast):
    nomination = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    decide_nomination(nomination, DECLINED, reason="Incomplete", by=cast.office)

    assert refused(decide_nomination, nomination, ACCEPTED, by=cast.office) == {"not_endorsed"}


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
        return refused(
            decide_nominations, cohort, {row.pk: row.version for row in rows}, status, by=cast.office, **extra
        )

    assert codes([first, second, third]) == {"no_seat"}
    assert codes([first, unendorsed]) == {"not_endorsed"}
    assert codes([first, other]) == {"nothing_chosen"}
    assert codes([]) == {"nothing_chosen"}
    assert codes([first, second], DECLINED) == {"reason_missing"}
    assert refused(decide_nominations, cohort, {first.pk: 9}, ACCEPTED, by=cast.office) == {"stale"}
    assert refused(decide_nominations, cohort, {first.pk: 1}, ACCEPTED, by=cast.focal) == {"not_office"}


# Dropping out ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def full(nominate, cast):
    """Two with a seat, three on reserve in the order of the list."""
    accepted = [decide_nomination(nominate(), ACCEPTED, by=cast.office) for _number in range(2)]
    reserves = [decide_nomination(nominate(), RESERVE, by=cast.office) for _number in range(3)]
    return accepted, reserves


def test_reserves_stand_in_the_order_in_which_they_were_put_there(full):
    assert [row.reserve_place for row in full[1]] == [1, 2, 3]


def test_who_drops_out_makes_way_for_the_next_reserve(full, cohort, cast):
    accepted, reserves = full

    promoted = withdraw_nomination(accepted[0], reason="Ill", by=cast.focal)

    assert promoted == [reserves[0]]
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

    assert refused(withdraw_nomination, accepted[0], reason=" ", by=cast.office) == {"reason_missing"}
    assert refused(withdraw_nomination, accepted[0], reason="Ill", by=cast.focal_away) == {"not_allowed"}
    assert refused(withdraw_nomination, accepted[0], reason="Ill", by=cast.office, version=9) == {"stale"}
    withdraw_nomination(accepted[0], reason="Ill", by=cast.office)
    assert refused(withdraw_nomination, accepted[0], reason="Ill", by=cast.office) == {"settled"}
    assert refused(decide_nomination, accepted[0], ACCEPTED, by=cast.office) == {"settled"}


def test_a_place_given_back_by_the_participant_goes_to_a_reserve_when_the_office_says_so(full, cohort, cast):
    accepted, reserves = full
    withdraw_enrolment(Enrolment.objects.get(person=accepted[0].person), reason="", by=cast.office)

    assert promote_reserves(cohort, by=cast.office) == [reserves[0]]
    accepted[0].refresh_from_db()
    assert accepted[0].status == NominationStatus.WITHDRAWN


def test_promoting_is_refused(full, cohort, cast):
    assert refused(promote_reserves, cohort, by=cast.focal) == {"not_office"}
    assert refused(promote_reserves, cohort, by=cast.office) == {"no_seat"}
    with clock.pretend(FIRST_DAY + timedelta(days=5)):
        assert refused(promote_reserves, cohort, by=cast.office) == {"not_open"}


def test_without_a_reserve_nobody_is_promoted(nominate, cohort, cast):
    assert refused(promote_reserves, cohort, by=cast.office) == {"no_reserve"}


def test_a_nominated_officer_does_not_promote_themselves(nominate, cohort, cast):
    decide_nomination(nominate(user=cast.office), RESERVE, by=cast.officer)

    assert refused(promote_reserves, cohort, by=cast.office) == {"no_reserve"}
    assert len(promote_reserves(cohort, by=cast.officer)) == 1


# People ---------------------------------------------------------------------------------------------------------------


def test_a_merged_person_takes_their_nomination_along(nominate, cast):
    nomination, keep = nominate(), make.PersonFactory(institution=cast.home)

    merge_people(keep, nomination.person, by=cast.office, reason="One person")

    assert Nomination.objects.get().person == keep


def test_two_standing_nominations_speak_against_a_merge_and_a_withdrawn_one_does_not(nominate, cast):
    first, second = nominate(), nominate()

    with pytest.raises(RuleBroken) as refusal:
        merge_people(first.person, second.person, by=cast.office, reason="One person")
    assert refusal.value.codes == {"both_nominated"}
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

    assert refused(decide_nomination, nominate(), ACCEPTED, by=bound) == {"not_office"}
