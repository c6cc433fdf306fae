"""The form of a scheme's rules: a threshold for each requirement that can be asked for; empty asks nothing."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choices import ASKABLE, IN_A_PERIOD, IN_PERCENT, Aim, RequirementKind
from ..rules import Rule, Terms

UNITS = {
    **dict.fromkeys(IN_PERCENT, _("%")),
    RequirementKind.TEACH_BACK: _("assessors"),
    RequirementKind.ROLL_OUT_PLAN: _("deliveries promised"),
    RequirementKind.CO_DELIVERY: _("trainings"),
    RequirementKind.DELIVERIES: _("deliveries"),
    RequirementKind.DELIVERIES_SINCE: _("deliveries"),
    RequirementKind.REFRESHER: _("refreshers"),
    RequirementKind.MONTHS_HELD: _("months"),
}
#: The least a threshold may be; rule 4 wants two assessors.
LEAST = {RequirementKind.TEACH_BACK: 2}
TIMES = ("validity_months", "provisional_months", "renewal_opens_months", "grace_months")


def _months(label, *, least: int = 1) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=120)


class RulesForm(forms.Form):
    """One version of a scheme; `terms()` gives it as plain data."""

    provisional_first = forms.BooleanField(
        label=_("Provisional first"),
        help_text=_("Whoever does not meet the certified level's requirements yet begins provisionally."),
        required=False,
    )
    validity_months = _months(_("Certified and senior: valid for, months"))
    provisional_months = _months(_("Provisional: valid for, months"))
    renewal_opens_months = _months(_("Renewal opens before the end, months"), least=0)
    grace_months = _months(_("Renewable after the end (grace), months"), least=0)
    note = forms.CharField(
        label=_("What changes, and why"),
        help_text=_("It is kept with the version."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args, terms: Terms, **kwargs) -> None:
        times = {name: getattr(terms, name) for name in (*TIMES, "provisional_first")}
        super().__init__(*args, initial={**times, **_initial(terms)}, **kwargs)
        for aim, kind in pairs():
            for name, field in _fields(aim, kind):
                self.fields[name] = field

    def groups(self) -> list[dict]:
        """The requirement fields by aim: title, fields."""
        return [
            {
                "title": str(aim.label).capitalize(),
                "fields": [self[name] for kind in kinds for name, _field in _fields(aim, kind)],
            }
            for aim, kinds in ASKABLE.items()
        ]

    def times(self) -> list:
        return [self[name] for name in (*TIMES, "provisional_first")]

    def terms(self) -> Terms:
        """What was entered; only after `is_valid()`."""
        values = self.cleaned_data
        rules = tuple(
            Rule(aim, kind, values[_name(aim, kind)], values.get(_name(aim, kind, "months")))
            for aim, kind in pairs()
            if values.get(_name(aim, kind)) is not None
        )
        return Terms(rules, values["provisional_first"], **{name: values[name] for name in TIMES})

    def clean(self) -> dict:
        """A period is needed where there is something to look for in it, and only there."""
        values = super().clean()
        for aim, kind in pairs():
            threshold, months = values.get(_name(aim, kind)), values.get(_name(aim, kind, "months"))
            if kind in IN_A_PERIOD and (threshold is None) != (months is None):
                self.add_error(_name(aim, kind, "months"), _("Give the number and the months, or neither."))
        return values


def pairs() -> Iterator[tuple[Aim, RequirementKind]]:
    """Every requirement that can be asked for, by aim."""
    return ((aim, kind) for aim, kinds in ASKABLE.items() for kind in kinds)


def _name(aim: str, kind: str, part: str = "") -> str:
    return "-".join(piece for piece in (aim, kind, part) if piece)


def _fields(aim: Aim, kind: RequirementKind) -> Iterator[tuple[str, forms.IntegerField]]:
    highest = 100 if kind in IN_PERCENT else 120
    label = _("%(requirement)s, at least (%(unit)s)") % {"requirement": kind.label, "unit": UNITS[kind]}
    least = LEAST.get(kind, 1)
    yield _name(aim, kind), forms.IntegerField(label=label, min_value=least, max_value=highest, required=False)
    if kind in IN_A_PERIOD:
        label = _("%(requirement)s: in the last, months") % {"requirement": kind.label}
        yield _name(aim, kind, "months"), forms.IntegerField(label=label, min_value=1, max_value=120, required=False)


def _initial(terms: Terms) -> dict[str, int]:
    found = {_name(rule.aim, rule.kind): rule.threshold for rule in terms.rules}
    return found | {_name(rule.aim, rule.kind, "months"): rule.months for rule in terms.rules if rule.months}
