"""Doing it: tests, teach-backs, roll-out plans. The only writer of this app's rows."""

from .answering import begin_sheet, hand_in_sheet, save_answer
from .counting import settle_result
from .paper import mark_item
from .phone_tests import close_phone_test, open_phone_test
from .results import record_test_result, remove_test_result
from .rollout import confirm_plan, return_plan, revise_plan, save_plan, send_plan
from .slots import change_slot, name_assessor, plan_slots, recuse, step_down, swap_slots
from .teach_backs import open_teach_back, save_score, scores_handed_in

__all__ = [
    "begin_sheet",
    "change_slot",
    "close_phone_test",
    "confirm_plan",
    "hand_in_sheet",
    "mark_item",
    "name_assessor",
    "open_phone_test",
    "open_teach_back",
    "plan_slots",
    "record_test_result",
    "recuse",
    "remove_test_result",
    "return_plan",
    "revise_plan",
    "save_answer",
    "save_plan",
    "save_score",
    "scores_handed_in",
    "send_plan",
    "settle_result",
    "step_down",
    "swap_slots",
]
