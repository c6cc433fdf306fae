"""What can happen: each action is declared once, with the sentence that the trail shows for it.

Apps declare theirs in `audit_actions.py`. A code never changes, because stored entries are sealed with it; words may.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Action:
    """`code` as it is stored; `sentence` what happened, translatable."""

    code: str
    sentence: Any


_actions: dict[str, Action] = {}


def register(*actions: Action) -> None:
    """Declare these. Raises ValueError where a code is declared twice."""
    for action in actions:
        if action.code in _actions:
            raise ValueError(f"the action {action.code!r} is declared twice")
        _actions[action.code] = action


def action_of(code: str) -> Action:
    """The action with this code. Raises LookupError where nobody declared it."""
    if code not in _actions:
        raise LookupError(f"no action {code!r}: declare it in the app's audit_actions.py")
    return _actions[code]


def sentence_of(code: str) -> str:
    """What happened, in the reader's language; an action of an earlier release that is gone, by its code."""
    return str(_actions[code].sentence) if code in _actions else code.replace("_", " ").replace(".", ": ")


def all_actions() -> tuple[Action, ...]:
    """Every action there is."""
    return tuple(_actions.values())
