"""What was published cannot be changed, and what was used not be deleted, not even by SQL: triggers in both databases.

Installed after every migration rather than by one: a table that a migration rebuilds would lose them.
"""

from django.apps import apps
from django.db import connections, transaction

MESSAGE = "a published edition does not change"
# Model and the fields that may still be set.
FROZEN = {"Edition": ("withdrawn_on",), "EditionModule": (), "EditionFile": (), "EditionItem": (), "EditionForm": (),
          "EditionChange": (), "EditionText": ()}  # fmt: skip

USED = "what was published in an edition is not deleted"
# Model: its column, and the published rows that hold on to what stands there.
KEPT = {
    "Module": ("id", "EditionModule", "module"),
    "Curriculum": ("id", "Edition", "curriculum"),
    "ModulePage": ("module_id", "EditionModule", "module"),
    "CurriculumPage": ("curriculum_id", "Edition", "curriculum"),
}


def kept_tables() -> dict[str, str]:
    """Table → the question that must find nothing before a row of it (OLD) is deleted."""
    tables = {}
    for name, (column, holder, field) in KEPT.items():
        holder = apps.get_model("curricula", holder)._meta
        question = f"SELECT 1 FROM {holder.db_table} WHERE {holder.get_field(field).column} = OLD.{column}"  # noqa: S608  # nosec B608
        tables[apps.get_model("curricula", name)._meta.db_table] = question
    return tables


def frozen_tables() -> dict[str, list[str]]:
    """Table → its columns that never change."""
    tables = {}
    for name, free in FROZEN.items():
        meta = apps.get_model("curricula", name)._meta
        tables[meta.db_table] = [field.column for field in meta.concrete_fields if field.name not in free]
    return tables


def install_guards(using: str = "default", **_signal) -> None:
    """Put the triggers in place, or renew them; tables that are not there yet are passed over."""
    connection = connections[using]
    statements = {"sqlite": _sqlite, "postgresql": _postgresql}.get(connection.vendor)
    if statements is None:
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        for table, columns in frozen_tables().items():
            for statement in statements(table, columns) if table in present else ():
                cursor.execute(statement)
        keep = {"sqlite": _sqlite_keep, "postgresql": _postgresql_keep}[connection.vendor]
        for table, question in kept_tables().items():
            for statement in keep(table, question) if table in present else ():
                cursor.execute(statement)


def lift_guards(using: str = "default") -> None:
    """Take the triggers away: for emptying a test database, nothing else."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for table in frozen_tables():
            for act in ("update", "delete"):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}{on}")
        for table in kept_tables():
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_keep{on}")


def _sqlite(table: str, columns: list[str]) -> list[str]:
    listed = ", ".join(f'"{column}"' for column in columns)
    acts = {"update": f"UPDATE OF {listed}", "delete": "DELETE"}
    statements = []
    for act, what in acts.items():
        statements.append(f"DROP TRIGGER IF EXISTS {table}_no_{act}")
        statements.append(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )
    return statements


def _postgresql(table: str, columns: list[str]) -> list[str]:
    listed = ", ".join(f'"{column}"' for column in columns)
    acts = {"update": f"UPDATE OF {listed}", "delete": "DELETE"}
    statements = [
        "CREATE OR REPLACE FUNCTION curricula_refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    ]
    for act, what in acts.items():
        statements.append(f"DROP TRIGGER IF EXISTS {table}_no_{act} ON {table}")
        statements.append(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {what} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION curricula_refuse_change()"
        )
    return statements


def _sqlite_keep(table: str, question: str) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {table}_keep",
        f"CREATE TRIGGER {table}_keep BEFORE DELETE ON {table} WHEN EXISTS ({question}) "
        f"BEGIN SELECT RAISE(ABORT, '{USED}'); END",
    ]


def _postgresql_keep(table: str, question: str) -> list[str]:
    return [
        f"CREATE OR REPLACE FUNCTION {table}_keep() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF EXISTS ({question}) THEN RAISE EXCEPTION '{USED}' USING ERRCODE = "
        "'integrity_constraint_violation'; END IF; RETURN OLD; END $$",
        f"DROP TRIGGER IF EXISTS {table}_keep ON {table}",
        f"CREATE TRIGGER {table}_keep BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_keep()",
    ]
