"""Materials: Wagtail documents that belong to a module and carry a classification and a language."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from ..choices import Classification
from ..files.storage import digest_of
from ..querysets import MaterialQuerySet


class Material(AbstractDocument):
    """A file for a module. Without a classification and a module it is served to nobody.

    `sha256` is the digest of the file; `source_sha256` that of the content it was made from, empty for uploads.
    """

    module = models.ForeignKey(
        "curricula.Module",
        verbose_name=_("module"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="materials",
    )
    classification = models.CharField(_("who may have it"), max_length=10, choices=Classification, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.CONTENT_LANGUAGES, default="en")
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    source_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    admin_form_fields = ("title", "file", "module", "classification", "language", "collection", "tags")

    objects = models.Manager.from_queryset(MaterialQuerySet)()

    class Meta(AbstractDocument.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def clean(self) -> None:
        """Among many uploads the file follows after the form: what it may be was asked when it came."""
        if self.file:
            super().clean()

    def _set_document_file_metadata(self) -> None:
        """Wagtail calls this whenever the file is another one."""
        super()._set_document_file_metadata()
        self.sha256 = digest_of(self.file)
        self.file.seek(0)

    def save(self, *args, **kwargs) -> None:
        if self.file and not self.sha256:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    @property
    def short_title(self) -> str:
        """The title without its module's code, for lists beneath the module."""
        return self.title.removeprefix(self.module.code if self.module else "").strip(" :")

    @property
    def brief(self) -> str:
        """What stands before the colon ("Handout"), for lists where there is little space."""
        return self.short_title.partition(":")[0]

    @property
    def url(self) -> str:
        """The one view for files; Wagtail's own is shut."""
        return reverse("curricula:material_download", args=[self.pk])
