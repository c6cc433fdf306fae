"""A service's refusal, as tests ask for it: exactly which one, in which words, and that nothing was written.

That something was refused proves little: a test that goes on passing when the service refuses for another reason does
not watch over the rule it names. And a refusal that has written half of the act is none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from lms.core.rules import Finding, RuleBroken

#: What a sentence has where something was to be put in: `%(name)s`, `{name}`, `None`.
UNSAID = re.compile(r"%\(|\{\w*\}|\bNone\b")
WRITING = re.compile(r'\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM) "(\w+)"')


@contextmanager
def refused(*codes: str, words: str = "", but: tuple[str, ...] = ()) -> Iterator[pytest.ExceptionInfo]:
    """What happens inside is refused with exactly these codes, its sentences have `words`, and no table is changed.

    `but`: tables that a refusal may leave changed, because the service says so.
    """
    with nothing_written(but), pytest.raises(RuleBroken) as refusal:
        yield refusal
    assert refusal.value.codes == set(codes), refusal.value.messages
    assert words in " ".join(refusal.value.messages)
    assert are_said(refusal.value.findings)


def refusal_of(act: Callable, *args, but: tuple[str, ...] = (), **kwargs) -> set[str]:
    """The codes with which `act(*args, **kwargs)` is refused; it has changed no table."""
    with nothing_written(but), pytest.raises(RuleBroken) as refusal:
        act(*args, **kwargs)
    assert are_said(refusal.value.findings)
    return refusal.value.codes


def are_said(findings: Iterable[Finding]) -> bool:
    """Each finding is a sentence with all it names, and blocks or does not."""
    whole = all(str(one.message) and not UNSAID.search(str(one.message)) for one in findings)
    return whole and all(isinstance(one.blocks, bool) for one in findings)


@contextmanager
def nothing_written(but: tuple[str, ...] = ()) -> Iterator[None]:
    """Every table is at the end as it was: each is read before the first statement that writes to it."""
    before: dict[str, list] = {}

    def look_first(execute, sql, params, many, context):
        found = WRITING.match(sql)
        if found and (table := found[1]) not in before and table not in but:
            before[table] = rows_of(table)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look_first):
        yield
    assert {table: rows_of(table) for table in before} == before


def rows_of(table: str) -> list:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
        return cursor.fetchall()
