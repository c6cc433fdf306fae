"""What people fill in about cohorts and nominations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from curricula.models import Edition
from lms.certification.choices import Outcome
from lms.certification.models import Scheme
from lms.certification.rules import RANK
from lms.core.cell_parsers import read_email
from lms.core.form_fields import day_field, reason_field
from lms.institutions.models import Institution
from lms.people.choices import Sex
from lms.people.models import Person
from lms.trainings.forms import NamesAsRead, read
from lms.trainings.models import Training

from ..choices import CEFR, NominationStatus, Presence
from ..models import Cohort, Nomination

PERSON_FIELDS = ("family_name", "given_name", "sex", "service_number", "email")
CERTIFIED = [(one.value, one.label) for one in (Outcome.CERTIFIED, Outcome.PROVISIONAL)]


class InstitutionChoice(forms.ModelChoiceField):
    """An institution with its jurisdiction: several bear one name."""

    def label_from_instance(self, institution) -> str:
        return f"{institution.name}, {institution.jurisdiction.name}"


def late_reason_field() -> forms.CharField:
    """Asked of the office, which alone may still nominate after the closing day."""
    hint = _("Nominations are closed. What you write stands beside the nomination.")
    return reason_field(_("Why is it taken late?"), help_text=hint)


class CohortForm(forms.ModelForm):
    """A new ToT: who hosts it, on which edition, when, how many seats, until when nominations are taken."""

    institution = InstitutionChoice(
        label=_("Host institution"), queryset=Institution.objects.none(), empty_label=_("Choose …")
    )
    starts_on = day_field(
        _("First day"), help_text=_("The ToT takes five days in a row: as a rule it begins on a Monday.")
    )
    scheme = forms.ModelChoiceField(label=_("Certification scheme"), queryset=Scheme.objects.all(), empty_label=None)
    nominations_close_on = day_field(
        _("Nominations close on"), help_text=_("The last day on which focal points can nominate.")
    )

    class Meta:
        model = Training
        fields = ["title", "institution", "edition", "language", "venue", "starts_on", "seats"]
        labels = {"edition": _("Edition")}
        help_texts = {"seats": _("A cohort has between 10 and 25, as a rule.")}

    field_order = [
        "title", "institution", "venue", "starts_on", "nominations_close_on", "seats", "edition", "language", "scheme",
    ]  # fmt: skip

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = Institution.objects.active().select_related("jurisdiction")
        self.fields["edition"].queryset = Edition.objects.filter(withdrawn_on=None).select_related("curriculum")
        self.fields["edition"].empty_label = None
        self.fields["seats"].initial = 20
        self.fields["language"].initial = "en"

    def _post_clean(self) -> None:
        """The service checks the training as a whole; the form only what was typed."""

    @property
    def training_fields(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ClosingForm(forms.ModelForm):
    """More or less time for nominations."""

    nominations_close_on = day_field(_("Nominations close on"))

    class Meta:
        model = Cohort
        fields = ["nominations_close_on"]


class CancelForm(forms.Form):
    """Why a ToT does not take place."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = reason_field(_("Reason"), help_text=_("The people concerned read it."))


class NominationForm(NamesAsRead, forms.ModelForm):
    """Somebody's nomination: who they are, and what the selection asks. `late`: the closing day is over."""

    institution = InstitutionChoice(label=_("Institution"), queryset=Institution.objects.none(), empty_label=None)
    family_name = forms.CharField(label=_("Family name"), max_length=100)
    given_name = forms.CharField(label=_("Given name"), max_length=100)
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("not recorded")), *Sex.choices[:2]])
    service_number = forms.CharField(label=_("Service number"), max_length=40, required=False)
    email = forms.CharField(label=_("E-mail address"), max_length=254, required=False)
    endorsed_on = day_field(_("Endorsed on"), required=False)

    class Meta:
        model = Nomination
        fields = ["job_function", "years_in_post", "english", "motivation", "endorsed_by", "endorsed_on"]
        help_texts = {
            "motivation": _("Why this person, and what they will teach afterwards."),
            "endorsed_by": _("Who in the institution puts their name to it. You can also endorse later."),
            "years_in_post": _("Full years."),
        }
        widgets = {"motivation": forms.Textarea(attrs={"rows": 3})}

    field_order = [
        "institution", *PERSON_FIELDS, "job_function", "years_in_post", "english", "motivation", "endorsed_by",
        "endorsed_on",
    ]  # fmt: skip

    def __init__(self, *args, institutions, late: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if late:
            self.fields["late_reason"] = late_reason_field()
        self.fields["institution"].queryset = institutions
        self.fields["english"].choices = [("", _("not known")), *CEFR.choices]

    def clean_email(self) -> str:
        return read(read_email, self.cleaned_data["email"])

    def _post_clean(self) -> None:
        """The service checks the nomination as a whole; the form only what was typed."""

    @property
    def person(self) -> dict:
        """The fields of a person."""
        chosen = {name: self.cleaned_data[name] for name in PERSON_FIELDS}
        return {**chosen, "job_function": self.cleaned_data["job_function"]}

    @property
    def details(self) -> dict:
        """The fields of a nomination."""
        late = {"late_reason": self.cleaned_data["late_reason"]} if "late_reason" in self.fields else {}
        return {**{name: self.cleaned_data[name] for name in self.Meta.fields}, **late}


class EndorseForm(forms.Form):
    """Who endorses, and when; the version it was drawn from."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    endorsed_by = forms.CharField(
        label=_("Endorsed by"), max_length=150, help_text=_("The name or the function of whoever signs.")
    )
    endorsed_on = day_field(_("Endorsed on"))


class DecideForm(forms.Form):
    """One decision about one nomination."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    status = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            (NominationStatus.ACCEPTED, _("Accept: give a seat")),
            (NominationStatus.RESERVE, _("Reserve: the next seat that becomes free")),
            (NominationStatus.DECLINED, _("Decline")),
        ],
    )
    reason = reason_field(
        _("Reason"),
        required=False,
        help_text=_("Needed to decline, and to take a seat back. The institution reads it."),
    )


class WithdrawForm(forms.Form):
    """Why somebody does not come after all."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reason = reason_field(_("Why does this person not come?"))


class BulkForm(forms.Form):
    """One decision about many nominations."""

    status = forms.ChoiceField(
        label=_("Decision about those chosen"),
        choices=[
            ("", _("Choose …")),
            (NominationStatus.ACCEPTED, _("accept")),
            (NominationStatus.RESERVE, _("put on reserve")),
            (NominationStatus.DECLINED, _("decline")),
        ],
        error_messages={"required": _("Choose a decision.")},
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=500)

    def __init__(self, *args, **kwargs) -> None:
        # The filters on the same page have a status, too: an id stands once.
        super().__init__(*args, auto_id="bulk_%s", **kwargs)


class PlaceFilter(forms.Form):
    """A list narrowed to one of the institutions that stand in it."""

    institution = forms.ChoiceField(label=_("Institution"), required=False)

    def __init__(self, *args, institutions=(), **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].choices = [("", _("all")), *((str(one.pk), one.name) for one in institutions)]

    @property
    def chosen(self) -> dict:
        """The choices that are valid and not empty; an unknown one is no filter."""
        self.is_valid()
        return {name: value for name in self.fields if (value := self.cleaned_data.get(name))}


class NominationFilterForm(PlaceFilter):
    """Which nominations the list shows."""

    q = forms.CharField(label=_("Name"), required=False, max_length=100)
    field_order = ["q"]
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", _("all")), ("open", _("to be decided")), *NominationStatus.choices],
    )
    course = forms.ChoiceField(
        label=_("What became of it"),
        required=False,
        choices=[("", _("all")), *Presence.choices, *CERTIFIED],
    )


class OutcomeForm(forms.Form):
    """The decision about one candidate: as proposed, or below it with a reason."""

    outcome = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect)
    reason = reason_field(_("Reason"), required=False, help_text=_("Needed where you decide below the proposal."))

    def __init__(self, *args, proposed: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        allowed = [outcome for outcome in reversed(RANK) if RANK.index(outcome) <= RANK.index(Outcome(proposed))]
        self.fields["outcome"].choices = [(outcome.value, _outcome_label(outcome, proposed)) for outcome in allowed]
        self.fields["outcome"].initial = proposed


def _outcome_label(outcome: Outcome, proposed: str) -> str:
    word = str(outcome.label).capitalize()
    return _("%(decision)s (proposed)") % {"decision": word} if outcome == proposed else word


class SlotForm(forms.Form):
    """When one candidate teaches back, and what."""

    held_on = forms.ChoiceField(label=_("Day"), required=False)
    topic = forms.ChoiceField(label=_("Module"), required=False)

    def __init__(self, *args, person: Person, days, topics, **kwargs) -> None:
        super().__init__(*args, prefix=f"slot-{person.pk}", **kwargs)
        self.person = person
        self.fields["held_on"].choices = [("", _("not yet")), *days]
        self.fields["topic"].choices = [("", _("drawn later")), *((topic.pk, str(topic)) for topic in topics)]
        self.topics = {str(topic.pk): topic for topic in topics}

    def clean_topic(self):
        return self.topics.get(self.cleaned_data["topic"])
