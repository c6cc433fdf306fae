"""The bank's pages for the office, and the tests of an edition for trainers."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from curricula.bank.services import add_item, change_item
from curricula.models import Blueprint, Item

from .made import ONE_OF_EACH, single


@pytest.fixture
def office(as_user, cast):
    return as_user(cast.office)


def at(name: str, *args) -> str:
    return reverse(f"curricula:{name}", args=args)


def answers(*texts, right=0) -> dict:
    rows = {f"answer-{number}-text": text for number, text in enumerate(texts)}
    return {"answer-TOTAL_FORMS": "6", "answer-INITIAL_FORMS": "0", f"answer-{right}-correct": "on", **rows}


def test_the_list_shows_items_and_gaps(office, curriculum, items):
    assert office.get(at("bank_home")).url == at("bank_list", curriculum.pk)
    page = office.get(at("bank_list", curriculum.pk)).content.decode()
    assert "M02-004" in page and "modules have gaps" in page and "Nothing asks about objective" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"module": "M01"}, 3), ({"kind": "numeric"}, 1), ({"language": "sr-Latn"}, 1), ({"q": "which word"}, 1),
        ({"q": "m02-003"}, 1), ({"state": "unplaced"}, 5), ({"state": "retired"}, 0), ({"state": "stale"}, 0),
        ({"kind": "nonsense"}, 7), ({"q": "'%"}, 0), ({"q": "\x00"}, 7), ({"q": "nowhere"}, 0), ({"page": "x"}, 7),
    ],
)  # fmt: skip
def test_the_list_is_filtered(office, curriculum, items, query, found):
    response = office.get(at("bank_list", curriculum.pk), query)
    assert response.context["page_obj"].paginator.count == found


def test_the_list_takes_as_many_queries_for_thirty_items_as_for_one(
    office, curriculum, cast, django_assert_max_num_queries
):
    add_item(curriculum, single("0?"), by=cast.office)
    office.get(at("bank_list", curriculum.pk))
    with django_assert_max_num_queries(60) as one:
        office.get(at("bank_list", curriculum.pk))
    for number in range(1, 30):
        add_item(curriculum, single(f"{number}?", language="en"), by=cast.office)
    add_item(curriculum, single("sq?", language="sq", translation_of="M01-001"), by=cast.office)
    with django_assert_max_num_queries(len(one)):
        office.get(at("bank_list", curriculum.pk))


def test_every_kind_has_its_page_and_its_form(office, items):
    for item in items:
        page = office.get(at("bank_item", item.pk))
        assert page.status_code == 200 and item.code in page.content.decode()
        form = office.get(at("bank_item_change", item.pk)).content.decode()
        assert item.question in form


def test_an_item_is_added_in_two_steps(office, curriculum):
    add = at("bank_item_add", curriculum.pk)
    assert "How it is answered" in office.get(add).content.decode()
    chosen = f"{add}?module=M01&kind=single"
    assert "Mark exactly one" in office.get(chosen).content.decode()
    form = {"objective": "1", "language": "en", "question": "Which?", "feedback": "All.", **answers("a", "b", "")}
    response = office.post(chosen, form)
    row = Item.objects.get()
    assert response.url == at("bank_item", row.pk)
    assert [(one["text"], one["correct"]) for one in row.answers] == [("a", True), ("b", False)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"question": ""}, "required"), ({"answer-1-text": "a"}, "Two answers say the same"),
        ({"answer-1-text": ""}, "two answers at least"), ({"answer-0-correct": ""}, "Exactly one answer"),
        ({"objective": "77"}, "objective"), ({"answer-TOTAL_FORMS": "x"}, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_in_the_form(office, curriculum, change, said):
    form = {"objective": "1", "language": "en", "question": "Which?", **answers("a", "b"), **change}
    page = office.post(f"{at('bank_item_add', curriculum.pk)}?module=M01&kind=single", form)
    assert page.status_code == 200 and said in page.content.decode()
    assert not Item.objects.exists()


def test_true_and_false_and_numbers_have_forms_of_their_own(office, curriculum):
    add = at("bank_item_add", curriculum.pk)
    said = {"language": "en", "question": "So?", "truth": "false", "feedback_true": "No."}
    office.post(f"{add}?module=M01&kind=true_false", said)
    numbers = {**answers("3,5"), "answer-0-match": "0,1", "language": "en", "question": "How many?"}
    office.post(f"{add}?module=M01&kind=numeric", numbers)
    truth, number = Item.objects.order_by("number")
    assert [row["correct"] for row in truth.answers] == [False, True]
    assert (number.answers[0]["text"], number.answers[0]["match"]) == ("3.5", "0.1")


def test_a_change_from_an_older_page_is_refused(office, items, cast):
    change_item(items[0], single("Newer?"), by=cast.office)
    form = {"language": "en", "question": "Older?", "version": "1", **answers("a", "b")}
    page = office.post(at("bank_item_change", items[0].pk), form)
    assert "Somebody else changed this item" in page.content.decode()


def test_a_translation_is_added_goes_stale_and_is_confirmed(office, items, cast):
    form = {"language": "sq", "question": "Cila?", **answers("kjo", "ajo")}
    office.post(at("bank_item_translate", items[0].pk), form)
    row = Item.objects.get(language="sq")
    assert row.translation_of_id == items[0].pk
    change_item(items[0], single("Newer?"), by=cast.office)
    assert "This translation is stale" in office.get(at("bank_item", row.pk)).content.decode()
    assert "stale" in office.get(at("bank_item", items[0].pk)).content.decode()
    office.post(at("bank_item_confirm", row.pk))
    row.refresh_from_db()
    assert row.source_sha256 == Item.objects.get(pk=items[0].pk).sha256
    assert office.post(at("bank_item_confirm", row.pk), follow=True).status_code == 200
    assert office.get(at("bank_item_translate", row.pk)).status_code == 404


def test_retiring_is_asked_once_more(office, items):
    assert "Retire M01-001?" in office.get(at("bank_item_retire", items[0].pk)).content.decode()
    office.post(at("bank_item_retire", items[0].pk))
    assert "Retired on" in office.get(at("bank_item", items[0].pk)).content.decode()


def test_a_picture_is_drawn_anew_shown_and_taken_away(office, items, as_user, cast):
    stream = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(stream, "PNG")
    stream.seek(0)
    stream.name = "a.png"
    form = {"language": "en", "question": "See?", **answers("a", "b")}
    office.post(at("bank_item_change", items[0].pk), {**form, "picture": stream})
    row = Item.objects.get(pk=items[0].pk)
    shown = office.get(at("bank_picture", row.picture))
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/png")
    response = office.post(at("bank_item_change", items[0].pk), {**form, "drop_picture": "on"})
    assert response.status_code == 302, response.context["form"].errors
    assert Item.objects.get(pk=items[0].pk).picture == ""
    bad = io.BytesIO(b"<svg/>")
    bad.name = "a.png"
    page = office.post(at("bank_item_change", items[0].pk), {**form, "picture": bad})
    assert "Use a JPEG" in page.content.decode()


def test_the_blueprint_is_saved_and_drawn(office, curriculum, items):
    address = at("bank_blueprint", curriculum.pk)
    assert "Nothing to draw yet" in office.get(address).content.decode()
    assert office.post(address, {"seed": "5", "of_M01": "2", "of_M02": "1"}).url == address
    page = office.get(address).content.decode()
    assert Blueprint.objects.get().lines == {"M01": 2, "M02": 1} and "1 item stands in both forms" in page
    stale = office.post(address, {"seed": "5", "of_M01": "3", "version": "99"}).content.decode()
    assert "Somebody else changed the blueprint" in stale


# The tests of an edition ----------------------------------------------------------------------------------------------


def test_a_trainer_prints_the_sheet_and_keeps_the_key(as_user, cast, edition):
    client = as_user(cast.trainer)
    assert "Sheet for participants" in client.get(at("form_list", edition.pk)).content.decode()
    sheet = client.get(at("form_sheet", edition.pk, "pre")).content.decode()
    key = client.get(at("form_key", edition.pk, "pre")).content.decode()
    assert "For trainers only" in key and "M01-" in key
    assert "M01-" not in sheet and "Right." not in sheet


@pytest.mark.parametrize("moment", ["pre", "post"])
def test_no_sheet_tells_what_is_right(as_user, cast, curriculum, items, moment):
    """The same sheet comes out whichever answer is the right one."""
    from dataclasses import replace

    from curricula.bank.papers import papers
    from curricula.bank.plain import Answer

    flipped = [
        replace(item, answers=tuple(Answer(row.text, not row.correct, "secret", row.match) for row in item.answers))
        for item in ONE_OF_EACH
    ]
    from django.template.loader import render_to_string

    for item, other in zip(ONE_OF_EACH, flipped, strict=True):
        if item.kind in ("matching", "ordering", "numeric", "short"):
            continue
        pages = [
            render_to_string(
                "curricula/bank_paper.html",
                {"paper": papers(["c"], [replace(one, code="c")], "en", moment)[0], "kind": one.kind},
            )
            for one in (item, other)
        ]
        assert pages[0] == pages[1] and "secret" not in pages[1]


@pytest.mark.parametrize("name", ["form_sheet", "form_key"])
def test_every_kind_is_printed(as_user, cast, curriculum, items, name):
    from curricula.bank.services import save_blueprint
    from curricula.services import publish_edition

    save_blueprint(curriculum, lines={"M01": 3, "M02": 4}, seed="1", by=cast.office)
    edition = publish_edition(curriculum, "2026.9", by=cast.office)
    page = as_user(cast.office).get(at(name, edition.pk, "post"), {"language": "sq"})
    assert page.status_code == 200
    assert all(item.question in page.content.decode() for item in items)


@pytest.mark.parametrize("who", ["trainee", "focal", "stranger"])
def test_participants_and_others_learn_nothing_of_a_test(as_user, readers_of_tests, edition, who):
    client = as_user(getattr(readers_of_tests, who))
    for address in (
        at("form_list", edition.pk),
        at("form_sheet", edition.pk, "pre"),
        at("form_key", edition.pk, "pre"),
    ):
        assert client.get(address).status_code == 404


@pytest.fixture
def readers_of_tests(cast, curriculum):
    from tests import factories as make

    training = make.TrainingFactory(institution=cast.home, curriculum=curriculum)
    make.EnrolmentFactory(person=cast.trainee_person, training=training)
    return cast


def test_an_unknown_form_is_not_found(office, edition):
    assert office.get(at("form_sheet", edition.pk, "mid")).status_code == 404
    assert office.get(at("bank_picture", "0" * 64)).status_code == 404
    assert office.get(at("form_sheet", edition.pk, "pre"), {"language": "zz"}).status_code == 200


def test_an_edition_without_a_blueprint_says_that_it_has_no_tests(office, curriculum, cast):
    from curricula.services import publish_edition

    edition = publish_edition(curriculum, "2026.3", by=cast.office)
    assert "has no tests" in office.get(at("form_list", edition.pk)).content.decode()
