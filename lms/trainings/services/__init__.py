"""All that is done to trainings, each act in one transaction under the lock of the training's row."""

from .agenda import add_item, add_items, change_item, copy_day, move_item, remove_item
from .agenda_rules import ItemPlan
from .attendance import (
    close_sessions,
    fill_attendance,
    mark_module,
    mark_modules,
    record_attendance,
    record_head_count,
    reopen_sessions,
)
from .completions import record_completions
from .enrolments import enrol_people, enrol_person, move_enrolment, promote_waiting, request_place, withdraw_enrolment
from .participants import add_participant
from .planning import (
    SessionPlan,
    change_training,
    create_training,
    plan_sessions,
    set_deliverers,
    set_status,
)
from .self_enrolment import enrol_oneself, person_for

__all__ = [
    "ItemPlan",
    "SessionPlan",
    "add_item",
    "add_items",
    "add_participant",
    "change_item",
    "change_training",
    "close_sessions",
    "copy_day",
    "create_training",
    "enrol_oneself",
    "enrol_people",
    "enrol_person",
    "fill_attendance",
    "mark_module",
    "mark_modules",
    "move_enrolment",
    "move_item",
    "person_for",
    "plan_sessions",
    "promote_waiting",
    "record_attendance",
    "record_completions",
    "record_head_count",
    "remove_item",
    "reopen_sessions",
    "request_place",
    "set_deliverers",
    "set_status",
    "withdraw_enrolment",
]
