"""Moodle's GIFT: items to text that Moodle reads, and text of any origin to items, every question accounted for."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..choices import ItemKind
from .export_parts import Giver
from .file_text import refuse, refuse_too_many
from .import_parts import Taker, Unusable, found_of
from .pictures import Studio
from .plain import Picture, PlainItem, ReadQuestion
from .tags import ItemDestination, category_of, placed, tags_of
from .texts import tidy_line

ESCAPES = dict(zip(":#={}~n\\", map(chr, range(0xE000, 0xE008)), strict=True))
RESTORED = {ord(place): "\n" if sign == "n" else sign for sign, place in ESCAPES.items()}
HEAD = re.compile(r"\s*(?:::(?P<name>.*?)::)?\s*(?:\[(?P<format>html|plain|moodle|markdown)\])?", re.DOTALL)
WEIGHT = re.compile(r"\s*%\s*(-?\d{1,3}(?:[.,]\d{1,7})?)\s*%")
NOTED = re.compile(r"\[(id|tag):([^\]]*)\]")
TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
ORDER_HEAD = re.compile(r">\s*\d*(?:\s*[A-Z_]+)*\s*", re.ASCII)


@dataclass(frozen=True)
class GiftQuestion:
    """One question as it stands in the file, escaped signs already put aside."""

    line: int
    text: str
    category: str = ""
    number: str = ""
    tags: tuple[str, ...] = ()


# Reading --------------------------------------------------------------------------------------------------------------


def read(text: str, place: ItemDestination, studio: Studio) -> list[ReadQuestion]:
    """What became of every question of the file. Refuses 'no_items' and 'too_many'."""
    blocks = list(_blocks(_put_aside(text)))
    if not blocks:
        refuse("no_items", _("No question was found in this file."))
    refuse_too_many(len(blocks))
    return [_read_block(block, place, studio) for block in blocks]


def _put_aside(text: str) -> str:
    """Escaped signs as placeholders, so that the others are known to be GIFT's own."""
    clean = re.sub("[\ue000-\uf8ff]", "", text.lstrip("\ufeff").replace("\0", ""))
    return re.sub(r"\\([:#={}~n\\])", lambda found: ESCAPES[found[1]], clean)


def _restore(text: str) -> str:
    return text.translate(RESTORED)


def _blocks(text: str) -> Iterator[GiftQuestion]:
    """Questions lie between blank lines; comments before one may carry its id and tags."""
    category, lines, notes, start = "", [], [], 0
    for number, line in enumerate([*re.split(r"\r\n?|\n", text), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            notes += NOTED.findall(bare)
        elif bare.upper().startswith("$CATEGORY:"):
            category = _restore(bare[10:]).strip()
        elif bare:
            start = start if lines else number
            lines.append(line)
        elif lines:
            yield _block(start, lines, category, notes)
            lines, notes = [], []


def _block(start: int, lines: list[str], category: str, notes: list[tuple[str, str]]) -> GiftQuestion:
    numbers = [_restore(value) for word, value in notes if word == "id"]
    tags = tuple(_restore(value) for word, value in notes if word == "tag")
    return GiftQuestion(start, "\n".join(lines), category, (numbers or [""])[-1].strip(), tags)


def _read_block(block: GiftQuestion, place: ItemDestination, studio: Studio) -> ReadQuestion:
    head = HEAD.match(block.text)
    name = tidy_line(_restore(head["name"] or ""))
    taker = Taker(studio, plain=head["format"] == "plain")
    try:
        taken = _taken(block.text[head.end() :], taker)
        item = placed(taken, category=block.category, number=block.number, tags=block.tags, place=place)
        return found_of(block.line, name, item, taker)
    except Unusable as trouble:
        return ReadQuestion(block.line, name or tidy_line(_restore(block.text))[:80], problems=(str(trouble),))


def _taken(body: str, taker: Taker) -> PlainItem:
    opens, closes = body.find("{"), body.rfind("}")
    if opens < 0:
        raise Unusable(_("This is a description without a question (description). It was left out."))
    if closes < opens or body.count("{") != 1 or body.count("}") != 1:
        raise Unusable(_("The braces do not fit together, or there are several gaps (cloze). Correct the question."))
    behind = body[closes + 1 :].strip()
    question = taker.question(_restore(body[:opens] + (f" _____ {behind}" if behind else "")))
    inside, _hashes, general = body[opens + 1 : closes].partition("####")
    feedback = taker.text(_restore(general))
    kind, answers = _answers(inside.strip(), taker)
    return PlainItem(kind, question, tuple(answers), feedback)


def _answers(inside: str, taker: Taker):
    """The kind and its answers, by the signs that GIFT uses for each."""
    if not inside:
        raise Unusable(_("Questions with a free text (essay) are not taken."))
    if inside.startswith("#"):
        return ItemKind.NUMERIC, list(_numbers(inside[1:].strip(), taker))
    if inside.startswith(">"):
        return ItemKind.ORDERING, list(_steps(inside, taker))
    word = inside.split("#")[0].strip().upper()
    if word in TRUTH:
        return ItemKind.TRUE_FALSE, taker.truth(TRUTH[word], *(_restore(part) for part in inside.split("#")[1:3]))
    return _marked_answers(inside, taker)


def _marked_answers(inside: str, taker: Taker):
    marks = re.split(r"([=~])", inside)
    if marks[0].strip():
        raise Unusable(_("The answers cannot be read: each must begin with = or ~."))
    pieces = list(zip(marks[1::2], marks[2::2], strict=True))
    if all(mark == "=" and "->" in text for mark, text in pieces):
        return ItemKind.MATCHING, [taker.pair(*map(_restore, text.split("->", 1))) for _mark, text in pieces]
    weighed = [_weighed(mark, text, taker) for mark, text in pieces]
    if any(mark == "~" for mark, _text in pieces):
        single = any(mark == "=" for mark, _text in pieces)
        return (ItemKind.SINGLE if single else ItemKind.MULTIPLE), taker.choices(weighed, single=single)
    return ItemKind.SHORT, taker.accepted(weighed)


def _weighed(mark: str, text: str, taker: Taker) -> tuple[float, str, str]:
    """(weight in per cent, answer, feedback)."""
    found = WEIGHT.match(text)
    weight = float(found[1].replace(",", ".")) if found else (100.0 if mark == "=" else 0.0)
    answer, _hash, feedback = (text[found.end() :] if found else text).partition("#")
    own = re.match(r"\s*\[(?:html|plain|moodle|markdown)\]", answer)
    return weight, _restore(answer[own.end() :] if own else answer), _restore(feedback)


def _numbers(inside: str, taker: Taker):
    pieces = [piece for piece in inside.split("=") if piece.strip()] if "=" in inside else [inside]
    for piece in pieces:
        weight, answer, feedback = _weighed("=", piece, taker)
        low, dots, high = answer.partition("..")
        if dots:
            yield taker.number_between(low, high, weight, feedback)
        else:
            value, _colon, tolerance = answer.partition(":")
            yield taker.number(value, tolerance, weight, feedback)


def _steps(inside: str, taker: Taker):
    """The first line says how Moodle shows them; each further line is a step."""
    first, *lines = inside.split("\n")
    rest = first[ORDER_HEAD.match(first).end() :]
    for line in [rest, *lines]:
        if line.strip():
            yield taker.step(_restore(line))


# Writing --------------------------------------------------------------------------------------------------------------

_SPECIAL = re.compile(r"[\\~=#{}:]")


def write(items: Iterable[tuple[PlainItem, Picture | None]]) -> str:
    """A file that Moodle and `read` read: one question each, grouped by category where they follow each other."""
    blocks, category = [], ""
    for item, picture in items:
        if category_of(item) != category:
            category = category_of(item)
            blocks.append(f"$CATEGORY: {category}")
        blocks.append(_write_one(item, Giver(item, picture)))
    return "\n\n".join(blocks) + "\n"


def _write_one(item: PlainItem, giver: Giver) -> str:
    notes = "".join([f"[id:{item.code}] " if item.code else "", *(f"[tag:{tag}] " for tag in tags_of(item))])
    inside = _WRITERS[item.kind](item, lambda text: _escape(giver.text(text)))
    feedback = f"####{_escape(giver.text(item.feedback))}" if item.feedback else ""
    join = "\n" if item.kind == ItemKind.ORDERING and feedback else ""
    name = _escape(item.code or tidy_line(item.title)[:60])
    return f"// {notes.strip()}\n::{name}::[{giver.format}]{_escape(giver.question())} {{{inside}{join}{feedback}}}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], text).replace("\n", "\\n")


Say = Callable[[str], str]


def _with_feedback(text: str, feedback: str) -> str:
    return f"{text}#{feedback}" if feedback else text


def _write_single(item: PlainItem, say: Say) -> str:
    parts = [("=%100%" if row.correct else "~%0%") + _with_feedback(say(row.text), say(row.feedback))
             for row in item.answers]  # fmt: skip
    return " ".join(parts)


def _write_multiple(item: PlainItem, say: Say) -> str:
    share = f"{100 / len(item.right):.5f}".rstrip("0").rstrip(".")
    parts = [f"~%{share if row.correct else 0}%" + _with_feedback(say(row.text), say(row.feedback))
             for row in item.answers]  # fmt: skip
    return " ".join(parts)


def _write_truth(item: PlainItem, say: Say) -> str:
    right, wrong = (item.answers[0], item.answers[1])[:: 1 if item.answers[0].correct else -1]
    word = "TRUE" if item.answers[0].correct else "FALSE"
    texts = [say(wrong.feedback), say(right.feedback)]
    return word + ("#" + "#".join(texts if texts[1] else texts[:1]) if any(texts) else "")


def _write_matching(item: PlainItem, say: Say) -> str:
    return " ".join(f"={say(row.text)} -> {say(row.match)}" for row in item.answers)


def _write_ordering(item: PlainItem, say: Say) -> str:
    steps = "\n".join(say(row.text) for row in item.answers)
    return f">{len(item.answers)} ALL VERTICAL ABSOLUTE_POSITION\n{steps}"


def _write_numeric(item: PlainItem, say: Say) -> str:
    parts = [f"=%{100 if row.correct else 0}%" + _with_feedback(f"{row.text}:{row.match}", say(row.feedback))
             for row in item.answers]  # fmt: skip
    return "#" + " ".join(parts)


def _write_short(item: PlainItem, say: Say) -> str:
    parts = [f"=%{100 if row.correct else 0}%" + _with_feedback(say(row.text), say(row.feedback))
             for row in item.answers]  # fmt: skip
    return " ".join(parts)


_WRITERS: dict[str, Callable[[PlainItem, Callable[[str], str]], str]] = {
    ItemKind.SINGLE: _write_single,
    ItemKind.MULTIPLE: _write_multiple,
    ItemKind.TRUE_FALSE: _write_truth,
    ItemKind.MATCHING: _write_matching,
    ItemKind.ORDERING: _write_ordering,
    ItemKind.NUMERIC: _write_numeric,
    ItemKind.SHORT: _write_short,
}
