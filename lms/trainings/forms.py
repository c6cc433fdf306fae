"""What people fill in about participants."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lms.core.cell_parsers import read_email, read_identifier, read_name
from lms.core.form_fields import reason_field
from lms.people.choices import Sex
from lms.people.models import Person

from .models import HeadCount, Training


def read(reader, value: str) -> str:
    """The tidy value a reader finds in free text, or the reader's own sentence as the field's error."""
    answer = reader(value)
    if answer.doubt:
        raise forms.ValidationError(answer.doubt)
    return answer.value or ""


class EmailForm(forms.Form):
    """Where the code goes."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We send you a code. There is no password."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )


class CodeForm(forms.Form):
    """The code printed on a poster."""

    code = forms.CharField(
        label=_("Code on the poster"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "class": "input-code"}),
    )


class NamesAsRead:
    """Names and number as a list's reader takes them; no answer about the sex is "not recorded"."""

    cleaned_data: dict

    def clean_family_name(self) -> str:
        return read(read_name, self.cleaned_data["family_name"])

    def clean_given_name(self) -> str:
        return read(read_name, self.cleaned_data["given_name"])

    def clean_service_number(self) -> str:
        return read(read_identifier, self.cleaned_data["service_number"])

    def clean_sex(self) -> str:
        return self.cleaned_data["sex"] or Sex.NOT_RECORDED


class WhoForm(NamesAsRead, forms.ModelForm):
    """Who somebody is, in their own words; the unit as they call it."""

    unit_name = forms.CharField(label=_("Unit"), max_length=160, required=False)

    class Meta:
        model = Person
        fields = ["family_name", "given_name", "service_number", "job_function", "sex"]
        widgets = {
            "family_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
            "given_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
        }

    field_order = ["family_name", "given_name", "unit_name", "service_number", "job_function", "sex"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sex"].required = False
        self.fields["sex"].choices = [("", _("Rather not say")), *Sex.choices[:2]]
        self.fields["sex"].initial = ""

    def _post_clean(self) -> None:
        """The service checks the person as a whole; the form only what was typed."""

    @property
    def details(self) -> dict:
        """The cleaned values by the names that services use."""
        return {**self.cleaned_data, "unit": self.cleaned_data["unit_name"]}


class ParticipantForm(WhoForm):
    """Somebody the trainer or focal point adds by hand."""

    email = forms.CharField(label=_("E-mail address"), max_length=254, required=False)
    field_order = ["family_name", "given_name", "service_number", "unit_name", "job_function", "email", "sex"]

    def clean_email(self) -> str:
        return read(read_email, self.cleaned_data["email"])


class WithdrawalForm(forms.Form):
    """Why a place is given back."""

    reason = reason_field(longest=250, required=False)


class MoveForm(WithdrawalForm):
    """Which training somebody moves to."""

    training = forms.ModelChoiceField(label=_("Training"), queryset=Training.objects.none(), empty_label=None)

    field_order = ["training", "reason"]

    def __init__(self, *args, trainings, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["training"].queryset = trainings


class HalfDayForm(forms.Form):
    """Which half-day the attendance page shows."""

    session = forms.ChoiceField(label=_("Half-day"), required=False)

    def __init__(self, *args, sessions, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(row.pk), f"{date_format(row.held_on, 'D j M')}, {row.get_half_display()}") for row in sessions]
        self.fields["session"].choices = [("", _("all")), *names]
        self.sessions = {str(row.pk): row for row in sessions}

    @property
    def chosen(self):
        """The half-day asked for; None for all, and for one that is not of this training."""
        return self.sessions.get(self.data.get("session", ""))


class HeadCountForm(forms.ModelForm):
    """Participants counted without names."""

    class Meta:
        model = HeadCount
        fields = ["women", "men", "not_recorded"]

    def _post_clean(self) -> None:
        """The service adds them up and checks them."""
