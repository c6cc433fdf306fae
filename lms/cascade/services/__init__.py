"""All that is done to cascade trainings: planning, deciding, and the exceptions the programme office grants."""

from .deciding import (
    approve_training,
    cancel_training,
    lock_training_record,
    return_training,
    send_training,
    submit_training,
    verify_training,
)
from .exceptions import end_exception, grant_exception
from .planning import adjust_training, change_plan, plan_training

__all__ = [
    "adjust_training",
    "approve_training",
    "cancel_training",
    "change_plan",
    "end_exception",
    "grant_exception",
    "lock_training_record",
    "plan_training",
    "return_training",
    "send_training",
    "submit_training",
    "verify_training",
]
