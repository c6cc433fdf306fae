"""Coverage and reporting periods in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("period_opened", _("Reporting period opened")),
    Action("figures_frozen", _("Figures frozen")),
    Action("period_published", _("Reporting period published")),
    Action("coverage rows read", _("Rows behind coverage opened")),
    Action("coverage workbook read", _("Workbook of coverage taken")),
)
