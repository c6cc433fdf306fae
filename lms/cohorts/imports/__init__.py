"""Workbooks of nominations: reading them and asking about what is in doubt."""
