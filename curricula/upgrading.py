"""What a house that was installed before the delivery lacks: its workflow, its languages, the words to search.

After every migration; where a thing is there already, nothing is done. A new house gets all of it with its first
officer and its first content.
"""

from django.apps import apps
from django.db import connections, transaction

NEEDED = ("SecondPersonTask", "SearchText", "ModulePage", "Material")


def complete_house(using: str = "default", **_signal) -> None:
    """Connected to `post_migrate`; passed over while the tables are not all there, or nobody works here yet."""
    # Imported here: groups and pages are built on models, which are not there when the app's signals are connected.
    from .groups import NAME  # noqa: PLC0415

    present = set(connections[using].introspection.table_names())
    tables = {_model(name)._meta.db_table for name in NEEDED} | {"wagtailcore_locale", "wagtailcore_workflowpage"}
    if using != "default" or not tables <= present or not _officers(NAME):
        return
    with transaction.atomic():
        _renew_office()
        _speak()
        _index()


def _renew_office() -> None:
    """Whoever may write becomes reviewer and approver as well, once: who was taken out later stays out."""
    from .groups import NAME, ensure_office_group, join_office  # noqa: PLC0415

    if _model("SecondPersonTask").objects.exists():
        return
    ensure_office_group()
    for user in _officers(NAME).user_set.all():
        join_office(user)


def _speak() -> None:
    from .languages.trees import ensure_locales  # noqa: PLC0415

    if _model("ModulePage").objects.exists():
        ensure_locales()


def _index() -> None:
    """The words of all pages and materials, where none were kept so far."""
    from .indexing import index_everything  # noqa: PLC0415

    if not _model("SearchText").objects.exists():
        index_everything()


def _officers(name: str):
    """The office's group; None in a house where nobody works yet."""
    return apps.get_model("auth", "Group").objects.filter(name=name).first()


def _model(name: str):
    return apps.get_model("curricula", name)
