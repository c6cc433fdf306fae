"""Queries whose shape never changes: their SQL is made once a process and asked with the values of the moment.

Building a queryset and compiling it costs several times what a small indexed query costs itself, and most pages ask the
same questions about another person or another day. Nothing that was read is kept: every call asks the database.

    @prepared
    def seats_of(*, person: int) -> QuerySet:
        return Enrolment.objects.holding_a_seat().filter(person=person)

    seats_of(person=7)  # a list

The function is called once, under a stopped clock, with a placeholder for each keyword; the annotation says what kind
of value it will be. What changes the SQL itself (a scope's ids, what a role opens) is a positional argument: the SQL is
made for each of them. A keyword of `frozenset[int]` is a set of ids for `__in`: SQL is made for a few lengths only, and
a set that is shorter is filled up with one of its own.
"""

import inspect
from collections.abc import Callable, Collection
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, update_wrapper
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections, models

from lms.core.clock import stopped

FIELDS = {int: models.BigIntegerField, str: models.CharField, date: models.DateField, datetime: models.DateTimeField}
IDS = frozenset[int]
#: How many ids are asked for at once: SQLite takes 32,766 values in a query.
MOST_IDS = 16_384
#: How many shapes of one query are kept; the one asked longest ago goes first.
SHAPES = 256


class Given(models.Expression):
    """A value that is known only when the query is asked. In the compiled SQL it is its own parameter."""

    def __init__(self, name: str, output_field: models.Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection) -> tuple[str, tuple]:
        return "%s", (self,)

    def get_group_by_cols(self) -> list:
        return []

    def value_in(self, values: dict, connection):
        """What goes to the database in its place."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


@dataclass(frozen=True)
class Member:
    """One of a set of ids that is known only when the query is asked."""

    name: str
    number: int

    def value_in(self, values: dict, connection) -> int:
        return values[self.name][self.number]


class GivenIds(models.Expression):
    """A set of ids of this many members, for `__in`; without one nothing is found."""

    def __init__(self, name: str, length: int) -> None:
        super().__init__(output_field=models.BigIntegerField())
        self.name, self.length = name, length

    def as_sql(self, compiler, connection) -> tuple[str, tuple]:
        if not self.length:
            raise EmptyResultSet
        return f"({', '.join(['%s'] * self.length)})", tuple(Member(self.name, number) for number in range(self.length))


def filled_up(ids: Collection[int]) -> tuple[int, ...]:
    """The ids, the last one repeated until there are 1, 2, 4, 8 … of them."""
    found = tuple(ids)
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found)) if found else ()


class Prepared:
    """A function that gives a queryset, as a function that gives its rows."""

    def __init__(self, build: Callable[..., models.QuerySet]) -> None:
        update_wrapper(self, build)
        keywords = [one for one in inspect.signature(build).parameters.values() if one.kind is one.KEYWORD_ONLY]
        self._sets = [one.name for one in keywords if one.annotation == IDS]
        self._given = {one.name: Given(one.name, FIELDS[one.annotation]()) for one in keywords if one.annotation != IDS}
        self._names = {one.name for one in keywords}
        self._build = build
        self._made = lru_cache(maxsize=SHAPES)(self._make)

    def __call__(self, *shape, **values) -> list:
        """The rows as of now; `values` are all the keywords of the function, never None."""
        if values.keys() != self._names or None in values.values():
            raise TypeError(f"{self._build.__name__} needs a value for each of: {', '.join(sorted(self._names))}")
        for name in self._sets:
            if len(values[name]) > MOST_IDS:
                return self._in_parts(name, *shape, **values)
            values[name] = filled_up(values[name])
        rows, compiler, sql, params = self._made(*(len(values[name]) for name in self._sets), *shape)
        if compiler is None:
            return []
        connection = connections[rows.db]
        bound = tuple(one.value_in(values, connection) if isinstance(one, Given | Member) else one for one in params)
        return list(_asked(rows, compiler, connection, (sql, bound)))

    def _in_parts(self, name: str, *shape, **values) -> list:
        """The rows of one part of the set after the other; in order within each."""
        ids = sorted(values[name])
        parts = (ids[start : start + MOST_IDS] for start in range(0, len(ids), MOST_IDS))
        return [row for part in parts for row in self(*shape, **{**values, name: part})]

    def first(self, *shape: Any, **values: Any) -> Any:
        """The first row, or None. The function itself says in what order, and that one is enough."""
        return next(iter(self(*shape, **values)), None)

    def _make(self, *shape) -> tuple:
        """The queryset with placeholders, its compiler, its SQL and its parameters; no compiler: it is always empty."""
        lengths, shape = shape[: len(self._sets)], shape[len(self._sets) :]
        sets = {name: GivenIds(name, length) for name, length in zip(self._sets, lengths, strict=True)}
        with stopped():
            rows = self._build(*shape, **self._given, **sets)
        compiler = rows.query.get_compiler(rows.db)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return rows, None, "", ()
        compiler.connection = None  # of the thread that came first; each call sets its own
        return rows, compiler, sql, params


def counted(condition: models.Q | None = None, *, of: str = "pk") -> models.Func:
    """How many rows there are (with the condition) in all, each `of` once: for `values_list`, which then gives one row.

    `Count` would group by the row; several numbers of one set of rows are one question this way.
    """
    what = models.F(of) if condition is None else models.Case(models.When(condition, then=models.F(of)))
    template = "COUNT(DISTINCT %(expressions)s)"
    return models.Func(what, template=template, output_field=models.IntegerField())


def prepared(build: Callable[..., models.QuerySet]) -> Prepared:
    """Make the SQL of this function's queryset once; see the module."""
    return Prepared(build)


def _asked(rows: models.QuerySet, compiler, connection, statement: tuple) -> models.QuerySet:
    """The queryset, to be read with this statement and never refined: a refinement would be ignored."""
    found, own = rows.all(), copy(compiler)
    own.connection = connection
    own.as_sql = lambda *args, **options: statement
    found.query.get_compiler = lambda *args, **options: own  # type: ignore[method-assign]  # of this one query alone
    return found
