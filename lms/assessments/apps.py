from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "lms.assessments"
    label = "assessments"

    def ready(self) -> None:
        # Models are not there before this moment, so what needs them is imported here.
        from lms.people.merging import register, register_eraser  # noqa: PLC0415

        from .merging import erase_answers, move_assessments  # noqa: PLC0415

        register(move_assessments)
        register_eraser(erase_answers)
