"""Form fields that choose among rows of the database."""

from django import forms


class RowsChoice(forms.ModelMultipleChoiceField):
    """Some rows of a set; a number that no database could hold is no choice, and no error of ours."""

    def _check_values(self, value):
        try:
            return super()._check_values(value)
        except OverflowError:  # SQLite holds no number as long as that
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": ", ".join(value)}
            ) from None
