"""The rubric on a tablet: six rows of four levels in words, and a comment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .choices import Criterion
from .models import TeachBackScore

LEVELS = [(1, _("1 – not yet")), (2, _("2 – partly")), (3, _("3 – securely")), (4, _("4 – as a model"))]
LOOKS_FOR = {
    Criterion.PLAN: _("The plan has objectives, times and a thread; the objectives are said and reached."),
    Criterion.ACCURACY: _("What is taught is right and agrees with the curriculum and the standards it names."),
    Criterion.KEY_POINTS: _("Every mandatory key point of the module is taught."),
    Criterion.SAFETY: _("Rules of safe handling and of confidentiality are kept and asked for."),
    Criterion.ENGAGEMENT: _("Everybody takes part; questions are invited and used."),
    Criterion.CHECKING: _("The candidate finds out what was learned and reacts to it."),
}


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
                choices=LEVELS,
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
