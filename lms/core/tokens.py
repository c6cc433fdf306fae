"""Codes that people type and nobody can guess."""

import secrets

# Without 0/O, 1/I/L and U: read aloud, copied by hand, never a word.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def readable_code(groups: int = 4, size: int = 4) -> str:
    """A random code such as "7KQM-2XWD-R9TB-4HFC" (30 letters a place: 4 x 4 places are 78 bits)."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for _ in range(groups))


def normalise_code(text: str) -> str:
    """What a person typed, in the form stored: upper case, no blanks, hyphens kept where they belong."""
    kept = "".join(letter for letter in text.upper() if letter in ALPHABET)
    return "-".join(kept[start : start + 4] for start in range(0, len(kept), 4))
