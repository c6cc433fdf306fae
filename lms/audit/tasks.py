"""What the worker does for the trail."""

from django_tasks import task

from .services import seal_entries


@task()
def seal_audit_task() -> int:
    """Seal what was added since the last time; enqueued every few minutes by whoever keeps the hours."""
    return seal_entries()
