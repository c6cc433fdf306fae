"""Named sets of curriculum records, and who may have which."""

from typing import Self

from django.db import models
from django.db.models.functions import TruncDate
from wagtail.documents.models import DocumentQuerySet

from lms.core.prepared import prepared

from .choices import Classification

# Asked by name: the answer comes from whichever backend above knows the person's records.
READ_TRAINEE = "curricula.read_trainee_material"
READ_TRAINER = "curricula.read_trainer_material"


def readable_curricula(model, user) -> frozenset[int]:
    """Ids of the curricula this user may read; `model` is `Curriculum`, which is built on this module."""
    return frozenset(row.pk for row in every_curriculum(model) if user.has_perm(READ_TRAINEE, row))


@prepared
def every_curriculum(model) -> models.QuerySet:
    return model._default_manager.order_by("pk")


class CurriculumQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Curricula the user may read at all: as trainer, trainee or office."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(pk__in=readable_curricula(self.model, user))


class EditionQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Editions that exist for use: an edition is made by publishing, so all that are not withdrawn."""
        return self.filter(withdrawn_on=None)

    def visible_to(self, user) -> Self:
        """Editions of the curricula the user may read."""
        curricula = self.model._meta.get_field("curriculum").related_model
        return self.filter(curriculum__in=curricula.objects.visible_to(user))


class MaterialQuerySet(DocumentQuerySet):
    def classified(self) -> Self:
        """Materials somebody has decided about; the others are refused to everybody."""
        return self.exclude(classification="").exclude(module=None)

    def visible_to(self, user) -> Self:
        """What this user may have: public for all, the others by the right to each curriculum."""
        rows = self.classified()
        if not user.is_authenticated:
            return rows.filter(classification=Classification.PUBLIC)
        return rows.filter(_allowed(self.model, user, "module__curriculum"))


class EditionFileQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """The edition's files this user may have, by the same rule as the living materials."""
        if not user.is_authenticated:
            return self.filter(classification=Classification.PUBLIC)
        return self.filter(_allowed(self.model, user, "module__module__curriculum"))


class DownloadQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """A person's own downloads; every one for those who read the register."""
        return self if user.has_perm("curricula.read_download_register") else self.filter(user=user.pk)

    def by_day(self):
        """Rows of user, day, files and size (bytes): what each account took on each day. Public ones have no name."""
        days = self.filter(user__isnull=False).annotate(day=TruncDate("at")).order_by().values("user", "day")
        return days.annotate(files=models.Count("pk"), taken=models.Sum("size"))

    def on(self, days) -> Self:
        """The downloads of these accounts on these days, given as (account id, day)."""
        wanted = models.Q(pk__in=())
        for user, day in days:
            wanted |= models.Q(user=user, at__date=day)
        return self.filter(wanted)


def _allowed(model, user, path: str) -> models.Q:
    """Public ones, and per curriculum the classes the user has a right to."""
    curricula = model._meta.apps.get_model("curricula", "Curriculum").objects.all()
    allowed = models.Q(classification=Classification.PUBLIC)
    for curriculum in curricula:
        for right, word in ((READ_TRAINEE, Classification.TRAINEE), (READ_TRAINER, Classification.TRAINER)):
            if user.has_perm(right, curriculum):
                allowed |= models.Q(classification=word, **{path: curriculum})
    return allowed
