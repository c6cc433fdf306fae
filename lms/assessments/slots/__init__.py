"""Teach-back slots: the timetable and what is proposed for it."""
