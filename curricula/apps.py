from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .guards import install_guards
from .signals import edition_published


class CurriculaConfig(AppConfig):
    name = "curricula"
    label = "curricula"

    def ready(self) -> None:
        post_migrate.connect(install_guards, sender=self, dispatch_uid="curricula.guards")
        # Models are not there before this moment, so what needs them is imported here.
        from .kit.tasks import build_after_publishing  # noqa: PLC0415

        edition_published.connect(build_after_publishing, dispatch_uid="curricula.kits")
