from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "lms.audit"
    label = "audit"

    def ready(self) -> None:
        import_module("lms.audit.receivers")
        autodiscover_modules("audit_actions")
