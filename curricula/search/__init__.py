"""Searching the curriculum: index, tokens, queries."""
