"""Forms of certificates: the list's filters, a decision's day and reason, a code to check."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lms.core.clock import today
from lms.core.form_fields import day_field, reason_field
from lms.core.text import tidy
from lms.core.tokens import normalise_code
from lms.institutions.models import Institution

from ..choices import CertificateKind, Level, State

SOON = timedelta(days=90)


class CertificateFilter(forms.Form):
    """GET filters; what is left empty filters nothing."""

    q = forms.CharField(label=_("Name or number"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *CertificateKind.choices])
    level = forms.ChoiceField(label=_("Level"), required=False, choices=[("", _("all")), *Level.choices])
    state = forms.ChoiceField(label=_("State today"), required=False, choices=[("", _("all")), *State.choices])
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Institution"), required=False, empty_label=_("all")
    )
    expiring = forms.BooleanField(label=_("ends within 90 days"), required=False)

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = Institution.objects.visible_to(user)

    def apply(self, rows):
        """The rows (with `state` and `on_day`) that the filled fields leave."""
        chosen = self.cleaned_data if self.is_valid() else {}
        for name in ("kind", "level", "state", "institution"):
            if chosen.get(name):
                rows = rows.filter(**{name: chosen[name]})
        if words := tidy(chosen.get("q", "")):
            rows = rows.filter(holder_name__icontains=words) | rows.filter(number__icontains=words)
        if chosen.get("expiring"):
            rows = rows.filter(state=State.IN_FORCE).ending_by(today() + SOON)
        return rows


class EventForm(forms.Form):
    """From which day, and why."""

    effective_on = day_field(_("From"))
    reason = reason_field(rows=4, help_text=_("It is kept with the certificate and stands in the trail."))


class CorrectionForm(forms.Form):
    """Why the printed certificate is wrong, and in which language the right one is."""

    reason = reason_field(
        _("What was wrong"), help_text=_("It is kept with the certificate and stands in the trail. Write no name here.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.CONTENT_LANGUAGES)


class AnswerForm(forms.Form):
    """Why a request is rejected."""

    answer = forms.CharField(
        label=_("Why not"),
        help_text=_("It is kept with the request."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class CodeForm(forms.Form):
    """A code as people type it: any case, blanks, without hyphens."""

    code = forms.CharField(
        label=_("Code of the certificate"),
        help_text=_("16 letters and digits, printed beside the QR code, such as 7KQM-2XWD-R9TB-4HFC."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = normalise_code(self.cleaned_data["code"])
        if len(code.replace("-", "")) != 16:
            raise forms.ValidationError(_("A code has 16 letters and digits. Compare it with the certificate."))
        return code
