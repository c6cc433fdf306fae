"""How well: tests before and after, teach-backs and their rubric, and what each trainer commits to deliver."""

from .results import AnswerSheet, PhoneTest, SheetAnswer, TestResult
from .rollout import Commitment, RolloutPlan
from .teach_backs import CRITERIA, Recusal, TeachBack, TeachBackAssessor, TeachBackScore

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
