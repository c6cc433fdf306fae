"""People, accounts and roles in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("account created", _("Account created")),
    Action("account linked", _("Account linked to a person")),
    Action("account unlinked", _("Account unlinked from a person")),
    Action("account address changed", _("Account's address changed")),
    Action("second factor reset", _("Second factor reset")),
    Action("person created", _("Person entered")),
    Action("people entered", _("People entered from a list")),
    Action("people completed", _("People's records completed from a list")),
    Action("people merged", _("Two records made one")),
    Action("person changed", _("Person's record changed")),
    Action("person anonymised", _("Person anonymised")),
    Action("person read", _("Person's record opened")),
    Action("list of people read", _("List of people opened")),
    Action("role granted", _("Role granted")),
    Action("role ended", _("Role ended")),
)
