from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .guards import install_guards


class CertificationConfig(AppConfig):
    name = "lms.certification"
    label = "certification"

    def ready(self) -> None:
        # Models are not there before this moment, so what needs them is imported here.
        from lms.people.merging import register, register_eraser  # noqa: PLC0415

        from .impact import register_effects  # noqa: PLC0415
        from .services import erase_holder, move_records  # noqa: PLC0415

        register(move_records)
        register_eraser(erase_holder)
        register_effects()
        post_migrate.connect(install_guards, sender=self)
