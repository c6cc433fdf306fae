"""Choosing institutions in lists, and sending in a workbook."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .guards import DEEPEST
from .models import Institution, Jurisdiction
from .tree import tree_now


class InstitutionForm(WagtailAdminModelForm):
    """An institution in the back office: it may stand under none that stands under it."""

    def clean_parent(self):
        parent = self.cleaned_data["parent"]
        if parent is None or tree_now().fits_under(self.instance.pk, parent.pk):
            return parent
        raise forms.ValidationError(
            _(
                "It cannot stand under %(name)s: that institution stands under this one already, or the line would be "
                "longer than %(n)d. Choose one further up, or leave the field empty."
            ),
            code="circle",
            params={"name": parent.name, "n": DEEPEST},
        )


class PlaceForm(forms.Form):
    """A filter by jurisdiction and institution, among those the user may see."""

    jurisdiction = forms.ModelChoiceField(
        Jurisdiction.objects.none(), label=_("Jurisdiction"), required=False, empty_label=_("all")
    )
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Institution"), required=False, empty_label=_("all")
    )

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        institutions = Institution.objects.visible_to(user).active()
        self.fields["institution"].queryset = institutions
        self.fields["jurisdiction"].queryset = Jurisdiction.objects.filter(institutions__in=institutions).distinct()

    def narrow(self, rows):
        """The rows (with an `institution`) of the chosen place; an unknown choice is no filter."""
        return self._narrow(rows, institution="institution", jurisdiction="institution__jurisdiction")

    def narrow_places(self, rows):
        """The institutions of the chosen place."""
        return self._narrow(rows, institution="pk", jurisdiction="jurisdiction")

    def _narrow(self, rows, **paths: str):
        self.is_valid()
        for name, path in paths.items():
            chosen = self.cleaned_data.get(name)
            rows = rows.filter(**{path: chosen.pk}) if chosen else rows
        return rows


class UploadForm(forms.Form):
    workbook = forms.FileField(
        label=_("Workbook"),
        help_text=_("An .xlsx or .csv file as you keep it: the headings may stand in any row. 10 MB at most."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
