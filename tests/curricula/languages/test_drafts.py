"""The Cyrillic draft of a Latin text, never silently over a reviewed one."""

import pytest
from wagtail_localize.models import StringTranslation

from curricula.languages import services
from curricula.languages.drafting import TOOL, draft_cyrillic
from curricula.languages.matrix import cell_of
from tests.refusals import refused

pytestmark = pytest.mark.django_db


def test_the_draft_says_the_same_in_cyrillic(m01):
    page = services.page_in(m01, "sr-Cyrl")
    assert not page.live
    draft = page.get_latest_revision_as_object()
    assert draft.title == "Зашто је PSSM важан: отицање и несреће"
    assert draft.lesson_plan[2].value["materials"] == "Материјал за полазнике M01, прва страна"
    assert (draft.lesson_plan[2].value["method"], draft.lesson_plan[2].value["minutes"]) == ("talk", 10)
    assert draft.references[0].value["standard"] == "MOSAIC"


def test_once_published_it_is_not_drafted_over_silently(m01, cast):
    services.publish_translation(m01, "sr-Cyrl", by=cast.office)
    before = StringTranslation.objects.count()
    with refused("text_reviewed"):
        draft_cyrillic(m01, "sr-Cyrl", by=cast.office)
    assert StringTranslation.objects.count() == before
    assert not services.page_in(m01, "sr-Cyrl").has_unpublished_changes


def test_confirmed_it_makes_a_draft_and_what_is_read_stays(m01, edit, translate, cast):
    services.publish_translation(m01, "sr-Cyrl", by=cast.office)
    edit(m01, summary="Another summary.")
    services.fetch_source(m01, "sr-Latn", by=cast.office)
    translate(m01, "sr-Latn", {"Another summary.": "Drugi sažetak."})
    before = services.page_in(m01, "sr-Cyrl").summary
    draft_cyrillic(m01, "sr-Cyrl", by=cast.office, replace=True)
    page = services.page_in(m01, "sr-Cyrl")
    assert page.summary == before
    assert page.get_latest_revision_as_object().summary == "Други сажетак."
    assert cell_of(m01, "sr-Cyrl").standing.state == "stale"
    services.publish_translation(m01, "sr-Cyrl", by=cast.office)
    assert cell_of(m01, "sr-Cyrl").standing.state == "current"


def test_a_sentence_that_a_person_typed_stays(m01, cast):
    row = services.translation_of(m01, "sr-Cyrl")
    typed = StringTranslation.objects.filter(locale=row.target_locale, context__path="summary")
    typed.update(data="Рука.", translation_type="manual", tool_name="")
    draft_cyrillic(m01, "sr-Cyrl", by=cast.office)
    assert services.page_in(m01, "sr-Cyrl").get_latest_revision_as_object().summary == "Рука."
    others = StringTranslation.objects.filter(locale=row.target_locale).exclude(context__path="summary")
    assert set(others.values_list("tool_name", flat=True)) == {TOOL}


@pytest.mark.parametrize("language", ["cnr-Cyrl", "sq", "sr-Latn"])
def test_without_a_latin_text_there_is_no_draft(m01, cast, language):
    with refused("latin_missing"):
        draft_cyrillic(m01, language, by=cast.office)
    assert cell_of(m01, "cnr-Cyrl").standing.state == "missing"


def test_montenegrin_is_drafted_from_montenegrin(m01, translate, cast, original):
    translate(m01, "cnr", {original(m01).title: "Zašto je PSSM važan sjutra"})
    draft_cyrillic(m01, "cnr-Cyrl", by=cast.office)
    assert services.page_in(m01, "cnr-Cyrl").get_latest_revision_as_object().title == "Зашто је PSSM важан сјутра"
