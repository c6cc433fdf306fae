"""The filter of the decision page: over candidates that are gathered already, so it asks the database nothing."""

from collections.abc import Iterable

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..candidates import CertificationCandidate


class Showing(models.TextChoices):
    READY = "ready", _("meet what is asked, undecided")
    LACKING = "lacking", _("lack something, undecided")
    DECIDED = "decided", _("decided")
    WAITING = "waiting", _("decided, certificate to issue")


TESTS = {
    Showing.READY: lambda one: one.is_ready,
    Showing.LACKING: lambda one: one.decision is None and not one.is_ready,
    Showing.DECIDED: lambda one: one.decision is not None,
    Showing.WAITING: lambda one: one.awaits_certificate,
}


class DecisionFilter(forms.Form):
    """GET filters; what is left empty or makes no sense filters nothing."""

    show = forms.ChoiceField(label=_("Candidates who"), required=False, choices=[("", _("all")), *Showing.choices])
    institution = forms.TypedChoiceField(label=_("Institution"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args, candidates: Iterable[CertificationCandidate], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        places = {one.person.institution_id: str(one.person.institution) for one in candidates}
        self.fields["institution"].choices = [("", _("all")), *sorted(places.items(), key=lambda item: item[1])]

    def apply(self, candidates: Iterable[CertificationCandidate]) -> list[CertificationCandidate]:
        chosen = self.cleaned_data if self.is_valid() else {}
        test, place = TESTS.get(chosen.get("show")), chosen.get("institution")
        kept = [one for one in candidates if test is None or test(one)]
        return [one for one in kept if place is None or one.person.institution_id == place]
