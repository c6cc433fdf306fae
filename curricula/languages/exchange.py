"""PO files: a translation out to a translator's own program, and back. From outside, so read with care."""

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

import polib
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment, Translation

from lms.core.rules import Finding, RuleBroken, refuse

from ..signals import translation_changed
from .saving import save_draft
from .services import start_translation

MAX_BYTES = 2 * 1024 * 1024
MAX_ENTRIES = 5000
MAX_TEXT = 20_000
MARK = "X-WagtailLocalize-TranslationID"
TOOL = "PO file"
TAGS = frozenset({"a", "b", "strong", "i", "em", "br"})


@dataclass(frozen=True)
class Taken:
    """What an import did: entries taken, left empty, and not known to this module (each counted once)."""

    changed: int
    same: int
    empty: int
    unknown: int

    @property
    def sentence(self) -> str:
        parts = [
            ngettext("%d sentence was taken.", "%d sentences were taken.", self.changed) % self.changed,
            ngettext("%d was the same.", "%d were the same.", self.same) % self.same if self.same else "",
            ngettext("%d is empty.", "%d are empty.", self.empty) % self.empty if self.empty else "",
            ngettext("%d is not in this module.", "%d are not in this module.", self.unknown) % self.unknown
            if self.unknown
            else "",
            _("Read them in the editor and publish them there.") if self.changed else "",
        ]
        return " ".join(filter(None, parts))


def po_of(row: Translation) -> bytes:
    """The translation as a PO file (UTF-8), with what is translated already."""
    return str(row.export_po()).encode()


def file_name_of(module, language: str) -> str:
    return f"{slugify(module.code)}-{language}.po"


@transaction.atomic
def import_po(module, language: str, upload, *, by) -> Taken:
    """Take the sentences of a PO file into the translation and save the page as a draft; all of them or none.

    `upload` has `size` and `read()`. Nothing is removed: an entry that is empty or missing leaves what is there.
    RuleBroken: too large, no PO file, made for another module or language, markup that the text may not have.
    """
    po = read_po(upload)
    row = start_translation(module, language, by=by)
    if po.metadata.get(MARK) != str(row.uuid):
        sentence = _("This file was made for another module or language. Export it from here and send that one back.")
        refuse("other_translation", sentence)
    taken = _count(row, po)
    row.import_po(po, user=by, tool_name=TOOL)
    save_draft(row, by=by)
    translation_changed.send(sender=Translation, action="imported", module=module, language=language, by=by)
    return taken


def read_po(upload) -> polib.POFile:
    """The entries of an upload: bounded, in UTF-8, with plain texts only."""
    if upload.size > MAX_BYTES:
        refuse("too_large", _("The file is larger than 2 MB. A module's file is far smaller."))
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RuleBroken(
            Finding("not_utf8", _("The file is not in UTF-8. Save it as UTF-8 and send it again."))
        ) from None
    po = _parse(text)
    findings = [finding for finding in (_fault(entry) for entry in po) if finding]
    if len(po) > MAX_ENTRIES or not len(po):
        findings = [
            Finding("not_po", _("The file has no sentences, or far too many. Send the PO file of this module."))
        ]
    if findings:
        raise RuleBroken(*findings[:5])
    return po


def _parse(text: str) -> polib.POFile:
    """Polib takes a text without a line break for a file's name, and says nothing of NUL."""
    if "\n" not in text or "\0" in text or 'msgid "' not in text:
        raise RuleBroken(_not_po())
    try:
        return polib.pofile(text)
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, UnicodeError, RecursionError):
        raise RuleBroken(_not_po()) from None


def _not_po() -> Finding:
    return Finding("not_po", _("The file is no PO file, or it is damaged. Nothing was changed."))


def _fault(entry) -> Finding | None:
    if len(entry.msgstr) > MAX_TEXT:
        return Finding("text_too_long", _("A sentence is far too long: “%s…”.") % entry.msgid[:60])
    if any(ord(sign) < 32 and sign not in "\n\t" for sign in entry.msgstr):
        return Finding("control_characters", _("A sentence has control characters: “%s…”.") % entry.msgid[:60])
    strange = Tags.of(entry.msgstr) - Tags.of(entry.msgid)
    if strange:
        shown = ", ".join(f"<{tag}>" for tag in sorted(strange))
        sentence = _("A translation has markup that the original has not (%(tags)s): “%(text)s…”.")
        return Finding("markup", sentence % {"tags": shown, "text": entry.msgid[:60]})
    return None


class Tags(HTMLParser):
    """The tags of a text, with those attributes that the translation tool does not write itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: Iterable) -> None:
        names = [name for name, _value in attrs if name != "id"]
        self.found.add(" ".join([tag, *names]))

    @classmethod
    def of(cls, text: str) -> set[str]:
        parser = cls()
        parser.feed(text)
        parser.close()
        return {tag for tag in parser.found if tag != "br"}


def _count(row: Translation, po: polib.POFile) -> Taken:
    segments = StringSegment.objects.filter(source=row.source).annotate_translation(
        row.target_locale, include_errors=True
    )
    known = {
        (path, text): said for path, text, said in segments.values_list("context__path", "string__data", "translation")
    }
    words = [_fate(entry, known) for entry in po if not entry.obsolete]
    return Taken(**{word: words.count(word) for word in ("changed", "same", "empty", "unknown")})


def _fate(entry, known: dict[tuple[str, str], str | None]) -> str:
    key = (entry.msgctxt, entry.msgid)
    if key not in known:
        return "unknown"
    if not entry.msgstr:
        return "empty"
    return "same" if known[key] == entry.msgstr else "changed"
