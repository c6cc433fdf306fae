"""The database refuses a circle of institutions, and a line longer than it can follow.

A trigger of SQLite may not walk a tree of any depth (no `WITH` in triggers), so both databases follow it as far as a
line may be long: an institution that is met on the way up, or a line that goes on beyond, is refused.
"""

from django.apps import apps

from lms.core.guards import Guard, put_in_place

#: How many institutions may stand in one line.
DEEPEST = 8
MESSAGE = "institutions stand in no circle and at most eight deep"


def guards() -> list[Guard]:
    table = apps.get_model("institutions", "Institution")._meta.db_table
    above = _above(table)
    circle = " OR ".join(f"NEW.id = {one}" for one in above[:-1])
    when = f"{circle} OR {above[-1]} IS NOT NULL"
    return [
        Guard("institution_in_no_circle", table, "UPDATE OF parent_id", MESSAGE, when),
        Guard("institution_not_too_deep", table, "INSERT", MESSAGE, f"{above[-1]} IS NOT NULL"),
    ]


def _above(table: str) -> list[str]:
    """SQL for the institution above, the one above that, and so on: `DEEPEST` of them, the last of which may not be."""
    found = ["NEW.parent_id"]
    while len(found) < DEEPEST:
        found.append(f"(SELECT parent_id FROM {table} WHERE id = {found[-1]})")  # noqa: S608  # nosec B608
    return found


def install_guards(using: str = "default", **signal) -> None:
    """Connected to `post_migrate`."""
    put_in_place(guards(), using)
