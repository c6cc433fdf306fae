from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .guards import install_guards


class AssessmentsConfig(AppConfig):
    name = "lms.assessments"
    label = "assessments"

    def ready(self) -> None:
        # Models are not there before this moment, so what needs them is imported here.
        from lms.people.merging import register, register_eraser  # noqa: PLC0415

        from .merging import erase_answers, move_assessments  # noqa: PLC0415

        register(move_assessments)
        register_eraser(erase_answers)
        post_migrate.connect(install_guards, sender=self)
