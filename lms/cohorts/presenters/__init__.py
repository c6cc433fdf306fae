"""Rows as templates show them."""
