"""What the office fills in about an agenda: one item, and a day to copy to."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from curricula.models import Module
from lms.core.form_fields import RowsChoice
from lms.people.models import Person
from lms.trainings.choices import AgendaKind, ParallelGroup
from lms.trainings.models import Training
from lms.trainings.services import ItemPlan

CLOCK = {"type": "time", "step": 300}
MOST_ADDRESSES = 10


def days_to_choose(training: Training) -> list[tuple[str, str]]:
    """(ISO day, the day as people write it) for each day of the training."""
    count = (training.ends_on - training.starts_on).days + 1
    days = [training.starts_on + timedelta(number) for number in range(count)]
    return [(day.isoformat(), date_format(day, "l j F Y")) for day in days]


def possible_leaders(training: Training):
    """The training's trainers and whoever leads an item of it already; others are added by their address."""
    near = Q(deliveries__training=training) | Q(agenda_items__item__training=training)
    return Person.objects.filter(near, anonymised_at=None).select_related("institution").distinct().order_by("name_key")


class LeaderChoice(RowsChoice):
    """A person with their institution."""

    def label_from_instance(self, person) -> str:
        return f"{person}, {person.institution}"


class ItemForm(forms.Form):
    """An item of the agenda; times are those of the place."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    held_on = forms.ChoiceField(label=_("Day"))
    starts = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"))
    ends = forms.TimeField(label=_("Until"), widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"))
    kind = forms.ChoiceField(label=_("Kind"), choices=AgendaKind)
    module = forms.ModelChoiceField(
        label=_("Module"), required=False, queryset=Module.objects.none(), empty_label=_("none"),
        help_text=_("A module may stand in several items."),
    )  # fmt: skip
    title = forms.CharField(
        label=_("Title"), required=False, max_length=150,
        help_text=_("Where there is no module, or to call it otherwise."),
    )  # fmt: skip
    room = forms.CharField(label=_("Room"), required=False, max_length=80)
    group = forms.ChoiceField(
        label=_("For whom"), required=False, choices=ParallelGroup,
        help_text=_("Two items at one time need two different groups."),
    )  # fmt: skip
    leaders = LeaderChoice(
        label=_("Facilitators"), required=False, queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=_("Further facilitators"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("E-mail addresses of people on record, one in a line; of any institution."),
    )  # fmt: skip

    def __init__(self, *args, training: Training, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].choices = days_to_choose(training)
        self.fields["module"].queryset = Module.objects.filter(curriculum=training.curriculum_id)
        self.fields["leaders"].queryset = possible_leaders(training)
        if not self.fields["leaders"].queryset.exists():
            del self.fields["leaders"]

    def clean_more(self) -> list[int]:
        """The ids of the people behind the addresses; each must be exactly one person."""
        addresses = self.cleaned_data["more"].replace(",", " ").replace(";", " ").lower().split()
        if len(addresses) > MOST_ADDRESSES:
            raise forms.ValidationError(_("Ten addresses at most."))
        rows = Person.objects.filter(merged_into=None, anonymised_at=None).annotate(address=Lower("email"))
        found: dict[str, list[int]] = {}
        for pk, address in rows.filter(address__in=addresses).values_list("pk", "address"):
            found.setdefault(address, []).append(pk)
        unknown = [address for address in addresses if len(found.get(address, ())) != 1]
        if unknown:
            words = _("Not the address of exactly one person on record: %(addresses)s.")
            raise forms.ValidationError(words, params={"addresses": ", ".join(unknown)})
        return [pk for pks in found.values() for pk in pks]

    @property
    def plan(self) -> ItemPlan:
        """The item as the service takes it."""
        data = self.cleaned_data
        module, chosen = data["module"], data.get("leaders") or ()
        return ItemPlan(
            forms.DateField().clean(data["held_on"]), data["starts"], data["ends"], data["kind"], data["title"],
            module.pk if module else None, data["room"], data["group"],
            tuple(sorted({*(person.pk for person in chosen), *data["more"]})),
        )  # fmt: skip


class CopyForm(forms.Form):
    """Which day's items, and onto which day."""

    source = forms.ChoiceField(label=_("Copy"))
    target = forms.ChoiceField(label=_("to"))

    def __init__(self, *args, training: Training, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("source", "target"):
            self.fields[name].choices = days_to_choose(training)

    @property
    def days(self) -> dict:
        """`source` and `target` as dates."""
        return {name: forms.DateField().clean(self.cleaned_data[name]) for name in ("source", "target")}
