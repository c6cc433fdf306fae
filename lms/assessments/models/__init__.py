"""How well: tests before and after, teach-backs and their rubric, and what each trainer commits to deliver."""

from .rollout import Commitment, RolloutPlan
from .teach_backs import CRITERIA, Recusal, TeachBack, TeachBackAssessor, TeachBackScore
from .tests import AnswerSheet, PhoneTest, SheetAnswer, TestResult

__all__ = [
    "CRITERIA",
    "AnswerSheet",
    "Commitment",
    "PhoneTest",
    "Recusal",
    "RolloutPlan",
    "SheetAnswer",
    "TeachBack",
    "TeachBackAssessor",
    "TeachBackScore",
    "TestResult",
]
