"""The words of a question: a few, none of them long, none of them a sign that a database would take as a command."""

import re

MAX_CHARACTERS, MAX_WORDS, MAX_WORD = 200, 8, 40


def words_of(question: str) -> tuple[str, ...]:
    """Letters and digits of any script, in their order."""
    return tuple(word[:MAX_WORD] for word in re.findall(r"[^\W_]+", question[:MAX_CHARACTERS])[:MAX_WORDS])
