"""Lists made to order: whose institution, which person, and what is refused."""

from datetime import date

from lms.cohorts.imports.nominations import (
    answer_rows,
    apply_nominations,
    leave_all_empty,
    questions_of,
    receive_nominations,
)
from lms.cohorts.models import Nomination
from lms.cohorts.services import nominate_person
from lms.core import clock
from lms.imports.services import decide_row, rows_of
from lms.people.choices import RoleKind
from tests import factories as make
from tests.cast import user_with
from tests.refusals import refusal_of, refused

from .conftest import CLOSES
from .lists import HEADINGS, a_row, real, row, save, sheet

# Institutions ---------------------------------------------------------------------------------------------------------


def test_a_focal_point_finds_only_their_own_institutions(cohort, region, september):
    focal = user_with(RoleKind.FOCAL_POINT, region["xk-police"])
    draft = receive_nominations(cohort, real(), by=focal)

    refused = [one for one in rows_of(draft) if one.outcome == "refused"]
    assert [one.number for one in rows_of(draft) if one.outcome != "refused"] == [11, 12, 13]
    assert {one.problems[0] for one in refused} == {
        "No institution of this name is known to you. Write it as in the list of institutions."
    }
    draft, _problems = answer_rows(draft, leave_all_empty(draft), by=focal, version=draft.version)
    assert apply_nominations(draft, by=focal, version=draft.version).result["nominated"] == 3


def test_a_focal_point_who_is_late_imports_nothing(cohort, region, september):
    focal = user_with(RoleKind.FOCAL_POINT, region["xk-police"])
    draft = receive_nominations(cohort, sheet(a_row()), by=focal)

    with clock.pretend(date(2026, 10, 1)):
        assert clock.today() > CLOSES
        assert refusal_of(apply_nominations, draft, by=focal, version=None) == {"closed"}
    assert not Nomination.objects.exists()


def test_where_several_bear_a_name_the_institution_is_asked(cohort, region, september, cast):
    draft = receive_nominations(cohort, sheet(a_row("Ministry of Interior")), by=cast.office)
    question = questions_of(row(draft, 2))[0]
    assert [label for _value, label in question.options] == [
        "Ministry of Interior, Albania", "Ministry of Interior, Montenegro", "Ministry of Interior, North Macedonia",
        "Ministry of Interior, Serbia",
    ]  # fmt: skip
    assert leave_all_empty(draft) == {}

    draft, problems = save(draft, cast.office, answer__2__institution="999999")
    assert problems == ("Row 2: Choose one of the institutions.",)
    draft, _problems = save(draft, cast.office, answer__2__institution=str(region["me-moi"].pk))
    apply_nominations(draft, by=cast.office, version=draft.version)

    assert Nomination.objects.get().institution == region["me-moi"]


def test_a_jurisdiction_beside_the_name_needs_no_question(cohort, region, september, cast):
    headings = [*HEADINGS, "Country"]
    draft = receive_nominations(
        cohort, sheet([*a_row("Ministry of Interior"), "Montenegro"], headings=headings), by=cast.office
    )  # fmt: skip

    assert row(draft, 2).values["institution_id"] == region["me-moi"].pk


# People ---------------------------------------------------------------------------------------------------------------


def test_a_known_person_is_matched_and_not_doubled(cohort, region, september, cast):
    known = make.PersonFactory(institution=region["xk-police"], email="arta@mup.example", family_name="Krasniqi",
                               given_name="Arta")  # fmt: skip
    draft = receive_nominations(cohort, sheet(a_row(**{"E-mail": "arta@mup.example"})), by=cast.office)

    assert (row(draft, 2).outcome, row(draft, 2).candidates[0]["id"]) == ("match", known.pk)
    apply_nominations(draft, by=cast.office, version=None)
    assert Nomination.objects.get().person == known


def test_a_likely_namesake_is_asked_about(cohort, region, september, cast):
    known = make.PersonFactory(institution=region["xk-police"], family_name="Krasniqi", given_name="Arta")
    draft = receive_nominations(cohort, sheet(a_row()), by=cast.office)

    assert (row(draft, 2).outcome, row(draft, 2).allowed) == ("review", (str(known.pk), "create", "skip"))
    draft = decide_row(draft, 2, "create", by=cast.office, version=draft.version)
    apply_nominations(draft, by=cast.office, version=draft.version)
    assert Nomination.objects.get().person != known


def test_one_person_twice_in_the_list_is_refused_or_asked(cohort, region, september, cast):
    same = {"E-mail": "arta@mup.example"}
    draft = receive_nominations(
        cohort, sheet(a_row(**same), a_row(**same), a_row(given="Blerim"), a_row(given="Blerim")), by=cast.office
    )  # fmt: skip

    assert [one.outcome for one in rows_of(draft)] == ["create", "refused", "create", "review"]
    assert row(draft, 3).problems[0] == "The same person as in row 2. Keep one of the rows."
    assert row(draft, 5).allowed == ("create", "skip")


def test_a_row_without_a_name_or_with_a_formula_is_refused_and_says_why(cohort, region, september, cast):
    draft = receive_nominations(
        cohort, sheet(a_row(family=None), a_row(given=None), a_row(family="+cmd"), a_row("Police of Atlantis")),
        by=cast.office,
    )  # fmt: skip

    assert [one.outcome for one in rows_of(draft)] == ["refused"] * 4
    assert refusal_of(apply_nominations, draft, by=cast.office, version=None) == {"nothing"}


def test_text_that_is_too_long_is_shortened_and_said(cohort, region, september, cast):
    draft = receive_nominations(cohort, sheet(a_row(**{"Job function": "x" * 150})), by=cast.office)

    assert len(row(draft, 2).values["job_function"]) == 100
    assert "Job function: the text is shortened." in row(draft, 2).problems


def test_columns_that_are_not_read_are_named(cohort, region, september, cast):
    draft = receive_nominations(cohort, sheet([*a_row(), "x"], headings=[*HEADINGS, "Shoe size"]), by=cast.office)

    assert draft.facts["notices"] == ["These columns are not read: Shoe size."]


def test_an_endorsement_in_the_future_stops_the_whole_list_with_its_row(cohort, region, september, cast):
    draft = receive_nominations(
        cohort, sheet(a_row(), a_row(given="Blerim", **{"Endorsed on": "2026-12-01"})), by=cast.office
    )  # fmt: skip

    with refused("endorsed_later", words="Row 3: "):
        apply_nominations(draft, by=cast.office, version=None)


def test_what_changed_since_the_preview_is_shown_before_it_is_applied(cohort, region, september, cast):
    draft = receive_nominations(cohort, sheet(a_row()), by=cast.office)
    person = make.PersonFactory(institution=region["xk-police"], family_name="Krasniqi", given_name="Arta")
    nominate_person(cohort, person, by=cast.office)

    with refused("changed", but=("intake_draft",)):
        apply_nominations(draft, by=cast.office, version=draft.version)
    draft.refresh_from_db()
    assert row(draft, 2).outcome == "match"


def test_the_number_of_queries_does_not_grow_with_the_rows(
    cohort, region, september, cast, django_assert_max_num_queries
):
    few = sheet(a_row())
    many = sheet(*(a_row(given=f"Arta{chr(97 + number)}") for number in range(26)))

    with django_assert_max_num_queries(25):
        receive_nominations(cohort, few, by=cast.office)
    with django_assert_max_num_queries(25):
        receive_nominations(cohort, many, by=cast.office)
