"""The content of curriculum pages and what is computed from it."""
