"""A confirmed version of a roll-out plan stays as it was confirmed, also in SQL: triggers on SQLite and PostgreSQL.

Installed after every `migrate`, any number of times. Two things still happen to a confirmed version: it moves when
two records turn out to be one person (`person`), and its free texts go when a person is forgotten
(`merging.erase_answers`); a text can only become what erasure leaves in its place.
"""

from django.apps import apps

from lms.core.guards import Guard, differs, put_in_place

MESSAGE = "a confirmed version of a roll-out plan stays as it was confirmed"
#: Model: the columns that may change, each with what it may change to (SQL; None: anything).
FREE = {
    "RolloutPlan": {"person_id": None, "reason": "'', '–'", "returned_reason": "''"},
    "Commitment": {"note": "''"},
}


def guards() -> list[Guard]:
    """The plan's own row, and its deliveries, which nobody adds to, changes or takes from."""
    plans, promises = (apps.get_model("assessments", name)._meta.db_table for name in FREE)
    was = "OLD.confirmed_at IS NOT NULL"
    of_old, of_new = (
        f"EXISTS (SELECT 1 FROM {plans} WHERE id = {row}.plan_id AND confirmed_at IS NOT NULL)"  # noqa: S608  # nosec B608
        for row in ("OLD", "NEW")
    )
    return [
        Guard("rollout_plan_frozen", plans, "UPDATE", MESSAGE, f"{was} AND ({_changed('RolloutPlan')})"),
        Guard("rollout_plan_kept", plans, "DELETE", MESSAGE, was),
        Guard(
            "rollout_commitment_frozen",
            promises,
            "UPDATE",
            MESSAGE,
            f"({of_old} OR {of_new}) AND ({_changed('Commitment')})",
        ),
        Guard("rollout_commitment_kept", promises, "DELETE", MESSAGE, of_old),
        Guard("rollout_commitment_closed", promises, "INSERT", MESSAGE, of_new),
    ]


def _changed(model: str) -> str:
    """Some column became what it may not become."""
    free = FREE[model]
    columns = [field.column for field in apps.get_model("assessments", model)._meta.concrete_fields]
    cases = [differs(column) for column in columns if column not in free]
    cases += [f"({differs(column)} AND NEW.{column} NOT IN ({texts}))" for column, texts in free.items() if texts]
    return " OR ".join(cases)


def install_guards(using: str = "default", **signal) -> None:
    """Connected to `post_migrate`."""
    put_in_place(guards(), using)
