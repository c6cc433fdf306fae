"""Doing it: test results and teach-backs. The only writer of this room's rows."""

from .results import record_test_result, remove_test_result
from .teach_backs import open_teach_back, save_score, scores_handed_in

__all__ = [
    "open_teach_back",
    "record_test_result",
    "remove_test_result",
    "save_score",
    "scores_handed_in",
]
