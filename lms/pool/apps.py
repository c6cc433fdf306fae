from django.apps import AppConfig


class PoolConfig(AppConfig):
    name = "lms.pool"
    label = "pool"

    def ready(self) -> None:
        # Models are not there before this moment, so what needs them is imported here.
        from lms.people.merging import register, register_eraser  # noqa: PLC0415

        from .services import erase_lines, move_reminders  # noqa: PLC0415

        register(move_reminders)
        register_eraser(erase_lines)
