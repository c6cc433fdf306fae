"""What people fill in: the rubric on a tablet, results, slots of teach-backs and those who score them."""

from datetime import timedelta

from django import forms
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from lms.core.form_fields import day_field, reason_field

from .choices import Criterion, RecusalReason
from .models import TeachBackScore
from .rubric import DESCRIBED, LEVELS, LOOKS_FOR
from .slots.proposal import SlotGrid


def described(criterion: Criterion) -> list[tuple[int, str]]:
    """The four levels of a criterion, each with what it looks like."""
    pairs = zip(LEVELS, DESCRIBED[criterion], strict=True)
    return [(level, format_html("<span><b>{}</b> {}</span>", label, text)) for (level, label), text in pairs]


class ScoreForm(forms.ModelForm):
    """A draft may leave criteria open; `submit` needs all six (the service says which are missing)."""

    # Nothing here is optional in the end, so nothing says so.
    mark_optional = False

    class Meta:
        model = TeachBackScore
        fields = [*Criterion.values, "comment"]
        widgets = {"comment": forms.Textarea(attrs={"rows": 4})}

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for criterion in Criterion:
            self.fields[criterion] = forms.TypedChoiceField(
                label=criterion.label.capitalize(),
                help_text=LOOKS_FOR[criterion],
                choices=described(criterion),
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )
        self.fields["comment"].max_length = 4000
        self.fields["comment"].required = False
        self.initial["version"] = self.instance.version if self.instance.pk else None

    @property
    def levels(self) -> dict[str, int | None]:
        return {name: self.cleaned_data.get(name) for name in Criterion.values}

    @property
    def missing(self) -> list[str]:
        """The labels of the criteria without a level."""
        return [str(Criterion(name).label) for name, level in self.levels.items() if level is None]


class ItemsForm(forms.Form):
    """How many items the test asks; a GET form, so that it stands in the address."""

    items = forms.IntegerField(label=_("Items asked"), min_value=1, max_value=200, required=False)


class SettleForm(forms.Form):
    """Which of two results counts, or a third number, and why."""

    counts = forms.ChoiceField(label=_("What counts"), widget=forms.RadioSelect)
    correct = forms.IntegerField(label=_("Items right"), min_value=0, max_value=200, required=False)
    reason = reason_field(_("Why"))

    def __init__(self, *args, sheet, result, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.sheet, self.result = sheet, result
        choices = [("sheet", _("The sheet: %(result)s") % {"result": sheet})]
        if result and str(result) != str(sheet):
            choices.append(("typed", _("What was typed: %(result)s") % {"result": result}))
        choices.append(("other", _("Another number, below")))
        self.fields["counts"].choices = choices

    def clean(self) -> dict:
        values = super().clean()
        if values.get("counts") == "other" and values.get("correct") is None and "correct" not in self.errors:
            self.add_error("correct", _("Write the number of items right."))
        return values

    @property
    def counted(self) -> tuple[int, int]:
        """(items right, items asked) that count from now on."""
        counts = self.cleaned_data["counts"]
        if counts == "other":
            return self.cleaned_data["correct"], self.sheet.items
        row = self.sheet if counts == "sheet" else self.result
        return row.correct, row.items


class DeclaredForm(forms.Form):
    """Asked of everybody who hands in a score."""

    declared = forms.BooleanField(
        label=_("I am not this candidate's superior, nor do I work in their institution."),
        error_messages={"required": _("Declare it, or say below that you may not score this candidate.")},
    )


class RecusalForm(forms.Form):
    """Why an assessor does not score a candidate."""

    reason = forms.ChoiceField(label=_("Reason"), choices=RecusalReason, widget=forms.RadioSelect)


class TimeField(forms.TimeField):
    """Hours and minutes, as every browser asks for them."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class GridForm(forms.Form):
    """When, where and by whom the teach-backs of a cohort are scored; the proposal is made from this alone."""

    days = forms.TypedMultipleChoiceField(label=_("Days"), coerce=str, widget=forms.CheckboxSelectMultiple)
    starts_at = TimeField(label=_("First begins at"), initial="09:00")
    ends_at = TimeField(label=_("Last ends at"), initial="17:00")
    minutes = forms.IntegerField(label=_("Minutes for each"), min_value=5, max_value=240, initial=30)
    pause = forms.IntegerField(label=_("Minutes between two"), min_value=0, max_value=120, initial=10)
    rooms = forms.CharField(
        label=_("Rooms"), max_length=400, initial="1", widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line; teach-backs in two rooms run side by side."),
    )  # fmt: skip
    topics = forms.ChoiceField(label=_("Modules"), initial="turn", widget=forms.RadioSelect)
    assessors = forms.TypedMultipleChoiceField(label=_("Assessors"), coerce=int, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, training, assessors, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        span = (training.ends_on - training.starts_on).days + 1
        days = [training.starts_on + timedelta(days=number) for number in range(span)]
        self.days = {day.isoformat(): day for day in days}
        self.fields["days"].choices = [(key, date_format(day, "l, j F")) for key, day in self.days.items()]
        self.fields["days"].initial = list(self.days)[-2:]
        self.fields["topics"].choices = [("turn", _("the core modules in turn")), ("drawn", _("drawn on the day"))]
        self.fields["assessors"].choices = [(pk, str(user)) for pk, user in assessors.items()]
        self.fields["assessors"].initial = list(assessors)

    def clean_rooms(self) -> tuple[str, ...]:
        rooms = [" ".join(line.split())[:60] for line in self.cleaned_data["rooms"].splitlines()]
        return tuple(dict.fromkeys(room for room in rooms if room))[:10]

    def clean(self) -> dict:
        values = super().clean()
        if values.get("starts_at") and values.get("ends_at") and values["starts_at"] >= values["ends_at"]:
            self.add_error("ends_at", _("The last one ends after the first one begins."))
        return values

    @property
    def grid(self) -> SlotGrid:
        values = self.cleaned_data
        days = tuple(self.days[key] for key in sorted(values["days"]))
        return SlotGrid(
            days, values["starts_at"], values["ends_at"], values["minutes"], values["pause"], values["rooms"]
        )


class SlotForm(forms.Form):
    """One teach-back's slot and its two assessors."""

    held_on = day_field(_("Day"))
    starts_at = TimeField(label=_("Begins"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=240)
    room = forms.CharField(label=_("Room"), max_length=60)
    topic = forms.ModelChoiceField(label=_("Module"), queryset=None, required=False, empty_label=_("drawn later"))
    first = forms.TypedChoiceField(label=_("First assessor"), coerce=int)
    second = forms.TypedChoiceField(label=_("Second assessor"), coerce=int)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, modules, assessors, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].queryset = modules
        for name in ("first", "second"):
            self.fields[name].choices = [("", _("choose")), *((pk, str(user)) for pk, user in assessors.items())]


class AssessorForm(forms.Form):
    """One assessor out of those who may score a candidate."""

    assessor = forms.TypedChoiceField(label=_("Assessor"), coerce=int)

    def __init__(self, *args, assessors, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assessor"].choices = [("", _("choose")), *((pk, str(user)) for pk, user in assessors.items())]
