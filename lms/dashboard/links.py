"""Addresses of the apps below, by name."""

from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse

from lms.trainings.choices import TrainingKind


def link(name: str, *args) -> str:
    """The address of this name; `args` are the numbers in it."""
    return reverse(name, args=args) if args else _fixed(name, get_urlconf(), get_script_prefix())


@lru_cache
def _fixed(name: str, urlconf, prefix: str, **parts: str) -> str:
    """An address without numbers is the same for as long as the process runs below the same prefix."""
    return reverse(name, urlconf, kwargs=parts)


def library() -> str:
    """The first page of the curriculum's library."""
    return _fixed("wagtail_serve", get_urlconf(), get_script_prefix(), path="")


def page_of(training) -> str:
    """The training's own page, in whichever app it belongs to."""
    app = "cohorts" if training.kind == TrainingKind.TOT else "cascade"
    return reverse(f"{app}:training_detail", args=[training.pk])
