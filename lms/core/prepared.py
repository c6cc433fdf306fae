"""Queries whose shape never changes: their SQL is made once a process and asked with the values of the moment.

Building a queryset and compiling it costs several times what a small indexed query costs itself, and most pages ask the
same questions about another person or another day. Nothing that was read is kept: every call asks the database.

    @prepared
    def seats_of(*, person: int) -> QuerySet:
        return Enrolment.objects.holding_a_seat().filter(person=person)

    seats_of(person=7)  # a list

The function is called once, under a stopped clock, with a placeholder for each keyword; the annotation says what kind
of value it will be. What changes the SQL itself (a scope's ids, what a role opens) is a positional argument: the SQL is
made for each of them.
"""

import inspect
from collections.abc import Callable
from copy import copy
from datetime import date, datetime
from functools import lru_cache, update_wrapper

from django.core.exceptions import EmptyResultSet
from django.db import connections, models

from lms.core.clock import stopped

FIELDS = {int: models.BigIntegerField, str: models.CharField, date: models.DateField, datetime: models.DateTimeField}
#: How many shapes of one query are kept; the one asked longest ago goes first.
SHAPES = 64


class Given(models.Expression):
    """A value that is known only when the query is asked. In the compiled SQL it is its own parameter."""

    def __init__(self, name: str, output_field: models.Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection) -> tuple[str, list]:
        return "%s", [self]

    def get_group_by_cols(self) -> list:
        return []

    def value_in(self, values: dict, connection):
        """What goes to the database in its place."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


class Prepared:
    """A function that gives a queryset, as a function that gives its rows."""

    def __init__(self, build: Callable[..., models.QuerySet]) -> None:
        update_wrapper(self, build)
        parameters = inspect.signature(build).parameters.values()
        self._given = {
            one.name: Given(one.name, FIELDS[one.annotation]()) for one in parameters if one.kind is one.KEYWORD_ONLY
        }
        self._build = build
        self._made = lru_cache(maxsize=SHAPES)(self._make)

    def __call__(self, *shape, **values) -> list:
        """The rows as of now; `values` are all the keywords of the function, never None."""
        if values.keys() != self._given.keys() or None in values.values():
            raise TypeError(f"{self.__name__} needs a value for each of: {', '.join(self._given)}")
        rows, compiler, sql, params = self._made(*shape)
        if compiler is None:
            return []
        connection = connections[rows.db]
        bound = tuple(one.value_in(values, connection) if isinstance(one, Given) else one for one in params)
        return list(_asked(rows, compiler, connection, (sql, bound)))

    def first(self, *shape, **values):
        """The first row, or None. The function itself says in what order, and that one is enough."""
        return next(iter(self(*shape, **values)), None)

    def _make(self, *shape) -> tuple:
        """The queryset with placeholders, its compiler, its SQL and its parameters; no compiler: it is always empty."""
        with stopped():
            rows = self._build(*shape, **self._given)
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
    found.query.get_compiler = lambda *args, **options: own
    return found
