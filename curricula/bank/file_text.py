"""Which letters a file is written in: from its bytes to text, or one clear refusal."""

import re

from django.utils.translation import gettext as _

from lms.core.encodings import decode_guessed
from lms.core.rules import refuse

MOST_BYTES = 5_000_000
MOST_ITEMS = 2_000
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
#: Encodings a declaration may name; any other is guessed.
KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "windows-1250": "cp1250", "cp1250": "cp1250",
    "windows-1251": "cp1251", "cp1251": "cp1251", "windows-1252": "cp1252", "iso-8859-1": "cp1252",
    "iso-8859-2": "iso8859-2", "iso-8859-5": "iso8859-5", "iso-8859-16": "iso8859-16",
}  # fmt: skip
ZIPPED = b"PK\x03\x04"


def refuse_too_many(count: int) -> None:
    if count > MOST_ITEMS:
        refuse("too_many", _("The file has more than %d items. Split it into several files.") % MOST_ITEMS)


def decode(data: bytes) -> str:
    """The text of the file. Refuses 'empty', 'too_large', 'zipped', 'not_text'."""
    if not data.strip():
        refuse("empty", _("The file is empty. Choose another one."))
    if len(data) > MOST_BYTES:
        refuse("too_large", _("The file is larger than %d MB. Split it into several files.") % (MOST_BYTES // 10**6))
    if data.startswith(ZIPPED):
        refuse("zipped", _("This is a ZIP or a workbook. Unpack it, or send the workbook as .xlsx."))
    try:
        text, _encoding = decode_guessed(data, _declared(data))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    signs = text.translate(_WITHOUT_BLANKS)[:20_000]
    strange = sum(sign < " " or sign == "\ufffd" for sign in signs)
    if strange * 20 > len(signs):
        refuse("not_text", _("The letters of this file cannot be read. Save it as UTF-8 and send it again."))
    return text


_WITHOUT_BLANKS = str.maketrans("", "", "\t\r\n\f\v")


def _declared(data: bytes) -> list[str]:
    found = DECLARED.match(data[:400])
    name = KNOWN.get(found[1].decode().lower()) if found else None
    return [name] if name else []
