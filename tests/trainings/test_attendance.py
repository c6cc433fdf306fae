"""Who was there, what was taught, closing, completions: the rules and what they write."""

from datetime import date

import pytest

from lms.audit.models import Entry
from lms.trainings.choices import TrainingStatus
from lms.trainings.figures import (
    Tally,
    attendance_share,
    attendance_shares,
    modules_taught,
    outcome_of,
    people_elsewhere,
    tallies_of,
)
from lms.trainings.models import Attendance, Completion, HeadCount
from lms.trainings.services import (
    close_sessions,
    fill_attendance,
    mark_module,
    mark_modules,
    record_attendance,
    record_completions,
    record_head_count,
    reopen_sessions,
)
from lms.trainings.stages import Stage, stage_of
from tests import factories as make
from tests.refusals import refusal_of, refused
from tests.trainings.conftest import training_in

# Pure ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "day", "stage"),
    [("approved", 11, Stage.APPROVED), ("approved", 12, Stage.UNDER_WAY), ("approved", 13, Stage.UNDER_WAY),
     ("approved", 14, Stage.COMPLETED)]
    + [(status, day, Stage(status)) for status in TrainingStatus if status != "approved" for day in (11, 12, 14)],
)  # fmt: skip
def test_the_calendar_speaks_only_about_approved_trainings(status, day, stage):
    assert stage_of(status, date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, day)) == stage


@pytest.mark.parametrize(
    ("present", "half_days", "left_out", "outcome"),
    [(0, 4, [], None), (0, 4, ["M01"], None), (0, 0, [], None), (4, 4, [], "completed"), (3, 4, [], "partial"),
     (4, 5, [], "completed"), (8, 10, [], "completed"), (7, 10, [], "partial"), (4, 4, ["M01"], "partial"),
     (1, 1, [], "completed"), (1, 4, [], "partial")],
)  # fmt: skip
def test_outcome_of_attendance_and_modules(present, half_days, left_out, outcome):
    assert outcome_of(Tally(half_days, half_days, present), left_out) == outcome


def test_the_share_asked_for_is_a_parameter():
    assert outcome_of(Tally(4, 4, 3), [], attendance_percent=75) == "completed"
    assert outcome_of(Tally(3, 3, 2), [], attendance_percent=67) == "partial"


# Recording -----------------------------------------------------------------------------------------------------------

database = pytest.mark.django_db


@database
def test_attendance_is_recorded_changed_and_taken_back(over, cast, enrol):
    (row,), session = enrol(over), over.sessions.first()

    record_attendance(session, row, True, by=cast.trainer)
    record_attendance(session, row, True, by=cast.trainer)
    record_attendance(session, row, False, by=cast.focal)

    assert Attendance.objects.get().present is False
    assert Attendance.objects.get().recorded_by == cast.focal
    record_attendance(session, row, None, by=cast.trainer)
    assert not Attendance.objects.exists()
    assert Entry.objects.filter(action="attendance_recorded").count() == 3


@database
def test_two_editors_of_one_cell_never_overwrite_unseen(over, cast, enrol):
    (row,), session = enrol(over), over.sessions.first()
    record_attendance(session, row, True, by=cast.trainer, was=None)

    assert refusal_of(lambda: record_attendance(session, row, False, by=cast.focal, was=None)) == {"conflict"}
    assert Attendance.objects.get().present is True


@database
def test_nothing_is_recorded_before_its_day_or_for_somebody_without_a_seat(over, coming, cast, enrol):
    (future,) = enrol(coming)
    waiting = enrol(over, 4)[3]

    assert refusal_of(lambda: record_attendance(coming.sessions.first(), future, True, by=cast.trainer)) == {"future"}
    assert refusal_of(lambda: record_attendance(over.sessions.first(), waiting, True, by=cast.trainer)) == {
        "not_enrolled"
    }
    assert refusal_of(lambda: record_attendance(over.sessions.first(), future, True, by=cast.trainer)) == {
        "not_enrolled"
    }
    assert refusal_of(lambda: fill_attendance(coming.sessions.first(), True, by=cast.trainer)) == {"future"}


@database
def test_today_counts_in_the_time_zone_of_the_institution(cast, enrol):
    under_way = training_in(cast, starts_in=0)
    (row,) = enrol(under_way)
    first, *_others, last = under_way.sessions.all()

    assert record_attendance(first, row, True, by=cast.trainer).present
    assert refusal_of(lambda: record_attendance(last, row, True, by=cast.trainer)) == {"future"}


@database
@pytest.mark.parametrize("status", ["draft", "planned", "submitted", "verified", "locked", "cancelled"])
def test_attendance_rests_outside_approval_and_submission(over, cast, enrol, status):
    (row,), session = enrol(over), over.sessions.first()
    planned = make.SessionModuleFactory(session=session, module=make.ModuleFactory(curriculum=over.curriculum))
    over.status = status
    over.save()

    assert refusal_of(lambda: record_attendance(session, row, True, by=cast.trainer)) == {"read_only"}
    assert refusal_of(lambda: mark_module(planned, True, by=cast.trainer)) == {"read_only"}
    assert refusal_of(lambda: close_sessions(over, by=cast.trainer)) == {"read_only"}


@database
def test_filling_a_half_day_leaves_what_is_recorded(over, cast, enrol):
    rows, session = enrol(over, 3), over.sessions.first()
    record_attendance(session, rows[0], False, by=cast.trainer)

    assert fill_attendance(session, True, by=cast.trainer) == 2
    assert fill_attendance(session, True, by=cast.trainer) == 0
    assert [row.present for row in Attendance.objects.order_by("enrolment")] == [False, True, True]


@database
def test_all_modules_of_a_half_day_are_marked_as_each_would_be(over, cast, django_assert_max_num_queries):
    session = over.sessions.first()
    rows = [make.SessionModuleFactory(session=session) for _number in range(4)]
    mark_module(rows[0], True, by=cast.trainer)
    with django_assert_max_num_queries(8):
        assert mark_modules(session, True, by=cast.trainer) == 3
    assert mark_modules(session, True, by=cast.trainer) == 0

    entries = list(Entry.objects.filter(action="module_marked").order_by("pk"))
    assert [list(entry.before.values()) for entry in entries] == [[None]] * 4
    assert [list(entry.after) for entry in entries] == [[f"{session} {row.module.code}"] for row in rows]
    assert len({(entry.actor_id, entry.object_type, entry.object_id, entry.institution_id) for entry in entries}) == 1
    assert set(session.modules.values_list("delivered", flat=True)) == {True}


@database
def test_modules_of_a_training_that_is_submitted_stay_as_marked(over, cast):
    planned = make.SessionModuleFactory(session=over.sessions.first())
    over.status = "submitted"
    over.save()
    assert refusal_of(lambda: mark_modules(planned.session, True, by=cast.trainer)) == {"read_only"}


# Closing and completing ----------------------------------------------------------------------------------------------


def delivered(training, cast, *, leave_out=()) -> list:
    """Three modules of the edition, planned in the first half-day and marked."""
    session = training.sessions.first()
    modules = []
    for code in ("M01", "M02", "M03"):
        module = make.ModuleFactory(curriculum=training.curriculum, code=code)
        make.EditionModuleFactory(edition=training.edition, module=module, is_mandatory=code != "M03")
        modules.append(make.SessionModuleFactory(session=session, module=module))
        mark_module(modules[-1], code not in leave_out, by=cast.trainer)
    return modules


def filled(training, cast, *absent) -> None:
    """Everybody present everywhere, but for (enrolment, number of half-days missed)."""
    for row, count in absent:
        for session in list(training.sessions.all())[:count]:
            record_attendance(session, row, False, by=cast.trainer)
    for session in training.sessions.all():
        fill_attendance(session, True, by=cast.trainer)


@database
def test_closing_says_everything_that_is_missing(over, cast, enrol):
    enrol(over, 2)
    make.SessionModuleFactory(
        session=over.sessions.first(), module=make.ModuleFactory(curriculum=over.curriculum, code="M07")
    )
    fill_attendance(over.sessions.first(), True, by=cast.trainer)

    with refused("attendance_missing", "modules_missing") as refusal:
        close_sessions(over, by=cast.trainer)
    assert "M07" in refusal.value.messages[1]
    assert not over.sessions.exclude(closed_at=None).exists()


@database
def test_closing_before_the_last_day_is_refused(coming, cast):
    assert refusal_of(lambda: close_sessions(coming, by=cast.trainer)) == {"future"}


@database
def test_closing_pins_edition_and_language_for_good(over, cast, enrol):
    (row,) = enrol(over)
    modules = delivered(over, cast)
    filled(over, cast)

    close_sessions(over, by=cast.trainer)

    assert set(over.sessions.values_list("edition", "language")) == {(over.edition_id, over.language)}
    assert refusal_of(lambda: record_attendance(over.sessions.first(), row, False, by=cast.trainer)) == {"closed"}
    assert refusal_of(lambda: mark_module(modules[0], False, by=cast.trainer)) == {"closed"}
    assert close_sessions(over, by=cast.trainer) == []


@database
def test_a_returned_training_is_opened_again_until_completions_are_written(over, cast, enrol):
    enrol(over)
    filled(over, cast)
    close_sessions(over, by=cast.trainer)
    over.status = "returned"
    over.save()

    assert reopen_sessions(over, reason="Two people were confused", by=cast.focal) == 4
    close_sessions(over, by=cast.trainer)
    record_completions(over, by=cast.focal)
    assert refusal_of(lambda: reopen_sessions(over, reason="Again", by=cast.focal)) == {"completed"}


@database
def test_completions_by_attendance(over, cast, enrol):
    present, absent_once, never = enrol(over, 3)
    delivered(over, cast)
    filled(over, cast, (absent_once, 1), (never, 4))
    close_sessions(over, by=cast.trainer)

    record_completions(over, by=cast.focal)

    found = {row.enrolment: (row.outcome, row.half_days_attended, row.half_days) for row in Completion.objects.all()}
    assert found == {present: ("completed", 4, 4), absent_once: ("partial", 3, 4)}
    assert Completion.objects.first().completed_on == over.ends_on
    assert attendance_share(absent_once) == 0.75
    assert attendance_shares(over) == {present.person_id: 1.0, absent_once.person_id: 0.75, never.person_id: 0.0}


@database
def test_a_mandatory_module_left_out_makes_all_partial_a_voluntary_one_does_not(over, cast, enrol):
    enrol(over, 2)
    delivered(over, cast, leave_out=("M02", "M03"))
    filled(over, cast)
    close_sessions(over, by=cast.trainer)

    record_completions(over, by=cast.focal)

    assert set(Completion.objects.values_list("outcome", flat=True)) == {"partial"}
    assert Completion.objects.first().missing_modules == ["M02"]


@database
def test_a_mandatory_module_never_planned_is_left_out_as_well(over, cast):
    delivered(over, cast)
    make.EditionModuleFactory(edition=over.edition, module=make.ModuleFactory(curriculum=over.curriculum, code="M09"))

    assert modules_taught(over).left_out == ["M09"]


@database
def test_didactics_are_owed_by_a_tot_only_and_a_refresher_owes_what_it_planned(over, cast):
    delivered(over, cast, leave_out=("M02",))
    for code, kind in (("T01", "didactics"), ("M09", "core")):
        module = make.ModuleFactory(curriculum=over.curriculum, code=code, kind=kind)
        make.EditionModuleFactory(edition=over.edition, module=module, kind=kind, order=9)

    left_out = {}
    for kind in ("cascade", "tot", "refresher"):
        over.kind = kind
        left_out[kind] = sorted(modules_taught(over).left_out)

    assert left_out == {"cascade": ["M02", "M09"], "tot": ["M02", "M09", "T01"], "refresher": ["M02"]}


@database
def test_completions_are_written_once_and_from_closed_half_days(over, cast, enrol):
    enrol(over)
    filled(over, cast)
    assert refusal_of(lambda: record_completions(over, by=cast.focal)) == {"not_closed"}
    close_sessions(over, by=cast.trainer)

    first = record_completions(over, by=cast.focal)

    assert record_completions(over, by=cast.focal) == first
    assert Entry.objects.filter(action="completions_recorded").count() == 1


@database
def test_a_head_count_adds_up_and_is_for_trainings_without_names(over, cast):
    assert refusal_of(lambda: record_head_count(over, women=1, men=2, not_recorded=0, by=cast.trainer)) == {"named"}
    over.head_count_only = True
    over.save()
    assert refusal_of(lambda: close_sessions(over, by=cast.trainer)) == {"head_count_missing"}
    assert refusal_of(lambda: record_head_count(over, women=-1, men=2, not_recorded=0, by=cast.trainer)) == {"numbers"}
    assert refusal_of(lambda: record_head_count(over, women=0, men=0, not_recorded=0, by=cast.trainer)) == {"numbers"}

    record_head_count(over, women=1, men=2, not_recorded=3, by=cast.trainer)
    record_head_count(over, women=2, men=2, not_recorded=3, by=cast.trainer)

    assert HeadCount.objects.get().total == 7
    close_sessions(over, by=cast.trainer)
    assert refusal_of(lambda: record_head_count(over, women=1, men=2, not_recorded=0, by=cast.trainer)) == {"closed"}
    assert record_completions(over, by=cast.focal) == []


@database
def test_who_is_elsewhere_is_asked_once_for_everybody(over, cast, enrol, django_assert_num_queries):
    rows = enrol(over, 3)
    same_days = training_in(cast, starts_in=-15)

    with django_assert_num_queries(3):
        found = people_elsewhere(same_days, [row.person_id for row in rows] + [cast.trainer_person.pk])

    assert found == dict.fromkeys([*(row.person_id for row in rows), cast.trainer_person.pk], over)
    assert people_elsewhere(over, [row.person_id for row in rows]) == {}
    assert len(tallies_of(over)) == 3
