"""In which letters a text file is written: a mark decides, then the zeros of UTF-16, then UTF-8, then a code page."""

import re
from collections.abc import Iterable

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode_guessed(data: bytes, declared: Iterable[str] = ()) -> tuple[str, str]:
    """(the text, the name of the encoding). `declared`: what the file says of itself, tried before UTF-8.

    UnicodeDecodeError where no encoding of the region fits.
    """
    marked = [name for mark, name in MARKS if data.startswith(mark)]
    *most, last = marked or [*_wide(data), *declared, "utf-8", *_code_pages(data)]
    for encoding in most:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode(last), last


def _wide(data: bytes) -> list[str]:
    """UTF-16 without its mark: every second byte of the beginning is zero."""
    head = data[:200]
    if head[1::2].count(0) * 2 > len(head[1::2]):
        return ["utf-16-le"]
    return ["utf-16-be"] if head[::2].count(0) * 2 > len(head[::2]) else []


def _code_pages(data: bytes) -> list[str]:
    """In Cyrillic (1251) letters beyond ASCII stand side by side; in Central European Latin (1250) mostly alone."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    together = sum(len(run) for run in runs if len(run) > 1)
    return ["cp1251", "cp1250"] if together * 2 > sum(map(len, runs)) else ["cp1250", "cp1251"]
