"""Pages of the trainer pool, of one's own certification, and of reminders."""

from .directory import show_counts, trainer_export, trainer_list

__all__ = ["show_counts", "trainer_export", "trainer_list"]
