"""The words of a question (few, short, and no sign that a database would take as a command) and of what is searched."""

import re

from lms.core.text import fold

MAX_CHARACTERS, MAX_WORDS, MAX_WORD = 200, 8, 40


def words_of(question: str) -> tuple[str, ...]:
    """Letters and digits of any script, in their order."""
    return tuple(word[:MAX_WORD] for word in re.findall(r"[^\W_]+", question[:MAX_CHARACTERS])[:MAX_WORDS])


def words_in(text: str) -> str:
    """The folded words of a text, each behind a space, so that a beginning is found as " beginning"."""
    return "".join(f" {word}" for word in fold(text).split())
