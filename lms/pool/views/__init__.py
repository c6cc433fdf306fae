"""Pages of the trainer pool, of one's own certification, and of reminders."""

from .directory import show_counts, trainer_export, trainer_list
from .figures import matrix, utilisation
from .mine import my_certification
from .reminders import reminder_list, reminder_preview

__all__ = [
    "matrix",
    "my_certification",
    "reminder_list",
    "reminder_preview",
    "show_counts",
    "trainer_export",
    "trainer_list",
    "utilisation",
]
