"""Items for tests: one of each kind, any number of them by hypothesis, and a small bank."""

from dataclasses import replace

from hypothesis import strategies as st

from curricula.bank.plain import FALSE, TRUE, Answer, PlainItem, findings, tidied
from curricula.bank.tags import ItemDestination
from curricula.choices import ItemKind

MODULES = frozenset(("M01", "M02", "T01"))
PLACE = ItemDestination(MODULES, "M01")


def single(question="Which one?", **more) -> PlainItem:
    answers = (Answer("this", True, "Yes."), Answer("that", False, "No."), Answer("neither", False))
    return PlainItem(ItemKind.SINGLE, question, answers, **{"module": "M01", "objective": 1, **more})


ONE_OF_EACH = [
    single(feedback="For all."),
    PlainItem(ItemKind.MULTIPLE, "Which ones?", (Answer("a"), Answer("b", True, "Too."), Answer("c", False)),
              module="M01"),
    PlainItem(ItemKind.TRUE_FALSE, "It is so.", (Answer(TRUE, False, "No."), Answer(FALSE, True, "Right.")),
              module="M01"),
    PlainItem(ItemKind.MATCHING, "Match.", (Answer("l", match="1"), Answer("m", match="2"), Answer("", match="3")),
              module="M02"),
    PlainItem(ItemKind.ORDERING, "In order.", (Answer("one"), Answer("two"), Answer("three")), module="M02"),
    PlainItem(ItemKind.NUMERIC, "How many?", (Answer("3.5", True, "Yes.", "0.1"), Answer("4", False, "No.", "0")),
              module="M02", objective=2),
    PlainItem(ItemKind.SHORT, "Which word?", (Answer("seal"), Answer("a seal"), Answer("key", False, "No.")),
              module="M02", language="sr-Latn"),
]  # fmt: skip

# Any text: every script, and every sign that a format takes for its own.
awkward = st.text(st.sampled_from("~=#{}:\\/[]<>&%*\"'|-$!\n 1aжš.,;")) | st.text(max_size=60)
texts = awkward.map(lambda text: text[:200])
numbers = st.decimals(-(10**6), 10**6, allow_nan=False, places=3).map(str)
positive = st.decimals(0, 10**3, allow_nan=False, places=3).map(str)
answers = {
    ItemKind.SINGLE: st.builds(Answer, texts, st.booleans(), texts),
    ItemKind.MULTIPLE: st.builds(Answer, texts, st.booleans(), texts),
    ItemKind.MATCHING: st.builds(Answer, texts, match=texts),
    ItemKind.ORDERING: st.builds(Answer, texts),
    ItemKind.NUMERIC: st.builds(Answer, numbers, st.booleans(), texts, positive),
    ItemKind.SHORT: st.builds(Answer, texts, st.booleans(), texts),
}


@st.composite
def plain_items(draw) -> PlainItem:
    """Any item that may be asked, as the bank keeps it."""
    kind = draw(st.sampled_from(list(ItemKind)))
    if kind == ItemKind.TRUE_FALSE:
        right, first, second = draw(st.booleans()), draw(texts), draw(texts)
        rows = [Answer(TRUE, right, first), Answer(FALSE, not right, second)]
    else:
        rows = draw(st.lists(answers[kind], min_size=2, max_size=6))
    if kind == ItemKind.SINGLE:
        rows = [replace(row, correct=number == 0) for number, row in enumerate(rows)]
    return tidied(
        PlainItem(
            kind, draw(texts), tuple(rows), draw(texts), draw(st.sampled_from(["en", "sq", "sr-Cyrl"])),
            draw(st.sampled_from(sorted(MODULES))), draw(st.sampled_from([None, 1, 12])),
            draw(st.sampled_from(["", "M01-007"])), draw(st.sampled_from(["", "M02-001"])),
        )
    )  # fmt: skip


askable = plain_items().filter(lambda item: not findings(item))
