"""Choosing a file to send in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WorkbookForm(forms.Form):
    """One workbook; what is in it, the reader judges."""

    workbook = forms.FileField(
        label=_("Workbook"),
        help_text=_("Excel (.xlsx) or CSV, as you have it. Nothing is written before you have seen what was read."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty. Choose another one.")},
    )
