"""Editions: what is frozen in one, how two differ, what depends on one."""
