"""What the office said about a change when it published: one row for each module that an edition changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .editions import Edition, Frozen


class EditionChange(Frozen):
    """A module that the edition says differently from the one before. `word` is new, changed or left out.

    `is_safety_relevant`: who teaches an older edition has to know.
    """

    NEW, CHANGED, LEFT_OUT = "new", "changed", "left_out"
    WORDS = [(NEW, _("new")), (CHANGED, _("changed")), (LEFT_OUT, _("left out"))]

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="changes")
    module = models.ForeignKey("curricula.Module", on_delete=models.PROTECT, related_name="changes")
    word = models.CharField(_("change"), max_length=10, choices=WORDS)
    is_safety_relevant = models.BooleanField(_("safety-relevant"), default=False)

    class Meta:
        ordering = ["module__order", "module__code"]
        constraints = [models.UniqueConstraint(fields=["edition", "module"], name="edition_changes_module_once")]
        verbose_name = _("change of an edition")
        verbose_name_plural = _("changes of editions")

    def __str__(self) -> str:
        return f"{self.edition.label}: {self.module.code} {self.get_word_display()}"
