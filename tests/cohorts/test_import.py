"""The real list of nominations as it came, row by row; questions answered in place; applied once, all or nothing."""

from lms.audit.models import Entry
from lms.cohorts.imports.nominations import (
    answer_rows,
    apply_nominations,
    leave_all_empty,
    questions_of,
    receive_nominations,
)
from lms.cohorts.models import Nomination
from lms.imports.services import decide_row, rows_of, totals_of
from lms.people.models import Person
from tests.refusals import refusal_of

from .lists import a_row, real, row, save, sheet

# row: (outcome, family name, given name, institution's code, questions, endorsed on)
EXPECTED = {
    2: ("create", "Zogaj", "Besnik", "al-police", [], "2026-09-26"),
    3: ("create", "Kola", "Gëzim", "al-police", [], "2026-09-15"),
    4: ("create", "Shehu", "Arben", "al-police", [], ""),
    5: ("create", "Babić", "Azra", "ba-federation", [], "2026-09-19"),
    6: ("create", "Halilović", "Amir", "ba-federation", [], "2026-09-15"),
    7: ("review", "Stanković", "Snežana", "ba-rs", ["years_in_post"], "2026-09-15"),
    8: ("create", "Stanković", "Nenad", "ba-rs", [], "2026-09-15"),
    9: ("create", "Halilović", "Stjepan", "ba-sarajevo", [], "2026-09-21"),
    10: ("review", "Šimić", "Azra", "ba-brcko", ["years_in_post"], ""),
    11: ("review", "Çela", "Dritan", "xk-police", ["email", "english"], "2026-09-15"),
    12: ("create", "Kola", "Arben", "xk-police", [], "2026-09-15"),
    13: ("create", "Dervishi", "Ilir", "xk-police", [], "2026-09-15"),
    14: ("create", "Lungu", "Doina", "md-police", [], "2026-09-15"),
    15: ("create", "Cojocaru", "Mihai", "md-police", [], ""),
    16: ("review", "Ceban", "Doina", "md-police", ["years_in_post"], "2026-09-15"),
    17: ("create", "Nikolić", "Ivana", "me-police", [], ""),
    18: ("review", "Nikolić", "Nikola", "me-police", ["years_in_post"], "2026-09-20"),
    19: ("create", "Spasovski", "Ljupčo", "mk-weapons", [], "2026-09-15"),
    20: ("create", "Spasovski", "Zorica", "mk-weapons", [], ""),
    21: ("review", "Ćirić", "Ivana", "rs-administrative", ["years_in_post", "english"], ""),
    22: ("review", "Šarić", "Nenad", "rs-administrative", ["english"], "2026-09-20"),
    23: ("create", "Đukić", "Đorđe", "rs-administrative", [], ""),
    24: ("create", "Petrović", "Jovana", "rs-administrative", [], "2026-09-15"),
}
NOT_ENDORSED = [number for number, row in EXPECTED.items() if not row[5]]


# The real list --------------------------------------------------------------------------------------------------------


def test_every_row_of_the_real_list_is_accounted_for(draft, region):
    codes = {place.pk: code for code, place in region.items()}
    found = {
        one.number: (
            one.outcome, one.values["family_name"], one.values["given_name"], codes[one.values["institution_id"]],
            [question.key for question in questions_of(one)], one.values["endorsed_on"],
        )
        for one in rows_of(draft)
    }  # fmt: skip

    assert found == EXPECTED
    assert totals_of(rows_of(draft)) == {"create": 16, "match": 0, "review": 7, "refused": 0, "skipped": 0}
    assert not Person.objects.filter(institution__code="rs-administrative").exists()


def test_a_missing_endorsement_is_remarked_and_does_not_stop_the_row(draft):
    noted = [one.number for one in rows_of(draft) if "Not endorsed yet." in one.problems]

    assert noted == NOT_ENDORSED == [4, 10, 15, 17, 20, 21, 23]


def test_what_is_asked_says_what_was_sent_and_how_to_answer(draft):
    years, (email, english) = questions_of(row(draft, 7))[0], questions_of(row(draft, 11))

    assert (years.raw, years.kind) == ("5 yrs", "number")
    assert years.doubt == "“5 yrs” is not a whole number. Write digits only, without words, dots or commas."
    assert (email.raw, email.kind) == ("dritan.çela@mup.example", "email")
    assert "letters that e-mail addresses do not use" in email.doubt
    assert (english.raw, english.kind, english.options[0]) == ("good", "select", ("A1", "A1"))


def test_an_open_question_stops_the_file_and_writes_nothing(draft, cast):
    assert refusal_of(apply_nominations, draft, by=cast.office, version=draft.version) == {"undecided"}
    assert not Nomination.objects.exists()


def test_answers_and_empty_values_let_the_whole_list_through(draft, cast):
    answers = {
        "answer__7__years_in_post": "5", "empty__10__years_in_post": "1", "answer__11__english": "B2",
        "answer__11__email": "dritan.cela@mup.example", "empty__16__years_in_post": "1",
        "answer__18__years_in_post": "5", "empty__21__years_in_post": "1", "empty__21__english": "1",
        "answer__22__english": "C1",
    }  # fmt: skip
    draft, problems = save(draft, cast.office, **answers)
    assert (problems, totals_of(rows_of(draft))["review"]) == ((), 0)

    done = apply_nominations(draft, by=cast.office, version=draft.version)

    assert {name: done.result[name] for name in ("nominated", "completed", "unchanged")} == {
        "nominated": 23, "completed": 0, "unchanged": 0,
    }  # fmt: skip
    by_name = {str(one.person): one for one in Nomination.objects.select_related("person", "institution")}
    assert len(by_name) == 23
    assert sum(one.status == "endorsed" for one in by_name.values()) == 16
    assert (by_name["Snežana Stanković"].years_in_post, by_name["Azra Šimić"].years_in_post) == (5, None)
    assert (by_name["Dritan Çela"].person.email, by_name["Dritan Çela"].english) == ("dritan.cela@mup.example", "B2")
    assert (by_name["Besnik Zogaj"].english, by_name["Nenad Šarić"].english) == ("", "C1")
    assert by_name["Dritan Çela"].institution.name == "Kosovo* Police"
    assert by_name["Ivana Nikolić"].institution.name == "Police Directorate of Montenegro"
    assert [one.person.sex for one in by_name.values()].count("woman") == 9
    assert Entry.objects.filter(action="nomination_made").count() == 23


def test_all_open_questions_can_be_left_empty_at_once(draft, cast):
    draft, problems = answer_rows(draft, leave_all_empty(draft), by=cast.office, version=draft.version)

    assert (problems, totals_of(rows_of(draft))["review"]) == ((), 0)
    assert apply_nominations(draft, by=cast.office, version=draft.version).result["nominated"] == 23


def test_namesakes_of_the_real_list_are_different_people(draft, cast):
    draft, _problems = answer_rows(draft, leave_all_empty(draft), by=cast.office, version=draft.version)
    apply_nominations(draft, by=cast.office, version=draft.version)

    for family in ("Stanković", "Halilović", "Kola", "Nikolić", "Spasovski"):
        assert Person.objects.filter(family_name=family, nominations__isnull=False).distinct().count() == 2


def test_the_same_file_applied_again_adds_nothing(draft, cohort, cast):
    draft, _problems = answer_rows(draft, leave_all_empty(draft), by=cast.office, version=draft.version)
    apply_nominations(draft, by=cast.office, version=draft.version)
    people, nominations = Person.objects.count(), list(Nomination.objects.values_list("pk", "version"))

    again = receive_nominations(cohort, real(), by=cast.office)
    assert (again.pk, again.applied_at is not None) == (draft.pk, True)
    apply_nominations(again, by=cast.office, version=None)
    by_another = receive_nominations(cohort, real(), by=cast.officer)
    assert totals_of(rows_of(by_another)) == {"create": 0, "match": 23, "review": 0, "refused": 0, "skipped": 0}
    result = apply_nominations(by_another, by=cast.officer, version=None).result

    assert {name: result[name] for name in ("nominated", "unchanged")} == {"nominated": 0, "unchanged": 23}
    assert (Person.objects.count(), list(Nomination.objects.values_list("pk", "version"))) == (people, nominations)


def test_a_later_list_brings_the_missing_endorsement(draft, cohort, cast):
    draft, _problems = answer_rows(draft, leave_all_empty(draft), by=cast.office, version=draft.version)
    apply_nominations(draft, by=cast.office, version=draft.version)
    later = sheet(a_row("Albanian State Police", "Shehu", "Arben", **{"E-mail": "arben.shehu@mup.example"}))

    result = apply_nominations(receive_nominations(cohort, later, by=cast.office), by=cast.office, version=None).result

    assert result["completed"] == 1
    assert Nomination.objects.get(person__family_name="Shehu", institution__code="al-police").status == "endorsed"


# Answering ------------------------------------------------------------------------------------------------------------


def test_an_answer_is_read_as_strictly_as_the_cell_and_the_others_are_kept(draft, cast):
    draft, problems = save(draft, cast.office, answer__7__years_in_post="many", answer__18__years_in_post="5")

    assert len(problems) == 1
    assert problems[0].startswith("Row 7: “many” is not a whole number")
    assert [question.key for question in questions_of(row(draft, 7))] == ["years_in_post"]
    assert questions_of(row(draft, 18)) == ()
    assert row(draft, 18).shown["Years in post"] == "5 (sent: “5 yrs”)"


def test_a_value_and_empty_at_once_is_neither(draft, cast):
    _draft, problems = save(draft, cast.office, answer__7__years_in_post="5", empty__7__years_in_post="1")

    assert problems == ("Row 7: “Years in post” has a value and is to be left empty as well. Choose one of the two.",)


def test_only_what_was_asked_can_be_answered(draft, cast):
    unchanged, problems = save(draft, cast.office, answer__2__years_in_post="40", answer__7__email="x@mup.example")

    assert (unchanged.version, problems) == (draft.version, ())


def test_an_answer_can_be_taken_back(draft, cast):
    draft, _problems = save(draft, cast.office, answer__7__years_in_post="6")
    draft, _problems = answer_rows(draft, {"again": "7"}, by=cast.office, version=draft.version)

    assert [question.key for question in questions_of(row(draft, 7))] == ["years_in_post"]


def test_the_file_sent_again_keeps_the_answers_given(draft, cohort, cast):
    save(draft, cast.office, answer__7__years_in_post="5")

    again = receive_nominations(cohort, real(), by=cast.office)

    assert (again.pk, questions_of(row(again, 7))) == (draft.pk, ())


def test_two_people_answering_one_draft_do_not_overwrite_each_other(draft, cast):
    save(draft, cast.office, answer__7__years_in_post="5")

    assert refusal_of(save, draft, cast.office, answer__18__years_in_post="4") == {"stale"}


def test_an_answer_leaves_its_column_and_no_value_in_the_trail(draft, cast):
    save(draft, cast.office, answer__11__email="dritan.cela@mup.example")

    assert Entry.objects.order_by("-id").first().after == {"11": ["email"]}


def test_a_row_with_questions_can_be_left_out(draft, cast):
    for number in (7, 10, 11, 16, 18, 21, 22):
        draft = decide_row(draft, number, "skip", by=cast.office, version=draft.version)

    assert apply_nominations(draft, by=cast.office, version=draft.version).result["nominated"] == 16
