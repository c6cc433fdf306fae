"""Forms of the languages' pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choices import Currency
from ..languages.trees import NAMES, TARGETS


class MatrixFilter(forms.Form):
    """Which language and which state the matrix shows."""

    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("All languages")), *((code, NAMES[code]) for code in TARGETS)],
    )
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All states")), *Currency.choices])

    @property
    def chosen(self) -> tuple[str, str]:
        """(language, state), empty where nothing sensible was chosen."""
        self.is_valid()
        said = getattr(self, "cleaned_data", {})
        return said.get("language", ""), said.get("state", "")


class PoForm(forms.Form):
    file = forms.FileField(label=_("PO file"), help_text=_("The one exported here, translated. UTF-8, 2 MB at most."))
