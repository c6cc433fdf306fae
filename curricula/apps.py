"""The curriculum's place in the project, and who listens to whom."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from wagtail.signals import page_published

from .guards import install_guards
from .signals import edition_published


class CurriculaConfig(AppConfig):
    name = "curricula"
    label = "curricula"

    def ready(self) -> None:
        post_migrate.connect(install_guards, sender=self, dispatch_uid="curricula.guards")
        # Models are not there before this moment, so what needs them is imported here.
        from . import receivers  # noqa: F401, PLC0415
        from .bank.sharing import checks_of, questions_of, sheets_of  # noqa: PLC0415
        from .completion import complete_installation  # noqa: PLC0415
        from .kit.building import size_when_made  # noqa: PLC0415
        from .kit.registry import CHECKS, SIZES, TEST_SHEETS, TRANSLATIONS  # noqa: PLC0415
        from .kit.tasks import build_after_publishing  # noqa: PLC0415
        from .languages.freezing import text_in  # noqa: PLC0415
        from .languages.recording import note_published  # noqa: PLC0415
        from .languages.services import mark_by_edition  # noqa: PLC0415

        for sources, source in ((TRANSLATIONS, text_in), (TEST_SHEETS, sheets_of), (CHECKS, checks_of),
                                (CHECKS, questions_of), (SIZES, size_when_made)):  # fmt: skip
            if source not in sources:
                sources.append(source)
        post_migrate.connect(complete_installation, sender=self, dispatch_uid="curricula.completion")
        page_published.connect(note_published, dispatch_uid="curricula.languages")
        edition_published.connect(mark_by_edition, dispatch_uid="curricula.languages")
        edition_published.connect(build_after_publishing, dispatch_uid="curricula.kits")
