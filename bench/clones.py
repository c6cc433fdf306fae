"""Ten times the demo: every record of the cascade copied with its relations, in bulk."""

from itertools import count

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

# In the order of their relations.
COPIED = (
    Person, Training, Deliverer, Session, SessionModule, Enrolment, Attendance, Completion, HeadCount, Decision,
    Cohort, Nomination, TestResult, CertificationDecision, Certificate, Entry,
)  # fmt: skip
# What stands once in its table, or once in its institution: the copy's number is added to it.
ONCE = {"reference", "enrolment_code", "service_number", "email", "number", "code"}
number = count(1)


def multiply(times: int) -> None:
    """Add `times` copies of all rows."""
    originals = {model: list(model._base_manager.order_by("pk")) for model in COPIED}
    for _copy in range(times):
        copy_all(originals, next(number))


def copy_all(originals: dict, mark: int) -> None:
    copies: dict = {}
    for model, rows in originals.items():
        new = [copied(model, row, copies, mark) for row in rows]
        model._base_manager.bulk_create(new, batch_size=500)
        copies[model] = dict(zip((row.pk for row in rows), (row.pk for row in new), strict=True))


def copied(model, row, copies: dict, mark: int):
    """The same row again, pointing at the copies of what it pointed at."""
    values = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
    del values[model._meta.pk.attname]
    for field in model._meta.concrete_fields:
        if field.is_relation and field.related_model in copies:
            values[field.attname] = copies[field.related_model].get(values[field.attname], values[field.attname])
        if field.name in ONCE and values[field.attname]:
            values[field.attname] = f"{mark}{values[field.attname]}"
    values |= {name: None for name in ("user_id", "link", "replaces_id", "reserve_place") if name in values}
    return model(**values)
