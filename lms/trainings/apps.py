from django.apps import AppConfig


class TrainingsConfig(AppConfig):
    name = "lms.trainings"
    label = "trainings"

    def ready(self) -> None:
        from lms.people.merging import register  # noqa: PLC0415 - models are not there before

        from .impact import register_effects  # noqa: PLC0415
        from .merging import move_places  # noqa: PLC0415

        register(move_places)
        register_effects()
