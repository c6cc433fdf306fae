"""The ground floor: words, clocks, rules and doors that every room shares. It has no tables."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "lms.core"
    label = "core"
