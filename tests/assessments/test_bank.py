"""Items come in through a preview that accounts for each, and go out as files that come back the same."""

import pytest
from django.urls import reverse

from curricula.bank.freezing import plain_of, related
from curricula.bank.services import add_item, change_item, retire_item
from curricula.models import Item
from lms.assessments.bank.importing import apply_items
from lms.audit.models import Entry
from lms.imports.models import Draft
from lms.imports.services import decide_row, rows_of, totals_of
from tests.curricula import small
from tests.curricula.bank.made import ONE_OF_EACH, single
from tests.refusals import refused

from .bank_files import GOOD, receive, upload, workbook


@pytest.fixture
def curriculum(cast, tmp_path):
    return small.load(tmp_path / "content", owner=cast.office)


@pytest.fixture
def items(curriculum, cast):
    return [add_item(curriculum, item, by=cast.office) for item in ONE_OF_EACH]


def totals(draft) -> dict:
    return {word: count for word, count in totals_of(rows_of(draft)).items() if count}


def said(curriculum) -> list:
    rows = related(Item.objects.filter(module__curriculum=curriculum)).order_by("module__order", "number")
    return [plain_of(row) for row in rows]


# Receiving ------------------------------------------------------------------------------------------------------------


def test_every_question_is_accounted_for_and_nothing_is_written(cast, curriculum):
    draft = receive(cast, curriculum)
    assert (totals(draft), Item.objects.count()) == ({"create": 2, "refused": 1}, 0)
    refused = next(row for row in rows_of(draft) if row.outcome == "refused")
    assert "essay" in refused.problems[0]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<?xml version='1.0'?><!DOCTYPE quiz [<!ENTITY a 'b'>]><quiz/>", "declarations"),
        (b"<quiz></quiz>", "no_items"), (b" ", "empty"), (b"PK\x03\x04 broken", "damaged"),
        (b"x" * 5_000_001, "too_large"), (b"// only a note\n\n", "no_items"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused(cast, curriculum, content, code):
    with refused(code):
        receive(cast, curriculum, content)


def test_items_without_a_module_take_the_one_chosen(cast, curriculum):
    assert totals(receive(cast, curriculum, "Q?{=a ~b}")) == {"refused": 1}
    (row,) = rows_of(receive(cast, curriculum, "Q?{=a ~b}", module="M02", language="sq"))
    assert (row.values["item"]["module"], row.values["item"]["language"]) == ("M02", "sq")


def test_a_workbook_is_read_row_by_row(cast, curriculum):
    content = workbook(
        ("M01", "single", "One?", "1", "yes", "no", "Right."), ("M01", "true/false", "Two.", "false"),
        ("M01", "essay", "Three?"), ("M02", "numeric", "Four?", None, 4.0), ("M99", "short", "Five?", None, "a"),
        ("M01", "single", "Six?", "7", "a", "b"),
    )  # fmt: skip
    draft = receive(cast, curriculum, content)
    assert totals(draft) == {"create": 3, "refused": 3}
    apply_items(draft, curriculum, by=cast.office)
    assert [item.question for item in said(curriculum)] == ["One?", "Two.", "Four?"]


def test_the_same_item_twice_in_a_file_is_refused_once(cast, curriculum):
    assert totals(receive(cast, curriculum, GOOD + "One?{=yes#Right. ~no}\n")) == {"create": 2, "refused": 2}


# Applying -------------------------------------------------------------------------------------------------------------


def test_applying_adds_the_items_once(cast, curriculum):
    draft = apply_items(receive(cast, curriculum), curriculum, by=cast.office)
    assert (draft.result["added"], Item.objects.count()) == (2, 2)
    assert Entry.objects.filter(action="test_item_added").count() == 2
    assert apply_items(draft, curriculum, by=cast.office).result == draft.result
    assert receive(cast, curriculum) == draft
    again = receive(cast, curriculum, GOOD + "// another file\n")
    assert totals(again) == {"match": 2, "refused": 1}
    assert apply_items(again, curriculum, by=cast.office).result["unchanged"] == 2
    assert Item.objects.count() == 2


def test_applying_is_all_or_nothing(cast, curriculum, monkeypatch):
    draft = receive(cast, curriculum)
    add, count = add_item, iter(range(9))

    def stumble(*args, **kwargs):
        if next(count):
            raise RuntimeError
        return add(*args, **kwargs)

    monkeypatch.setattr("lms.assessments.bank.importing.add_item", stumble)
    with pytest.raises(RuntimeError):
        apply_items(draft, curriculum, by=cast.office)
    draft.refresh_from_db()
    assert (Item.objects.count(), draft.applied_at) == (0, None)


def test_what_the_bank_refuses_at_the_end_refuses_the_file(cast, curriculum):
    add_item(curriculum, single("Original?"), by=cast.office)
    tags = "// [tag:lang-sq] [tag:translates-M01-001]\n"
    draft = receive(cast, curriculum, f"{GOOD}{tags}Cila?{{=a ~b ~c}}\n\n{tags}Tjetra?{{=a ~b}}\n")
    assert totals(draft) == {"create": 4, "refused": 1}
    with refused("translated"):
        apply_items(draft, curriculum, by=cast.office)


def test_an_item_of_a_known_code_waits_for_a_decision(cast, curriculum, items):
    text = "$CATEGORY: $course$/top/M01\n// [id:M01-001]\nNew words?{=yes ~no}\n"
    draft = receive(cast, curriculum, text)
    (row,) = rows_of(draft)
    assert (row.outcome, row.allowed) == ("review", (str(items[0].pk), "create", "skip"))
    draft = decide_row(draft, row.number, str(items[0].pk), by=cast.office, version=draft.version)
    assert apply_items(draft, curriculum, by=cast.office).result["changed"] == 1
    items[0].refresh_from_db()
    assert (items[0].question, Item.objects.count()) == ("New words?", 7)


def test_a_picture_left_out_waits_for_a_decision(cast, curriculum):
    draft = receive(cast, curriculum, '[html]What?<img src\\="x.png">{=a ~b}', module="M01")
    assert totals(draft) == {"review": 1}


def test_translations_find_their_originals_under_new_codes(cast, curriculum, as_user, items):
    """Exported from one bank, read into another where the numbers are taken."""
    row = add_item(curriculum, single("Cila?", language="sq", translation_of="M01-001"), by=cast.office)
    content = exported(as_user(cast.office), curriculum, "gift")
    for item in items[:1]:
        change_item(item, single("Something else?"), by=cast.office)
    retire_item(row, by=cast.office)
    draft = receive(cast, curriculum, content.decode().replace("Cila?", "Cili?"))
    rows = {line.values["item"]["code"]: line for line in rows_of(draft) if line.outcome == "review"}
    draft = decide_row(draft, rows["M01-001"].number, "create", by=cast.office, version=draft.version)
    apply_items(draft, curriculum, by=cast.office)
    new = Item.objects.select_related("translation_of__module").get(question="Cili?")
    assert new.translation_of.question == "Which one?" and new.translation_of.code == "M01-005"


# There and back -------------------------------------------------------------------------------------------------------


def exported(client, curriculum, word: str) -> bytes:
    response = client.get(reverse("assessments:bank_export_file", args=[curriculum.pk, word]))
    assert response.status_code == 200
    return response.content


@pytest.mark.parametrize("word", ["gift", "moodle", "workbook"])
def test_what_went_out_comes_back_the_same_into_an_empty_bank(cast, curriculum, items, as_user, word):
    before = said(curriculum)
    content = exported(as_user(cast.office), curriculum, word)
    Item.objects.all().delete()
    draft = receive(cast, curriculum, content)
    assert totals(draft) == {"create": 7}
    apply_items(draft, curriculum, by=cast.office)
    assert said(curriculum) == before


@pytest.mark.parametrize("word", ["gift", "moodle", "workbook"])
def test_what_went_out_is_known_when_it_comes_back(cast, curriculum, items, as_user, word):
    assert totals(receive(cast, curriculum, exported(as_user(cast.office), curriculum, word))) == {"match": 7}


# Pages ----------------------------------------------------------------------------------------------------------------


def test_the_way_of_a_file_through_the_pages(cast, curriculum, as_user):
    client = as_user(cast.office)
    address = reverse("assessments:bank_import", args=[curriculum.pk])
    assert client.get(address).status_code == 200
    response = client.post(address, {"file": upload(GOOD), "language": "en"})
    draft = Draft.objects.get()
    preview = reverse("assessments:bank_import_preview", args=[draft.pk])
    assert response.url == preview
    page = client.get(preview).content.decode()
    assert "One?" in page and "essay" in page and "items.txt" in page
    assert client.get(reverse("assessments:bank_import_refused", args=[draft.pk])).status_code == 200
    response = client.post(preview, {"version": draft.version})
    assert response.url == reverse("curricula:bank_list", args=[curriculum.pk])
    assert "2 added" in client.get(response.url).content.decode()
    assert "Applied on" in client.get(preview).content.decode()


def test_a_refused_file_says_why_in_the_form(cast, curriculum, as_user):
    address = reverse("assessments:bank_import", args=[curriculum.pk])
    page = as_user(cast.office).post(address, {"file": upload("nothing here"), "language": "en"})
    assert page.status_code == 302
    page = as_user(cast.office).post(address, {"file": upload("<quiz/>"), "language": "en"})
    assert "No question was found" in page.content.decode()


def test_an_undecided_row_is_asked_for(cast, curriculum, as_user):
    draft = receive(cast, curriculum, '[html]What?<img src\\="x.png">{=a ~b}', module="M01")
    preview = reverse("assessments:bank_import_preview", args=[draft.pk])
    client = as_user(cast.office)
    assert client.post(preview, {"version": draft.version}).url == preview
    assert Item.objects.count() == 0
    draft.refresh_from_db()
    client.post(preview, {"version": draft.version, "decision-1": "create"})
    assert Item.objects.count() == 1


def test_nobody_sees_a_file_that_another_officer_sent_in(cast, curriculum, as_user):
    draft = receive(cast, curriculum)
    assert as_user(cast.officer).get(reverse("assessments:bank_import_preview", args=[draft.pk])).status_code == 404


def test_the_export_follows_the_filters(cast, curriculum, items, as_user):
    client = as_user(cast.office)
    page = client.get(reverse("assessments:bank_export", args=[curriculum.pk]), {"module": "M02"}).content.decode()
    assert "4 items" in page and "module=M02" in page
    one = client.get(reverse("assessments:bank_export_file", args=[curriculum.pk, "gift"]), {"kind": "single"})
    assert one.content.decode().count("::M0") == 1
    assert client.get(reverse("assessments:bank_export_file", args=[curriculum.pk, "word"])).status_code == 404
    assert client.get(reverse("assessments:bank_template", args=[curriculum.pk])).status_code == 200
    empty = client.get(reverse("assessments:bank_export", args=[curriculum.pk]), {"q": "nowhere"}).content.decode()
    assert "No item fits" in empty
