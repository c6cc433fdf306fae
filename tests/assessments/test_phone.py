"""Tests on the phone: opened, answered without script, resumed, handed in once, closed; and conflicts."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from curricula.choices import ItemKind
from lms.assessments.choices import ResultSource
from lms.assessments.marking import right_answer
from lms.assessments.models import AnswerSheet, PhoneTest, SheetAnswer, TestResult
from lms.assessments.papers import papers_of
from lms.assessments.phone.overview import conflicts_of
from lms.assessments.services import (
    begin_sheet,
    close_phone_test,
    hand_in_sheet,
    open_phone_test,
    record_test_result,
    save_answer,
    settle_result,
)
from lms.audit.models import Entry
from lms.core.clock import pretend
from lms.trainings.choices import EnrolmentStatus, TrainingStatus
from tests import factories as make
from tests.refusals import refusal_of

from .sitting import N, content, sit

# Opening and closing --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["trainer", "office"])
def test_lead_and_office_open_on_the_frozen_form_in_the_trainings_language(cast, training, role):
    row = open_phone_test(training, "post", by=getattr(cast, role))

    assert (row.form.moment, row.form.items, row.language, row.closed_at) == ("post", N, "sr-Latn", None)
    assert Entry.objects.get(action="phone_test.opened").after["items"] == N


@pytest.mark.parametrize("role", ["focal", "trainee", "trainer_away", "assessor", "observer"])
def test_others_open_nothing(cast, training, role):
    act = lambda: open_phone_test(training, "pre", by=getattr(cast, role))  # noqa: E731
    assert refusal_of(act) == {"not_allowed"}


def test_a_test_is_opened_once(cast, training, test):
    assert refusal_of(lambda: open_phone_test(training, "pre", by=cast.office)) == {"already_open"}


@pytest.mark.parametrize(
    ("change", "code"),
    [({"status": TrainingStatus.CANCELLED}, "training_shut"), ({"head_count_only": True}, "no_names")],
)
def test_a_training_that_takes_no_test(cast, training, change, code):
    type(training).objects.filter(pk=training.pk).update(**change)
    assert refusal_of(lambda: open_phone_test(training, "pre", by=cast.office)) == {code}


def test_an_edition_without_a_form_has_no_test(cast):
    bare = make.TrainingFactory(edition=make.EditionFactory(label="2027.1"))
    assert refusal_of(lambda: open_phone_test(bare, "pre", by=cast.office)) == {"no_form"}


def test_closed_is_closed(cast, test):
    assert close_phone_test(test, by=cast.trainer).closed_at
    assert refusal_of(lambda: close_phone_test(test, by=cast.trainer)) == {"closed"}
    assert refusal_of(lambda: begin_sheet(test, by=cast.trainee)) == {"closed"}


@pytest.mark.parametrize(("days", "is_open"), [(8, True), (9, False)])
def test_the_last_day_is_a_day_of_the_institutions_time_zone(cast, test, days, is_open):
    """A training of two days: the second is the first plus one, and seven more take answers."""
    with pretend(test.training.starts_on + timedelta(days=days)):
        if is_open:
            assert begin_sheet(test, by=cast.trainee)
        else:
            assert refusal_of(lambda: begin_sheet(test, by=cast.trainee)) == {"closed"}


# Answering ------------------------------------------------------------------------------------------------------------


def test_a_sheet_is_marked_and_counts(cast, test):
    sheet = sit(test, cast.trainee, right=5)
    result = TestResult.objects.get()

    assert (sheet.correct, sheet.items, sheet.source) == (5, N, ResultSource.PHONE)
    assert (result.correct, result.items, result.source, result.moment) == (5, N, ResultSource.PHONE, "pre")
    assert SheetAnswer.objects.filter(is_right=False).count() == N - 5


def test_handed_in_once_for_good(cast, test):
    sit(test, cast.trainee)
    paper = papers_of(test.form, test.language)[0]

    assert refusal_of(lambda: hand_in_sheet(test, by=cast.trainee)) == {"final"}
    assert refusal_of(lambda: save_answer(test, cast.trainee, paper, ["A"])) == {"final"}


def test_who_is_not_on_the_list_takes_no_test(cast, test):
    for user in (cast.trainee_away, cast.stranger):
        assert refusal_of(lambda user=user: begin_sheet(test, by=user)) == {"not_enrolled"}
    test.training.enrolments.update(status=EnrolmentStatus.WAITLISTED)
    assert refusal_of(lambda: begin_sheet(test, by=cast.trainee)) == {"not_enrolled"}


def test_somebody_of_a_paper_list_is_found_by_the_address_they_signed_in_with(training, test):
    person = make.PersonFactory(institution=training.institution, email="new@mup.example")
    make.EnrolmentFactory(training=training, person=person, place=2)
    user = make.UserFactory(email="new@mup.example")

    assert begin_sheet(test, by=user).person == person
    person.refresh_from_db()
    assert person.user == user


def test_nothing_is_answered_before_it_is_begun(cast, test):
    assert refusal_of(lambda: hand_in_sheet(test, by=cast.trainee)) == {"not_begun"}


# The pages ------------------------------------------------------------------------------------------------------------


def question(test, number: int) -> str:
    return reverse("test:question", args=[test.code, number])


def test_the_whole_way_by_plain_forms(cast, as_user, test):
    """Every kind of question by what its own page offers, back and forth, then handed in."""
    client, start = as_user(cast.trainee), reverse("test:start", args=[test.code])
    assert "Begin" in content(client.get(start))
    assert client.get(question(test, 1)).url == start
    assert client.post(reverse("test:begin", args=[test.code])).url == question(test, 1)

    for paper in papers_of(test.form, test.language):
        page = content(client.get(question(test, paper.number)))
        assert f"Question {paper.number} of {N}" in page and paper.item.question in page
        for hidden in ("Not that.", "Nearly.", "stovarište", "skladište", "correct"):
            assert hidden not in page
        given = right_answer(paper)
        if paper.item.kind == ItemKind.ORDERING:
            given = [str(given.index(option.letter) + 1) for option in paper.options]
        answer = client.post(question(test, paper.number), {"given": given, "go": "next"})
        assert answer.status_code == 302
    assert answer.url == reverse("test:check", args=[test.code])
    assert "Every question is answered." in content(client.get(answer.url))

    assert client.post(answer.url).url == reverse("test:done", args=[test.code])
    assert (TestResult.objects.get().correct, TestResult.objects.get().items) == (N, N)
    assert client.get(start).url == reverse("test:done", args=[test.code])


def test_question_one_speaks_the_trainings_language_and_the_others_say_they_do_not(cast, as_user, test):
    begin_sheet(test, by=cast.trainee)
    client = as_user(cast.trainee)

    assert "Koji?" in content(client.get(question(test, 1)))
    assert "has no translation yet" in content(client.get(question(test, 2)))


def test_an_answer_is_kept_and_shown_again(cast, as_user, test):
    begin_sheet(test, by=cast.trainee)
    client = as_user(cast.trainee)
    assert client.post(question(test, 2), {"given": ["A", "B"], "go": "back"}).url == question(test, 1)

    again = as_user(cast.trainee)  # another browser, after the network came back
    page = content(again.get(question(test, 2)))
    assert page.count(" checked") == 2
    assert "Go on" in content(again.get(reverse("test:start", args=[test.code])))
    again.post(question(test, 2), {"go": "next"})
    assert not SheetAnswer.objects.exists()


def test_two_steps_in_one_place_are_said_and_not_kept(cast, as_user, test):
    begin_sheet(test, by=cast.trainee)
    page = content(as_user(cast.trainee).post(question(test, 5), {"given": ["1", "1", "2"], "go": "next"}))

    assert "Give each step a place of its own, from 1 to 3." in page
    assert not SheetAnswer.objects.exists()


def test_what_was_right_is_shown_only_when_the_test_is_closed(cast, as_user, test):
    sit(test, cast.trainee, right=1)
    client, done = as_user(cast.trainee), reverse("test:done", args=[test.code])
    before = content(client.get(done))
    assert "skladište" not in before and "Ovaj" not in before

    close_phone_test(test, by=cast.trainer)
    after = content(client.get(done))
    assert f"1 of {N} right" in after and "skladište" in after and "Lock" in after


def test_a_test_closed_before_handing_in_says_so(cast, as_user, test):
    begin_sheet(test, by=cast.trainee)
    close_phone_test(test, by=cast.trainer)
    client = as_user(cast.trainee)

    assert client.post(question(test, 1), {"given": "A"}).status_code == 302
    assert "The test was closed" in content(client.get(reverse("test:done", args=[test.code])))


def test_from_the_poster_to_the_sign_in_code(client, test, mailoutbox):
    assert client.get(reverse("test:find"), {"code": test.code.lower()}).url == reverse("test:start", args=[test.code])
    assert "No test has this code" in content(client.get(reverse("test:find"), {"code": "AAAA-AAAA"}))
    assert "Continue" in content(client.get(reverse("test:start", args=[test.code])))
    email = reverse("test:email", args=[test.code])
    assert "Where shall we send the code?" in content(client.get(email))
    assert client.post(email, {"email": "nobody"}).status_code == 200
    assert "confirm" in client.post(email, {"email": "new@mup.example"}).url


def test_who_is_signed_in_but_not_on_the_list_is_told(cast, as_user, test):
    client, start = as_user(cast.stranger), reverse("test:start", args=[test.code])
    assert "is not on the list of participants" in content(client.get(start))
    assert client.post(reverse("test:begin", args=[test.code])).url == start
    assert client.get(reverse("test:picture", args=[test.code, 1])).status_code == 404


def test_a_question_costs_the_same_with_one_and_with_thirty_sheets(cast, as_user, training, test):
    begin_sheet(test, by=cast.trainee)
    client = as_user(cast.trainee)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            content(client.get(question(test, 1)))
        return len(caught)

    queries()
    few = queries()
    for number in range(30):
        person = make.EnrolmentFactory(training=training, place=number + 2).person
        AnswerSheet.objects.create(
            training=training, person=person, moment="pre", form=test.form, source="phone", items=N
        )
    assert queries() == few


def test_running_a_test_from_the_results_page(cast, as_user, training):
    client, page = as_user(cast.trainer), reverse("assessments:test_results", args=[training.pk])
    assert "Open for phones" in content(client.get(page))
    client.post(reverse("assessments:phone_test_open", args=[training.pk]), {"moment": "pre"})
    row = PhoneTest.objects.get()

    assert "Show the poster" in content(client.get(page))
    assert row.code in content(client.get(reverse("assessments:phone_test_poster", args=[row.pk])))
    close = reverse("assessments:phone_test_close", args=[row.pk])
    begin_sheet(row, by=cast.trainee)
    assert "1 person has begun and not handed in" in content(client.get(close))
    client.post(close)
    row.refresh_from_db()
    assert row.closed_at and "closed" in content(client.get(page))
    address = reverse("assessments:phone_test_open", args=[training.pk])
    assert client.post(address, {"moment": "mid"}).status_code == 404


# Conflicts ------------------------------------------------------------------------------------------------------------


def test_a_typed_result_and_a_phones_never_replace_each_other(cast, as_user, training, test):
    typed = record_test_result(training, cast.trainee_person, "pre", correct=2, items=N, by=cast.trainer)
    sheet = sit(test, cast.trainee, right=5)

    typed.refresh_from_db()
    assert (typed.correct, typed.source) == (2, ResultSource.TYPED)
    (conflict,) = conflicts_of(training)
    assert (conflict.sheet, conflict.result) == (sheet, typed)
    client = as_user(cast.trainer)
    assert "Results that do not agree" in content(client.get(reverse("assessments:test_results", args=[training.pk])))

    settle = reverse("assessments:result_settle", args=[sheet.pk])
    assert f"What was typed: 2/{N}" in content(client.get(settle))
    client.post(settle, {"counts": "sheet", "reason": "The typed one was a slip."})
    typed.refresh_from_db()
    assert (typed.correct, typed.source, conflicts_of(training)) == (5, ResultSource.PHONE, [])
    assert Entry.objects.get(action="test_result.settled").before["correct"] == 2


def test_typing_over_a_phones_result_is_refused_and_shows_it(cast, as_user, training, test):
    sit(test, cast.trainee, right=5)
    enrolment = training.enrolments.get()
    address = reverse("assessments:test_result_save", args=[training.pk])

    answer = as_user(cast.trainer).post(f"{address}?items={N}", {"row": enrolment.pk, "column": "pre", "value": "1"})
    assert answer.status_code == 409 and answer.json()["value"] == f"5/{N}"
    act = lambda: record_test_result(training, cast.trainee_person, "pre", correct=1, items=N, by=cast.trainer)  # noqa: E731
    assert refusal_of(act) == {"from_sheet"}


def test_what_counts_is_settled_with_a_reason(cast, as_user, training, test):
    sheet = sit(test, cast.trainee, right=5)
    client, settle = as_user(cast.trainer), reverse("assessments:result_settle", args=[sheet.pk])
    assert "Write the number of items right." in content(client.post(settle, {"counts": "other", "reason": "x"}))
    client.post(settle, {"counts": "other", "correct": 6, "reason": "Item 3 was misprinted."})

    assert (TestResult.objects.get().correct, TestResult.objects.get().source) == (6, ResultSource.TYPED)
    assert conflicts_of(training) == []
    for correct, reason, code in ((5, " ", "reason_missing"), (N + 1, "x", "does_not_fit")):
        act = lambda c=correct, r=reason: settle_result(sheet, correct=c, items=N, reason=r, by=cast.trainer)  # noqa: E731
        assert refusal_of(act) == {code}


def test_an_open_sheet_is_not_settled(cast, test):
    sheet = begin_sheet(test, by=cast.trainee)
    act = lambda: settle_result(sheet, correct=1, items=N, reason="x", by=cast.trainer)  # noqa: E731
    assert refusal_of(act) == {"not_handed_in"}
