"""Named sets of test items, and who may see which."""

from typing import Self

from django.db import models
from django.db.models import F

PUBLISH = "curricula.publish_edition"


class ItemQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """The bank is the programme office's: nobody who may sit the test, or teach it, leafs through it."""
        return self if user.is_authenticated and user.has_perm(PUBLISH) else self.none()

    def live(self) -> Self:
        """Items not retired."""
        return self.filter(retired_on=None)

    def originals(self) -> Self:
        """Items that translate no other."""
        return self.filter(translation_of=None)

    def stale(self) -> Self:
        """Translations whose original says something else by now."""
        return self.exclude(translation_of=None).exclude(source_sha256=F("translation_of__sha256"))


class EditionItemQuerySet(models.QuerySet):
    def in_order(self) -> Self:
        """As the edition has them: by module, then by code."""
        return self.order_by("module__order", "code")
