"""The rows of the access matrix, app by app: every module here has a list `VIEWS`."""

import importlib
import pkgutil

HELPERS = {"census", "view", "world"}


def collect_views() -> list:
    """All rows of all apps."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if info.name not in HELPERS)
    return [view for name in names for view in importlib.import_module(f"{__name__}.{name}").VIEWS]
