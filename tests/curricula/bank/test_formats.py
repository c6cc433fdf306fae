"""Items through files and back: every kind, every format, nothing lost; and what other systems send."""

import base64
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from curricula.bank import gift, moodle
from curricula.bank.file_text import MOST_BYTES, decode
from curricula.bank.import_parts import Taker
from curricula.bank.pictures import Studio
from curricula.bank.plain import Picture, digest, findings, from_json, tidied, to_json
from curricula.bank.table import cells_of, read_row
from curricula.choices import ItemKind
from tests.amounts import amount
from tests.refusals import refusal_of

from .made import ONE_OF_EACH, PLACE, askable

USUAL = settings(max_examples=amount(150), deadline=None, suppress_health_check=list(HealthCheck))


def png(colour="red", size=(8, 8), kind="PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    return stream.getvalue()


def read_gift(text: str, studio=None):
    return gift.read(text, PLACE, studio or Studio())


def read_moodle(body: str, studio=None):
    return moodle.read(f"<?xml version='1.0'?><quiz>{body}</quiz>", PLACE, studio or Studio())


def through_table(item):
    return read_row(2, cells_of(item), PLACE, Taker(Studio(), plain=True))


# There and back -------------------------------------------------------------------------------------------------------


def test_every_kind_is_askable():
    assert {item.kind for item in ONE_OF_EACH} == set(ItemKind.values)
    assert [findings(tidied(item)) for item in ONE_OF_EACH] == [[]] * 7
    assert [tidied(item) for item in ONE_OF_EACH] == ONE_OF_EACH


@pytest.mark.parametrize("item", ONE_OF_EACH, ids=lambda item: item.kind)
def test_every_kind_comes_back_from_every_format(item):
    (from_gift,) = read_gift(gift.write([(item, None)]))
    (from_moodle,) = moodle.read(moodle.write([(item, None)]).decode(), PLACE, Studio())
    assert (from_gift.item, from_moodle.item, through_table(item).item) == (item, item, item)


@given(askable)
@USUAL
def test_any_item_comes_back_from_gift(item):
    (found,) = read_gift(gift.write([(item, None)]))
    assert found.item == item, found.problems


@given(askable)
@USUAL
def test_any_item_comes_back_from_moodle_xml(item):
    (found,) = moodle.read(moodle.write([(item, None)]).decode(), PLACE, Studio())
    assert found.item == item, found.problems


@given(askable)
@USUAL
def test_any_item_comes_back_from_a_row(item):
    found = through_table(item)
    assert found.item == item, found.problems


@given(askable)
@USUAL
def test_tidying_twice_changes_nothing_and_json_keeps_all(item):
    assert tidied(item) == item
    assert from_json(to_json(item)) == item


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_picture_comes_back_and_an_own_one_is_not_drawn_again(kind):
    picture, _trouble = Studio().take("a", base64.b64encode(png(kind=kind.upper())).decode())
    item = replace(ONE_OF_EACH[0], picture=picture.sha256, picture_kind=kind)
    own = Studio(lambda sha256: sha256 == picture.sha256)
    (one,) = read_gift(gift.write([(item, picture)]), own)
    (two,) = moodle.read(moodle.write([(item, picture)]).decode(), PLACE, own)
    assert (one.item, one.picture, two.item, two.picture) == (item, picture, item, picture)
    assert isinstance(picture, Picture)


def test_many_items_keep_their_order_and_their_modules():
    pairs = [(item, None) for item in ONE_OF_EACH]
    assert [found.item for found in read_gift(gift.write(pairs))] == ONE_OF_EACH
    assert [found.item for found in moodle.read(moodle.write(pairs).decode(), PLACE, Studio())] == ONE_OF_EACH


def test_where_it_belongs_does_not_change_what_it_says():
    item = ONE_OF_EACH[0]
    assert digest(item) == digest(replace(item, module="M02", objective=None, code="M02-009"))
    assert digest(item) != digest(replace(item, language="sq"))


# GIFT of other people -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "right"),
    [
        ("Who's buried in Grant's tomb?{~no one ~%50%Grant ~%50%his wife}", "multiple", ["Grant", "his wife"]),
        ("::T1:: Two plus {=two =2} equals four.", "short", ["two", "2"]),
        ("Grant is buried here.{TRUE}", "true_false", ["true"]),
        ("Sun rises in the west.{F#No, look.#Yes.}", "true_false", ["false"]),
        ("When was he born?{#1822:5}", "numeric", ["1822"]),
        ("Value of pi?{#3.141..3.142}", "numeric", ["3.1415"]),
        ("Year?{#=1822:0 =%50%1820:2#close}", "numeric", ["1822"]),
        ("Match {=cat -> cat food =dog -> dog food}", "matching", ["cat", "dog"]),
        ("[html]<p>One &amp; two</p>{=yes#<b>good</b> ~no}", "single", ["yes"]),
        ("Order {>3 ALL VERTICAL ABSOLUTE_POSITION\nfirst\nsecond\nthird\n}", "ordering", ["first", "second", "third"]),
    ],
)
def test_gift_of_the_manual_is_read(text, kind, right):
    (found,) = read_gift(text)
    assert (found.item.kind, [row.text for row in found.item.right]) == (kind, right)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Write about it. {}", "essay"),
        ("Only a description.", "description"),
        ("The {=cat} sat on the {=mat}.", "cloze"),
        ("Open {=a ~b", "braces"),
        ("Nothing marked {a b}", "= or ~"),
        ("One {=a}{", "braces"),
    ],
)
def test_gift_that_cannot_be_asked_is_refused_by_name_and_the_rest_is_read(text, word):
    bad, good = read_gift(f"{text}\n\nGood?{{=yes ~no}}")
    assert bad.item is None and word in " ".join(bad.problems)
    assert good.item.question == "Good?"


def test_comments_categories_and_missing_words():
    text = "// a note\n$CATEGORY: $course$/top/Bank/M02 Rules\n\n::A\\: b::A seal is {=put ~left} on a door.\n"
    (found,) = read_gift(text)
    assert (found.item.module, found.item.question) == ("M02", "A seal is _____ on a door.")


# Moodle XML of other people -------------------------------------------------------------------------------------------

CHOICE = (
    "<single>true</single><answer fraction='100'><text>yes</text></answer><answer fraction='0'><text>no</text></answer>"
)


def question(text: str, inside: str = CHOICE, kind: str = "multichoice", more: str = "") -> str:
    return f"<question type='{kind}'><name><text>N</text></name><questiontext format='html'><text>{text}</text>{more}</questiontext>{inside}</question>"  # noqa: E501


@pytest.mark.parametrize(
    "kind", ["essay", "cloze", "calculated", "calculatedmulti", "description", "gapselect", "ddwtos", "ddimageortext",
             "random", "randomsamatch", "stack", "coderunner"],
)  # fmt: skip
def test_unknown_kinds_are_refused_by_name_and_the_rest_is_read(kind):
    bad, good = read_moodle(question("Q", kind=kind) + question("Good?"))
    assert (bad.item, good.item.question) == (None, "Good?")
    assert kind in bad.problems[0]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<![CDATA[<p>One</p><p>two</p>]]>", "One\n\ntwo"),
        ("<![CDATA[<p>Unclosed <b>bold</p>]]>", "Unclosed bold"),
        ("&lt;b&gt;escaped&lt;/b&gt; once", "escaped once"),
        ("<b>forgotten</b> markup", "forgotten markup"),
        ("R&D &nbsp; &copy; here", "R&D © here"),
        ("<![CDATA[a < b and c > d]]>", "a < b and c > d"),
        ("<![CDATA[<script>alert(1)</script>Safe]]>", "Safe"),
        ("control \x0b sign &#1; here", "control sign here"),
    ],
)
def test_texts_are_reduced_to_what_they_say(text, plain):
    (found,) = read_moodle(question(text))
    assert found.item.question == plain


def test_one_broken_question_costs_one_question():
    body = question("First?") + "<question type='multichoice'><name><text>Broken</text></name><b>" + question("Last?")
    first, broken, last = read_moodle(body)
    assert (first.item.question, broken.item, broken.title, last.item.question) == ("First?", None, "Broken", "Last?")


@pytest.mark.parametrize(
    "head", ['<!DOCTYPE quiz [<!ENTITY a "b">]>', "<!DOCTYPE quiz SYSTEM 'http://x.example/x.dtd'>", "<!ENTITY a 'b'>"]
)
def test_declarations_are_refused(head):
    assert refusal_of(lambda: moodle.read(f"<?xml version='1.0'?>{head}<quiz/>", PLACE, Studio())) == {"declarations"}


def test_a_declaration_inside_a_text_is_only_a_text():
    (found,) = read_moodle(question("<![CDATA[Why is <!DOCTYPE html> there?]]>"))
    assert found.item.question == "Why is <!DOCTYPE html> there?"


def test_too_deep_and_too_many_are_refused():
    deep = question("<b>" * 300 + "x" + "</b>" * 300)
    assert refusal_of(lambda: read_moodle(deep)) == {"too_deep"}
    assert refusal_of(lambda: read_gift("Q{=a ~b}\n\n" * 2001)) == {"too_many"}
    assert refusal_of(lambda: read_gift("// nothing\n")) == {"no_items"}
    assert refusal_of(lambda: read_moodle("")) == {"no_items"}


# Pictures -------------------------------------------------------------------------------------------------------------


def embedded(content: bytes, name="a.png") -> str:
    return f"<file name='{name}' path='/' encoding='base64'>{base64.b64encode(content).decode()}</file>"


def test_an_embedded_picture_is_drawn_anew_and_kept():
    text = "<![CDATA[<p>What is this?<img src='@@PLUGINFILE@@/a.png'></p>]]>"
    (found,) = read_moodle(question(text, more=embedded(png() + b"hidden behind")))
    assert found.item.picture == found.picture.sha256
    assert b"hidden" not in found.picture.content


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (embedded(b"<svg/>", "a.png"), "a.png"),
        (embedded(png(size=(3000, 2000)), "a.png"), "a.png"),
        ("<file name='a.png' encoding='base64'>%%%</file>", "damaged"),
        ("", "not in the file"),
    ],
)
def test_a_picture_that_cannot_be_kept_is_named_and_a_person_asked(more, word):
    (found,) = read_moodle(question("<![CDATA[What?<img src='@@PLUGINFILE@@/a.png'>]]>", more=more))
    assert found.item.picture == "" and word in " ".join(found.doubts)


def test_a_question_that_is_only_a_bad_picture_is_refused_with_the_reason():
    (found,) = read_moodle(question("<![CDATA[<img src='@@PLUGINFILE@@/a.png'>]]>", more=embedded(b"no", "a.png")))
    assert found.item is None and "a.png" in " ".join(found.problems)


# Letters --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "Čuvar ključa, кључ"), ("utf-8-sig", "Čuvar ključa, кључ"), ("utf-16", "Čuvar ključa, кључ"),
        ("utf-16-le", "Cuvar kljuca"), ("utf-16-be", "Cuvar kljuca"), ("cp1250", "Čuvar ključa drži vrata"),
        ("cp1251", "Чувар кључа држи врата"),
    ],
)  # fmt: skip
def test_letters_of_the_region_are_read(encoding, words):
    assert words in decode(f"{words}? {{=da ~ne}}".encode(encoding))


def test_the_declared_encoding_is_believed():
    text = f"<?xml version='1.0' encoding='windows-1250'?><quiz>{question('Šta?')}</quiz>"
    (found,) = moodle.read(decode(text.encode("cp1250")), PLACE, Studio())
    assert found.item.question == "Šta?"


def test_what_is_no_text_is_refused():
    assert refusal_of(lambda: decode(b"")) == {"empty"}
    assert refusal_of(lambda: decode(b"x" * (MOST_BYTES + 1))) == {"too_large"}
    assert refusal_of(lambda: decode(b"PK\x03\x04...")) == {"zipped"}
    assert refusal_of(lambda: decode(bytes(range(32)) * 40)) == {"not_text"}
