"""Editions: what a curriculum said when it was published, frozen; and who downloaded what."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..choices import Capacity, Classification, ModuleKind
from ..querysets import DownloadQuerySet, EditionFileQuerySet, EditionQuerySet


class IsFrozen(Exception):
    """Somebody tried to change what was published."""


class Frozen(models.Model):
    """A row that is written once. The database refuses the rest as well (`curricula.guards`)."""

    may_change: frozenset[str] = frozenset()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        fields = set(kwargs.get("update_fields") or ())
        if not self._state.adding and not (fields and fields <= self.may_change):
            raise IsFrozen(f"{self._meta.verbose_name} {self.pk} was published and does not change.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise IsFrozen(f"{self._meta.verbose_name} {self.pk} was published and is never deleted.")


class Edition(Frozen):
    """An immutable published version of a whole curriculum under one label (2026.1).

    `languages` are those it may be taught in, `sha256` the digest over the modules' content and the files' digests,
    `minutes` the sum of the core modules. Only `withdrawn_on` may be set afterwards: no new training may then be
    planned on it.
    """

    curriculum = models.ForeignKey("curricula.Curriculum", on_delete=models.PROTECT, related_name="editions")
    label = models.CharField(_("label"), max_length=20)
    languages = models.JSONField(_("languages"), default=list)
    minutes = models.PositiveIntegerField(_("minutes"))
    sha256 = models.CharField(max_length=64)
    note = models.TextField(_("what changed"), blank=True)
    published_at = models.DateTimeField(_("published"), auto_now_add=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    may_change = frozenset({"withdrawn_on"})

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(fields=["curriculum", "label"], name="edition_label_once_per_curriculum")
        ]

    def __str__(self) -> str:
        return f"{self.curriculum} {self.label}"


class EditionModule(Frozen):
    """A module as the edition has it: title, minutes and content (the page's blocks as plain JSON)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="modules")
    module = models.ForeignKey("curricula.Module", on_delete=models.PROTECT, related_name="editions")
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=ModuleKind)
    is_mandatory = models.BooleanField(_("mandatory"))
    order = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    content = models.JSONField(default=dict)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["edition", "module"], name="edition_has_module_once")]
        verbose_name = _("module of an edition")
        verbose_name_plural = _("modules of editions")

    def __str__(self) -> str:
        return f"{self.edition.label}: {self.title}"


class EditionFile(Frozen):
    """A material as the edition has it: its own copy of the file under its digest."""

    module = models.ForeignKey(EditionModule, on_delete=models.PROTECT, related_name="files")
    title = models.CharField(_("title"), max_length=255)
    file_name = models.CharField(_("file name"), max_length=200)
    classification = models.CharField(_("who may have it"), max_length=10, choices=Classification)
    language = models.CharField(_("language"), max_length=10)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)
    file = models.FileField(max_length=200, upload_to="editions/")

    objects = EditionFileQuerySet.as_manager()

    class Meta:
        ordering = ["module__order", "title"]
        verbose_name = _("file of an edition")
        verbose_name_plural = _("files of editions")

    def __str__(self) -> str:
        return self.title

    @property
    def kind(self) -> str:
        """The file's ending."""
        return self.file_name.rpartition(".")[2]


class Download(models.Model):
    """One download of a material: who, when, which bytes, in which capacity ("trainer", "trainee", "office").

    `sha256` is the digest of the file (for a ZIP: over its paths and their digests); a kit of a whole edition has no
    `module`. What is public is counted without a name.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="downloads")
    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    material = models.ForeignKey("curricula.Material", null=True, on_delete=models.SET_NULL, related_name="downloads")
    edition_file = models.ForeignKey(EditionFile, null=True, on_delete=models.PROTECT, related_name="downloads")
    edition = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="downloads")
    module = models.ForeignKey("curricula.Module", null=True, on_delete=models.PROTECT, related_name="downloads")
    title = models.CharField(_("what"), max_length=255)
    classification = models.CharField(_("class"), max_length=10, choices=Classification)
    capacity = models.CharField(_("as"), max_length=20, choices=Capacity)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)

    objects = DownloadQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("download")
        verbose_name_plural = _("downloads")
        permissions = [("read_download_register", _("Read the download register"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(classification=Classification.PUBLIC),
                name="restricted_download_has_user",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.at:%Y-%m-%d})"
