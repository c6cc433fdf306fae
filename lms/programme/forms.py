"""Recording progress by hand: the only figure in this app that is typed, because it is counted on the ground."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ProgressForm(forms.Form):
    done = forms.IntegerField(label=_("Done so far"), min_value=0, max_value=10_000_000)
