"""django-tasks-db's worker, woken when a task is enqueued; while nothing comes it looks less and less often.

Same name and options, so that nobody has to know two. Its own loop opened the database each second: 4 % of a core.
"""

from django_tasks_db.management.commands import db_worker

from lms.core.worker_wakeup import Bell

#: Seconds between two looks after a long silence: for tasks enqueued on another machine, or a ring that was lost.
LONGEST_PAUSE = 10.0


class Command(db_worker.Command):
    help = "Work background tasks as they come; see django-tasks-db for the options."

    def handle(self, *, batch, reload, max_tasks, **options) -> None:
        if batch or reload or max_tasks:
            super().handle(batch=batch, reload=reload, max_tasks=max_tasks, **options)
            return
        self.configure_logging(options["verbosity"])
        worker = make_worker(**options)
        worker.configure_signals()
        work_when_woken(worker, Bell())


class Worker(db_worker.Worker):
    """One that remembers whether there was anything to do."""

    worked = False

    def run_task(self, db_task_result) -> None:
        self.worked = True
        super().run_task(db_task_result)


def make_worker(*, queue_name, exclude_queues, interval, backend_name, worker_id, **options) -> Worker:
    """A worker in its batch mode: it works all there is, then returns."""
    return Worker(
        queue_names=queue_name.split(","),
        excluded_queue_names=exclude_queues.split(",") if exclude_queues else [],
        interval=interval,
        batch=True,
        backend_name=backend_name,
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
    )


def work_when_woken(worker: Worker, bell: Bell) -> None:
    """Until a signal asks the worker to stop: after the task in hand, or at once while it waits."""
    pause = worker.interval
    worker.run()
    while worker.running:
        worker.worked = bell.wait(pause)
        worker.run()
        pause = worker.interval if worker.worked else min(pause * 2, LONGEST_PAUSE)
