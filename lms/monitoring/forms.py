"""What a reader may ask of the figures."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.clock import today
from lms.core.form_fields import day_field, reason_field

from .counting import LABELS


class DayForm(forms.Form):
    """The day the figures are wanted for; without one, or with one that cannot be read, today."""

    as_of = day_field(_("As of"), required=False)

    @classmethod
    def asked(cls, query, **more):
        """The form for the page's query, its day filled in."""
        form = cls(query, **more)
        form.is_valid()
        day = form.cleaned_data.get("as_of") or today()
        return cls({**query.dict(), "as_of": day.isoformat()}, **more)

    def day(self):
        """The day asked for."""
        self.is_valid()
        return self.cleaned_data["as_of"]


class RowsForm(DayForm):
    """Which of the rows behind a figure: of one place, and counting, not counting, or for one reason."""

    SHOWN = [
        ("", _("all rows")),
        ("counts", _("counting for coverage")),
        ("participations", _("participations")),
        ("not_counted", _("not counting")),
        *[(reason.value, label) for reason, label in LABELS.items()],
    ]

    jurisdiction = forms.ChoiceField(label=_("Jurisdiction"), required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    show = forms.ChoiceField(label=_("Rows"), required=False, choices=SHOWN)

    def __init__(self, *args, coverage_lines=(), **kwargs) -> None:
        super().__init__(*args, **kwargs)
        everywhere = [("", _("all"))]
        self.fields["jurisdiction"].choices = everywhere + [(str(line.id), line.name) for line in coverage_lines]
        self.fields["institution"].choices = everywhere + [
            (str(part.id), part.name) for line in coverage_lines for part in line.parts
        ]

    def chosen(self) -> dict:
        """The choices that are valid; an unknown one is no filter."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in ("jurisdiction", "institution", "show")}


class PeriodForm(forms.Form):
    label = forms.CharField(label=_("Period"), max_length=40, help_text=_("For example: 2026, second half"))
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"))


class AmendmentForm(forms.Form):
    reason = reason_field(_("Reason for the amendment"), required=False)
