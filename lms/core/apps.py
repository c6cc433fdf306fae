"""The lowest layer: words, clocks, rules and views that every app shares. It has no tables."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "lms.core"
    label = "core"

    def ready(self) -> None:
        # Models are not there before this moment, so what needs them is imported here.
        from django_tasks.signals import task_enqueued  # noqa: PLC0415
        from django_tasks_db import DatabaseBackend  # noqa: PLC0415

        from lms.core import checks, worker_wakeup  # noqa: F401, PLC0415 - the first registers the checks

        task_enqueued.connect(worker_wakeup.ring_when_committed, sender=DatabaseBackend, dispatch_uid="core.waking")
