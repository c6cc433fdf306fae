"""One rule for one name: it is never written without its asterisk, and its page carries the footnote.

Used by the template tag `designated` (HTML, PDF) and by everything that writes XLSX, CSV or mail.
The names in the interface's languages and scripts are covered in their inflected forms.
"""

import re

from django.conf import settings

ENDINGS = "o|a|ë|ës|ën|e|u|om"
SPELLINGS = rf"Kosov(?:{ENDINGS})|KOSOV(?:{ENDINGS.upper()})|Косов(?:о|а|у|ом)|КОСОВ(?:О|А|У|ОМ)"
#: One of these is in every spelling: looking for them first spares most pages the two patterns.
STEMS = ("Kosov", "KOSOV", "Косов", "КОСОВ")
NAME = re.compile(rf"\b({SPELLINGS})\b(?!\*)")
MARKED = re.compile(rf"\b(?:{SPELLINGS})\*")


def footnote() -> str:
    """The footnote's text, with its asterisk; a setting."""
    return settings.DESIGNATION_FOOTNOTE


def designate(text: str) -> str:
    """The text with an asterisk behind every bare name; the footnote itself is left as it is."""
    if not has_name(text):
        return text
    note = footnote()
    parts = text.split(note) if note else [text]
    return note.join(NAME.sub(r"\1*", part) for part in parts)


def has_name(text: str) -> bool:
    """Can the name be in it, anywhere and in whatever form?"""
    return any(stem in text for stem in STEMS)


def needs_footnote(text: str) -> bool:
    """Does the text contain the name outside the footnote?"""
    if not has_name(text):
        return False
    body = text.replace(footnote(), "")
    return bool(MARKED.search(body) or NAME.search(body))


def designate_mail(text: str) -> str:
    """A plain-text message with the rule applied and the footnote once at its end, where needed."""
    body = designate(text)
    if not needs_footnote(body) or footnote() in body:
        return body
    return f"{body.rstrip()}\n\n{footnote()}\n"


def footnotes_for(cells) -> tuple[str, ...]:
    """The footnote as a tuple of lines for a table whose cells contain the name, else an empty one."""
    return (footnote(),) if any(isinstance(cell, str) and needs_footnote(cell) for cell in cells) else ()
