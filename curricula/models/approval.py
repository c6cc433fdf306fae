"""The step of the workflow: somebody of a group decides, and never about a draft of their own."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from ..editor.locks import DraftLock
from ..pages.publication_checks import page_findings


class SecondPersonTask(AbstractGroupApprovalTask):
    """A member of the groups approves; whoever sent the draft, or wrote what lies there now, does not."""

    lock_class = DraftLock

    class Meta:
        verbose_name = _("approval by a second person")
        verbose_name_plural = _("approvals by a second person")

    def is_own_work(self, page, user) -> bool:
        """Did this account send the draft to review, or write its newest revision?"""
        state, revision = page.current_workflow_state, page.get_latest_revision()
        return user.pk in {getattr(state, "requested_by_id", None), getattr(revision, "user_id", None)}

    def locked_for_user(self, obj, user) -> bool:
        """Who approves does not write: the author alone may go on."""
        return not self.is_own_work(obj, user)

    def user_can_lock(self, obj, user) -> bool:
        return False

    def get_actions(self, obj, user) -> list:
        if self.is_own_work(obj, user):
            return []
        actions = super().get_actions(obj, user)
        teachable = not page_findings(obj.get_latest_revision_as_object())
        return [row for row in actions if teachable or row[0] != "approve"]

    def on_action(self, task_state, user, action_name, **kwargs):
        page = task_state.workflow_state.content_object
        if action_name not in {name for name, _word, _form in self.get_actions(page, user)}:
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return _("A member of the groups approves, never the author of the draft")
