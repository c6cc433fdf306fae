"""What may be asked of the trail."""

import re
from collections.abc import Callable
from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.form_fields import day_field

from .actions import all_actions, sentence_of
from .naming import kind_of, kinds, names

#: How actions and models are written, of whatever release; nothing else is looked for.
CODE = re.compile(r"[a-z][a-z_. -]{0,59}")


class TrailForm(forms.Form):
    """Who, what, about which record, of which institution, between which days (both included)."""

    who = forms.CharField(label=_("Who (e-mail)"), required=False, max_length=200)
    action = forms.ChoiceField(label=_("What"), required=False)
    kind = forms.ChoiceField(label=_("Kind of record"), required=False)
    record = forms.CharField(label=_("Record number"), required=False, max_length=40)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    since = day_field(_("From"), required=False)
    until = day_field(_("Until"), required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        everything = [("", _("all"))]
        actions = [(action.code, str(action.sentence)) for action in all_actions()]
        self._offer("action", everything + sorted(actions, key=lambda row: row[1]), sentence_of)
        self._offer("kind", everything + kinds(), kind_of)
        self.fields["institution"].choices = everything + [(str(pk), name) for pk, name in names("institution")]

    def _offer(self, name: str, choices: list, said: Callable[[str], str]) -> None:
        """These, and what is asked for: an entry of an earlier release leads to its like, never to the whole trail."""
        asked = self.data.get(name, "")
        is_new = CODE.fullmatch(asked) and asked not in dict(choices)
        self.fields[name].choices = [*choices, (asked, said(asked))] if is_new else choices

    def narrow(self, entries):
        """The entries asked for; a filter that cannot be read is none."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        lookups = {
            "who": "actor__email__icontains", "action": "action", "kind": "object_type", "record": "object_id",
            "institution": "institution_id",
        }  # fmt: skip
        entries = entries.filter(**{lookups[name]: value for name, value in asked.items() if name in lookups})
        if "since" in asked:
            entries = entries.filter(at__gte=_instant(asked["since"], time.min))
        return entries.filter(at__lte=_instant(asked["until"], time.max)) if "until" in asked else entries


def _instant(day, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
