"""Addresses of the apps below, by name."""

from django.urls import reverse

from lms.trainings.choices import TrainingKind


def link(name: str, *args) -> str:
    """The address of this name; `args` are the numbers in it."""
    return reverse(name, args=args)


def library() -> str:
    """The first page of the curriculum's library."""
    return reverse("wagtail_serve", kwargs={"path": ""})


def page_of(training) -> str:
    """The training's own page, in whichever app it belongs to."""
    app = "cohorts" if training.kind == TrainingKind.TOT else "cascade"
    return reverse(f"{app}:training_detail", args=[training.pk])
