from django.apps import AppConfig
from django.db.models.signals import post_migrate

from . import triggers


class CurriculaConfig(AppConfig):
    name = "curricula"
    label = "curricula"

    def ready(self) -> None:
        post_migrate.connect(triggers.install, sender=self, dispatch_uid="curricula.triggers")
