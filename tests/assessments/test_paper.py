"""Paper sheets item by item, and how items do over all sheets."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.assessments.choices import ResultSource
from lms.assessments.figures import gain_of
from lms.assessments.items import LEAST, statistics_of
from lms.assessments.models import AnswerSheet, TestResult
from lms.assessments.services import begin_sheet, mark_item
from tests import factories as make
from tests.cast import person_with_account
from tests.refusals import refusal_of

from .sitting import content, sit

# Paper ----------------------------------------------------------------------------------------------------------------


def test_paper_item_by_item_counts_with_its_last_mark(cast, training):
    person = cast.trainee_person
    for number, code in enumerate(training.codes):
        assert not TestResult.objects.exists()
        mark_item(training, person, "post", code, number % 2 == 0, by=cast.trainer)
    assert (TestResult.objects.get().correct, TestResult.objects.get().source) == (4, ResultSource.PAPER)

    mark_item(training, person, "post", training.codes[1], True, by=cast.trainer, was=False)
    assert TestResult.objects.get().correct == 5
    assert gain_of(training.pk).n == 0 and gain_of(training.pk).after_only == 1

    mark_item(training, person, "post", training.codes[1], None, by=cast.trainer)
    assert not TestResult.objects.exists() and AnswerSheet.objects.get().handed_in_at is None


def test_marks_from_two_screens_and_from_two_sources_do_not_mix(cast, training, test):
    code, person = training.codes[0], cast.trainee_person
    mark_item(training, person, "pre", code, True, by=cast.trainer, was=None)
    for act, expected in (
        (lambda: mark_item(training, person, "pre", code, False, by=cast.office, was=None), "conflict"),
        (lambda: mark_item(training, person, "pre", "M99-001", True, by=cast.office), "no_item"),
        (lambda: begin_sheet(test, by=cast.trainee), "on_paper"),
    ):
        assert refusal_of(act) == {expected}

    other = person_with_account(cast.home)
    make.EnrolmentFactory(training=training, person=other, place=2)
    begin_sheet(test, by=other.user)
    act = lambda: mark_item(training, other, "pre", code, True, by=cast.trainer)  # noqa: E731
    assert refusal_of(act) == {"phone_sheet"}


def test_the_item_grid_saves_each_cell(cast, as_user, training):
    client = as_user(cast.trainer)
    grid, save = (reverse(f"assessments:{name}", args=[training.pk, "pre"]) for name in ("item_grid", "item_mark"))
    cell = {"row": training.enrolments.get().pk, "column": training.codes[0], "value": "1", "was": ""}

    assert client.post(save, cell).json() == {"saved": True}
    assert 'value="1" selected' in content(client.get(grid))
    again = client.post(save, {**cell, "value": "0"})
    assert (again.status_code, again.json()["value"]) == (409, "1")
    assert client.post(save, {**cell, "column": "M99-001"}).status_code == 400
    assert client.post(save, {**cell, "row": "²"}).status_code == 404
    assert client.get(reverse("assessments:item_grid", args=[training.pk, "mid"])).status_code == 404


def test_the_item_grid_asks_as_much_for_thirty_as_for_one(cast, as_user, training):
    client, grid = as_user(cast.office), reverse("assessments:item_grid", args=[training.pk, "pre"])
    mark_item(training, cast.trainee_person, "pre", training.codes[0], True, by=cast.trainer)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            content(client.get(grid))
        return len(caught)

    queries()
    few = queries()
    for number in range(30):
        person = make.EnrolmentFactory(training=training, place=number + 2).person
        mark_item(training, person, "pre", training.codes[0], True, by=cast.office)
    assert queries() == few


# Statistics -----------------------------------------------------------------------------------------------------------


def test_items_have_statistics_from_five_answers_on(cast, as_user, training, test):
    for number in range(LEAST):
        if number == LEAST - 1:
            shown = statistics_of(training.edition)[0]
            assert (shown.before.n, shown.before.percent) == (LEAST - 1, None)
            address = reverse("assessments:item_statistics", args=[training.edition_id])
            assert "fewer than 5 answers" in content(as_user(cast.office).get(address))
        person = person_with_account(cast.home)
        make.EnrolmentFactory(training=training, person=person, place=number + 2)
        sit(test, person.user, right=1 if number else 0)

    first, second, *_rest = statistics_of(training.edition)
    assert (first.before.n, first.before.percent, first.after.n) == (5, 80, 0)
    assert (second.before.percent, second.after.percent) == (0, None)
    page = content(as_user(cast.office).get(address))
    assert "80 %" in page and "n = 5" in page
