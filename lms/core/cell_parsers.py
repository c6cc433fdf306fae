"""What a free-text cell says: a value that is certain, or none and a sentence on the cure. Nothing is guessed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lms.core.text import fold, tidy

MAN, WOMAN, NOT_RECORDED = "man", "woman", "not_recorded"
FORMULA_SIGNS = ("=", "+", "@", "-")


@dataclass(frozen=True)
class ReadValue:
    """One value as read.

    value: None where nothing certain was found (for sex: 'not_recorded').
    raw:   the cell as it stood (str, int, float, bool, date, datetime, time or None).
    doubt: '' or a translatable sentence naming the trouble and its cure. A blank cell is no doubt.
    """

    value: Any
    raw: Any = None
    doubt: Any = ""

    @property
    def is_certain(self) -> bool:
        """A value is there and nothing speaks against it."""
        return self.value is not None and not self.doubt


Reader = Callable[[Any], ReadValue]


def is_blank(raw: Any) -> bool:
    """No value, or text of blanks and invisible characters only."""
    return raw is None or (isinstance(raw, str) and not tidy(raw))


def _doubt(raw: Any, sentence: Any, value: Any = None, **named: Any) -> ReadValue:
    shown = {"raw": _shown(raw), **named}
    return ReadValue(value, raw, format_lazy(sentence, **shown))


def _shown(raw: Any) -> str:
    text = tidy(str(raw))
    return text if len(text) <= 60 else text[:57] + "…"


def _is_number(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


# Text -----------------------------------------------------------------------------------------------------------------


def read_text(raw: Any, *, max_length: int = 2000) -> ReadValue:
    """Free text of one line, tidy; a number or a date becomes its text."""
    if is_blank(raw):
        return ReadValue(None, raw)
    text = tidy(raw.date().isoformat() if isinstance(raw, datetime) else _plain(raw))
    if len(text) > max_length:
        return _doubt(raw, _("“{raw}” is longer than {limit} characters. Shorten it."), limit=max_length)
    return ReadValue(text, raw)


def _plain(raw: Any) -> str:
    return str(int(raw)) if isinstance(raw, float) and raw.is_integer() else str(raw)


_NAME = re.compile(r"(?=.*[^\W\d_])(?:[^\W\d_]|[\u0300-\u036f'. -])+")
_NAME_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-"})


def read_name(raw: Any, *, max_length: int = 100) -> ReadValue:
    """One part of a person's name, tidy: letters of any script, apostrophes, hyphens, dots and blanks."""
    if is_blank(raw):
        return ReadValue(None, raw)
    text = tidy(str(raw)).translate(_NAME_SIGNS)
    if text.startswith(FORMULA_SIGNS):
        return _doubt(raw, _("“{raw}” begins like a formula, not like a name. Type the name as text."))
    if len(text) > max_length:
        return _doubt(raw, _("“{raw}” is longer than {limit} characters. Shorten it."), limit=max_length)
    if not isinstance(raw, str) or not _NAME.fullmatch(text):
        return _doubt(raw, _("“{raw}” is not a name. Use letters, apostrophes, hyphens and blanks only."))
    return ReadValue(text, raw)


def read_identifier(raw: Any, *, max_length: int = 40) -> ReadValue:
    """A service number as text, leading zeros kept; from a number cell the text is proposed with a doubt."""
    if is_blank(raw):
        return ReadValue(None, raw)
    if _is_number(raw) and float(raw).is_integer() and 0 <= raw < 10**15:
        sentence = _("“{raw}” is stored as a number, so zeros before it may be lost. Compare it with the original.")
        return _doubt(raw, sentence, str(int(raw)))
    text = tidy(raw) if isinstance(raw, str) else ""
    if len(text) > max_length or not re.fullmatch(r"[^\W_](?:[^\W_]|[ ./-])*", text):
        return _doubt(raw, _("“{raw}” is not a service number. Use letters, digits, hyphens, dots and strokes only."))
    return ReadValue(text, raw)


_LOCAL = r"[a-z0-9!#$%&'*+/=?^_{|}~-]+"
_EMAIL = re.compile(rf"{_LOCAL}(?:\.{_LOCAL})*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_NO_EMAIL = _("“{raw}” is not an e-mail address. Write one address such as name@example.org.")
_FOREIGN_EMAIL = _("“{raw}” has letters that e-mail addresses do not use. Ask the person for the exact address.")


def read_email(raw: Any) -> ReadValue:
    """One e-mail address in lower case; letters outside English are doubted, since mail to them is seldom delivered."""
    if is_blank(raw):
        return ReadValue(None, raw)
    text = tidy(str(raw)).lower().removeprefix("mailto:")
    if text.startswith(FORMULA_SIGNS) or text.count("@") != 1 or " " in text or len(text) > 254:
        return _doubt(raw, _NO_EMAIL)
    if not text.isascii():
        return _doubt(raw, _FOREIGN_EMAIL)
    if not _EMAIL.fullmatch(text) or len(text.partition("@")[0]) > 64:
        return _doubt(raw, _NO_EMAIL)
    return ReadValue(text, raw)


# Closed lists ---------------------------------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(", "))


_MAN_WORDS = _words(
    "m, man, male, men, muski, musko, muskarac, maski, maz, mashkull, burre, masculin, barbat, barbatesc"
)
_WOMAN_WORDS = _words("f, w, woman, female, women, zenski, zensko, zena, femer, femra, grua, feminin, femeie, femeiesc")
_SEX_NOT_GIVEN = _words("not recorded, n a, na, unknown, nije poznato, nepoznato, nepoznat, e panjohur, necunoscut")
_NO_SEX = _("“{raw}” does not say whether this is a man or a woman. Write M or F, or leave it blank.")


def read_sex(raw: Any) -> ReadValue:
    """'man', 'woman' or 'not_recorded', from letters and words of the region in either script.

    A bare Latin Z is doubted: it is Ž for some and the Albanian *zoti* (Mr) for others.
    """
    if is_blank(raw):
        return ReadValue(NOT_RECORDED, raw)
    word, letter = fold(str(raw)), tidy(str(raw)).lower().strip(". ")
    if word in _MAN_WORDS:
        return ReadValue(MAN, raw)
    if word in _WOMAN_WORDS or letter in ("ж", "ž"):
        return ReadValue(WOMAN, raw)
    if word in _SEX_NOT_GIVEN or letter in ("-", "–", "/"):
        return ReadValue(NOT_RECORDED, raw)
    return _doubt(raw, _NO_SEX, NOT_RECORDED)


_CEFR_LETTERS = str.maketrans("АВСБЦ", "ABCBC")


def read_cefr(raw: Any) -> ReadValue:
    """A level of English, 'A1' to 'C2'; a Cyrillic А, Б, В, Ц or С counts as its letter."""
    if is_blank(raw):
        return ReadValue(None, raw)
    text = re.sub(r"[\s.-]", "", tidy(str(raw)).upper()).translate(_CEFR_LETTERS)
    if re.fullmatch(r"[ABC][12]", text):
        return ReadValue(text, raw)
    return _doubt(raw, _("“{raw}” is not a level of the European scale. Write A1, A2, B1, B2, C1 or C2."))


# Numbers --------------------------------------------------------------------------------------------------------------


def read_whole_number(raw: Any, *, minimum: int = 0, maximum: int = 10_000_000) -> ReadValue:
    """A whole number between the bounds; '00123' is 123, '5 yrs', '1.234' and 2.5 are doubted."""
    if is_blank(raw):
        return ReadValue(None, raw)
    number = _whole(raw)
    if number is None:
        return _doubt(raw, _("“{raw}” is not a whole number. Write digits only, without words, dots or commas."))
    if not minimum <= number <= maximum:
        sentence = _("“{raw}” is not between {minimum} and {maximum}. Correct the number.")
        return _doubt(raw, sentence, minimum=minimum, maximum=maximum)
    return ReadValue(number, raw)


def _whole(raw: Any) -> int | None:
    if isinstance(raw, str):
        return int(tidy(raw)) if re.fullmatch(r"-?[0-9]{1,15}", tidy(raw)) else None
    if not _is_number(raw) or (isinstance(raw, float) and not raw.is_integer()):
        return None
    return int(raw)


# Dates ----------------------------------------------------------------------------------------------------------------

EXCEL_EPOCH = date(1899, 12, 30)
_YEARS = range(1900, 2101)
_MONTHS = (
    "jan januar ianuar sijec jenar", "feb velj shkurt fevr", "mar ozuj", "apr trav prill", "maj mai may svib",
    "jun iun lip qershor", "jul iul srp korrik", "aug avg kolov gusht", "sep ruj shtator", "okt oct listop tetor",
    "nov noi noe studen nentor", "dec dek prosin dhjetor",
)  # fmt: skip
_STEMS = tuple((stem, month) for month, stems in enumerate(_MONTHS, 1) for stem in stems.split())
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\.?(?: ?(?:g|god|godine|г|год|године)\.?)?")
_STROKES = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([^\W\d_]+)\.?,? (\d{4})\.?(?: ?(?:g|god|godine|г|год|године)\.?)?")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}\.?")
_NO_DATE = _("“{raw}” is not a date. Write it as 2026-10-12 or 12.10.2026.")


def read_date(raw: Any) -> ReadValue:
    """One day, from a date cell, an Excel serial number in a number cell, or text whose reading is the only one."""
    if is_blank(raw):
        return ReadValue(None, raw)
    if isinstance(raw, datetime):
        return _checked(raw, raw.year, raw.month, raw.day)
    if isinstance(raw, date):
        return _checked(raw, raw.year, raw.month, raw.day)
    if _is_number(raw):
        return _read_serial(raw)
    return _read_date_text(raw, tidy(raw)) if isinstance(raw, str) else _doubt(raw, _NO_DATE)


def _read_serial(raw: float) -> ReadValue:
    """Days since 30 December 1899, from 1950 to 2100; any other number is no date (2026 is only a year)."""
    if not 18_264 <= raw <= 73_415:
        return _doubt(raw, _NO_DATE)
    return ReadValue(EXCEL_EPOCH + timedelta(days=int(raw)), raw)


def _read_date_text(raw: Any, text: str) -> ReadValue:
    if found := _YEAR_FIRST.fullmatch(text):
        return _checked(raw, int(found[1]), int(found[3]), int(found[4]))
    if found := _DOTTED.fullmatch(text):
        return _checked(raw, int(found[3]), int(found[2]), int(found[1]))
    if found := _STROKES.fullmatch(text):
        return _read_strokes(raw, int(found[1]), int(found[3]), int(found[4]))
    if found := _NAMED.fullmatch(text):
        return _checked(raw, int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _checked(raw, int(found[3]), _month(found[1]), int(found[2]))
    if _SHORT_YEAR.fullmatch(text):
        return _doubt(raw, _("“{raw}” has a year of two digits. Write the year with four digits."))
    return _doubt(raw, _NO_DATE)


def _month(word: str) -> int:
    """The month a word begins like, in the languages of the region; 0 if none."""
    folded = fold(word)
    return next((month for stem, month in _STEMS if folded.startswith(stem)), 0)


def _read_strokes(raw: Any, first: int, second: int, year: int) -> ReadValue:
    day_first, month_first = (_day(year, second, first), _day(year, first, second))
    if day_first and month_first and day_first != month_first:
        sentence = _("“{raw}” can be read as {one} or as {other}. Write it as {one} or {other}.")
        return _doubt(raw, sentence, one=day_first.isoformat(), other=month_first.isoformat())
    day = day_first or month_first
    return ReadValue(day, raw) if day else _no_such_day(raw)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _checked(raw: Any, year: int, month: int, day: int) -> ReadValue:
    found = _day(year, month, day)
    return ReadValue(found, raw) if found else _no_such_day(raw)


def _no_such_day(raw: Any) -> ReadValue:
    if isinstance(raw, time):
        return _doubt(raw, _NO_DATE)
    return _doubt(raw, _("“{raw}” is not a day of the calendar between 1900 and 2100. Correct the date."))


_BETWEEN = (r" (?:-|–|—|to|do|до|deri|până la|pana la) ", r" ?[–—] ?", r" ?- ?", r"/")
_BEGINNING = re.compile(r"(\d{1,2})\.?(?: ?(\d{1,2})\.?)?")


def read_date_range(raw: Any) -> ReadValue:
    """(first day, last day), inclusive, from '12.-13.10.2026', '30.09.-01.10.2026' or two dates; one date is both."""
    single = read_date(raw)
    if single.value or not isinstance(raw, str) or is_blank(raw):
        return ReadValue((single.value, single.value), raw) if single.value else single
    for separator in _BETWEEN:
        parts = re.split(separator, tidy(raw))
        if len(parts) == 2 and (ends := _ends(*parts)):
            return _ordered(raw, *ends)
    return single


def _ends(beginning: str, end: str) -> tuple[date, date] | None:
    last = read_date(end).value
    if last is None:
        return None
    if found := _BEGINNING.fullmatch(beginning):
        first = _day(last.year, int(found[2] or last.month), int(found[1]))
    else:
        first = read_date(beginning).value
    return (first, last) if first else None


def _ordered(raw: Any, first: date, last: date) -> ReadValue:
    if first > last:
        return _doubt(raw, _("“{raw}” ends before it begins. Write the first day first."))
    return ReadValue((first, last), raw)
