"""What the curriculum's workflow brings to the first page of whoever reviews or approves."""

from django.utils.translation import gettext as _

from curricula.workflow.groups import APPROVAL
from curricula.workflow.reviewers import drafts_for

from ..cards import Task
from ..links import link


def review_tasks(user) -> list[Task]:
    """Drafts of other people that wait for this account; the button opens the editor, where the decision stands."""
    return [
        Task(
            what=(_("Draft of %(page)s to approve") if row.step == APPROVAL else _("Draft of %(page)s to review"))
            % {"page": row.page.draft_title},
            whose=_("Curriculum"),
            url=link("wagtailadmin_pages:edit", row.page.pk),
            button=_("Read and decide"),
        )
        for row in drafts_for(user)
    ]
