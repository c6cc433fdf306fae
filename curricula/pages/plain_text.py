"""Any block of frozen content as one line of words, for comparing and for the words of a search."""

from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from ..blocks import METHODS, PLAN_WORDS

#: Facts about a block that are no words of it.
SILENT = {"type", "method", "minutes", "hash", "sha256", "item", "mandatory", "is_decorative", "width", "height"}
METHOD_WORDS = dict(METHODS)
#: Words are read in this order and not in the record's: PostgreSQL's JSON puts names in an order of its own.
READING_ORDER = (
    "summary", "objectives", "key_points", "safety_note", "body", "lesson_plan", "scenario", "exercise", "references",
    "trainer_notes", "standard", "number", "edition", "title", "question", "text", "purpose", "set_up", "detail",
    "part", "materials", "steps", "answers", "match", "questions", "debrief", "alt", "caption", "feedback",
)  # fmt: skip
PLACES = {name: place for place, name in enumerate(READING_ORDER)}


def spoken(value) -> str:
    """All words in plain JSON, one after another; markup is left out."""
    return " ".join(_texts(value))


def _texts(value):
    if isinstance(value, dict):
        for name in sorted(value.keys() - SILENT, key=_place):
            yield from _texts(value[name])
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and value.strip():
        yield plain(value)


def _place(name: str) -> tuple[int, str]:
    return PLACES.get(name, len(PLACES)), name


def plain(text: str) -> str:
    """Text without markup."""
    return " ".join(unescape(strip_tags(text.replace("<", " <"))).split()) if "<" in text else text.strip()


def words_of_block(block) -> str:
    """The block with its facts before its words: "5 min. Discussion. Who can open it tonight? The trainer asks …"."""
    if not isinstance(block, dict):
        return plain(str(block))
    return ". ".join(filter(None, [*_facts(block), " · ".join(_texts(block))]))


def _facts(block: dict):
    if block.get("minutes"):
        yield _("%d min") % block["minutes"]
    yield str(PLAN_WORDS.get(block.get("type", ""), ""))
    yield str(METHOD_WORDS.get(block.get("method", ""), "")) if "type" not in block else ""
    if block.get("mandatory"):
        yield _("in every training")
    if block.get("hash"):
        yield block["hash"][:8]
    if block.get("sha256"):
        yield block["sha256"][:8]
