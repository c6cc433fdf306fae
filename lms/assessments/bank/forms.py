"""Sending in a file of items, and choosing what to export."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .importing import Defaults


class ItemsForm(forms.Form):
    """One file, and where its items belong if they do not say it themselves."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("Moodle GIFT (.txt), Moodle XML (.xml) or our workbook (.xlsx); at most 5 MB and 2,000 items."),
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.gift,.xml,.xlsx"}),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty. Choose another one.")},
    )
    module = forms.ChoiceField(
        label=_("Module"), required=False, help_text=_("For items whose category names no module of this curriculum.")
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.CONTENT_LANGUAGES, initial="en",
        help_text=_("For items that do not say theirs."),
    )  # fmt: skip

    def __init__(self, *args, modules, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        named = [(row.code, f"{row.code} {row.title}") for row in modules]
        self.fields["module"].choices = [("", _("as the file says")), *named]

    @property
    def defaults(self) -> Defaults:
        """For a valid form."""
        return Defaults(module=self.cleaned_data["module"], language=self.cleaned_data["language"])
