"""Pages of tests and teach-backs."""

from .results import test_result_save, test_results
from .teach_backs import teach_back_detail, teach_back_list, teach_back_score

__all__ = ["teach_back_detail", "teach_back_list", "teach_back_score", "test_result_save", "test_results"]
