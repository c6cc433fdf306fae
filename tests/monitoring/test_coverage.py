"""The coverage table: sums, unknown denominators, flags."""

from datetime import date

from lms.monitoring.counting import Judged, Participation, Reason, TrainingFacts
from lms.monitoring.coverage import CoveredInstitution, TrainingCount, tabulate, targets_in_force

DAY = date(2026, 10, 13)
ALBANIA = CoveredInstitution(1, "Albanian State Police", 10, "Albania")
BORDER = CoveredInstitution(2, "Border Police", 20, "Bosnia and Herzegovina")
BRCKO = CoveredInstitution(3, "Brčko District Police", 20, "Bosnia and Herzegovina")
NORTH = CoveredInstitution(4, "Sector", 30, "North Macedonia")


def counted(institution, person, *reasons):
    return Judged(Participation(person, person, institution, TrainingFacts(1, True), True, DAY, True), reasons)


def table(*, targets, rows=(), trainings=(), places=(ALBANIA, BORDER, BRCKO, NORTH)):
    return tabulate(as_of=DAY, places=places, targets=targets, rows=rows, trainings=trainings, region_name="Region")


def test_people_over_target():
    coverage = table(targets={1: 4}, rows=[counted(1, 1), counted(1, 2), counted(1, 3, Reason.COUNTED_ONCE)])
    albania = coverage.jurisdictions[0]

    assert (albania.unique, albania.target, albania.share, albania.participations) == (2, 4, 0.5, 3)


def test_an_unknown_denominator_is_not_known_and_keeps_its_people_out_of_the_regions_share():
    coverage = table(targets={1: 4, 4: None}, rows=[counted(1, 1), counted(4, 2), counted(4, 3)])
    north = coverage.jurisdictions[1]

    assert north.share is None
    assert (coverage.region.unique, coverage.region.in_share, coverage.region.target) == (3, 1, 4)
    assert (coverage.region.share, coverage.region.outside_share) == (0.25, 2)


def test_a_numerator_above_its_denominator_is_flagged_and_not_clipped():
    coverage = table(targets={2: 1, 3: 10}, rows=[counted(2, 1), counted(2, 2)])
    bosnia = coverage.jurisdictions[0]

    assert bosnia.parts[0].share == 2.0
    assert not bosnia.above_target
    assert coverage.flagged


def test_head_counts_add_to_participations_only():
    coverage = table(targets={1: 40}, trainings=[TrainingCount(1, 17), TrainingCount(1)])

    assert (coverage.region.participations, coverage.region.head_count, coverage.region.unique) == (17, 17, 0)
    assert coverage.region.trainings == 2


def test_institutions_without_target_and_training_are_left_out():
    assert [line.name for line in table(targets={1: 5}).jurisdictions] == ["Albania"]


def test_no_target_at_all_is_not_known():
    assert table(targets={}, trainings=[TrainingCount(1)]).region.share is None


def test_targets_take_the_newest_row_of_each_function_and_sum_the_functions():
    rows = [(1, "Storage keeper", 70), (1, "Storage keeper", 60), (1, "Evidence custodian", 50)]
    assert targets_in_force(rows) == {1: 120}


def test_one_unknown_function_makes_the_target_not_known():
    assert targets_in_force([(1, "Storage keeper", 70), (1, "Evidence custodian", None)]) == {1: None}
