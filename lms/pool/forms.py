"""What may be asked of the pool; filters stay in the address, what cannot be read filters nothing."""

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from curricula.models import Curriculum, Module
from lms.certification.choices import Level, State
from lms.core.clock import today
from lms.core.form_fields import day_field
from lms.core.text import fold, tidy
from lms.institutions.models import Institution

from .choices import ReminderKind
from .trainers import ORDERS
from .widgets import PlainField, PlainSelect

SOON = [("", _("all")), ("30", _("within 30 days")), ("90", _("within 90 days")), ("180", _("within 180 days"))]
DELIVERED = [
    ("", _("all")),
    ("active", _("active: certified, delivered within 12 months")),
    ("inactive", _("in force, not active")),
    ("once", _("delivered at least once")),
    ("never", _("never delivered")),
]
LEVELS = [("", _("all")), *Level.choices]
STATES = [("", _("all")), *[(state.value, state.label) for state in State if state != State.REPLACED]]


class PoolFilter(forms.Form):
    """GET filters of the directory and of the matrix."""

    bound_field_class = PlainField
    mark_optional = False  # all of them are

    q = forms.CharField(label=_("Name or certificate"), required=False, max_length=200)
    jurisdiction = forms.TypedChoiceField(widget=PlainSelect, label=_("Jurisdiction"), coerce=int, required=False)
    institution = forms.TypedChoiceField(widget=PlainSelect, label=_("Institution"), coerce=int, required=False)
    level = forms.ChoiceField(widget=PlainSelect, label=_("Level"), required=False, choices=LEVELS)
    state = forms.ChoiceField(widget=PlainSelect, label=_("State today"), required=False, choices=STATES)
    delivered = forms.ChoiceField(widget=PlainSelect, label=_("Deliveries"), required=False, choices=DELIVERED)
    expiring = forms.TypedChoiceField(widget=PlainSelect, label=_("Ends"), coerce=int, required=False, choices=SOON)
    language = forms.ChoiceField(
        widget=PlainSelect, label=_("Language"), required=False, choices=[("", _("all")), *settings.CONTENT_LANGUAGES]
    )
    module = forms.TypedChoiceField(widget=PlainSelect, label=_("Has taught"), coerce=int, required=False)
    curriculum = forms.TypedChoiceField(widget=PlainSelect, label=_("Curriculum"), coerce=int, required=False)
    sort = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)

    def __init__(self, *args, scope, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        rows = Institution.objects.values_list("pk", "name", "jurisdiction", "jurisdiction__name")
        places = list(rows if scope.everything else rows.filter(pk__in=scope.institution_ids))
        everywhere = [("", _("all"))]
        lands = {land: name for _pk, _name, land, name in places}
        self.fields["institution"].choices = everywhere + [(pk, name) for pk, name, _land, _land_name in places]
        self.fields["jurisdiction"].choices = everywhere + list(lands.items())
        modules = Module.objects.order_by("curriculum", "order").values_list("pk", "code", "title")
        self.fields["module"].choices = everywhere + [(pk, f"{code} {title}") for pk, code, title in modules]
        curricula = list(Curriculum.objects.order_by("title").values_list("pk", "title"))
        self.fields["curriculum"].choices = everywhere + curricula
        for name, choices in (("jurisdiction", lands), ("institution", places), ("curriculum", curricula)):
            # A choice between one thing is none.
            if len(choices) < 2:
                del self.fields[name]

    @property
    def chosen(self) -> dict:
        """The filters that say something."""
        self.is_valid()
        found = {**self.cleaned_data, "q": tidy(self.cleaned_data.get("q") or "")}
        return {name: value for name, value in found.items() if value}

    @property
    def order(self) -> str:
        """What the list is sorted by: one of `trainers.ORDERS`, perhaps with a "-" before it."""
        asked = self.chosen.get("sort", "")
        return asked if asked.removeprefix("-") in ORDERS else "name"


class DayForm(forms.Form):
    """The day asked for; without one, or with one that cannot be read, today."""

    day = day_field(_("On"), required=False)

    @property
    def asked(self):
        return (self.is_valid() and self.cleaned_data["day"]) or today()


class ReminderFilter(forms.Form):
    """GET filters of the log."""

    SENT = [("", _("all")), ("sent", _("sent")), ("open", _("waiting")), ("dropped", _("dropped"))]

    q = forms.CharField(label=_("Name"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("About"), required=False, choices=[("", _("all")), *ReminderKind.choices])
    sent = forms.ChoiceField(label=_("State"), required=False, choices=SENT)

    def narrow(self, rows):
        """The reminders that the filled fields leave."""
        self.is_valid()
        chosen = self.cleaned_data
        if parts := fold(tidy(chosen.get("q") or "")).split():
            rows = rows.filter(*[Q(person__name_key__contains=part) for part in parts])
        if chosen.get("kind"):
            rows = rows.filter(kind=chosen["kind"])
        sets = {"sent": rows.exclude(sent_at=None), "open": rows.open(), "dropped": rows.exclude(dropped_at=None)}
        return sets.get(chosen.get("sent"), rows)
