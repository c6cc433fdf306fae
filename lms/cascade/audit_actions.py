"""Delivery exceptions in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("exception_granted", _("Delivery exception granted")),
    Action("exception_ended", _("Delivery exception ended")),
)
