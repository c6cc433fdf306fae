"""Reading a page as a person does: its visible words, and what in them is left in English or in the other script."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import polib
from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype
from django.conf import settings

from lms.core import catalogues as tools
from lms.core.transliteration import KEPT_LATIN

HIDDEN = {"script", "style", "template"}
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-label", "data-copied", "data-saving", "data-saved")
#: Words that stand in every English sentence and in no Serbian one.
ENGLISH = frozenset(
    word
    for line in (
        "the of and is are was were you your this that these with from for not have has will can may been it its by",
        "there here what when where which who how all every nobody somebody only yet then them they we our an",
    )
    for word in line.split()
)
#: The names of the interface's languages in themselves, and of the product.
OWN_NAMES = ("English", "српски", "srpski", "PSSM Cascade", "Cascade")
LATIN_KEPT = KEPT_LATIN | {"ZIP", "SHA", "JavaScript", "KB", "MB"}


def spoken(html: str) -> list[str]:
    """Every piece of text that a page shows or reads out, one line each; what is in another language by name is not."""
    soup = BeautifulSoup(html, "lxml")
    for named in soup.select(".menu [lang], .menu span[lang]"):
        named.decompose()
    texts = [
        node
        for node in soup.find_all(string=True)
        if not isinstance(node, Comment | Doctype) and node.parent.name not in HIDDEN
    ]
    told = [tag[name] for tag in soup.find_all(True) for name in SPOKEN if tag.get(name)]
    pressed = [tag["value"] for tag in soup.select("input[type=submit], input[type=button]") if tag.get("value")]
    return [line for text in (*texts, *told, *pressed) if (line := " ".join(str(text).split()))]


@cache
def sentences(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What the catalogue translates: whole sentences, and the longest fixed piece of each with placeholders."""
    path = tools.catalogue_path(Path(settings.LOCALE_PATHS[0]), {"sr": "sr", "sr-latn": "sr_Latn"}[language])
    whole, pieces = set(), set()
    for entry in polib.pofile(str(path)):
        forms = [entry.msgstr, *entry.msgstr_plural.values()]
        for said in filter(None, (entry.msgid, entry.msgid_plural)):
            fixed = max((" ".join(piece.split()) for piece in tools.MARKS.split(said)), key=len)
            if said in forms or any(fixed in form for form in forms):
                continue
            (pieces if tools.MARKS.search(said) else whole).add(fixed)
    return frozenset(whole), tuple(piece for piece in pieces if len(piece) >= 12 and " " in piece)


def english_in(lines: Iterable[str], language: str, data: Iterable[str] = ()) -> Iterator[str]:
    """Lines that are left in English: a sentence of the catalogue, or two words that only English has.

    `data`: names and texts of the rows themselves, which nobody translates.
    """
    _, pieces = sentences(language)
    for line in lines:
        rest = without(line, data)
        words = [word for word in re.findall(r"[A-Za-z]+", rest.lower()) if word in ENGLISH]
        if len(words) > 1 or untranslated([rest], language) or any(piece in rest for piece in pieces):
            yield line


def untranslated(lines: Iterable[str], language: str) -> list[str]:
    """Lines that are, as they stand, a sentence of the catalogue in English."""
    whole, _ = sentences(language)
    return [line for line in lines if {line, line.rstrip(":"), line[:1].lower() + line[1:]} & whole]


def foreign_script_in(lines: Iterable[str], script: str, data: Iterable[str] = ()) -> Iterator[str]:
    """Lines with a word in the other script; acronyms, codes and addresses stay Latin in a Cyrillic text."""
    for line in lines:
        rest = without(line, data)
        if script == "latin":
            wrong = re.findall(r"[Ѐ-ӿ]+", rest)
        else:
            plain = re.sub(r"\S*[@/_\d.]\S*\w|\b\w*\d\w*\b|[A-Z]{1,4}-[\w-]+", " ", rest)
            wrong = [word for word in re.findall(r"[A-Za-zÀ-ž]{2,}", plain) if word not in LATIN_KEPT]
        if wrong:
            yield line


def without(line: str, data: Iterable[str]) -> str:
    """The line without names of rows, of languages and of the product."""
    for name in sorted((*data, *OWN_NAMES), key=len, reverse=True):
        line = line.replace(name, " ")
    return " ".join(line.split())
