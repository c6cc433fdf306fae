"""Triggers that refuse in the database itself, in SQLite and PostgreSQL alike, what a rule of the code already refuses.

An app lists its guards in its own `guards.py` and installs them after every `migrate`, any number of times: a table
that a migration rebuilds would lose triggers that a migration had made.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connections, transaction


@dataclass(frozen=True)
class Guard:
    """One trigger.

    `event`: "UPDATE", "DELETE", "INSERT" or "UPDATE OF column, column"; `says`: the sentence of the IntegrityError;
    `when`: the case in which it refuses, as SQL over OLD and NEW that both databases understand; empty: always.
    """

    name: str
    table: str
    event: str
    says: str
    when: str = ""


def differs(column: str) -> str:
    """SQL: the column changed; the same words in both databases (NULL counts as empty, JSON as its text)."""
    return f"COALESCE(CAST(OLD.{column} AS TEXT), '') <> COALESCE(CAST(NEW.{column} AS TEXT), '')"


def put_in_place(guards: Iterable[Guard], using: str = "default") -> None:
    """Each trigger, replacing an older one of its name; tables that are not there yet are passed over."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for guard in guards:
            if guard.table in tables:
                for statement in _statements(guard, connection.vendor):
                    cursor.execute(statement)


def take_away(guards: Iterable[Guard], using: str = "default") -> None:
    """For tests that empty or damage their tables, and for nobody else."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for guard in guards:
            cursor.execute(_drop(guard, connection.vendor))


def _drop(guard: Guard, vendor: str) -> str:
    on = f" ON {guard.table}" if vendor == "postgresql" else ""
    return f"DROP TRIGGER IF EXISTS {guard.name}{on}"


def _statements(guard: Guard, vendor: str) -> list[str]:
    """PostgreSQL allows no question about other tables beside the trigger, so the case stands in its function."""
    before = f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW"
    says = guard.says.replace("'", "''")
    if vendor == "sqlite":
        case = f"WHEN ({guard.when}) " if guard.when else ""
        return [_drop(guard, vendor), f"{before} {case}BEGIN SELECT RAISE(ABORT, '{says}'); END"]
    row = "OLD" if guard.event == "DELETE" else "NEW"
    refuse = f"RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = '{says}';"
    body = f"IF {guard.when} THEN {refuse} END IF; RETURN {row};" if guard.when else refuse
    function = f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
    return [_drop(guard, vendor), function, f"{before} EXECUTE FUNCTION {guard.name}()"]
