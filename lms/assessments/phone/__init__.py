"""Tests on a phone: when they are open, how a page of one looks."""
