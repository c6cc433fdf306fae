"""What is known of translations: from which words each was made, who looked at it, and what changed in the source."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..choices import ReviewKind
from .editions import EditionModule, Frozen


class TranslationReview(models.Model):
    """Somebody published a translation, or said that it still holds. The newest row for a language is in force.

    `covers` is what the translation stands for: {part: [SHA-256 of the source's blocks]} (`languages.blocks`).
    """

    module = models.ForeignKey("curricula.Module", on_delete=models.PROTECT, related_name="translation_reviews")
    language = models.CharField(_("language"), max_length=10, choices=settings.CONTENT_LANGUAGES)
    kind = models.CharField(_("kind"), max_length=12, choices=ReviewKind)
    covers = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("review of a translation")
        verbose_name_plural = _("reviews of translations")
        indexes = [models.Index(fields=["module", "language", "-id"], name="review_newest")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=ReviewKind.STILL_VALID) | Q(by__isnull=False), name="still_valid_says_who"
            )
        ]

    def __str__(self) -> str:
        return f"{self.module.code} {self.language}: {self.get_kind_display()}"


class ChangeNote(models.Model):
    """One block of the source that came, changed or went when the module's page was published.

    `part` is the page's field, `sha256` the digest of the block; `excerpt` its first words.
    """

    module = models.ForeignKey("curricula.Module", on_delete=models.PROTECT, related_name="change_notes")
    part = models.CharField(_("part"), max_length=40)
    sha256 = models.CharField(max_length=64)
    is_gone = models.BooleanField(_("taken out"), default=False)
    excerpt = models.CharField(_("words"), max_length=120, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    is_safety_relevant = models.BooleanField(_("safety-relevant"), default=False)
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField(_("marked"), null=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("change of a module")
        verbose_name_plural = _("changes of modules")
        indexes = [models.Index(fields=["module", "sha256"], name="change_of_block")]

    def __str__(self) -> str:
        return f"{self.module.code} {self.part}: {self.excerpt}"


class EditionText(Frozen):
    """A module of an edition in another language: title and content as `EditionModule` has them in the source.

    A translation that was finished later is added with the next number and takes the place of the one before;
    none is changed or removed. `covers` as in `TranslationReview`; `sha256` over title and content.
    """

    module = models.ForeignKey(EditionModule, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=10)
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(_("title"), max_length=255)
    content = models.JSONField()
    covers = models.JSONField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["module__order", "language", "-number"]
        verbose_name = _("translation in an edition")
        verbose_name_plural = _("translations in editions")
        constraints = [
            models.UniqueConstraint(fields=["module", "language", "number"], name="edition_text_numbered_once")
        ]

    def __str__(self) -> str:
        return f"{self.module} ({self.language})"
