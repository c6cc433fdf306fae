"""Doing it: sending reminders, and what merging and anonymising mean for them. The only writer of this app's rows."""

from .people import erase_lines, move_reminders
from .sending import deliver, letters_to_send, queue_letter, requeue_forgotten, send_due_reminders, send_reminder_mail

__all__ = [
    "deliver",
    "erase_lines",
    "letters_to_send",
    "move_reminders",
    "queue_letter",
    "requeue_forgotten",
    "send_due_reminders",
    "send_reminder_mail",
]
