from django.apps import AppConfig


class CohortsConfig(AppConfig):
    name = "lms.cohorts"
    label = "cohorts"

    def ready(self) -> None:
        # Models are not there before this moment, so what needs them is imported here.
        from lms.people.merging import register, register_eraser  # noqa: PLC0415

        from .merging import erase_words, move_nominations  # noqa: PLC0415

        register(move_nominations)
        register_eraser(erase_words)
