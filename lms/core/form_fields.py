"""Form fields that several apps need: rows to choose among, a day, and why something is done."""

from django import forms
from django.utils.translation import gettext_lazy as _

#: What a reason may hold at most, in characters, unless a column says less.
LONGEST_REASON = 2000


def reason_field(label=None, *, longest: int = LONGEST_REASON, rows: int = 3, **options) -> forms.CharField:
    """A few lines of text called "Reason" if nothing else; required unless `options` say otherwise."""
    label = label or _("Reason")
    return forms.CharField(label=label, max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **options)


def day_field(label, **options) -> forms.DateField:
    """A day, asked with the browser's own calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class ReasonForm(forms.Form):
    """Why something is done, and nothing else."""

    reason = reason_field()


class RowsChoice(forms.ModelMultipleChoiceField):
    """Some rows of a set; a number that no database could hold is no choice, and no error of ours."""

    def _check_values(self, value):
        try:
            return super()._check_values(value)
        except OverflowError:  # SQLite holds no number as long as that
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": ", ".join(value)}
            ) from None
