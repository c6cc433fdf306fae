"""Parts of pages that say the same whenever they are given the same: rendered once, kept in this process.

A fragment sees what it is given and nothing else: no request, no user, no query. What it is given is its key, so
nothing can be out of date, and a reader of other rights, who is given other things, gets another fragment.
"""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import is_dataclass
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

#: So many fragments are kept; the one used longest ago goes first.
KEPT = 400
_kept: OrderedDict[bytes, SafeString] = OrderedDict()


def fragment(template: str, **given) -> SafeString:
    """The rendered template. `given`: plain data (text that is not marked safe, numbers, dates, dataclasses, lists and
    dicts of them); anything else is a TypeError, for it may change without its key.

    A template under work is read anew each time.
    """
    if settings.DEBUG:
        return render_to_string(template, given)
    _refuse_safe(given)
    key = _key([template, get_language(), given])
    found = _kept.pop(key, None)
    if found is None:
        found = mark_safe(render_to_string(template, given))  # noqa: S308 - rendered by a template
    _kept[key] = found
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return found


def _refuse_safe(value) -> None:
    """Safe text has the same key as the same text that is not, and is not escaped."""
    if isinstance(value, SafeString):
        raise TypeError("A fragment is made of plain data, and text marked safe is none.")
    inner = vars(value) if is_dataclass(value) and not isinstance(value, type) else value
    if isinstance(inner, dict):
        inner = inner.values()
    if isinstance(inner, Iterable) and not isinstance(inner, str | Promise):
        for one in inner:
            _refuse_safe(one)


def _key(facts: list) -> bytes:
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False, default=_plain).encode()).digest()


def _plain(value):
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {"": type(value).__name__, **vars(value)}
    raise TypeError(f"A fragment is made of plain data, and {type(value).__name__} is none.")
