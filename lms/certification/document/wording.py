"""What a certificate says, in its own language: fixed texts of a document, apart from the interface's catalogues.

A certificate may be in a language the interface does not speak. What is printed is put together once, at issue, and
kept with the facts: a better translation next year changes no document of today.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from lms.core.designation import designate, footnotes_for
from lms.core.transliteration import to_cyrillic

from ..choices import CertificateKind

FOLDER = Path(__file__).parent / "words"
#: Two scripts of one language: the Cyrillic words are the Latin ones, letter by letter.
LATIN_OF = {"sr-Cyrl": "sr-Latn", "cnr-Cyrl": "cnr"}
TRAINER_FACTS = ("valid_from", "valid_until", "number", "tot_days", "hours_edition", "issued_on")
COMPLETION_FACTS = ("days_label", "hours_edition", "number", "venue", "reference", "issued_on")


@lru_cache(maxsize=16)
def words_in(language: str) -> Mapping:
    """The texts of one language by their keys; English for one without."""
    if language in LATIN_OF:
        return _in_cyrillic(words_in(LATIN_OF[language]))
    path = FOLDER / f"{language}.json"
    return json.loads((path if path.exists() else FOLDER / "en.json").read_text(encoding="utf-8"))


def _in_cyrillic(words: Mapping) -> dict:
    return {
        key: [to_cyrillic(text) for text in value] if isinstance(value, list) else to_cyrillic(value)
        for key, value in words.items()
    }


def printed_words(facts: Mapping) -> dict:
    """Everything on the document that is no name: title, sentences, [label, value] pairs, the footnote where due."""
    words = words_in(facts["language"])
    level = facts["level"]
    names = TRAINER_FACTS if facts["kind"] == CertificateKind.TRAINER else COMPLETION_FACTS
    values = _values(facts, words)
    said = {
        "title": words[facts["kind"]],
        "level": words.get(level, "") if level else "",
        "lead": words["lead"],
        "says": _says(facts, words),
        "may": words.get(f"{level}_may", "") if level else "",
        "facts": [[words[name], designate(values[name])] for name in names if values[name]],
        "check": words["check"],
        "entry": words["entry"].format(number=facts["log_entry"]) if facts.get("log_entry") else "",
    }
    return {**said, "footnote": next(iter(footnotes_for(facts.values())), "")}


def _says(facts: Mapping, words: Mapping) -> str:
    """A training called after its curriculum is not named beside it a second time."""
    if facts["kind"] == CertificateKind.TRAINER:
        key = "trainer_says"
    elif facts["training"].casefold() == facts["curriculum"].casefold():
        key = "completion_says_once"
    else:
        key = "completion_says"
    return designate(words[key].replace("{training}", facts["training"]))


def _values(facts: Mapping, words: Mapping) -> dict[str, str]:
    days = _days(facts["starts_on"], facts["ends_on"], words)
    return {
        **{name: _day(facts[name], words) for name in ("valid_from", "valid_until", "issued_on")},
        **{name: facts[name] for name in ("number", "venue", "reference")},
        "tot_days": days,
        "days_label": days,
        "hours_edition": f"{facts['minutes'] / 60:.4g} · {facts['edition']}",
    }


def _day(iso: str, words: Mapping, shape: str = "day", first: str = "") -> str:
    """A day as the language writes it, in full; nothing for no day."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return words[shape].format(a=first, d=day.day, m=words["months"][day.month - 1], y=day.year)


def _days(first: str, last: str, words: Mapping) -> str:
    """From a day to a day; the month once where it is one month."""
    if first == last:
        return _day(first, words)
    if first[:7] == last[:7]:
        return _day(last, words, "days", str(int(first[8:])))
    return f"{_day(first, words)} – {_day(last, words)}"
