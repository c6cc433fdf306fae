"""What a new edition of a curriculum means for certified trainers: the app's word before one is published."""

from django.utils.translation import gettext as _

from curricula.editions.impact import EditionEffect, register

from .models import Certificate


def certified_on(edition) -> EditionEffect:
    """Trainers, each once, who hold a certificate in force today that was given on this edition."""
    rows = Certificate.objects.trainer().filter(edition=edition).in_force_today()
    return EditionEffect(_("Trainers certified on it"), rows.values("person").distinct().count())


def register_effects() -> None:
    register("certification.certified", certified_on)
