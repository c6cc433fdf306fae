"""What the editor says of a draft that waits for a decision. Wagtail's own words tell reviewers that they may edit."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class DraftLock(WorkflowLock):
    """The author alone goes on writing; whoever decides is told that this is what they are here for."""

    def get_message(self, user):
        """A sentence for everybody but the author, who writes on and needs none."""
        if not self.for_user(user):
            return None
        step = format_html(_("This draft waits for <b>{step}</b>."), step=self.task.name)
        return format_html("{} {}", step, self.get_description(user))

    def get_description(self, user, can_lock=False) -> str:
        """What this person may do with the draft now."""
        if not self.for_user(user):
            return _("You go on writing; a second person decides about the draft.")
        if self.task.get_actions(self.object, user):
            return _("You decide about it: read it, then approve it or ask for changes. Only its author writes in it.")
        return _("Only its author writes in it until it is decided.")
