"""What reading needs: where a reader was, and the words a search looks through."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ReadingPlace(models.Model):
    """Where somebody was in a curriculum when they last read: a module page, and its part before them.

    Privacy. Purpose: to offer the reader the way back to where they stopped, and nothing else; no page, list, export or
    figure shows it to anybody else. Kept: one row for each account and curriculum, the newest place alone, no history.
    Until: it goes with the account, with the page, or with the curriculum.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reading_places")
    curriculum = models.ForeignKey("curricula.Curriculum", on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey("curricula.ModulePage", on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(_("part"), max_length=40, blank=True)
    at = models.DateTimeField(_("when"), auto_now=True)

    class Meta:
        verbose_name = _("reading position")
        verbose_name_plural = _("reading positions")
        constraints = [models.UniqueConstraint(fields=["user", "curriculum"], name="one_place_per_reader")]

    def __str__(self) -> str:
        return f"{self.page_id}#{self.anchor}"


class SearchText(models.Model):
    """The words of a page or a material, folded (`folding.folded`), each behind a space.

    `trainer_text` holds what trainers alone may read: a search must not tell a trainee what it says.
    """

    page = models.OneToOneField("curricula.ModulePage", null=True, on_delete=models.CASCADE, related_name="words")
    material = models.OneToOneField("curricula.Material", null=True, on_delete=models.CASCADE, related_name="words")
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    trainer_text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("words to search")
        verbose_name_plural = _("words to search")
        constraints = [
            models.CheckConstraint(
                condition=Q(page=None, material__isnull=False) | Q(page__isnull=False, material=None),
                name="words_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.title[:80]
