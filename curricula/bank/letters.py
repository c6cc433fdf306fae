"""Which letters a file is written in: from its bytes to text, or one clear refusal."""

import re

from django.utils.translation import gettext as _

from ..refusals import Finding, Refused

MOST_BYTES = 5_000_000
MOST_ITEMS = 2_000
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
#: Encodings a declaration may name; any other is guessed.
KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "windows-1250": "cp1250", "cp1250": "cp1250",
    "windows-1251": "cp1251", "cp1251": "cp1251", "windows-1252": "cp1252", "iso-8859-1": "cp1252",
    "iso-8859-2": "iso8859-2", "iso-8859-5": "iso8859-5", "iso-8859-16": "iso8859-16",
}  # fmt: skip
ZIPPED = b"PK\x03\x04"


def refuse(code: str, message: str) -> None:
    """Refuse the whole file."""
    raise Refused(Finding(code, message))


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
    text = _decoded(data)
    signs = text.translate(_WITHOUT_BLANKS)[:20_000]
    strange = sum(sign < " " or sign == "\ufffd" for sign in signs)
    if strange * 20 > len(signs):
        refuse("not_text", _("The letters of this file cannot be read. Save it as UTF-8 and send it again."))
    return text


_WITHOUT_BLANKS = str.maketrans("", "", "\t\r\n\f\v")


def _decoded(data: bytes) -> str:
    """A mark decides, then the zeros of UTF-16, then the declaration, then what fits."""
    candidates = [name for mark, name in MARKS if data.startswith(mark)] or [*_wide(data), *_declared(data), "utf-8"]
    for encoding in [*candidates, *_code_pages(data)]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _wide(data: bytes) -> list[str]:
    """UTF-16 without its mark: every second byte of the beginning is zero."""
    head = data[:200]
    if head[1::2].count(0) * 2 > len(head[1::2]):
        return ["utf-16-le"]
    return ["utf-16-be"] if head[::2].count(0) * 2 > len(head[::2]) else []


def _declared(data: bytes) -> list[str]:
    found = DECLARED.match(data[:400])
    name = KNOWN.get(found[1].decode().lower()) if found else None
    return [name] if name else []


def _code_pages(data: bytes) -> list[str]:
    """In Cyrillic (1251) letters beyond ASCII stand side by side; in Central European Latin (1250) mostly alone."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    together = sum(len(run) for run in runs if len(run) > 1)
    return ["cp1251", "cp1250"] if together * 2 > sum(map(len, runs)) else ["cp1250", "cp1251"]
