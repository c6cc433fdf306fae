"""The trainer pool and its reminders in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("reminder decided", _("Reminder decided")),
    Action("reminder sent", _("Reminder sent")),
    Action("reminder dropped", _("Reminder dropped: no longer true")),
    Action("trainer pool read", _("Trainer pool opened")),
    Action("trainer pool workbook read", _("Workbook of the trainer pool taken")),
    Action("trainers and modules read", _("Trainers and modules opened")),
    Action("utilisation of trainers read", _("Utilisation of trainers opened")),
    Action("reminders read", _("Reminders opened")),
    Action("reminders to come read", _("Reminders to come opened")),
)
