"""How current a translation is: recorded when it is published, derived when it is asked for."""

import pytest

from curricula.choices import Currency
from curricula.languages import services
from curricula.languages.blocks import blocks_of, covers_of, left_over, not_covered
from curricula.languages.matrix import cell_of
from curricula.models import ChangeNote, ModulePage, TranslationReview
from tests.refusals import refused

pytestmark = pytest.mark.django_db

CONTENT = {"summary": "A text.", "points": [{"text": "One", "must": True}, {"text": "Two", "must": False}], "empty": ""}


def state(module, language="sr-Latn") -> str:
    return cell_of(module, language).standing.state


def test_blocks_are_texts_and_the_items_of_lists():
    blocks = blocks_of("Title", CONTENT)
    assert [(block.part, block.excerpt) for block in blocks] == [
        ("title", "Title"), ("summary", "A text."), ("points", "One"), ("points", "Two"),
    ]  # fmt: skip
    covers = covers_of(blocks)
    changed = blocks_of("Title", CONTENT | {"points": [{"text": "One", "must": True}, {"text": "Two", "must": True}]})
    assert [block.excerpt for block in not_covered(changed, covers)] == ["Two"]
    assert len(left_over(changed, covers)) == 1
    assert not_covered(blocks, covers) == left_over(blocks, covers) == []


def test_the_files_bring_a_current_text_and_a_draft(m01, m02):
    assert (state(m01), state(m01, "sr-Cyrl"), state(m01, "sq"), state(m02)) == (
        "current",
        "draft",
        "missing",
        "missing",
    )


def test_the_text_says_what_the_file_says(m01):
    page = services.page_in(m01, "sr-Latn")
    assert page.title == "Zašto je PSSM važan: oticanje i nesreće"
    assert page.lesson_plan[3].value["title"] == "Prekidanje lanca"
    assert (page.lesson_plan[3].value["minutes"], page.lesson_plan[3].value["method"]) == (15, "exercise")
    assert page.references[0].value["standard"] == "MOSAIC"
    assert page.module == m01


def test_a_change_of_the_source_makes_it_stale_and_says_which_block_since_when(m01, edit, cast):
    edit(m01, by=cast.office, summary="Another summary.")
    standing = cell_of(m01, "sr-Latn").standing
    assert standing.state == Currency.STALE
    assert [(change.part, change.is_gone) for change in standing.behind] == [("summary", False), ("summary", True)]
    assert standing.behind[0].excerpt == "Another summary."
    note = ChangeNote.objects.filter(module=m01).latest("pk")
    assert standing.since <= note.at
    assert not standing.is_unsafe


def test_changed_back_it_is_current_again(m01, edit, original):
    before = original(m01).summary
    edit(m01, summary="Another.")
    edit(m01, summary=before)
    assert state(m01) == "current"


def test_minutes_count_as_a_change_too(m01, edit, original):
    plan = original(m01).lesson_plan
    plan[0].value["minutes"], plan[1].value["minutes"] = 6, 7
    edit(m01, lesson_plan=plan)
    assert [change.part for change in cell_of(m01, "sr-Latn").standing.behind] == ["lesson_plan"] * 4


def test_a_new_translation_of_the_change_makes_it_current(m01, edit, translate, cast):
    edit(m01, summary="Another summary.")
    services.fetch_source(m01, "sr-Latn", by=cast.office)
    assert state(m01) == "stale"
    page = translate(m01, "sr-Latn", {"Another summary.": "Drugi sažetak."})
    assert page.summary == "Drugi sažetak."
    assert state(m01) == "current"


def test_published_without_translating_the_change_it_stays_stale(m01, edit, translate, cast):
    edit(m01, summary="Another summary.")
    services.fetch_source(m01, "sr-Latn", by=cast.office)
    translate(m01, "sr-Latn", {})
    assert [change.part for change in cell_of(m01, "sr-Latn").standing.behind] == ["summary"]


def test_fetching_the_source_leaves_what_is_read_alone(m01, edit, cast):
    before = services.page_in(m01, "sr-Latn").summary
    edit(m01, summary="Another summary.")
    services.fetch_source(m01, "sr-Latn", by=cast.office)
    page = services.page_in(m01, "sr-Latn")
    assert page.summary == before
    assert page.has_unpublished_changes


def test_a_person_says_that_it_still_holds(m01, edit, cast):
    edit(m01, summary="Another summary.")
    services.confirm_still_valid(m01, "sr-Latn", by=cast.office)
    standing = cell_of(m01, "sr-Latn").standing
    assert (standing.state, standing.reviewed_by) == (Currency.REVIEWED, cast.office)
    edit(m01, summary="And another one.")
    assert state(m01) == "stale"


def test_a_small_correction_after_the_review_keeps_it_valid(m01, edit, translate, cast):
    edit(m01, summary="Another summary.")
    services.confirm_still_valid(m01, "sr-Latn", by=cast.office)
    translate(m01, "sr-Latn", {})
    assert state(m01) == "reviewed"


def test_what_is_not_published_cannot_be_confirmed(m01, m02, cast):
    for module, language in ((m01, "sr-Cyrl"), (m02, "sr-Latn")):
        count = TranslationReview.objects.count()
        with refused("not_published"):
            services.confirm_still_valid(module, language, by=cast.office)
        assert TranslationReview.objects.count() == count


def test_loading_again_changes_nothing(spoken, folder, cast, m01):
    from curricula.loading import load_content

    before = (TranslationReview.objects.count(), ChangeNote.objects.count(), ModulePage.objects.count())
    load_content(folder, owner=cast.office)
    assert (TranslationReview.objects.count(), ChangeNote.objects.count(), ModulePage.objects.count()) == before


def test_missing_materials_are_named(m01, m02):
    assert cell_of(m01, "sr-Latn").lacking == ("public", "trainee", "trainer")
    row = m01.materials.get(classification="trainee")
    row.pk, row.language = None, "sr-Latn"
    row.save(force_insert=True)
    cell = cell_of(m01, "sr-Latn")
    assert (cell.files, cell.lacking) == (1, ("public", "trainer"))


def test_a_change_is_called_safety_relevant_and_the_name_is_kept(m01, edit, cast):
    edit(m01, safety_note="No live items in the room.")
    note = m01.change_notes.filter(part="safety_note", is_gone=False).latest("pk")
    services.mark_change(note, True, by=cast.office)
    note.refresh_from_db()
    assert (note.is_safety_relevant, note.marked_by) == (True, cast.office)
    assert cell_of(m01, "sr-Latn").standing.is_unsafe
    services.mark_change(note, False, by=cast.office)
    assert not cell_of(m01, "sr-Latn").standing.is_unsafe
