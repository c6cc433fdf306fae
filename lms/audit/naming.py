"""Names for what the trail knows by number only: apps above say here how their records are called."""

from collections.abc import Callable

from django.apps import apps
from django.utils.text import capfirst

#: `namer()` gives (number, name) of everything of its kind, in the order of a list to choose from.
Namer = Callable[[], list[tuple[int, str]]]
_namers: dict[str, Namer] = {}


def register(kind: str, namer: Namer) -> None:
    """Say how records of this kind are called; from the app's `AppConfig.ready`."""
    _namers[kind] = namer


def names(kind: str) -> list[tuple[int, str]]:
    """(number, name) of everything of this kind; empty while nobody said."""
    return _namers[kind]() if kind in _namers else []


def kind_of(label: str) -> str:
    """The model's name in the reader's language ("people.person"); of one that is gone the label itself."""
    try:
        return str(capfirst(apps.get_model(label)._meta.verbose_name))
    except (LookupError, ValueError):
        return label


def kinds() -> list[tuple[str, str]]:
    """(label, name) of every model of the site that may stand in the trail, by name."""
    own = [model for app in apps.get_app_configs() if app.name.partition(".")[0] in ("lms", "curricula")
           for model in app.get_models()]  # fmt: skip
    return sorted(
        ((model._meta.label_lower, kind_of(model._meta.label_lower)) for model in own), key=lambda row: row[1]
    )
