"""What people fill in about roll-out plans."""

import calendar

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.form_fields import day_field
from lms.institutions.models import Institution

from .rules import MOST_COMMITMENTS, Promise

#: Empty lines beside those that are filled in.
SPARE = 2


class PromiseForm(forms.Form):
    """One delivery; a line left empty is none."""

    # What a line needs depends on whether it is used at all, so nothing says "optional".
    mark_optional = False

    due_on = day_field(_("By"), required=False)
    month_only = forms.BooleanField(label=_("Some day of that month"), required=False)
    institution = forms.ModelChoiceField(label=_("Where"), queryset=Institution.objects.none(), required=False)
    participants = forms.IntegerField(label=_("Participants"), min_value=1, max_value=200, required=False)
    modules = forms.MultipleChoiceField(
        label=_("Modules"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: the whole curriculum."),
    )  # fmt: skip
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args, institutions, modules, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = institutions
        self.fields["institution"].empty_label = _("choose")
        self.fields["modules"].choices = modules

    def clean(self) -> dict:
        values = super().clean()
        self.is_empty = not any(values.get(name) for name in ("due_on", "participants", "modules", "note"))
        if not self.is_empty:
            for name in ("due_on", "institution", "participants"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill this in, or empty the whole line."))
        return values

    @property
    def promise(self) -> Promise:
        values = self.cleaned_data
        day = values["due_on"]
        if values["month_only"]:
            day = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        return Promise(
            tuple(values["modules"]), values["institution"].pk, day, values["participants"], values["month_only"],
            values["note"],
        )  # fmt: skip


def promise_forms(data, promises, *, institutions, modules) -> list[PromiseForm]:
    """A form for each delivery and two more; from posted data, as many as it has lines."""
    count = min(MOST_COMMITMENTS, len(promises) + SPARE)
    if data is not None:
        text = data.get("lines", "")
        asked = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else count
        count = max(1, min(MOST_COMMITMENTS, asked))
    given = {"institutions": institutions, "modules": modules}
    return [
        PromiseForm(data, prefix=f"line{number}", initial=_initial(promises, number, institutions), **given)
        for number in range(count)
    ]


def _initial(promises, number: int, institutions) -> dict:
    if number >= len(promises):
        only = list(institutions[:2])
        return {"institution": only[0].pk} if len(only) == 1 else {}
    row: Promise = promises[number]
    return {
        "due_on": row.due_on, "month_only": row.month_only, "institution": row.institution,
        "participants": row.participants, "modules": list(row.modules), "note": row.note,
    }  # fmt: skip
