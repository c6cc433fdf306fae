"""Editions freeze every language; what a stale translation of a safety-relevant change may not be used for."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from curricula.bank.services import add_item, change_item, confirm_translation
from curricula.kit.registry import translation_of
from curricula.languages import services
from curricula.languages.blocks import blocks_of, covers_of
from curricula.languages.currency import BlockChange
from curricula.languages.freezing import add_translations, text_digests, text_in
from curricula.languages.offering import ModuleTexts, held_back_languages, judge, offered_languages
from curricula.models import EditionText
from curricula.models.editions import IsFrozen
from curricula.services import changes_since, publish_edition
from tests.curricula.bank.made import single
from tests.refusals import refused

pytestmark = pytest.mark.django_db
SPOKEN = ["en", "sq", "sr-Cyrl", "sr-Latn"]


@pytest.fixture
def curriculum(spoken):
    """The readers' curriculum is the spoken one."""
    return spoken


@pytest.fixture
def first(spoken, cast):
    return publish_edition(spoken, "2026.7", by=cast.office, languages=SPOKEN)


@pytest.fixture
def second(spoken, first, m01, edit, cast):
    """A safety-relevant change in M01, published."""
    edit(m01, safety_note="Nothing but paper is used. No live item enters the room.", by=cast.office)
    return publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN, safety=["M01"])


def row(edition, code="M01"):
    return edition.modules.get(module__code=code)


def test_an_edition_freezes_every_published_language(first):
    text = EditionText.objects.get()
    assert (text.module, text.language, text.number) == (row(first), "sr-Latn", 1)
    assert text.title == "Zašto je PSSM važan: oticanje i nesreće"
    assert text.content["exercise"][0]["title"] == "Prekidanje lanca"
    assert text_in(row(first), "sr-Latn") == translation_of(row(first), "sr-Latn") == (text.title, text.content)
    assert text_in(row(first), "sr-Cyrl") is None


def test_a_translation_is_part_of_the_digest(spoken, first, m01, cast):
    with refused("nothing_changed"):
        publish_edition(spoken, "2026.8", by=cast.office)
    services.publish_translation(m01, "sr-Cyrl", by=cast.office)
    assert [change.what for change in changes_since(spoken, first)] == [
        ("The translation changed: Serbian (Cyrillic).",)
    ]
    assert publish_edition(spoken, "2026.8", by=cast.office).sha256 != first.sha256


def test_frozen_texts_do_not_change(first):
    text = EditionText.objects.get()
    with pytest.raises(IsFrozen):
        text.save()
    with pytest.raises(IsFrozen):
        text.delete()
    for act in (
        lambda: EditionText.objects.update(title="x"),
        lambda: EditionText.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_all_languages_of_an_edition_are_offered_at_first(first):
    assert offered_languages(first) == dict.fromkeys(SPOKEN, (True, ""))


def test_a_change_that_is_not_safety_relevant_holds_nothing_back(spoken, first, m01, edit, cast):
    edit(m01, summary="Another summary.")
    edition = publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN)
    assert held_back_languages(edition) == {}


def test_a_stale_translation_of_a_safety_relevant_change_is_held_back(first, second):
    held = held_back_languages(second)
    assert held.keys() == {"sr-Latn"}
    assert "M01" in held["sr-Latn"]
    assert held_back_languages(first) == {}


def test_marked_afterwards_it_is_held_back_as_well(spoken, first, m01, edit, cast):
    edit(m01, summary="Another summary.")
    edition = publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN)
    services.mark_change(m01.change_notes.get(part="summary", excerpt="Another summary."), True, by=cast.office)
    assert held_back_languages(edition).keys() == {"sr-Latn"}


def test_translated_and_added_it_is_offered_again(second, m01, translate, cast):
    services.fetch_source(m01, "sr-Latn", by=cast.office)
    translate(m01, "sr-Latn", {"Nothing but paper is used. No live item enters the room.": "Samo papir."})
    assert held_back_languages(second).keys() == {"sr-Latn"}
    added = add_translations(second, by=cast.office)
    assert [(text.language, text.number) for text in added] == [("sr-Latn", 2)]
    assert held_back_languages(second) == {}
    assert text_in(row(second), "sr-Latn")[1]["safety_note"] == "Samo papir."
    assert EditionText.objects.filter(module=row(second)).count() == 2
    with refused("nothing_to_add"):
        add_translations(second, by=cast.office)


def test_found_still_valid_it_is_offered_again(second, m01, cast):
    services.confirm_still_valid(m01, "sr-Latn", by=cast.office)
    add_translations(second, by=cast.office)
    assert held_back_languages(second) == {}


def test_what_does_not_say_what_the_edition_says_is_not_added(second, m01, edit, cast):
    edit(m01, summary="Newer than the edition.")
    services.confirm_still_valid(m01, "sr-Latn", by=cast.office)
    with refused("nothing_to_add"):
        add_translations(second, by=cast.office)


def test_the_judgement_alone():
    blocks = tuple(blocks_of("", {"a": "One", "b": "Two"}))
    change = BlockChange("b", blocks[1].sha256, "Two", is_safety_relevant=True)
    module = ModuleTexts(
        "M04", blocks, {"sq": covers_of(blocks[:1]), "ro": covers_of(blocks)}, {("b", blocks[1].sha256, False): change}
    )
    said = judge(["en", "sq", "ro", "mk"], [module])
    assert {language: may for language, (may, _reason) in said.items()} == {
        "en": True, "sq": False, "ro": True, "mk": True,
    }  # fmt: skip
    assert said["sq"][1].endswith(".")


def test_what_is_offered_costs_the_same_for_more_modules(second, m01, m02, translate, cast, spoken, edit):
    with CaptureQueriesContext(connection) as few:
        offered_languages(second)
    for language in ("sq", "hr", "mk"):
        translate(m02, language, {})
        translate(m01, language, {})
    edit(m02, summary="x")
    edition = publish_edition(spoken, "2026.9", by=cast.office, languages=SPOKEN)
    with CaptureQueriesContext(connection) as many:
        offered_languages(edition)
    assert len(many) == len(few) <= 5


# Test items -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def asked(spoken, cast):
    """An item of M01 with a Serbian translation, in edition 2026.7."""
    original = add_item(spoken, single("May it be loaded?"), by=cast.office)
    said = single("Sme li biti napunjeno?", language="sr-Latn", translation_of=original.code)
    translation = add_item(spoken, said, by=cast.office)
    publish_edition(spoken, "2026.7", by=cast.office, languages=SPOKEN)
    return original, translation


def correct(original, cast):
    """The original asks something else; its translation is stale."""
    return change_item(original, single("May it ever be loaded?"), by=cast.office)


def test_an_item_whose_translation_lacks_a_safety_relevant_change_holds_its_language_back(spoken, asked, cast):
    original = correct(asked[0], cast)
    edition = publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN, safety=["M01"])
    held = held_back_languages(edition)
    assert held.keys() == {"sr-Latn"}
    assert original.code in held["sr-Latn"]
    add_item(spoken, single("Another one?"), by=cast.office)
    later = publish_edition(spoken, "2026.9", by=cast.office, languages=SPOKEN)
    assert held_back_languages(later).keys() == {"sr-Latn"}


def test_a_change_of_an_item_that_is_not_safety_relevant_holds_nothing_back(spoken, asked, cast):
    correct(asked[0], cast)
    assert held_back_languages(publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN)) == {}


def test_an_item_never_translated_holds_nothing_back(spoken, cast):
    original = add_item(spoken, single("May it be loaded?"), by=cast.office)
    publish_edition(spoken, "2026.7", by=cast.office, languages=SPOKEN)
    correct(original, cast)
    edition = publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN, safety=["M01"])
    assert held_back_languages(edition) == {}


def test_an_item_translated_anew_is_added_and_its_language_offered_again(spoken, asked, cast):
    correct(asked[0], cast)
    edition = publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN, safety=["M01"])
    before = text_digests(edition, "sr-Latn")
    confirm_translation(asked[1], by=cast.office)
    (added,) = add_translations(edition, by=cast.office)
    assert (added.code, added.language, added.module) == (asked[1].code, "sr-Latn", row(edition))
    assert held_back_languages(edition) == {}
    assert text_digests(edition, "sr-Latn") != before
    with refused("nothing_to_add"):
        add_translations(edition, by=cast.office)


def test_an_item_that_says_more_than_the_edition_asks_is_not_added(spoken, asked, cast):
    original = correct(asked[0], cast)
    edition = publish_edition(spoken, "2026.8", by=cast.office, languages=SPOKEN, safety=["M01"])
    change_item(original, single("May it ever, ever be loaded?"), by=cast.office)
    confirm_translation(asked[1], by=cast.office)
    with refused("nothing_to_add"):
        add_translations(edition, by=cast.office)


def test_the_edition_page_names_the_languages_held_back_and_why(second, readers, as_user):
    answer = as_user(readers.trainer).get(reverse("curricula:edition_detail", args=[second.pk]))
    assert answer.context["languages"] == ["English", "Albanian", "Serbian (Cyrillic)"]
    ((name, reason),) = answer.context["held_back"]
    page = answer.content.decode()
    assert name == "Serbian (Latin)"
    assert reason in page
    assert "Not for new trainings" in page
    first = second.curriculum.editions.get(label="2026.7")
    page = as_user(readers.trainer).get(reverse("curricula:edition_detail", args=[first.pk])).content.decode()
    assert "Not for new trainings" not in page
