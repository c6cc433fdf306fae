"""Tests, teach-backs and roll-out plans in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("answer_sheet.begun", _("Answer sheet begun")),
    Action("answer_sheet.handed_in", _("Answer sheet handed in")),
    Action("paper_item.marked", _("Item of a paper test marked")),
    Action("test_result.recorded", _("Test result recorded")),
    Action("test_result.removed", _("Test result removed")),
    Action("test_result.settled", _("Test result settled between two figures")),
    Action("test_result.counted", _("Test result counted from the answer sheet")),
    Action("phone_test.opened", _("Test on the phone opened")),
    Action("phone_test.closed", _("Test on the phone closed")),
    Action("rollout_plan.drafted", _("Roll-out plan drafted")),
    Action("rollout_plan.sent", _("Roll-out plan sent")),
    Action("rollout_plan.confirmed", _("Roll-out plan confirmed")),
    Action("rollout_plan.returned", _("Roll-out plan returned")),
    Action("rollout_plan.revised", _("Roll-out plan revised")),
    Action("teach_back.opened", _("Teach-back opened")),
    Action("teach_back.planned", _("Teach-back planned")),
    Action("teach_back.assessor_named", _("Assessor of a teach-back named")),
    Action("teach_back.score_drafted", _("Scores of a teach-back drafted")),
    Action("teach_back.score_handed_in", _("Scores of a teach-back handed in")),
    Action("assessor.recused", _("Assessor recused")),
    Action("teach-back slots read", _("Teach-back slots opened")),
    Action("roll-out plans read", _("List of roll-out plans opened")),
    Action("test results read", _("Test results opened")),
    Action("test items read", _("Answers item by item opened")),
)
