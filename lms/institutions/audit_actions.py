"""Institutions in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("unit_added", _("Unit added")),
    Action("target_recorded", _("Target population recorded")),
)
