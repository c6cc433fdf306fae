from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .guards import install_guards


class InstitutionsConfig(AppConfig):
    name = "lms.institutions"
    label = "institutions"

    def ready(self) -> None:
        post_migrate.connect(install_guards, sender=self)
