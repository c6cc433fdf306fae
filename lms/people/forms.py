"""What is asked about people, accounts and roles."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lms.core.clock import today
from lms.core.form_fields import ReasonForm, day_field
from lms.institutions.models import Institution

from .choices import RoleKind, Sex
from .models import Person


class PersonFilterForm(forms.Form):
    """Which people to show."""

    SHOWN = [("", _("serving")), ("left", _("left the service")), ("all", _("all"))]

    q = forms.CharField(label=_("Name, service number or e-mail"), required=False, max_length=200)
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Institution"), required=False, empty_label=_("all")
    )
    show = forms.ChoiceField(label=_("Service"), required=False, choices=SHOWN)

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = Institution.objects.visible_to(user)

    def narrow(self, people):
        """The people asked for; a filter that cannot be read is none."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("institution"):
            people = people.filter(institution=chosen["institution"])
        if chosen.get("q"):
            people = people.found_by(chosen["q"])
        if chosen.get("show") == "left":
            return people.exclude(pk__in=people.serving(today()).values("pk"))
        return people if chosen.get("show") == "all" else people.serving(today())


class PersonForm(forms.Form):
    """Facts about a person; `institution` only where there is a choice."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    institution = forms.ModelChoiceField(Institution.objects.none(), label=_("Institution"))
    family_name = forms.CharField(label=_("Family name"), max_length=100)
    given_name = forms.CharField(label=_("Given name"), max_length=100)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, initial=Sex.NOT_RECORDED)
    service_number = forms.CharField(label=_("Service number"), max_length=40, required=False)
    unit = forms.CharField(
        label=_("Unit"), max_length=160, required=False, help_text=_("As your own lists call it, in either script.")
    )
    job_function = forms.CharField(label=_("Job function"), max_length=100, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False, help_text=_("They sign in with it."))
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", "—"), *settings.CONTENT_LANGUAGES])

    def __init__(self, *args, user, person: Person | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = Institution.objects.visible_to(user).active()
        if person is not None:
            del self.fields["institution"]

    @staticmethod
    def drawn_from(person: Person) -> dict:
        """What the form starts with."""
        names = ("version", "family_name", "given_name", "sex", "service_number", "job_function", "email", "language")
        return {name: getattr(person, name) for name in names} | {"unit": person.unit.name if person.unit else ""}


class LeaveForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    left_on = day_field(_("Last day of service"), initial=today)


class MergeForm(ReasonForm):
    """`other` is the record that goes; it was chosen on the page before."""

    other = forms.IntegerField(widget=forms.HiddenInput)


class RoleFilterForm(forms.Form):
    """Which roles to show."""

    SHOWN = [("", _("in force or to come")), ("over", _("ended")), ("all", _("all"))]

    q = forms.CharField(label=_("E-mail or name"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Role"), required=False, choices=[("", _("all")), *RoleKind.choices])
    institution = forms.ModelChoiceField(
        Institution.objects.all(), label=_("Institution"), required=False, empty_label=_("all")
    )
    show = forms.ChoiceField(label=_("Roles"), required=False, choices=SHOWN)

    def narrow(self, roles):
        """The roles asked for; a filter that cannot be read is none."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("q"):
            roles = roles.held_by(chosen["q"])
        if chosen.get("kind"):
            roles = roles.filter(kind=chosen["kind"])
        if chosen.get("institution"):
            roles = roles.filter(institution=chosen["institution"])
        if chosen.get("show") == "over":
            return roles.over()
        return roles if chosen.get("show") == "all" else roles.exclude(pk__in=roles.over().values("pk"))


class GrantForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), help_text=_("An account is made if there is none yet."))
    kind = forms.ChoiceField(label=_("Role"), choices=RoleKind)
    institution = forms.ModelChoiceField(
        Institution.objects.active(),
        label=_("Institution"),
        required=False,
        empty_label=_("none: the whole programme"),
        help_text=_("Focal points and assessors need one; the role reaches all institutions below it."),
    )
    starts_on = day_field(_("From"), initial=today)
    ends_on = day_field(_("Until"), required=False)


class AddressForm(forms.Form):
    email = forms.EmailField(label=_("New e-mail address"))
