"""The programme's progress in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("progress_recorded", _("Progress recorded")),
)
