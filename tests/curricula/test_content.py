"""The curriculum's content files keep their shape, their minutes and their words; no database is needed."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

CONTENT = Path(__file__).resolve().parents[2] / "curricula" / "content" / "pssm-moi"
CORE = {
    "M01": 45, "M02": 60, "M03": 60, "M04": 75, "M05": 45, "M06": 75, "M07": 45,
    "M08": 60, "M09": 75, "M10": 45, "M11": 45, "M12": 45, "M13": 45,
}  # fmt: skip
DIDACTICS = {"T01": 90, "T02": 120, "T03": 90, "T04": 90, "T05": 360, "T06": 90}
MINUTES = CORE | DIDACTICS
REFERENCES = {
    "M01": ["MOSAIC 05.20"],
    "M02": ["MOSAIC 03.40"],
    "M03": ["MOSAIC 05.20"],
    "M04": ["MOSAIC 05.20", "IATG 09.10"],
    "M05": ["MOSAIC 05.20"],
    "M06": ["MOSAIC 05.30"],
    "M07": ["MOSAIC 05.30", "MOSAIC 05.31"],
    "M09": ["IATG 12.20", "RMDS/G 05.50"],
    "M10": ["IATG 08.10"],
    "M11": ["MOSAIC 05.50", "MOSAIC 05.55"],
    "M12": ["IATG 11.10"],
}

MODULE_SHAPE = {
    "code": str, "title": str, "kind": str, "mandatory": bool, "minutes": int, "summary": str,
    "references": list, "objectives": list, "key_points": list, "lesson_plan": list, "exercise": dict,
    "safety_note": str, "trainer_notes": list, "scenario": str, "handout": dict,
    "facilitation_sheet": dict, "overview": dict,
}  # fmt: skip
CURRICULUM_SHAPE = {
    "code": str, "title": str, "summary": str, "audience": str, "modules": list,
    "cascade_modules": list, "tot_modules": list, "cascade_hours": str, "tot_duration": str,
}  # fmt: skip
REFERENCE_SHAPE = {"standard": str, "number": str, "edition": str}
KEY_POINT_SHAPE = {"text": str, "mandatory": bool}
STEP_SHAPE = {"minutes": int, "title": str, "method": str, "detail": str, "materials": str}
EXERCISE_SHAPE = {"title": str, "minutes": int, "purpose": str, "set_up": str, "steps": list, "debrief": list}
SHEET_SHAPE = {"title": str, "sections": list}
SECTION_SHAPE = {"heading": str, "paragraphs": list, "list": list}

METHODS = {"talk", "discussion", "demonstration", "exercise", "scenario", "check"}
SHEETS = ("handout", "facilitation_sheet", "overview")
MAY_BE_EMPTY = {"safety_note", "edition"}
AVOIDED = re.compile(
    r"\b(countr(?:y|ies)|nationals?|nationally|students?|class(?:es)?|graduates?|graduated|soldiers?|depots?)\b",
    re.IGNORECASE,
)


def load(code):
    return json.loads((CONTENT / f"{code}.json").read_text(encoding="utf-8"))


def texts(value, key=""):
    """Every string in a structure, each with the key under which it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    elif isinstance(value, str):
        yield key, value


def sentences(module):
    """Sentences of five words or more, lower-cased and without punctuation."""
    for _, text in texts(module):
        for piece in re.split(r"(?<=[.?!])[’\")]*\s+", text):
            words = re.findall(r"\w+", piece.lower())
            if len(words) >= 5:
                yield " ".join(words)


def words_in(value):
    return sum(len(text.split()) for _, text in texts(value))


def assert_shape(value, shape):
    assert set(value) == set(shape)
    for key, kind in shape.items():
        assert type(value[key]) is kind, key


@pytest.fixture(scope="module", params=sorted(MINUTES))
def code(request):
    return request.param


@pytest.fixture(scope="module")
def module(code):
    return load(code)


def test_the_folder_holds_the_curriculum_and_its_modules_and_nothing_else():
    assert {path.stem for path in CONTENT.iterdir()} == {"curriculum", "items", "translations", *MINUTES}


def test_the_curriculum_lists_its_modules_in_order():
    curriculum = load("curriculum")
    assert_shape(curriculum, CURRICULUM_SHAPE)
    assert curriculum["code"] == CONTENT.name
    assert curriculum["cascade_modules"] == list(CORE)
    assert curriculum["tot_modules"] == list(DIDACTICS)
    assert curriculum["modules"] == list(MINUTES)


def test_the_curriculum_adds_up_to_twelve_and_fourteen_hours():
    assert sum(load(code)["minutes"] for code in CORE) == 720
    assert sum(load(code)["minutes"] for code in DIDACTICS) == 840


def test_module_has_every_key_with_its_type(module):
    assert_shape(module, MODULE_SHAPE)
    for name, shape in [("references", REFERENCE_SHAPE), ("key_points", KEY_POINT_SHAPE), ("lesson_plan", STEP_SHAPE)]:
        for row in module[name]:
            assert_shape(row, shape)
    assert_shape(module["exercise"], EXERCISE_SHAPE)
    for rows in (module["objectives"], module["trainer_notes"], module["exercise"]["steps"]):
        assert all(type(row) is str for row in rows)


def test_sheets_have_sections_with_something_in_them(module):
    for name in SHEETS:
        assert_shape(module[name], SHEET_SHAPE)
        assert module[name]["sections"]
        for section in module[name]["sections"]:
            assert_shape(section, SECTION_SHAPE)
            assert section["paragraphs"] or section["list"]


def test_code_kind_and_minutes_are_those_of_the_plan(code, module):
    assert module["code"] == code
    assert module["kind"] == ("core" if code in CORE else "didactics")
    assert module["minutes"] == MINUTES[code]


def test_references_are_those_of_the_plan(code, module):
    assert [f"{row['standard']} {row['number']}" for row in module["references"]] == REFERENCES.get(code, [])
    for row in module["references"]:
        assert row["edition"] == ("3rd, 2021" if row["standard"] == "IATG" else "")


def test_lesson_plan_fills_the_module_exactly(module):
    plan = module["lesson_plan"]
    assert 5 <= len(plan) <= 9
    assert all(step["minutes"] > 0 and step["method"] in METHODS for step in plan)
    assert sum(step["minutes"] for step in plan) == module["minutes"]


def test_lesson_plan_ends_in_a_check_of_everyone(module):
    assert "check" in {step["method"] for step in module["lesson_plan"]}


def test_exercise_fits_into_the_practical_steps(module):
    practical = sum(s["minutes"] for s in module["lesson_plan"] if s["method"] in {"exercise", "scenario"})
    assert 0 < module["exercise"]["minutes"] <= practical


def test_module_has_enough_of_everything(module):
    assert len(module["objectives"]) >= 2
    assert all(objective.startswith("A participant can ") for objective in module["objectives"])
    assert 5 <= len(module["key_points"]) <= 8
    assert any(point["mandatory"] for point in module["key_points"])
    assert 3 <= len(module["trainer_notes"]) <= 5
    assert 80 <= len(module["scenario"].split()) <= 150
    assert 300 <= words_in(module["handout"]) <= 900
    assert 60 <= words_in(module["overview"]) <= 250


def test_no_text_is_empty(module):
    assert [key for key, text in texts(module) if not text.strip() and key not in MAY_BE_EMPTY] == []


def test_steps_and_debrief_are_not_empty_lists(module):
    assert len(module["exercise"]["steps"]) >= 3
    assert len(module["exercise"]["debrief"]) >= 2


@pytest.mark.parametrize("name", ["curriculum", *MINUTES])
def test_no_avoided_word_is_used(name):
    assert [match.group() for _, text in texts(load(name)) for match in AVOIDED.finditer(text)] == []


@pytest.mark.parametrize("name", ["curriculum", *MINUTES])
def test_the_name_that_needs_an_asterisk_is_not_used(name):
    assert [text for _, text in texts(load(name)) if "kosovo" in text.lower()] == []


def test_no_sentence_stands_in_two_modules():
    found_in = defaultdict(set)
    for code in MINUTES:
        for sentence in sentences(load(code)):
            found_in[sentence].add(code)
    assert {s: sorted(codes) for s, codes in found_in.items() if len(codes) > 1} == {}
