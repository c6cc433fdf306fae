"""What a workbook's row can come to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RowOutcome(models.TextChoices):
    CREATE = "create", _("will be added")
    MATCH = "match", _("matches an existing record")
    REVIEW = "review", _("needs your decision")
    REFUSED = "refused", _("refused")
    SKIPPED = "skipped", _("not a data row")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            RowOutcome.REFUSED: "harm",
            RowOutcome.REVIEW: "attention",
            RowOutcome.CREATE: "good",
            RowOutcome.MATCH: "neutral",
            RowOutcome.SKIPPED: "neutral",
        }[self]
