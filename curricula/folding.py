"""One spelling for all scripts: "skladište", "skladiste" and "складиште" become the same letters."""

import re
import unicodedata

CYRILLIC = dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True)) | {
    "љ": "lj", "њ": "nj", "џ": "dž", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "й": "j", "ы": "y", "э": "e", "ё": "jo",
    "щ": "šč", "ъ": "", "ь": "", "ю": "ju", "я": "ja",
}  # fmt: skip
LETTERS = str.maketrans(CYRILLIC | {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
HABITS = re.compile(r"dj")
MARKS = dict.fromkeys(code for code in range(0x300, 0x370))


def folded(text: str) -> str:
    """Small Latin letters without marks; other scripts keep their letters. "Ђорђе", "Đorđe" and "Djordje" are one."""
    # Letters of a script with a mark of their own (ѓ, ќ, й) are looked up before the marks are taken away.
    latin = unicodedata.normalize("NFC", text).lower().translate(LETTERS).translate(LETTERS)
    return HABITS.sub("d", unicodedata.normalize("NFKD", latin).translate(MARKS))


def words_in(text: str) -> str:
    """The folded words, each behind a space, so that a beginning is found as " beginning"."""
    return "".join(f" {word}" for word in re.findall(r"[^\W_]+", folded(text)))
