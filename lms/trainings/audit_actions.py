"""Trainings, places, attendance and agendas in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("training_created", _("Training created")),
    Action("training_changed", _("Training changed")),
    Action("training_plan", _("Training planned")),
    Action("training_approve", _("Training approved")),
    Action("training_submit", _("Training submitted")),
    Action("training_verify", _("Training verified")),
    Action("training_lock", _("Training locked")),
    Action("training_return", _("Training returned")),
    Action("training_cancel", _("Training cancelled")),
    Action("sessions_planned", _("Half-days planned")),
    Action("sessions_closed", _("Half-days closed")),
    Action("sessions_reopened", _("Half-days opened again")),
    Action("deliverers_set", _("Trainers of a training set")),
    Action("agenda_items_added", _("Items added to an agenda")),
    Action("agenda_item_changed", _("Item of an agenda changed")),
    Action("agenda_item_removed", _("Item of an agenda removed")),
    Action("attendance_recorded", _("Attendance recorded")),
    Action("attendance_filled", _("Attendance of a half-day filled in")),
    Action("module_marked", _("Module marked as delivered or not")),
    Action("head_count_recorded", _("Head count recorded")),
    Action("completions_recorded", _("Completions recorded")),
    Action("enrolment_made", _("Place given")),
    Action("enrolment_made_together", _("Places given together")),
    Action("enrolment_promoted", _("Place given from the waiting list")),
    Action("enrolment_promoted_together", _("Places given from the waiting list together")),
    Action("enrolment_withdrawn", _("Place given back")),
    Action("roster read", _("Participants of a training opened")),
    Action("roster workbook read", _("Workbook of participants taken")),
    Action("attendance list read", _("Attendance opened")),
    Action("sheet to sign read", _("Sheet to sign opened")),
)
