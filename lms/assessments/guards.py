"""A confirmed version of a roll-out plan stays as it was confirmed, also in SQL: triggers on SQLite and PostgreSQL.

Installed after every `migrate`, any number of times. Two things still happen to a confirmed version: it moves when
two records turn out to be one person (`person`), and its free texts go when a person is forgotten
(`merging.erase_answers`); a text can only become what erasure leaves in its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connections, transaction

MESSAGE = "a confirmed version of a roll-out plan stays as it was confirmed"
#: Model: the columns that may change, each with what it may change to (SQL; None: anything).
FREE = {
    "RolloutPlan": {"person_id": None, "reason": "'', '–'", "returned_reason": "''"},
    "Commitment": {"note": "''"},
}


@dataclass(frozen=True)
class Guard:
    """One trigger: on which table and event, and in which case it refuses (SQL over OLD and NEW)."""

    name: str
    table: str
    event: str
    when: str


def guards() -> list[Guard]:
    """The plan's own row, and its deliveries, which nobody adds to, changes or takes from."""
    plans, promises = (apps.get_model("assessments", name)._meta.db_table for name in FREE)
    was = "OLD.confirmed_at IS NOT NULL"
    of_old, of_new = (
        f"EXISTS (SELECT 1 FROM {plans} WHERE id = {row}.plan_id AND confirmed_at IS NOT NULL)"  # noqa: S608  # nosec B608
        for row in ("OLD", "NEW")
    )
    return [
        Guard("rollout_plan_frozen", plans, "UPDATE", f"{was} AND ({_changed('RolloutPlan')})"),
        Guard("rollout_plan_kept", plans, "DELETE", was),
        Guard(
            "rollout_commitment_frozen", promises, "UPDATE", f"({of_old} OR {of_new}) AND ({_changed('Commitment')})"
        ),
        Guard("rollout_commitment_kept", promises, "DELETE", of_old),
        Guard("rollout_commitment_closed", promises, "INSERT", of_new),
    ]


def _changed(model: str) -> str:
    """Some column became what it may not become."""
    free = FREE[model]
    columns = [field.column for field in apps.get_model("assessments", model)._meta.concrete_fields]
    cases = [_differs(column) for column in columns if column not in free]
    cases += [f"({_differs(column)} AND NEW.{column} NOT IN ({texts}))" for column, texts in free.items() if texts]
    return " OR ".join(cases)


def _differs(column: str) -> str:
    """The column changed; the same words in both databases (NULL counts as empty, JSON as its text)."""
    return f"COALESCE(CAST(OLD.{column} AS TEXT), '') <> COALESCE(CAST(NEW.{column} AS TEXT), '')"


def install_guards(sender=None, using: str = "default", **kwargs) -> None:
    """Put every trigger in place, replacing an older one of its name. Connected to `post_migrate`."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for guard in guards():
            if guard.table in tables:
                for statement in _statements(guard, connection.vendor):
                    cursor.execute(statement)


def lift_guards(using: str = "default") -> None:
    """Take the triggers away: for tests that empty their tables, and for nobody else."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for guard in guards():
            cursor.execute(_drop(guard, connection.vendor))


def _drop(guard: Guard, vendor: str) -> str:
    on = f" ON {guard.table}" if vendor == "postgresql" else ""
    return f"DROP TRIGGER IF EXISTS {guard.name}{on}"


def _statements(guard: Guard, vendor: str) -> Iterator[str]:
    """PostgreSQL allows no question about other tables beside the trigger, so the case stands in the function."""
    yield _drop(guard, vendor)
    before = f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW"
    if vendor == "postgresql":
        row = "OLD" if guard.event == "DELETE" else "NEW"
        yield (
            f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {guard.when} THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', "
            f"MESSAGE = '{MESSAGE}'; END IF; RETURN {row}; END $$"
        )
        yield f"{before} EXECUTE FUNCTION {guard.name}()"
        return
    yield f"{before} WHEN {guard.when} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
