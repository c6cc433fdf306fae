"""Forms of the portal and of the back office."""

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from lms.core.form_fields import day_field

from ..choices import Classification
from ..download_anomalies import days_unusual
from ..files.upload_checks import inspect_material, redraw
from ..models import Module


class MaterialForm(BaseDocumentForm):
    """A material in the back office: it belongs to a module and somebody has said who may have it."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("module", "classification"):
            if name in self.fields:
                self.fields[name].required = True

    def clean_file(self):
        file = self.cleaned_data["file"]
        return inspect_material(file) if "file" in self.changed_data and file else file

    def save(self, commit=True):
        if "file" in self.changed_data:
            # From here on it is the office's file: loading the content again leaves it alone.
            self.instance.source_sha256 = ""
        return super().save(commit=commit)


class PictureForm(BaseImageForm):
    """A picture in the back office: only what can be drawn anew."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        return redraw(file) if "file" in self.changed_data and file else file


class EditionForm(forms.Form):
    """Label, languages and what the office has to say about a new edition."""

    label = forms.CharField(
        label=_("Label"), max_length=20, help_text=_("Year and number, such as 2026.1. It never changes.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages it may be taught in"),
        choices=settings.CONTENT_LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(
        label=_("What changed, in a sentence or two"), required=False, max_length=2000, widget=forms.Textarea
    )
    safety = forms.MultipleChoiceField(
        label=_("Safety-relevant changes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Trainers whose trainings are planned on an older edition are told."),
    )

    def __init__(self, *args, curriculum, newest, changes=(), **kwargs) -> None:
        initial = {"label": next_label(curriculum), "languages": newest.languages if newest else ["en"]}
        super().__init__(*args, initial=initial, **kwargs)
        codes = [(change.code, f"{change.code} {change.title}") for change in changes]
        self.fields["safety"].choices = codes
        if not newest or not codes:
            del self.fields["safety"]


def next_label(curriculum) -> str:
    """The first free number of this year."""
    year = timezone.localdate().year
    taken = set(curriculum.editions.values_list("label", flat=True))
    return next(f"{year}.{number}" for number in range(1, len(taken) + 2) if f"{year}.{number}" not in taken)


class RegisterFilter(forms.Form):
    """The register's filters; the office sees everybody and may look for somebody."""

    who = forms.CharField(label=_("Person"), required=False, max_length=100)
    classification = forms.ChoiceField(
        label=_("Class"), required=False, choices=[("", _("all")), *Classification.choices]
    )
    module = forms.ModelChoiceField(
        label=_("Module"), required=False, queryset=Module.objects.all(), empty_label=_("all")
    )
    unusual = forms.BooleanField(label=_("Only unusual days"), required=False)
    since = day_field(_("From"), required=False)
    until = day_field(_("Until"), required=False)

    def __init__(self, *args, everybody: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not everybody:
            del self.fields["who"], self.fields["unusual"]

    def narrow(self, rows):
        """The rows that fit; a filter that makes no sense is left out and said so."""
        if not self.is_bound:
            return rows
        self.full_clean()
        lookups = {
            "classification": "classification",
            "module": "module",
            "since": "at__date__gte",
            "until": "at__date__lte",
        }
        found = {lookups[name]: value for name, value in self.cleaned_data.items() if value and name in lookups}
        rows = self._by_person(rows.filter(**found))
        return rows.on(days_unusual()) if self.cleaned_data.get("unusual") else rows

    def _by_person(self, rows):
        who = self.cleaned_data.get("who", "").replace("\0", "")
        for word in who.split()[:5]:
            rows = rows.filter(
                Q(user__email__icontains=word)
                | Q(user__first_name__icontains=word)
                | Q(user__last_name__icontains=word)
            )
        return rows
