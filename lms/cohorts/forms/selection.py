"""What people fill in about a call, its seats, the panel's scores and the selection."""

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from lms.core.form_fields import reason_field
from lms.core.text import tidy
from lms.institutions.models import Institution
from lms.people.models import User

from ..choices import LetterKind, LetterStatus, NominationStatus
from ..models import Criterion
from ..services import CriterionPlan, Ruling, SeatPlan
from .cohorts import InstitutionChoice, PlaceFilter

DECISIONS = [
    ("", _("to be decided")),
    (NominationStatus.ACCEPTED, _("accepted")),
    (NominationStatus.RESERVE, _("reserve")),
    (NominationStatus.DECLINED, _("declined")),
]


class CallForm(forms.Form):
    """What the call says."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = forms.CharField(
        label=_("What is asked"), required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Who should come, what they will do afterwards, who pays for what. It stands in the invitation."),
    )  # fmt: skip


class CriterionForm(forms.Form):
    """One criterion: its words for each level stand one a line, the lowest first."""

    title = forms.CharField(label=_("Criterion"), max_length=120)
    weight = forms.IntegerField(label=_("Weight"), min_value=1, max_value=10, initial=1)
    levels = forms.CharField(
        label=_("Words for each level"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One a line, the lowest first: two to six."),
    )  # fmt: skip

    def clean_levels(self) -> tuple[str, ...]:
        lines = [tidy(line) for line in self.cleaned_data["levels"].splitlines()]
        levels = tuple(line for line in lines if line)
        if not 2 <= len(levels) <= 6:
            raise forms.ValidationError(say("Two to six levels: one a line, the lowest first."))
        return levels


class SeatForm(forms.Form):
    """One invited institution."""

    institution = InstitutionChoice(
        label=_("Institution"), queryset=Institution.objects.none(), empty_label=_("Choose …")
    )
    minimum = forms.IntegerField(label=_("Seats at least"), min_value=0, max_value=200, initial=0)
    maximum = forms.IntegerField(label=_("Seats at most"), min_value=0, max_value=200, initial=2)
    alternates = forms.IntegerField(label=_("Alternates"), min_value=0, max_value=50, initial=1)


class SeatLines(BaseFormSet):
    """The choices are read once for all lines."""

    def __init__(self, *args, **kwargs) -> None:
        self.places = Institution.objects.active().select_related("jurisdiction")
        choices = [("", say("Choose …"))]
        choices += [(place.pk, f"{place.name}, {place.jurisdiction.name}") for place in self.places]
        self.choices = choices
        super().__init__(*args, **kwargs)

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        form.fields["institution"].queryset = self.places
        form.fields["institution"].widget.choices = self.choices


CriteriaFormSet = formset_factory(CriterionForm, extra=2, can_delete=True, max_num=20, absolute_max=30)
SeatsFormSet = formset_factory(SeatForm, formset=SeatLines, extra=3, can_delete=True, max_num=100, absolute_max=120)


def kept(formset) -> list[dict]:
    """What was filled in and is not to go."""
    return [form.cleaned_data for form in formset if form.cleaned_data and not form.cleaned_data.get("DELETE")]


def criterion_plans(formset) -> list[CriterionPlan]:
    return [CriterionPlan(one["title"], one["weight"], one["levels"]) for one in kept(formset)]


def seat_plans(formset) -> list[SeatPlan]:
    names = ("institution", "minimum", "maximum", "alternates")
    return [SeatPlan(**{name: one[name] for name in names}) for one in kept(formset)]


class DocumentForm(forms.Form):
    """A file for the focal points."""

    title = forms.CharField(label=_("Title"), max_length=150)
    upload = forms.FileField(
        label=_("File"), max_length=150, help_text=_("PDF, Word, Excel, PowerPoint, text or a picture; at most 10 MB.")
    )


class MemberForm(forms.Form):
    """Who joins the panel: the address of an account."""

    email = forms.EmailField(
        label=_("E-mail address of an account"), max_length=254,
        help_text=_("Anybody with an account. Assessors are a good choice."),
    )  # fmt: skip

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        self.account = User.objects.filter(email__iexact=email, is_active=True).first()
        if self.account is None:
            raise forms.ValidationError(say("No open account has this address."))
        return email


class ScoreForm(forms.Form):
    """One member's levels for one nomination: a choice of words for each criterion; a draft may leave some out."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    comment = reason_field(
        _("Comment"), required=False, help_text=_("The other members read it once they have handed in.")
    )

    def __init__(self, *args, criteria: list[Criterion], draft: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        options = {"widget": forms.RadioSelect, "required": not draft}
        options["error_messages"] = {"required": say("Choose a level before you hand in.")}
        self.keys = {f"level-{one.pk}": str(one.pk) for one in criteria}
        for one in criteria:
            choices = [(str(number), f"{number}. {words}") for number, words in enumerate(one.levels, 1)]
            label = say("%(criterion)s (weight %(weight)d)") % {"criterion": one.title, "weight": one.weight}
            self.fields[f"level-{one.pk}"] = forms.ChoiceField(label=label, choices=choices, **options)
        self.order_fields([*self.keys, "comment", "version"])

    @property
    def levels(self) -> dict[str, int | None]:
        return {
            key: int(self.cleaned_data[name]) if self.cleaned_data[name] else None for name, key in self.keys.items()
        }


class RankingFilterForm(PlaceFilter):
    """Which nominations the ranking shows."""

    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("all")), *NominationStatus.choices[:5]]
    )


class RulingForm(forms.Form):
    """One line of the selection."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    status = forms.ChoiceField(label=_("Decision"), required=False, choices=DECISIONS)
    place = forms.IntegerField(label=_("Place"), required=False, min_value=1, max_value=500)
    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000)

    def __init__(self, *args, nomination, **kwargs) -> None:
        decided = nomination.status in dict(DECISIONS)
        initial = {
            "version": nomination.version, "status": nomination.status if decided else "",
            "place": nomination.reserve_place, "reason": nomination.reason,
        }  # fmt: skip
        super().__init__(*args, prefix=f"n{nomination.pk}", initial=initial, **kwargs)
        self.nomination = nomination
        for name in ("status", "place", "reason"):
            words = {"field": self.fields[name].label, "person": nomination.person}
            self.fields[name].widget.attrs["aria-label"] = say("%(field)s, %(person)s") % words

    @property
    def ruling(self) -> Ruling | None:
        """What was decided, or None where nothing was."""
        data = self.cleaned_data
        if not data.get("status"):
            return None
        return Ruling(data["status"], data["reason"], data["place"], data["version"])


class SelectionForm(forms.Form):
    """Why the list stands although it breaks a seat rule."""

    reason = reason_field(
        _("Reason, if a seat rule is broken"),
        required=False,
        help_text=_("Only needed where the seats below do not come out. It is kept."),
    )


class LetterFilterForm(forms.Form):
    """Which letters the outbox shows."""

    status = forms.ChoiceField(label=_("Status"), required=False, choices=[("", _("all")), *LetterStatus.choices])
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *LetterKind.choices])

    @property
    def chosen(self) -> dict:
        """The choices that are valid and not empty."""
        self.is_valid()
        return {name: value for name in self.fields if (value := self.cleaned_data.get(name))}


class ReportForm(forms.Form):
    """A remark on a report, or why it goes back."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reason = reason_field(_("Remark"), required=False)


class ReturnForm(forms.Form):
    """What is to be corrected in a report."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reason = reason_field(_("What is to be corrected?"))
