"""Doing things with people, accounts and roles; the only writer of this app's rows."""

from .accounts import (
    change_account_email,
    ensure_account,
    link_account,
    open_account,
    reset_second_factor,
    unlink_account,
)
from .language import keep_language
from .merging import anonymise_person, merge_people
from .people import change_person, create_person, mark_left
from .roles import end_role, grant_role

__all__ = [
    "anonymise_person",
    "change_account_email",
    "change_person",
    "create_person",
    "end_role",
    "ensure_account",
    "grant_role",
    "keep_language",
    "link_account",
    "mark_left",
    "merge_people",
    "open_account",
    "reset_second_factor",
    "unlink_account",
]
