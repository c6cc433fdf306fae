"""Ten times the demo: every record of the cascade copied with its relations, in bulk."""

from collections.abc import Iterator
from itertools import count
from uuid import uuid4

from django.db import models
from django.db.models import F, UniqueConstraint

from lms.assessments.models import TestResult
from lms.audit.models import Entry
from lms.certification.models import Certificate
from lms.certification.models import Decision as CertificationDecision
from lms.cohorts.models import Cohort, Nomination
from lms.people.models import Person
from lms.trainings.models import (
    Attendance,
    Completion,
    Decision,
    Deliverer,
    Enrolment,
    HeadCount,
    Session,
    SessionModule,
    Training,
)

# In the order of their relations, as far as there is one: a certificate and its decisions point at each other.
COPIED = (
    Person, Training, Deliverer, Session, SessionModule, Enrolment, Attendance, Completion, HeadCount, Decision,
    Cohort, Nomination, TestResult, CertificationDecision, Certificate, Entry,
)  # fmt: skip
number = count(1)


def multiply(times: int) -> None:
    """Add `times` copies of all rows, and see that they are there."""
    originals = {model: list(model._base_manager.order_by("pk")) for model in COPIED}
    for _copy in range(times):
        copy_all(originals, next(number))
    check_counts({model: len(rows) * (times + 1) for model, rows in originals.items()})


def check_counts(wanted: dict) -> None:
    for model, rows in wanted.items():
        if (found := model._base_manager.count()) != rows:
            raise SystemExit(f"{model._meta.label}: {found} rows after copying, and there should be {rows}.")


def copy_all(originals: dict, mark: int) -> None:
    """One more of everything; a row comes after the rows it points at, and so some tables are gone through again."""
    copies: dict = {model: {} for model in originals}
    waiting = {model: rows for model, rows in originals.items() if rows}
    while waiting:
        left = {model: copy_ready(model, rows, copies, mark) for model, rows in waiting.items()}
        if sum(map(len, left.values())) == sum(map(len, waiting.values())):
            raise SystemExit(f"Rows that point at each other cannot be copied: {[m._meta.label for m in waiting]}.")
        waiting = {model: rows for model, rows in left.items() if rows}


def copy_ready(model, rows: list, copies: dict, mark: int) -> list:
    """Copy the rows whose own relations have been copied; the others are given back."""
    fields = [field for field in model._meta.concrete_fields if field.related_model in copies]
    ready, left = [], []
    for row in rows:
        targets = [(copies[field.related_model], getattr(row, field.attname)) for field in fields]
        (ready if all(pk is None or pk in found for found, pk in targets) else left).append(row)
    new = [copied(model, row, copies, mark) for row in ready]
    model._base_manager.bulk_create(new, batch_size=500)
    copies[model].update(zip((row.pk for row in ready), (row.pk for row in new), strict=True))
    return left


def copied(model, row, copies: dict, mark: int):
    """The same row again, pointing at the copies of what it pointed at, and nowhere a second one of its kind."""
    values = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
    del values[model._meta.pk.attname]
    moved = set()
    for field in model._meta.concrete_fields:
        if field.related_model in copies and values[field.attname] is not None:
            values[field.attname] = copies[field.related_model][values[field.attname]]
            moved.add(field)
    for fields in unique_together(model):
        if not moved & set(fields):
            field = next(field for field in fields if can_differ(field))
            values[field.attname] = another(field, getattr(row, field.attname), mark)
    return model(**values)


# What stands once -----------------------------------------------------------------------------------------------------


def unique_together(model) -> Iterator[list[models.Field]]:
    """The sets of fields that no two rows share, as the model declares them; the key is the database's own matter."""
    yield from ([field] for field in model._meta.concrete_fields if field.unique and not field.primary_key)
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            names = constraint.fields or [name for part in constraint.expressions for name in names_in(part)]
            yield [model._meta.get_field(name) for name in names]
    for names in model._meta.unique_together:
        yield [model._meta.get_field(name) for name in names]


def names_in(expression) -> Iterator[str]:
    """The fields that an expression such as Lower("email") reads."""
    if isinstance(expression, F):
        yield expression.name
    else:
        for part in expression.get_source_expressions():
            yield from names_in(part)


def can_differ(field: models.Field) -> bool:
    """Can a copy have another value here, and still be the same sort of row?"""
    return field.null or isinstance(field, models.UUIDField) or (is_text(field) and not field.choices)


def is_text(field: models.Field) -> bool:
    return isinstance(field, models.CharField | models.TextField)


def another(field: models.Field, value, mark: int):
    """Of texts, the old one with the copy's number before it; empty stays empty, which may stand often."""
    if isinstance(field, models.UUIDField):
        return uuid4()
    return (f"{mark}{value}" if value else value) if is_text(field) else None
