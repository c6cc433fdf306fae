"""Text that arrives in two scripts and many habits: made tidy and compared."""

import re
import unicodedata
from difflib import SequenceMatcher

from .transliteration import to_latin

_PLAIN_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʹ`´′＇")


def tidy(text: str) -> str:
    """One line of NFC text: trimmed, single blanks, without control, format (bidi, zero-width) or NUL characters."""
    if text.isprintable():  # then blanks are the only space there is, and nothing is invisible
        return " ".join(unicodedata.normalize("NFC", text).split())
    spaced = (" " if character.isspace() else character for character in text)
    kept = (character for character in spaced if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def fold(text: str) -> str:
    """The key under which two spellings count as the same: lower-case Latin letters and digits, single blanks.

    Cyrillic becomes Latin, diacritics go, apostrophes go, every other sign is a blank; đ, dj and ђ agree, as do gj and
    ѓ, kj and ќ: Đorđe = Djordje = Dorde = Ђорђе. For comparing, never for showing; e-mail addresses and service
    numbers are not folded.
    """
    plain = text.translate(_FOLDED) if _ALONE.fullmatch(text) else _folded(text)
    return re.sub(r"([dgk])j+", r"\1", " ".join(plain.split()))


def _folded(text: str) -> str:
    """Each sign as the key has it; words are still apart by any number of blanks."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold())
    decomposed = unicodedata.normalize("NFKD", to_latin(text)).casefold()
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate(_PLAIN_LETTERS)
    return "".join(sign if sign.isalnum() else " " for sign in plain.translate(_APOSTROPHES))


class _FoldedSigns(dict):
    """What single signs become, worked out once each."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded(chr(code))
        return found


_FOLDED = _FoldedSigns()
#: Latin, Greek and Cyrillic without combining marks: there no sign changes what another one becomes.
_ALONE = re.compile(r"[\x00-\u02af\u0370-\u0482\u048a-\u052f]*")


def script_of(text: str) -> str:
    """'latin', 'cyrillic', 'mixed', or 'none' when there is no letter of either."""
    found = {_script_of_letter(sign) for sign in text if sign.isalpha()} - {""}
    return "mixed" if len(found) > 1 else found.pop() if found else "none"


def _script_of_letter(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return "latin" if "LATIN" in name else "cyrillic" if "CYRILLIC" in name else ""


def likeness(a: str, b: str) -> float:
    """How alike two names are, 0 to 1, folded and in whatever order of their parts; an empty one is like nothing."""
    first, second = sorted(" ".join(sorted(fold(text[:200]).split())) for text in (a, b))
    if not first or not second:
        return 0.0
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()


def name_parts_match(a: str, b: str) -> bool:
    """Whether every part of the shorter name is a part of the longer one ('Ana Petrović' and 'Петровић Ана Марија')."""
    fewer, more = sorted((fold(a).split(), fold(b).split()), key=len)
    return bool(fewer) and all(fewer.count(part) <= more.count(part) for part in fewer)
