"""Workbooks that came in and wait for a person's decision, row by row.

The draft lives in the database, so that the preview survives a restart and any web machine can show it.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.models import Versioned

from .querysets import DraftQuerySet


class Draft(Versioned):
    """One uploaded workbook read for one purpose and one subject (a training, a cohort, a population).

    `rows` is a list of dicts: number (row in the sheet), outcome (choices.Outcome), values (field → plain
    value), raw (field → text as sent), problems (sentences with the cure), candidates (ids and labels to
    choose from), decision (what the person chose: "", "create", "skip" or a candidate's id).
    """

    purpose = models.CharField(_("purpose"), max_length=40)
    subject_id = models.BigIntegerField(_("subject"))
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(_("applied"), null=True)
    result = models.JSONField(default=dict)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["purpose", "subject_id"])]
        verbose_name = _("workbook received")
        verbose_name_plural = _("workbooks received")

    def __str__(self) -> str:
        return f"{self.purpose}: {self.file_name}"
