"""Content checks and the blocks of a lesson plan."""

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from curricula.editor.page_forms import ModulePageForm
from curricula.models import ModulePage
from curricula.pages.content import content_of
from curricula.pages.lesson_plan import rail, timed
from curricula.pages.publication_checks import FIELDS, findings, headings_of, page_findings

GOOD = {"objectives": ["Explain it."], "lesson_plan": [{"minutes": 45}], "body": []}


def text(html: str) -> dict:
    return {"type": "text", "html": html}


def picture(alt: str = "", *, is_decorative: bool = False) -> dict:
    return {"type": "picture", "alt": alt, "is_decorative": is_decorative}


def check(*correct: bool) -> dict:
    answers = [{"text": "a", "correct": mark} for mark in correct]
    return {"type": "check", "minutes": 45, "detail": "Why?", "answers": answers}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"lesson_plan": [{"minutes": 44}]}, ["minutes_differ"]),
        ({"lesson_plan": [{"minutes": 45}, {"type": "note", "minutes": 0}]}, []),
        ({"objectives": []}, ["objective_missing"]),
        ({"objectives": ["  "]}, ["objective_missing"]),
        ({"lesson_plan": [check(False, True)]}, []),
        ({"lesson_plan": [check(False, False)]}, ["answer_missing"]),
        ({"body": [text("<h3>A</h3><h4>B</h4><h3>C</h3>")]}, []),
        ({"body": [text("<h4>B</h4>")]}, ["heading_order"]),
        ({"body": [text("<h3>A</h3>"), text("<h4>B</h4>")]}, []),
        ({"body": [text("<h3>A</h3><h5>B</h5>")]}, ["heading_order"]),
        ({"body": [text("<h3> <b></b> </h3>")]}, ["heading_empty"]),
        ({"body": [picture("A lock.")]}, []),
        ({"body": [picture("  ")]}, ["alt_missing"]),
        ({"body": [picture(is_decorative=True)]}, []),
    ],
)
def test_what_stands_in_the_way_of_publishing(change, codes):
    found = [finding.code for finding in findings(45, GOOD | change)]
    assert found == codes
    assert set(found) <= set(FIELDS)


def test_old_content_without_the_new_parts_is_judged_too():
    assert findings(45, {"objectives": ["a"], "lesson_plan": [{"minutes": 45}]}) == []


def test_headings_are_read_with_what_is_inside():
    assert headings_of("<h3>One <b>two</b></h3><p>x</p><h4> y&amp;z </h4>") == [(3, "One two"), (4, "y&z")]


# Blocks ---------------------------------------------------------------------------------------------------------------

PLAN = [
    ("step", {"minutes": 5, "title": "Start", "method": "talk", "detail": "So.", "materials": ""}),
    ("activity", {"minutes": 10, "title": "Do", "detail": "They do.", "materials": "Cards"}),
    ("scenario", {"minutes": 5, "title": "Night", "detail": "A key.", "questions": ["Who?"], "materials": ""}),
    ("discussion", {"minutes": 10, "title": "Talk", "detail": "", "questions": ["Why?", "How?"]}),
    ("check", {"minutes": 15, "question": "Secret question?", "item": "M01-001",
               "answers": [{"text": "Yes", "correct": True}, {"text": "No", "correct": False}]}),
    ("safety", "Nothing live."),
    ("reference", {"standard": "IATG", "number": "09.10", "edition": "3rd, 2021"}),
    ("point", {"text": "Two people.", "mandatory": True}),
    ("note", "They will laugh."),
]  # fmt: skip


@pytest.fixture
def page(curriculum, material):
    page = ModulePage.objects.get(module__code="M01")
    page.lesson_plan = [*PLAN, ("material", {"material": material("trainee"), "part": "page 2"})]
    page.body = [("text", "<h3>History</h3><p>Long <b>ago</b>.</p>")]
    page.save_revision().publish()
    return ModulePage.objects.get(pk=page.pk)


def test_every_block_has_the_shape_of_a_step(page, material):
    rows = content_of(page)["lesson_plan"]
    assert "type" not in rows[0]
    assert [row["minutes"] for row in rows] == [5, 10, 5, 10, 15, 0, 0, 0, 0, 0]
    for row in rows[1:]:
        assert {"type", "minutes", "title", "method", "detail", "materials"} <= set(row)
    assert rows[4]["answers"] == [{"text": "Yes", "correct": True}, {"text": "No", "correct": False}]
    assert (rows[6]["title"], rows[9]["sha256"]) == ("IATG 09.10, 3rd, 2021", material("trainee").sha256)
    assert page_findings(page) == []


def test_the_clock_runs_over_what_takes_time(page):
    steps = timed(content_of(page)["lesson_plan"])
    assert [step.starts for step in steps] == [0, 5, 15, 20, 30, 45, 45, 45, 45, 45]
    assert [mark.step.title for mark in rail(steps)] == ["Start", "Do", "Night", "Talk", "Knowledge check"]


def test_a_trainer_sees_every_block_and_a_trainee_none_of_them(page, readers, as_user, material):
    shown = as_user(readers.trainer).get("/library/pssm-moi/m01/").content.decode()
    words = ("They do.", "Secret question?", "M01-001", "Nothing live.", "IATG 09.10, 3rd, 2021", "Two people.",
             "They will laugh.", "page 2", "Why?")  # fmt: skip
    assert [word for word in words if word not in shown] == []
    assert material("trainee").url in shown
    hidden = as_user(readers.trainee).get("/library/pssm-moi/m01/").content.decode()
    assert [word for word in words if word in hidden] == []
    assert "Long <b>ago</b>" in hidden


def test_a_page_without_background_keeps_its_digest(curriculum):
    assert "body" not in content_of(ModulePage.objects.get(module__code="M02"))


def test_a_picture_stands_in_the_background_with_its_description(page, readers, as_user):
    image = get_image_model().objects.create(title="A lock", file=get_test_image_file("lock.png"))
    image._set_file_hash()
    image.save()
    value = {"image": image, "alt": "A lock on a door", "is_decorative": False, "caption": "Locked"}
    page.body = [("picture", value)]
    page.save_revision().publish()
    shown = as_user(readers.trainee).get("/library/pssm-moi/m01/").content.decode()
    assert 'alt="A lock on a door"' in shown
    assert "Locked" in shown
    assert f'src="{image.file.url}"' in shown


def test_the_forms_fields_have_every_finding():
    assert set(FIELDS.values()) <= {"lesson_plan", "objectives", "body"}
    assert ModulePageForm.check_lesson.__doc__
