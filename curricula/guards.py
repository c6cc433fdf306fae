"""What was published never changes, and what was used is not deleted, not even by SQL: triggers in both databases."""

from collections.abc import Iterator

from django.apps import apps

from lms.core.guards import Guard, put_in_place

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


def guards() -> list[Guard]:
    """Published rows keep all but the columns named above; what they hold on to is not deleted."""
    return [*_frozen(), *_kept()]


def _frozen() -> Iterator[Guard]:
    for name, free in FROZEN.items():
        meta = apps.get_model("curricula", name)._meta
        columns = ", ".join(f'"{field.column}"' for field in meta.concrete_fields if field.name not in free)
        for act, event in (("update", f"UPDATE OF {columns}"), ("delete", "DELETE")):
            yield Guard(f"{meta.db_table}_no_{act}", meta.db_table, event, MESSAGE)


def _kept() -> Iterator[Guard]:
    for name, (column, holder, field) in KEPT.items():
        holder = apps.get_model("curricula", holder)._meta
        question = f"SELECT 1 FROM {holder.db_table} WHERE {holder.get_field(field).column} = OLD.{column}"  # noqa: S608  # nosec B608
        table = apps.get_model("curricula", name)._meta.db_table
        yield Guard(f"{table}_keep", table, "DELETE", USED, f"EXISTS ({question})")


def install_guards(using: str = "default", **signal) -> None:
    """Connected to `post_migrate`."""
    put_in_place(guards(), using)
