"""Moodle XML: items to a file that Moodle reads, and files of any Moodle to items, every question accounted for."""

import base64
import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring  # written, not read  # nosec B405

from django.utils.translation import gettext as _

from ..choices import ItemKind
from .file_text import refuse, refuse_too_many
from .import_parts import PLUGIN, Taker, Unusable, found_of
from .markup import Cut, questions_of
from .pictures import Studio
from .plain import MOST_ANSWERS, TRUE, Answer, Picture, PlainItem, ReadQuestion
from .tags import ItemDestination, category_of, placed, tags_of
from .texts import as_html, tidy_line

#: Formats of Moodle whose text is no HTML.
PLAIN = frozenset(("plain_text", "plain"))


# Reading --------------------------------------------------------------------------------------------------------------


def read(text: str, place: ItemDestination, studio: Studio) -> list[ReadQuestion]:
    """What became of every question of the file. Refuses what `markup` refuses, and 'too_many'."""
    cuts = questions_of(text)
    refuse_too_many(sum(not _is_category(cut) for cut in cuts))
    found, category = [], ""
    for cut in cuts:
        if _is_category(cut):
            category = _inner(cut.element, "category/text") if cut.element is not None else category
        else:
            found.append(_read_cut(cut, category, place, studio))
    if not found:
        refuse("no_items", _("No question was found in this file."))
    return found


def _is_category(cut: Cut) -> bool:
    return re.match(r"<question\b[^<>]*\btype\s*=\s*[\"']category[\"']", cut.text, re.IGNORECASE) is not None


def _read_cut(cut: Cut, category: str, place: ItemDestination, studio: Studio) -> ReadQuestion:
    if cut.element is None:
        guessed = re.search(r"<name>\s*<text>(.{1,80}?)<", cut.text, re.DOTALL)
        name = tidy_line(re.sub(r"<!\[CDATA\[|\]\]>", "", guessed[1])) if guessed else ""
        return ReadQuestion(
            cut.line, name, problems=(_("The markup of this question is broken (a tag is not closed)."),)
        )
    node, taker = cut.element, Taker(studio)
    name = tidy_line(_inner(node, "name/text"))[:80]
    try:
        item = _item(node, taker)
        tags = [tag.text or "" for tag in node.findall("tags/tag/text")]
        item = placed(item, category=category, number=_inner(node, "idnumber").strip(), tags=tags, place=place)
        return found_of(cut.line, name, item, taker)
    except Unusable as trouble:
        return ReadQuestion(cut.line, name, problems=(str(trouble),))


def _item(node: Element, taker: Taker) -> PlainItem:
    word = (node.get("type") or "").strip().lower()
    if word not in _READERS:
        raise Unusable(_("Questions of the kind “%s” are not taken.") % (tidy_line(word)[:40] or "?"))
    if len(node.findall("answer")) > 10 * MOST_ANSWERS:
        raise Unusable(_("There are more than %d answers. Leave some out.") % MOST_ANSWERS)
    head = node.find("questiontext")
    files = {row.get("name") or "": row.text or "" for row in _files(head)}
    question = taker.question(_inner(head, "text"), files, plain=_is_plain(head))
    kind, answers = _READERS[word](node, taker)
    return PlainItem(kind, question, tuple(answers), _said(node.find("generalfeedback"), taker))


def _files(head: Element | None) -> list[Element]:
    """Embedded files in Moodle's spelling: base64 inside `<file>`."""
    return [] if head is None else [row for row in head.findall("file") if row.get("encoding", "base64") == "base64"]


def _inner(node: Element | None, path: str) -> str:
    """All text inside, also where somebody forgot to escape the markup in it."""
    found = node.find(path) if node is not None else None
    if found is None:
        return ""
    if not len(found):
        return found.text or ""
    return (found.text or "") + "".join(tostring(child, encoding="unicode") for child in found)


def _is_plain(node: Element | None) -> bool:
    return node is not None and node.get("format", "html") in PLAIN


def _said(node: Element | None, taker: Taker) -> str:
    """An answer's or feedback's text, reduced."""
    if node is not None and node.findall("file"):
        taker.doubts.append(_("A picture in an answer or in feedback was left out. Does the item still make sense?"))
    return taker.text(_inner(node, "text"), plain=_is_plain(node))


def _weight(node: Element) -> float:
    try:
        return float((node.get("fraction") or "0").replace(",", "."))
    except ValueError:
        return 0.0


def _choices(node: Element, taker: Taker):
    single = _inner(node, "single").strip().lower() in ("true", "1", "")
    rows = [(_weight(row), _said(row, taker), _said(row.find("feedback"), taker)) for row in node.findall("answer")]
    plain = Taker(taker.studio, plain=True)
    answers = plain.choices(rows, single=single)
    taker.notes += plain.notes
    return (ItemKind.SINGLE if single else ItemKind.MULTIPLE), answers


def _truth(node: Element, taker: Taker):
    rows = {_said(row, taker).lower(): row for row in node.findall("answer")}
    right = next((word for word, row in rows.items() if _weight(row) >= 99.9), "")
    if set(rows) != {"true", "false"} or not right:
        raise Unusable(_("It does not say whether the sentence is true or false."))
    feedback = {word: _said(row.find("feedback"), taker) for word, row in rows.items()}
    return ItemKind.TRUE_FALSE, [Answer(word, word == right, feedback[word]) for word in (TRUE, "false")]


def _pairs(node: Element, taker: Taker):
    rows = node.findall("subquestion")
    return ItemKind.MATCHING, [Answer(_said(row, taker), match=_said(row.find("answer"), taker)) for row in rows]


def _steps(node: Element, taker: Taker):
    """Moodle writes each step's place as its fraction; where it is none, the order in the file counts."""
    rows = node.findall("answer")
    places = [_weight(row) for row in rows]
    ordered = [row for _place, row in sorted(zip(places, rows, strict=True), key=lambda pair: pair[0])]
    is_numbered = len(set(places)) == len(places)
    return ItemKind.ORDERING, [Answer(_said(row, taker)) for row in (ordered if is_numbered else rows)]


def _numbers(node: Element, taker: Taker):
    rows = [row for row in node.findall("answer") if _inner(row, "text").strip() != "*"]
    if node.findall("units/unit"):
        taker.notes.append(_("Units are not kept: name the unit in the question."))
    answers = [
        Answer(tidy_line(_inner(row, "text")), _weight(row) >= 99.9, _said(row.find("feedback"), taker),
               tidy_line(_inner(row, "tolerance")) or "0")
        for row in rows
    ]  # fmt: skip
    return ItemKind.NUMERIC, answers


def _short(node: Element, taker: Taker):
    if _inner(node, "usecase").strip() == "1":
        taker.notes.append(_("Capital and small letters are not told apart."))
    rows = [(_weight(row), _said(row, taker), _said(row.find("feedback"), taker)) for row in node.findall("answer")]
    plain = Taker(taker.studio, plain=True)
    answers = plain.accepted(rows)
    taker.notes += plain.notes
    return ItemKind.SHORT, answers


_READERS = {
    "multichoice": _choices,
    "truefalse": _truth,
    "matching": _pairs,
    "ordering": _steps,
    "numerical": _numbers,
    "shortanswer": _short,
}
_TYPES: dict[str, str] = {
    ItemKind.SINGLE: "multichoice",
    ItemKind.MULTIPLE: "multichoice",
    ItemKind.TRUE_FALSE: "truefalse",
    ItemKind.MATCHING: "matching",
    ItemKind.ORDERING: "ordering",
    ItemKind.NUMERIC: "numerical",
    ItemKind.SHORT: "shortanswer",
}


# Writing --------------------------------------------------------------------------------------------------------------


def write(items: Iterable[tuple[PlainItem, Picture | None]]) -> bytes:
    """A file that Moodle and `read` read, in UTF-8."""
    quiz, category = Element("quiz"), ""
    for item, picture in items:
        if category_of(item) != category:
            category = category_of(item)
            _text(SubElement(SubElement(quiz, "question", type="category"), "category"), category)
        _write_one(SubElement(quiz, "question", type=_TYPES[item.kind]), item, picture)
    indent(quiz)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(quiz, encoding="utf-8") + b"\n"


def _write_one(node: Element, item: PlainItem, picture: Picture | None) -> None:
    _text(SubElement(node, "name"), item.code or tidy_line(item.title)[:60])
    head = _html(node, "questiontext", item.question)
    if picture:
        name = f"picture.{picture.kind}"
        head.find("text").text += f'<img src="{PLUGIN}{name}" alt="">'
        file = SubElement(head, "file", name=name, path="/", encoding="base64")
        file.text = base64.b64encode(picture.content).decode()
    _html(node, "generalfeedback", item.feedback)
    for name, value in (("defaultgrade", "1"), ("penalty", "0.3333333"), ("hidden", "0"), ("idnumber", item.code)):
        SubElement(node, name).text = value
    _WRITERS[item.kind](node, item)
    tags = SubElement(node, "tags")
    for tag in tags_of(item):
        _text(SubElement(tags, "tag"), tag)


def _text(node: Element, text: str) -> Element:
    SubElement(node, "text").text = text
    return node


def _html(node: Element, name: str, text: str, **attributes: str) -> Element:
    return _text(SubElement(node, name, format="html", **attributes), as_html(text))


def _write_answers(node: Element, item: PlainItem, *, share: float = 100) -> None:
    credit = f"{share:.5f}".rstrip("0").rstrip(".")
    for row in item.answers:
        answer = _html(node, "answer", row.text, fraction=credit if row.correct else "0")
        _html(answer, "feedback", row.feedback)


def _write_choices(node: Element, item: PlainItem) -> None:
    single = item.kind == ItemKind.SINGLE
    SubElement(node, "single").text = "true" if single else "false"
    SubElement(node, "shuffleanswers").text = "true"
    SubElement(node, "answernumbering").text = "abc"
    _write_answers(node, item, share=100 if single else 100 / len(item.right))


def _write_matching(node: Element, item: PlainItem) -> None:
    SubElement(node, "shuffleanswers").text = "true"
    for row in item.answers:
        # Moodle keeps the right side as plain text; here it is read by what it is said to be.
        answer = SubElement(_html(node, "subquestion", row.text), "answer", format="plain_text")
        _text(answer, row.match)


def _write_ordering(node: Element, item: PlainItem) -> None:
    fixed = (("layouttype", "VERTICAL"), ("selecttype", "ALL"), ("selectcount", "0"),
             ("gradingtype", "ABSOLUTE_POSITION"), ("showgrading", "SHOW"))  # fmt: skip
    for name, value in fixed:
        SubElement(node, name).text = value
    for place, row in enumerate(item.answers, 1):
        _html(node, "answer", row.text, fraction=f"{place}.0000000")


def _write_numeric(node: Element, item: PlainItem) -> None:
    for row in item.answers:
        answer = SubElement(node, "answer", fraction="100" if row.correct else "0", format="moodle_auto_format")
        _html(_text(answer, row.text), "feedback", row.feedback)
        SubElement(answer, "tolerance").text = row.match


def _write_short(node: Element, item: PlainItem) -> None:
    SubElement(node, "usecase").text = "0"
    for row in item.answers:
        answer = SubElement(node, "answer", fraction="100" if row.correct else "0", format="plain_text")
        _html(_text(answer, row.text), "feedback", row.feedback)


_WRITERS: dict[str, Callable[[Element, PlainItem], None]] = {
    ItemKind.SINGLE: _write_choices,
    ItemKind.MULTIPLE: _write_choices,
    ItemKind.TRUE_FALSE: _write_answers,
    ItemKind.MATCHING: _write_matching,
    ItemKind.ORDERING: _write_ordering,
    ItemKind.NUMERIC: _write_numeric,
    ItemKind.SHORT: _write_short,
}
