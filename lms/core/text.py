"""Text that arrives in two scripts and many habits: made tidy, carried between scripts, and compared."""

import re
import unicodedata
from difflib import SequenceMatcher

_ONE_TO_ONE = tuple(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
_LATIN_OF = dict(_ONE_TO_ONE) | {
    "љ": "lj",
    "њ": "nj",
    "џ": "dž",
    "ѓ": "gj",
    "ќ": "kj",
    "ѕ": "dz",
    "ѐ": "è",
    "ѝ": "ì",
    "й": "j",
    "ы": "y",
    "э": "e",
    "ё": "jo",
    "щ": "šč",
    "ъ": "",
    "ь": "",
    "ю": "ju",
    "я": "ja",
    "є": "je",
    "і": "i",
    "ї": "ji",
    "ґ": "g",
    "ў": "u",
}
_CYRILLIC_OF = {latin: cyrillic for cyrillic, latin in _ONE_TO_ONE} | {
    "lj": "љ",
    "nj": "њ",
    "dž": "џ",
    "ś": "с\u0301",
    "ź": "з\u0301",
}
_ONE_SIGN_DIGRAPHS = {"Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj", "Ǌ": "NJ", "ǋ": "Nj", "ǌ": "nj", "Ǆ": "DŽ", "ǅ": "Dž", "ǆ": "dž"}
_PLAIN_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʹ`´′＇")

# Two letters that meet where a prefix ends, and so are no digraph (инјекција, not ињекција).
_SEAMS = re.compile(
    r"^(?:(in)(j)(?=ek|unk)|(kon)(j)(?=ug|un|uk)|(tan)(j)(?=ug)|(an)(j)(?=on)|(van)(j)(?=ezi)"
    r"|(nad)(ž)(?=ive|ivlj|nje)|(od)(ž)(?=al|ive|ivlj|vak)|(pod)(ž)(?=up|anr)|(pred)(ž)(?=etv|alb))",
    re.IGNORECASE,
)
#: Acronyms that stay in Latin letters in a Cyrillic text.
KEPT_LATIN = frozenset(
    (
        "PSSM",
        "SEESAC",
        "UNDP",
        "ToT",
        "RASR",
        "SALW",
        "MOSAIC",
        "IATG",
        "RMDS",
        "NATO",
        "RACVIAC",
        "OSCE",
        "ITF",
        "CEFR",
    )
    + ("PDF", "XLSX", "XLS", "CSV", "HTML", "URL", "QR", "MFA", "TOTP", "CSP", "JSON", "GIFT", "SVG", "PNG", "JPEG")
    + ("Excel", "LibreOffice", "Windows", "Android", "iPhone", "CET")
)
_PROTECTED = re.compile(
    r"""(</?[A-Za-z!][^<>]*>                                   # HTML tags with all they hold
       | &(?:\#?\w{1,32});                                     # entities
       | \{\{[^{}]*\}\} | \{%[^{}]*%\} | \{[^{}]*\}            # template tags and {placeholders}
       | %\([^()]*\)[-#0+ ]*\d*(?:\.\d+)?[A-Za-z] | %[sd]      # %(name)s
       | \b(?:https?|ftp|mailto):\S+ | \bwww\.\S+
       | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+              # e-mail
       | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.                    # host and file names, by their ending
         (?:org|com|net|int|eu|rs|ba|me|mk|al|md|example|html?|pdf|xlsx?|csv|docx?|zip|png|jpe?g)\b
       | \b[A-Z]{1,6}[-/]\d[\w/-]*                             # SR-81333
       | \b[IVX]{2,}\b                                         # Roman numerals
       )""",
    re.VERBOSE,
)


def tidy(text: str) -> str:
    """One line of NFC text: trimmed, single blanks, without control, format (bidi, zero-width) or NUL characters."""
    spaced = (" " if character.isspace() else character for character in text)
    kept = (character for character in spaced if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def to_latin(text: str) -> str:
    """Serbian, Montenegrin and Macedonian Cyrillic in Latin (Љ → Lj, ЉУБ → LJUB, ѓ → gj); the rest unchanged."""
    text = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", "".join(_latin_letter(text, at) for at in range(len(text))))


def _latin_letter(text: str, at: int) -> str:
    letter = text[at]
    latin = _LATIN_OF.get(letter.lower())
    if latin is None or letter.islower():
        return letter if latin is None else latin
    return latin.upper() if len(latin) == 1 or _among_capitals(text, at) else latin.capitalize()


def _among_capitals(text: str, at: int) -> bool:
    """Whether the neighbours say that the whole word is in capitals (the next letter decides, else the one before)."""
    following = text[at + 1 : at + 2]
    if following.isalpha():
        return following.isupper()
    return text[:at][-1:].isupper()


def to_cyrillic(text: str, *, keep: frozenset[str] = KEPT_LATIN) -> str:
    """Serbian Latin in Cyrillic letters, leaving alone what is no Serbian word.

    Left alone: tags, entities, {placeholders}, %(name)s, addresses, file names, codes with digits, Roman numerals,
    the acronyms in `keep`, and words with a letter that Serbian does not have (q, w, x, y, ë, ș …).
    """
    pieces = _PROTECTED.split(unicodedata.normalize("NFC", text))
    return "".join(piece if odd % 2 else _cyrillic_words(piece, keep) for odd, piece in enumerate(pieces))


def _cyrillic_words(piece: str, keep: frozenset[str]) -> str:
    return re.sub(r"\w+", lambda word: word[0] if word[0] in keep else _cyrillic_word(word[0]), piece)


def _cyrillic_word(word: str) -> str:
    for sign, letters in _ONE_SIGN_DIGRAPHS.items():
        word = word.replace(sign, letters)
    if any(letter not in _CYRILLIC_OF and letter not in _LATIN_OF for letter in word.lower()):
        return word
    seamed = _SEAMS.sub(lambda found: "\0".join(part for part in found.groups() if part), word)
    return "".join(_cyrillic_letter(unit) for unit in re.findall(r"[Ll]j|LJ|[Nn]j|NJ|[Dd]ž|DŽ|[^\0]", seamed))


def _cyrillic_letter(unit: str) -> str:
    cyrillic = _CYRILLIC_OF.get(unit.lower(), unit)
    return cyrillic.upper() if unit[0].isupper() else cyrillic


def fold(text: str) -> str:
    """The key under which two spellings count as the same: lower-case Latin letters and digits, single blanks.

    Cyrillic becomes Latin, diacritics go, apostrophes go, every other sign is a blank; đ, dj and ђ agree, as do gj and
    ѓ, kj and ќ: Đorđe = Djordje = Dorde = Ђорђе. For comparing, never for showing; e-mail addresses and service
    numbers are not folded.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold())
    decomposed = unicodedata.normalize("NFKD", to_latin(text)).casefold()
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate(_PLAIN_LETTERS)
    words = "".join(sign if sign.isalnum() else " " for sign in plain.translate(_APOSTROPHES)).split()
    return re.sub(r"([dgk])j+", r"\1", " ".join(words))


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
