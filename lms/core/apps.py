"""The ground floor: words, clocks, rules and doors that every room shares. It has no tables."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "lms.core"
    label = "core"

    def ready(self) -> None:
        from lms.core import checks  # noqa: F401, PLC0415 - registers the checks once the apps are there
