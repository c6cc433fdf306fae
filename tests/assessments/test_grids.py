"""Grids sent by the plain button, without script: what changed is saved, what moved or is refused is named."""

import re

import pytest
from django.urls import reverse

from lms.assessments.models import AnswerSheet, SheetAnswer, TestResult
from lms.assessments.services import begin_sheet, mark_item, record_test_result, remove_test_result
from lms.assessments.views import grids
from lms.audit.models import Entry
from tests import factories as make
from tests.cast import person_with_account
from tests.refusals import refusal_of

from .sitting import content


@pytest.fixture
def grid(training) -> str:
    return reverse("assessments:item_grid", args=[training.pk, "pre"])


@pytest.fixture
def results(training) -> str:
    return reverse("assessments:test_results", args=[training.pk]) + "?items=15"


def fields_of(page: str) -> dict[str, str]:
    """What a browser without script would send back: hidden and text fields, and each choice."""
    found = dict(re.findall(r'<input type="hidden" name="(was-[^"]+)" value="([^"]*)"', page))
    found |= {
        name: re.search(r' value="([^"]*)"', tag)[1]
        for tag, name in re.findall(r'(<input id="[^"]+" name="([^"]+)"[^>]*>)', page)
    }
    for name, options in re.findall(r'<select id="[^"]+" name="([^"]+)".*?</option>(.*?)</select>', page):
        chosen = re.search(r'value="(\d)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def mark(training, number: int) -> str:
    return f"mark-{training.enrolments.first().pk}-{number}"


# Item by item ---------------------------------------------------------------------------------------------------------


def test_the_button_saves_what_was_changed_and_nothing_else(cast, as_user, training, grid):
    client = as_user(cast.trainer)
    page = content(client.get(grid))
    assert "data-plain-save" in page
    sent = fields_of(page)
    assert len(sent) == len(training.codes) + 1
    for number in range(1, len(training.codes) + 1):
        sent[mark(training, number)] = "1" if number < 4 else "0"

    answer = client.post(grid, sent)
    assert answer.url == grid and "7 entries are saved." in content(client.get(grid))
    assert (TestResult.objects.get().correct, SheetAnswer.objects.count()) == (3, 7)

    before = list(Entry.objects.filter(institution_id=cast.home.pk).values_list("pk", "action"))
    unchanged = fields_of(content(client.get(grid)))
    assert "Nothing was changed." in content(client.post(grid, unchanged, follow=True))
    written = Entry.objects.filter(institution_id=cast.home.pk).exclude(action__contains="read")
    assert list(written.values_list("pk", "action")) == [row for row in before if "read" not in row[1]]
    assert written.filter(action="paper_item.marked").count() == 7


def test_a_mark_of_somebody_else_is_shown_and_the_rest_is_saved(cast, as_user, training, grid):
    client, person = as_user(cast.trainer), cast.trainee_person
    sent = fields_of(content(client.get(grid)))
    mark_item(training, person, "pre", training.codes[0], False, by=cast.office)
    mark_item(training, person, "pre", training.codes[1], True, by=cast.office)

    page = content(client.post(grid, {**sent, **{mark(training, number): "1" for number in (1, 2, 3)}}))

    assert "1 entry is not saved" in page and "1 entry is saved." in page
    assert f'href="#{mark(training, 1)}"' in page and "Somebody else marked this item" in page and "You wrote ✓" in page
    right = dict(SheetAnswer.objects.values_list("code", "is_right"))
    assert right == {training.codes[0]: False, training.codes[1]: True, training.codes[2]: True}

    again = fields_of(page)
    assert again[mark(training, 1)] == "0"
    assert client.post(grid, {**again, mark(training, 1): "1"}).status_code == 302
    assert SheetAnswer.objects.get(code=training.codes[0]).is_right


def test_a_sheet_on_the_phone_is_only_read(cast, as_user, training, test, grid):
    client = as_user(cast.trainer)
    sent = fields_of(content(client.get(grid)))
    begin_sheet(test, by=cast.trainee)

    page = content(client.post(grid, {**sent, mark(training, 1): "1"}))
    assert "answers on the phone" in page and fields_of(page) == {}
    assert not SheetAnswer.objects.exists()


def test_words_that_no_form_sends_write_nothing(cast, as_user, training, grid):
    client, seat = as_user(cast.trainer), training.enrolments.get().pk
    for sent in ({}, {f"was-{seat}": ",", mark(training, 1): "1"}, {f"was-{seat}": "," * 6, mark(training, 1): "x"}):
        client.post(grid, sent)
    assert not AnswerSheet.objects.exists()


def test_a_large_grid_is_parted_into_pages_that_one_form_can_send(cast, as_user, training, grid, monkeypatch):
    other = make.EnrolmentFactory(training=training, person=person_with_account(cast.home, family_name="Ž"), place=2)
    monkeypatch.setattr(grids, "FIELDS", 8)
    client = as_user(cast.trainer)
    first, second = (fields_of(content(client.get(f"{grid}?page={number}"))) for number in (1, 2))
    assert len(first) == len(second) == 8 and not set(first) & set(second)

    name = f"mark-{other.pk}-1"
    page = f"{grid}?page={2 if name in second else 1}"
    assert client.post(page, {**(second if name in second else first), name: "1"}).url == page
    assert SheetAnswer.objects.get().sheet.person == other.person


# Typed results --------------------------------------------------------------------------------------------------------


def test_typed_results_are_saved_by_the_button(cast, as_user, training, results):
    client, seat = as_user(cast.trainer), training.enrolments.get().pk
    sent = fields_of(content(client.get(results)))
    assert sent == {f"was-pre-{seat}": "", f"was-post-{seat}": "", f"pre-{seat}": "", f"post-{seat}": ""}

    assert client.post(results, {**sent, f"pre-{seat}": "9", f"post-{seat}": "12/20"}).url == results
    assert sorted(map(str, TestResult.objects.all())) == ["12/20", "9/15"]

    sent = fields_of(content(client.get(results)))
    assert (sent[f"pre-{seat}"], sent[f"post-{seat}"]) == ("9", "12/20")
    client.post(results, {**sent, f"pre-{seat}": ""})
    assert [str(row) for row in TestResult.objects.all()] == ["12/20"]


def test_what_a_rule_refuses_is_named_and_the_rest_is_saved(cast, as_user, training, results):
    client, seat = as_user(cast.trainer), training.enrolments.get().pk
    sent = fields_of(content(client.get(results)))
    page = content(client.post(results, {**sent, f"pre-{seat}": "many", f"post-{seat}": "12"}))
    assert "Write the number of items right" in page and "You wrote many." in page and f'href="#pre-{seat}"' in page
    assert [str(row) for row in TestResult.objects.all()] == ["12/15"]


def test_a_result_of_somebody_else_is_not_written_over(cast, as_user, training, results):
    client, seat, person = as_user(cast.trainer), training.enrolments.get().pk, cast.trainee_person
    record_test_result(training, person, "post", correct=3, items=15, by=cast.office)
    sent = fields_of(content(client.get(results)))
    record_test_result(training, person, "pre", correct=7, items=15, by=cast.office)
    remove_test_result(training, person, "post", by=cast.office)

    page = content(client.post(results, {**sent, f"pre-{seat}": "9", f"post-{seat}": "4"}))
    assert "2 entries are not saved" in page and "now it is 7/15" in page and "now it is empty" in page
    assert [str(row) for row in TestResult.objects.all()] == ["7/15"]

    sent = fields_of(page)
    assert (sent[f"pre-{seat}"], sent[f"post-{seat}"]) == ("7", "")
    assert client.post(results, {**sent, f"pre-{seat}": "9"}).status_code == 302
    assert [str(row) for row in TestResult.objects.all()] == ["9/15"]


def test_services_compare_with_what_was_shown(cast, training):
    person, by = cast.trainee_person, cast.trainer
    record_test_result(training, person, "pre", correct=7, items=15, by=by, was=None)
    for act in (
        lambda: record_test_result(training, person, "pre", correct=9, items=15, by=by, was=None),
        lambda: record_test_result(training, person, "post", correct=9, items=15, by=by, was=(1, 15)),
        lambda: remove_test_result(training, person, "pre", by=by, was=(1, 15)),
    ):
        assert refusal_of(act) == {"conflict"}
    assert remove_test_result(training, person, "pre", by=by, was=(7, 15))
