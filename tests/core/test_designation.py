"""One rule for one name: never without its asterisk, its footnote once."""

import pytest
from django.template import Context, Template

from lms.core.designation import designate, designate_mail, footnote, footnotes_for, needs_footnote

NAMES = [
    "Kosovo",
    "Kosova",
    "Kosovë",
    "Kosovës",
    "Kosovën",
    "Kosovu",
    "Kosovom",
    "KOSOVO",
    "Косово",
    "Косову",
    "КОСОВО",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_gets_its_asterisk_once_in_every_form(name):
    assert designate(f"in {name}, {name} Police and {name}*.") == f"in {name}*, {name}* Police and {name}*."
    assert designate(designate(name)) == f"{name}*"


@pytest.mark.parametrize("other", ["Kosovska Mitrovica", "Kosovar", "police@kosovo.example", "Kosovopolje", "Косовска"])
def test_other_words_are_left_alone(other):
    assert designate(other) == other
    assert not needs_footnote(other)


def test_the_footnote_itself_is_left_as_it_is():
    assert designate(f"Kosovo\n{footnote()}") == f"Kosovo*\n{footnote()}"
    assert not needs_footnote(footnote())


def test_mail_carries_the_footnote_once_where_it_is_needed():
    told = designate_mail("Training in Kosovo.\n")
    assert told == f"Training in Kosovo*.\n\n{footnote()}\n"
    assert designate_mail(told) == told
    assert designate_mail("Training in Albania.\n") == "Training in Albania.\n"


def test_a_table_carries_the_footnote_once_where_a_cell_has_the_name():
    assert footnotes_for(["Albania", 3, None, "Kosovo* Police"]) == (footnote(),)
    assert footnotes_for(["Albania", 3, None]) == ()


def test_the_tag_applies_the_rule_to_a_page_and_sets_the_footnote_behind_it():
    page = Template("{% designated %}<p>{{ place }}</p>{% enddesignated %}")
    assert page.render(Context({"place": "Albania"})) == "<p>Albania</p>"
    text = page.render(Context({"place": "Kosovo"}))
    assert text.startswith("<p>Kosovo*</p>")
    assert text.count(footnote()) == 1


def test_the_footnotes_text_is_a_setting(settings):
    settings.DESIGNATION_FOOTNOTE = "* Another wording on Kosovo."
    assert designate_mail("Kosovo") == "Kosovo*\n\n* Another wording on Kosovo.\n"
