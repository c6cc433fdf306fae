from importlib import import_module

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "lms.audit"
    label = "audit"

    def ready(self) -> None:
        import_module("lms.audit.receivers")
