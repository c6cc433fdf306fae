"""Looking names up gives what comparing every pair gives."""

import random

from hypothesis import given
from hypothesis import strategies as st

from lms.core.text import fold, likeness
from lms.people.matching import ListedPerson, keys_of, same_rows
from lms.people.similar_names import ALIKE, MOST_PARTS, SimilarNames, parts_alike

PARTS = (
    "milica", "milicia", "petrovic", "petrovicka", "petrov", "petrova", "ivan", "ivana", "jovanovic", "jovanovik",
    "ana", "an", "marija", "marja", "de", "la",
)  # fmt: skip
part = st.one_of(st.sampled_from(PARTS), st.text("abcdij", min_size=1, max_size=8))
names = st.lists(part, min_size=1, max_size=MOST_PARTS + 2).map(lambda parts: tuple(sorted(parts)))


def exhaustive(known, name) -> list[int]:
    return [place for place, other in enumerate(known) if parts_alike(name, other)]


def looked_up(known, name) -> list[int]:
    index = SimilarNames()
    for place, other in enumerate(known):
        index.add(other, place)
    return list(index.similar(name))


@given(st.lists(names, max_size=25), names)
def test_looking_up_finds_what_comparing_finds(known, name):
    assert looked_up(known, name) == exhaustive(known, name)


def test_among_many_with_slips_of_the_pen():
    chance = random.Random(7)
    known = [tuple(sorted(chance.choices(PARTS, k=chance.randint(1, 4)))) for _number in range(400)]
    for name in known[:60]:
        slipped = tuple(sorted([*name[1:], name[0][:-1] + chance.choice("aeio")]))
        assert looked_up(known, slipped) == exhaustive(known, slipped)


def test_one_slip_one_part_more_and_what_is_neither():
    assert looked_up([("milica", "petrovic")], ("milica", "petrovik")) == [0]
    assert looked_up([("ana", "milica", "petrovic")], ("milica", "petrovic")) == [0]
    assert looked_up([("milica", "petrovic")], ("ana", "milica", "petrovic")) == [0]
    assert looked_up([("milica", "petrovic")], ("ana", "petrovic")) == []
    assert looked_up([("petrov", "ivan")], ("ivana", "petrov")) == []
    assert looked_up([("milica",)], ("milica",)) == []


@given(st.text(st.sampled_from("aćđjgkшњЂёıſ ß'-Ǆ"), max_size=12))
def test_what_is_folded_stays_as_it_is(text):
    assert fold(fold(text)) == fold(text)


@given(st.sampled_from(PARTS), st.sampled_from(PARTS))
def test_a_slip_is_measured_as_likeness_is(a, b):
    shorter, longer = sorted((a, b))
    told_apart = longer == f"{shorter}a" or min(len(a), len(b)) <= 2
    alike = likeness(a, b) >= ALIKE and not told_apart
    assert parts_alike(tuple(sorted((a, "zoran"))), tuple(sorted((b, "zoran")))) == (alike or a == b)


def test_binding_rows_takes_no_longer_for_every_pair():
    rows = [ListedPerson(f"Ilić{n // 2}", "Milica", f"SR-{n // 2}") for n in range(6_000)]
    repeats = same_rows([keys_of(row) for row in rows])
    assert [repeats[n] for n in (0, 1, 5_999)] == [(1,), (0,), (5_998,)]
