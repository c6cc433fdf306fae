"""Between scripts: Serbian and Montenegrin Latin in Cyrillic letters, and Cyrillic of the region in Latin ones.

The way to Cyrillic gives a draft for a person to read, never a translation.

Left alone: tags, entities, {placeholders}, %(name)s, addresses, file names, codes (M01, MOSAIC 05.20), Roman numerals,
acronyms, and words with a letter the language does not have. Personal names are words like others.
"""

import re
import unicodedata

_LETTERS = tuple(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
_DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
# Montenegrin has two letters more; in Cyrillic they are a letter and an accent.
_MONTENEGRIN = {"ś": "с\u0301", "ź": "з\u0301"}
_CYRILLIC_OF = {latin: cyrillic for cyrillic, latin in _LETTERS} | _DIGRAPHS | _MONTENEGRIN
_LATIN_OF = {cyrillic: latin for latin, cyrillic in _CYRILLIC_OF.items()} | {
    "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ѐ": "è", "ѝ": "ì", "й": "j", "ы": "y", "э": "e", "ё": "jo", "щ": "šč", "ъ": "",
    "ь": "", "ю": "ju", "я": "ja", "є": "je", "і": "i", "ї": "ji", "ґ": "g", "ў": "u",
}  # fmt: skip
_ONE_SIGN = {"Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj", "Ǌ": "NJ", "ǋ": "Nj", "ǌ": "nj", "Ǆ": "DŽ", "ǅ": "Dž", "ǆ": "dž"}

#: Beginnings of words in which two letters meet and are no digraph (инјекција, not ињекција); the bar is the seam.
SEAMS = (
    "in|jek", "in|jici", "in|junk", "kon|jekt", "kon|jug", "kon|junk", "kon|juk", "tan|jug", "an|jon", "van|jezi",
    "van|jezg", "nad|žet", "nad|živ", "nad|žnje", "nad|župan", "od|žal", "od|živ", "od|žur", "od|žvać", "od|žvak",
    "pod|žanr", "pod|žeg", "pod|žeć", "pod|žig", "pod|žup", "pred|žalb", "pred|žetv", "pred|živ",
)  # fmt: skip
#: What may stand before such a beginning (nenadživljen).
PREFIXES = ("ne", "naj", "pre", "samo")
#: Words that stay in Latin letters in a Cyrillic text.
KEPT_LATIN = frozenset((
    "PSSM", "SEESAC", "UNDP", "ToT", "RASR", "SALW", "MOSAIC", "IATG", "RMDS", "NATO", "RACVIAC", "OSCE", "ITF",
    "PDF", "XLSX", "XLS", "CSV", "ZIP", "HTML", "URL", "QR", "JSON", "GIFT", "SCORM", "SHA", "CEFR", "CET", "CSP",
    "JPEG", "MFA", "PNG", "SVG", "TOTP",
    "Excel", "LibreOffice", "Windows", "Android", "iPhone", "Moodle",
))  # fmt: skip
_SEAM = re.compile(
    rf"^(?:{'|'.join(PREFIXES)})?(?:" + "|".join(f"{a}(?={b})" for a, b in (seam.split("|") for seam in SEAMS)) + ")",
    re.IGNORECASE,
)
_PROTECTED = re.compile(
    r"""(</?[A-Za-z!][^<>]*>                                    # tags with all they hold
       | &\#?\w{1,32};                                          # entities
       | \{\{[^{}]*\}\} | \{%[^{}]*%\} | \{[^{}]*\}             # template tags and {placeholders}
       | %\([^()]*\)[-\#0+ ]*\d*(?:\.\d+)?[A-Za-z] | %[sd]     # %(name)s
       | `[^`]*`                                               # code
       | \b(?:https?|ftp|mailto):\S+ | \bwww\.\S+
       | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+               # e-mail
       | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.                      # host and file names, by their ending
         (?:org|com|net|int|eu|rs|ba|me|mk|al|md|example|html?|pdf|xlsx?|csv|docx?|zip|png|jpe?g)\b
       | \b[A-Z]{1,6}[-/]?\d[\w/-]*                            # M01, SR-81333
       | \b[IVX]{2,}\b                                         # Roman numerals
       )""",
    re.VERBOSE,
)
_SIGN = re.compile(r"[Ll]j|LJ|[Nn]j|NJ|[Dd]ž|DŽ|[^\0]")


def to_cyrillic(text: str, *, keep: frozenset[str] = KEPT_LATIN) -> str:
    """Latin in Cyrillic letters; what is Cyrillic already stays. Words in `keep` stay Latin as they are spelt there."""
    pieces = _PROTECTED.split(unicodedata.normalize("NFC", text))
    return "".join(piece if odd % 2 else _words(piece, keep) for odd, piece in enumerate(pieces))


def _words(piece: str, keep: frozenset[str]) -> str:
    return re.sub(r"\w+", lambda found: found[0] if found[0] in keep else _word(found[0]), piece)


def _word(word: str) -> str:
    for sign, letters in _ONE_SIGN.items():
        word = word.replace(sign, letters)
    if any(letter.isalpha() and letter not in _CYRILLIC_OF and letter not in _LATIN_OF for letter in word.lower()):
        return word
    return "".join(_letter(sign) for sign in _SIGN.findall(_SEAM.sub(lambda found: found[0] + "\0", word)))


def _letter(sign: str) -> str:
    cyrillic = _CYRILLIC_OF.get(sign.lower(), sign)
    return cyrillic.upper() if sign[0].isupper() else cyrillic


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
