"""Pieces of foreign files become parts of items here: the same judgement for GIFT and Moodle XML."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from .pictures import DATA_ADDRESS, Studio
from .plain import FALSE, TRUE, Answer, Picture, PlainItem, ReadQuestion, findings, number_of, tidied
from .texts import reduce, tidy_line

PLUGIN = "@@PLUGINFILE@@/"


class Unusable(Exception):
    """This question cannot become an item; the sentence says why, by the name of what it is."""


class Taker:
    """Reduces the texts of one question, and remembers what was left out and what a person should look at."""

    def __init__(self, studio: Studio, *, plain: bool = False) -> None:
        self.studio, self.plain = studio, plain
        self.picture: Picture | None = None
        self.doubts: list[str] = []
        self.notes: list[str] = []

    def text(self, text: str, *, plain: bool | None = None) -> str:
        """A text without its markup; pictures in it are left out, and said so."""
        found = reduce(text, plain=self.plain if plain is None else plain)
        if found.pictures:
            self.doubts.append(_("A picture in an answer or in feedback was left out. Does the item still make sense?"))
        self._say_lost(found.lost)
        return found.text

    def question(self, text: str, files: dict[str, str] | None = None, *, plain: bool | None = None) -> str:
        """The question's text; its first usable picture is kept. `files` are {name: base64}."""
        found = reduce(text, plain=self.plain if plain is None else plain)
        for address in found.pictures:
            self._take_picture(address, files or {})
        self._say_lost(found.lost)
        return found.text

    def _take_picture(self, address: str, files: dict[str, str]) -> None:
        name = address.removeprefix(PLUGIN)
        data = DATA_ADDRESS.fullmatch(address.strip())
        encoded = data[1] if data else files.get(name)
        if encoded is None:
            self.doubts.append(_("The picture “%s” is not in the file and was left out.") % tidy_line(address)[:60])
            return
        picture, trouble = self.studio.take("" if data else tidy_line(name), encoded)
        if picture and self.picture:
            self.doubts.append(_("Only the first picture is kept."))
        self.doubts += [trouble] if trouble else []
        self.picture = self.picture or picture

    def _say_lost(self, lost: Sequence[str]) -> None:
        if lost:
            self.doubts.append(_("Left out: %s. Does the item still make sense?") % ", ".join(lost))

    def choices(self, weighed: Iterable[tuple[float, str, str]], *, single: bool) -> list[Answer]:
        """Answers to choose from: right is what gives credit; for a single choice, what gives all of it."""
        rows = list(weighed)
        if any(0 < weight < 100 for weight, *_rest in rows) and single:
            self.notes.append(_("Answers with part of the credit count as wrong."))
        return [
            Answer(self.text(text), weight >= 99.9 if single else weight > 0, self.text(feedback))
            for weight, text, feedback in rows
        ]

    def accepted(self, weighed: Iterable[tuple[float, str, str]]) -> list[Answer]:
        """Accepted short answers; those that only catch a mistake stay, as wrong."""
        rows = [(weight, self.text(text), self.text(feedback)) for weight, text, feedback in weighed]
        if any("*" in text for _weight, text, _feedback in rows):
            self.notes.append(_("An asterisk stands for itself here, not for any text."))
        return [Answer(text, weight >= 99.9, feedback) for weight, text, feedback in rows if text != "*" or weight > 99]

    def truth(self, is_true: bool, wrong: str = "", right: str = "") -> list[Answer]:
        """Both answers with the feedback of the one chosen wrongly and rightly."""
        said = {is_true: self.text(right), not is_true: self.text(wrong)}
        return [Answer(TRUE, is_true, said[True]), Answer(FALSE, not is_true, said[False])]

    def pair(self, left: str, right: str) -> Answer:
        return Answer(self.text(left), match=self.text(right))

    def step(self, text: str) -> Answer:
        return Answer(self.text(text))

    def number(self, value: str, tolerance: str, weight: float, feedback: str) -> Answer:
        return Answer(tidy_line(value), weight >= 99.9, self.text(feedback), tidy_line(tolerance) or "0")

    def number_between(self, low: str, high: str, weight: float, feedback: str) -> Answer:
        """A range as its middle with half its width."""
        first, last = number_of(low), number_of(high)
        if first is None or last is None or last < first:
            raise Unusable(_("“%s” is no range of numbers.") % tidy_line(f"{low}..{high}")[:60])
        middle, half = (first + last) / Decimal(2), (last - first) / Decimal(2)
        return self.number(format(middle, "f"), format(half, "f"), weight, feedback)


def found_of(line: int, name: str, item: PlainItem, taker: Taker) -> ReadQuestion:
    """The tidied item with its picture, refused with every reason if it cannot be asked."""
    picture = taker.picture
    if picture:
        item = replace(item, picture=picture.sha256, picture_kind=picture.kind)
    item = tidied(item)
    problems = tuple(finding.message for finding in findings(item))
    title = item.title or name
    if problems:
        return ReadQuestion(line, name or title, problems=tuple(dict.fromkeys([*problems, *taker.doubts])))
    return ReadQuestion(
        line, title, item, (), tuple(dict.fromkeys(taker.doubts)), tuple(dict.fromkeys(taker.notes)), picture
    )
