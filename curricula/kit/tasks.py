"""What the worker does for kits: making them before anybody asks."""

from django.db import transaction
from django_tasks import task

from ..models import Edition
from .building import AUDIENCES, kit_archive
from .lessons import languages_of


@task()
def build_kits(edition_id: int) -> int:
    """Make every kit of an edition; returns how many there are. Those made before are left alone."""
    edition = Edition.objects.select_related("curriculum").get(pk=edition_id)
    wanted = [(audience, language) for audience in AUDIENCES for language in languages_of(edition)]
    return len([kit_archive(edition, audience, language) for audience, language in wanted])


def build_after_publishing(edition, **_signal) -> None:
    """Receives `edition_published`. A kit that this misses is made at its first download."""
    transaction.on_commit(lambda: build_kits.enqueue(edition.pk))
