"""The pages about people, accounts and roles."""

from .accounts import change_address, end, grant, list_accounts, reset_factor, show_account
from .merging import anonymise, choose_duplicate, merge
from .people import add_person, edit_person, leave, list_people, show_person, unlink

__all__ = [
    "add_person",
    "anonymise",
    "change_address",
    "choose_duplicate",
    "edit_person",
    "end",
    "grant",
    "leave",
    "list_accounts",
    "list_people",
    "merge",
    "reset_factor",
    "show_account",
    "show_person",
    "unlink",
]
