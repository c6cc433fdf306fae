"""Workbooks in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("workbook_received", _("Workbook received")),
    Action("rows_decided", _("Rows of a workbook decided")),
    Action("rows_answered", _("Questions about a workbook answered")),
    Action("workbook_applied", _("Workbook applied")),
)
