"""Two forms from one bank: deterministic, parallel, apart; and a clear word where the bank is too small."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curricula.bank.drawing import DrawableItem, draw
from curricula.bank.gaps import lines_of
from curricula.bank.papers import papers
from tests.amounts import amount

from .made import ONE_OF_EACH

pools = st.lists(
    st.builds(DrawableItem, st.integers(0, 999).map(lambda n: f"X-{n:03d}"), st.sampled_from(["A", "B"]),
              st.sampled_from([None, 1, 2, 3])),
    unique_by=lambda slot: slot.code, max_size=24,
)  # fmt: skip
blueprints = st.dictionaries(st.sampled_from(["A", "B"]), st.integers(0, 5))


def slots(*objectives, module="A") -> list[DrawableItem]:
    return [DrawableItem(f"{module}-{number:03d}", module, objective) for number, objective in enumerate(objectives, 1)]


@given(pools, blueprints, st.text(max_size=5))
@settings(max_examples=amount(200), deadline=None)
def test_any_draw(pool, blueprint, seed):
    forms = draw(pool, blueprint, seed)
    assert forms == draw(list(reversed(pool)), blueprint, seed)
    module = {slot.code: slot.module for slot in pool}
    there = Counter(module.values())
    for form in (forms.pre, forms.post):
        assert len(set(form)) == len(form)
        asked = Counter(module[code] for code in form)
        assert all(asked[name] == min(wanted, there[name]) for name, wanted in blueprint.items())
    for name, wanted in blueprint.items():
        shared = {code for code in forms.pre if module[code] == name} & set(forms.post)
        assert bool(shared) == (there[name] < 2 * wanted and bool(there[name]))
    amiss = {finding.code for finding in forms.findings}
    assert ("too_few" in amiss) == any(there[name] < wanted for name, wanted in blueprint.items())


def test_both_forms_ask_about_the_same_objectives():
    pool = slots(1, 1, 2, 2, 3, 3)
    forms = draw(pool, {"A": 3}, "1")
    objective = {slot.code: slot.objective for slot in pool}
    assert [objective[code] for code in forms.pre] == [objective[code] for code in forms.post]
    assert {objective[code] for code in forms.pre} == {1, 2, 3}
    assert forms.findings == ()


def test_another_seed_draws_other_forms():
    pool = slots(*[1] * 12)
    assert len({draw(pool, {"A": 3}, str(seed)).pre for seed in range(10)}) > 5


@pytest.mark.parametrize(("there", "code"), [(3, "overlap"), (1, "too_few"), (0, "too_few")])
def test_a_bank_too_small_is_said_so(there, code):
    (finding,) = draw(slots(*[1] * there), {"A": 2}, "1").findings
    assert finding.code == code and finding.message.startswith("A:")


# Gaps -----------------------------------------------------------------------------------------------------------------


def test_gaps_are_counted_by_module_and_objective():
    placed = [("A", 1), ("A", 1), ("A", None)]
    first, second = lines_of([("A", "One"), ("B", "Two")], {"A": ["x", "y"]}, placed, {"A": 2})
    assert (first.items, first.needed, first.missing, first.unplaced) == (3, 4, 1, 1)
    assert [line.number for line in first.bare] == [2]
    assert (second.items, second.has_gap) == (0, False)
    (untested,) = lines_of([("T01", "Didactics")], {"T01": ["x"]}, [], {"A": 2})
    assert untested.has_gap is False


# On paper -------------------------------------------------------------------------------------------------------------


def coded():
    from dataclasses import replace

    return [replace(item, code=f"M01-{number:03d}") for number, item in enumerate(ONE_OF_EACH, 1)]


def test_the_key_fits_the_paper():
    items = coded()
    found = papers([item.code for item in items], items, "en", "seed")
    assert [paper.number for paper in found] == list(range(1, 8))
    single, multiple, truth, matching, ordering, numeric, short = found
    assert single.key == next(option.letter for option in single.options if option.text == "this")
    assert multiple.key == ", ".join(option.letter for option in multiple.options if option.text in "ab")
    letters = {option.text: option.letter for option in matching.options}
    assert (matching.stems, matching.key) == (("l", "m"), f"1 {letters['1']}, 2 {letters['2']}")
    letters = {option.text: option.letter for option in ordering.options}
    assert ordering.key == " ".join(letters[text] for text in ("one", "two", "three"))
    assert (truth.key, numeric.key, short.key) == ("false", "3.5 ± 0.1", "seal / a seal")


def test_a_translation_takes_the_place_of_its_original_and_mixes_alike():
    from dataclasses import replace

    original = coded()[0]
    answers = tuple(replace(row, text=row.text.upper()) for row in original.answers)
    other = replace(original, code="M01-009", language="sq", translation_of=original.code, answers=answers)
    (english,) = papers([original.code], [original, other], "en", "s")
    (albanian,) = papers([original.code], [original, other], "sq", "s")
    (serbian,) = papers([original.code], [original, other], "sr-Latn", "s")
    assert [option.text.upper() for option in english.options] == [option.text for option in albanian.options]
    assert (english.key, english.is_original, serbian.is_original) == (albanian.key, False, True)
