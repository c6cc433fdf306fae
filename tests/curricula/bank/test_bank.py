"""The bank's records: written by services, heard by the trail, frozen by editions, never deleted."""

import json
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from curricula.bank import services
from curricula.bank.freezing import drawn_now, plain_of, related
from curricula.bank.loading import items_of, load_items
from curricula.bank.plain import Answer, digest, findings
from curricula.choices import ItemKind
from curricula.models import Blueprint, EditionForm, EditionItem, Item
from curricula.models.editions import IsFrozen
from curricula.services import changes_since, publish_edition
from lms.audit.models import Entry
from tests.curricula import small
from tests.refusals import refusal_of

from .made import ONE_OF_EACH, single


def fresh(row: Item) -> Item:
    return related(Item.objects).get(pk=row.pk)


# Items ----------------------------------------------------------------------------------------------------------------


def test_items_are_numbered_within_their_module_and_come_back_as_they_were(items):
    assert [row.code for row in items] == ["M01-001", "M01-002", "M01-003", "M02-001", "M02-002", "M02-003", "M02-004"]
    plains = [replace(plain_of(fresh(row)), code="") for row in items]
    assert plains == ONE_OF_EACH


def test_adding_leaves_an_entry_without_the_words_of_the_test(items, cast):
    entry = Entry.objects.filter(action="test_item_added").order_by("id").first()
    assert (entry.actor, entry.after["code"]) == (cast.office, "M01-001")
    assert "Which one" not in str(entry.after)


def test_the_same_again_is_the_one_there_is(items, curriculum, cast):
    again = services.add_item(curriculum, ONE_OF_EACH[0], by=cast.office)
    assert (again.pk, Item.objects.count()) == (items[0].pk, 7)


def test_an_item_remembers_what_its_objective_said(items, curriculum):
    assert items[0].objective_text == services.objectives_by_module(curriculum)["M01"][0]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"question": " "}, "question_empty"),
        ({"module": "M99"}, "module"),
        ({"objective": 99}, "objective"),
        ({"objective": 0}, "objective"),
        ({"language": "xx"}, "language"),
        ({"kind": "essay"}, "kind"),
        ({"translation_of": "M02-999"}, "original"),
        ({"translation_of": "nonsense"}, "original"),
        ({"answers": (Answer("a"),)}, "few_answers"),
        ({"answers": (Answer("a"), Answer("A", False))}, "answer_twice"),
        ({"answers": (Answer("a"), Answer("b"))}, "right_answers"),
        ({"answers": tuple(Answer(str(n), n == 0) for n in range(13))}, "many_answers"),
        ({"question": "x" * 2001}, "too_long"),
        ({"kind": "matching", "answers": (Answer("a", match="1"), Answer("b"))}, "answer_empty"),
        ({"kind": "numeric", "answers": (Answer("about 5"),)}, "number"),
        ({"kind": "numeric", "answers": (Answer("5", match="-1"),)}, "number"),
        ({"kind": "short", "answers": (Answer("a", False),)}, "right_answers"),
        ({"kind": "true_false"}, "right_answers"),
        ({"kind": "ordering", "answers": (Answer("a"),)}, "few_answers"),
        ({"kind": "multiple", "answers": (Answer("a", False), Answer("b", False))}, "right_answers"),
    ],
)
def test_what_cannot_be_asked_is_refused(curriculum, cast, change, code):
    item = replace(ONE_OF_EACH[0], **change)
    assert code in refusal_of(lambda: services.add_item(curriculum, item, by=cast.office))


def test_changing_counts_the_version_and_refuses_who_saw_an_older_one(items, curriculum, cast):
    row = services.change_item(items[0], single("Which now?"), by=cast.office, version=1)
    assert (row.version, fresh(row).question) == (2, "Which now?")
    assert refusal_of(lambda: services.change_item(row, single("Third?"), by=cast.office, version=1)) == {"stale"}
    other = services.add_item(curriculum, single("Another?"), by=cast.office)
    assert refusal_of(lambda: services.change_item(other, single("Which now?"), by=cast.office)) == {"same"}


def test_a_retired_item_stays_and_does_not_change(items, cast):
    services.retire_item(items[0], by=cast.office, version=1)
    assert fresh(items[0]).retired_on
    assert refusal_of(lambda: services.change_item(items[0], single("x?"), by=cast.office)) == {"retired"}
    assert refusal_of(lambda: services.retire_item(items[0], by=cast.office)) == {"retired"}


# Translations ---------------------------------------------------------------------------------------------------------


def translated(curriculum, cast, **more) -> Item:
    item = single("Cila?", language="sq", translation_of="M01-001", **more)
    return fresh(services.add_item(curriculum, item, by=cast.office))


def test_a_translation_is_stale_when_its_original_changed_since(items, curriculum, cast):
    row = translated(curriculum, cast)
    assert (row.is_stale, list(Item.objects.stale())) == (False, [])
    services.change_item(items[0], single("Which now?"), by=cast.office)
    assert (fresh(row).is_stale, list(Item.objects.stale())) == (True, [row])
    services.confirm_translation(row, by=cast.office)
    assert fresh(row).is_stale is False
    assert refusal_of(lambda: services.confirm_translation(row, by=cast.office)) == {"current"}


def test_changing_the_original_back_makes_its_translation_current_again(items, curriculum, cast):
    row = translated(curriculum, cast)
    services.change_item(items[0], single("Which now?"), by=cast.office)
    services.change_item(items[0], ONE_OF_EACH[0], by=cast.office)
    assert fresh(row).is_stale is False


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (single("x", language="en", translation_of="M01-001"), "kind_differs"),
        (single("x", language="ro", translation_of="M01-001", module="M02"), "kind_differs"),
        (single("x", language="ro", translation_of="M01-002"), "kind_differs"),
        (single("x", language="sq", translation_of="M01-001"), "translated"),
        (single("x", language="ro", translation_of="M01-004"), "original"),
    ],
)
def test_a_translation_fits_its_original(items, curriculum, cast, item, code):
    translated(curriculum, cast)
    assert code in refusal_of(lambda: services.add_item(curriculum, item, by=cast.office))


# The blueprint --------------------------------------------------------------------------------------------------------


def test_the_blueprint_keeps_modules_in_order_and_leaves_out_zero(curriculum, cast):
    lines = {"M02": 2, "M01": 1, "T01": 0}
    row = services.save_blueprint(curriculum, lines=lines, seed=" 9 ", by=cast.office)
    assert (list(row.lines.items()), row.seed, row.total) == ([("M01", 1), ("M02", 2)], "9", 3)
    assert Entry.objects.filter(action="blueprint_saved").count() == 1


@pytest.mark.parametrize(
    ("lines", "seed", "code"),
    [({"M99": 1}, "1", "module"), ({"M01": -1}, "1", "module"), ({"M01": 201}, "1", "many"), ({"M01": 1}, " ", "seed")],
)
def test_a_blueprint_that_makes_no_sense_is_refused(curriculum, cast, lines, seed, code):
    act = lambda: services.save_blueprint(curriculum, lines=lines, seed=seed, by=cast.office)  # noqa: E731
    assert refusal_of(act) == {code}
    assert not Blueprint.objects.exists()


def test_who_saw_an_older_blueprint_is_refused(curriculum, cast):
    services.save_blueprint(curriculum, lines={"M01": 1}, seed="1", by=cast.office)
    services.save_blueprint(curriculum, lines={"M01": 2}, seed="1", by=cast.office, version=1)
    act = lambda: services.save_blueprint(curriculum, lines={"M01": 3}, seed="1", by=cast.office, version=1)  # noqa: E731
    assert refusal_of(act) == {"stale"}


# Editions -------------------------------------------------------------------------------------------------------------


def test_an_edition_freezes_the_items_and_draws_its_forms(edition, items, curriculum):
    rows = EditionItem.objects.filter(module__edition=edition)
    assert [row.code for row in rows.in_order()] == [row.code for row in items]
    assert [row.sha256 for row in rows.in_order()] == [row.sha256 for row in items]
    pre, post = edition.forms.get(moment="pre"), edition.forms.get(moment="post")
    drawn = drawn_now(curriculum, {"M01": 1, "M02": 1}, "7 2026.7")
    assert (tuple(pre.codes), tuple(post.codes)) == (drawn.pre, drawn.post)
    assert not set(pre.codes) & set(post.codes)


def test_an_edition_keeps_what_the_bank_changes(edition, items, curriculum, cast):
    services.change_item(items[0], single("Which now?"), by=cast.office)
    services.retire_item(items[1], by=cast.office)
    kept = EditionItem.objects.get(item=items[0])
    assert kept.content["question"] == "Which one?"
    (change,) = changes_since(curriculum, edition)
    assert change.what == ("1 test item is new or changed.", "1 test item is gone.")
    newer = publish_edition(curriculum, "2026.8", by=cast.office)
    assert newer.sha256 != edition.sha256
    assert EditionItem.objects.filter(module__edition=newer).count() == 6


def test_stale_translations_and_those_of_retired_items_are_left_out(items, curriculum, cast):
    translated(curriculum, cast)
    services.change_item(items[0], single("Which now?"), by=cast.office)
    edition = publish_edition(curriculum, "2026.7", by=cast.office)
    assert not EditionItem.objects.filter(module__edition=edition, language="sq").exists()
    assert not edition.forms.exists()


@pytest.mark.parametrize("model", [EditionItem, EditionForm])
def test_what_an_edition_froze_changes_by_no_way(edition, model):
    row = model.objects.first()
    with pytest.raises(IsFrozen):
        row.save()
    with pytest.raises(IsFrozen):
        row.delete()
    for statement in (f"UPDATE {model._meta.db_table} SET sha256 = 'x'", f"DELETE FROM {model._meta.db_table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_used_item_cannot_be_deleted(edition, items):
    assert services.is_used(items[0])
    with pytest.raises(ProtectedError):
        items[0].delete()


# The items that come with the content ---------------------------------------------------------------------------------

SOURCE = json.loads((small.CONTENT / "items.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("item", items_of(SOURCE), ids=lambda item: item.code)
def test_each_item_of_the_content_can_be_asked(item):
    assert findings(item) == []
    module = json.loads((small.CONTENT / f"{item.module}.json").read_text(encoding="utf-8"))
    assert 1 <= item.objective <= len(module["objectives"])


def test_the_content_has_enough_items_for_two_forms_apart():
    items = items_of(SOURCE)
    by_module = {f"M{n:02d}": [item for item in items if item.module == f"M{n:02d}"] for n in range(1, 14)}
    assert len(items) >= 45 and min(map(len, by_module.values())) >= 3
    assert all(len(by_module[code]) >= 2 * count for code, count in SOURCE["blueprint"]["lines"].items())
    assert [item.code for items in by_module.values() for item in items] == [
        f"{code}-{n:03d}" for code, items in by_module.items() for n in range(1, len(items) + 1)
    ]
    assert len({digest(item) for item in items}) == len(items)
    assert {item.kind for item in items} == set(ItemKind.values)


def test_loading_twice_adds_nothing_and_leaves_the_office_its_changes(curriculum, cast):
    assert load_items(curriculum, small.CONTENT, owner=cast.office) == 8
    row = Item.objects.get(module__code="M01", number=2)
    services.change_item(row, single("Ours?"), by=cast.office)
    assert load_items(curriculum, small.CONTENT, owner=cast.office) == 0
    assert fresh(row).question == "Ours?"
    assert curriculum.blueprint.lines == {"M01": 1, "M02": 1}
