"""The catalogues of the interface's words: the Latin one derived from the Cyrillic one, both judged and compiled."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib

from .text import script_of
from .transliteration import to_latin

#: The catalogue that people write, and the one that is made from it.
WRITTEN, DERIVED = "sr", "sr_Latn"
FORMS = 3
PLURAL_RULE = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
MARKS = re.compile(
    r"""%\([^()]*\)[-#0+ ]*\d*(?:\.\d+)?[a-zA-Z]      # %(name)s
      | %%
      | %[-#0+]*\d*(?:\.\d+)?[sdifgx]                  # %s
      | \{[A-Za-z_][^{}]*\}                           # {name}
      | </?[A-Za-z][^<>]*>                            # HTML tags
      | &\#?\w{1,32};""",
    re.VERBOSE,
)


def catalogue_path(folder: Path, language: str, kind: str = "po") -> Path:
    """Where the catalogue of a language lies under `locale/`; `kind` is po or mo."""
    return folder / language / "LC_MESSAGES" / f"django.{kind}"


def settle(catalogue: polib.POFile, language: str) -> polib.POFile:
    """The catalogue without what changes by itself or was guessed: guesses emptied, dead entries and times gone."""
    catalogue.header = "The words of PSSM Cascade."
    catalogue.metadata = {
        "Project-Id-Version": "PSSM Cascade",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_RULE,
    }
    catalogue.metadata_is_fuzzy = False
    catalogue.wrapwidth = 0
    for entry in list(catalogue):
        if entry.obsolete:
            catalogue.remove(entry)
        elif entry.fuzzy:
            _empty(entry)
    return catalogue


def _empty(entry: polib.POEntry) -> None:
    entry.flags.remove("fuzzy")
    entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    entry.msgstr = ""
    entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")


def derive_latin(written: polib.POFile) -> polib.POFile:
    """The Latin catalogue of a Cyrillic one; what is Latin already (placeholders, tags, addresses, acronyms) stays."""
    derived = polib.POFile(wrapwidth=0)
    for entry in written:
        derived.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgid_plural=entry.msgid_plural,
                msgctxt=entry.msgctxt,
                msgstr=to_latin(entry.msgstr),
                msgstr_plural={form: to_latin(text) for form, text in entry.msgstr_plural.items()},
                flags=list(entry.flags),
                occurrences=list(entry.occurrences),
            )
        )
    return settle(derived, DERIVED)


def compiled(catalogue: polib.POFile) -> bytes:
    """The bytes of the .mo file; the same catalogue always gives the same bytes."""
    return catalogue.to_binary()


def key_of(entry: polib.POEntry) -> str:
    """What the entry is called in a message about it."""
    return f"{entry.msgctxt}: {entry.msgid}" if entry.msgctxt else entry.msgid


def is_complete(entry: polib.POEntry) -> bool:
    """Has it a translation, in every plural form?"""
    return all(entry.msgstr_plural.values()) if entry.msgid_plural else bool(entry.msgstr)


def faults_of(catalogue: polib.POFile, script: str) -> Iterator[str]:
    """What is wrong with a catalogue whose words stand in `script` ('cyrillic' or 'latin'), a line for each fault.

    An entry without any translation is no fault: the reader then sees the English words.
    """
    if catalogue.metadata.get("Plural-Forms") != PLURAL_RULE:
        yield "the rule of plurals is not the Serbian one"
    for entry in catalogue:
        yield from (f"{key_of(entry)!r}: {fault}" for fault in _faults_of_entry(entry, script))


def _faults_of_entry(entry: polib.POEntry, script: str) -> Iterator[str]:
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if entry.fuzzy:
        yield "is a guess (fuzzy)"
    if not any(forms):
        return
    if entry.msgid_plural and (len(forms) != FORMS or not all(forms)):
        yield f"has {len([form for form in forms if form])} of {FORMS} plural forms"
    wanted = marks_of(entry.msgid_plural or entry.msgid)
    for form in forms:
        if marks_of(form) != wanted:
            yield f"placeholders or tags differ: {form!r}"
        if _edges(form) != _edges(entry.msgid):
            yield f"begins or ends with a line break only on one side: {form!r}"
        if script == "latin" and script_of(form) not in ("latin", "none"):
            yield f"has Cyrillic letters: {form!r}"


def marks_of(text: str) -> Counter:
    """The placeholders and HTML tags of a sentence, each with how often it stands there."""
    return Counter(MARKS.findall(text))


def _edges(text: str) -> tuple[bool, bool]:
    return text.startswith("\n"), text.endswith("\n")
