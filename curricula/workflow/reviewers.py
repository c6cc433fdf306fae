"""Who of the programme office reviews drafts and who approves them: the groups of the workflow's two steps."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from lms.core.prepared import prepared
from lms.core.rules import refuse

from ..models import SecondPersonTask
from ..signals import deciders_changed
from .groups import APPROVERS, NAME, REVIEWERS, ensure_workflow


@dataclass(frozen=True)
class Reviewer:
    """An account of the office, and what it decides."""

    user: object
    reviews: bool
    approves: bool


def members() -> list[Reviewer]:
    """Everybody in the office, by name; two queries."""
    users = get_user_model().objects.filter(groups__name=NAME, is_active=True).prefetch_related("groups")
    rows = [(user, {group.name for group in user.groups.all()}) for user in users]
    found = [Reviewer(user, REVIEWERS in names, APPROVERS in names) for user, names in rows]
    return sorted(found, key=lambda row: str(row.user))


@dataclass(frozen=True)
class WaitingDraft:
    """A page's draft at a step of the workflow (the step's name, as the workflow has it)."""

    page: Page
    step: str


def drafts_for(user) -> list[WaitingDraft]:
    """Drafts about which this account may decide now, the longest waiting first; never its own. Two queries."""
    waiting = {int(page): step for page, step in _waiting_for(user=user.pk)}
    pages = Page.objects.exclude(latest_revision__user=user.pk).in_bulk(waiting)
    return [WaitingDraft(pages[pk], step) for pk, step in waiting.items() if pk in pages]


@prepared
def _waiting_for(*, user: int) -> QuerySet:
    """(page's id as text, step) of the drafts at a step that this account decides, asked for by somebody else."""
    steps = SecondPersonTask.objects.filter(groups__user=user).values("pk")
    states = TaskState.objects.filter(task__in=steps, status=TaskState.STATUS_IN_PROGRESS)
    states = states.filter(workflow_state__status=WorkflowState.STATUS_IN_PROGRESS)
    states = states.exclude(workflow_state__requested_by=user).order_by("started_at", "pk")
    return states.values_list("workflow_state__object_id", "task__name")


@transaction.atomic
def set_deciders(reviewers: Collection[int], approvers: Collection[int], *, by) -> None:
    """From now on these accounts (numbers) review and these approve; an account may do both, never about its own draft.

    Refuses 'nobody_reviews' and 'nobody_approves' (no draft could be published any more), 'not_office'.
    """
    ensure_workflow()
    Group.objects.select_for_update().filter(name__in=(REVIEWERS, APPROVERS)).count()
    before = members()
    office = {row.user.pk: row.user for row in before}
    if (set(reviewers) | set(approvers)) - office.keys():
        refuse("not_office", _("Only accounts of the programme office review and approve."))
    if not reviewers:
        refuse("nobody_reviews", _("Somebody has to review. Choose one person at least."))
    if not approvers:
        refuse("nobody_approves", _("Somebody has to approve. Choose one person at least."))
    for row in before:
        _put(row, row.user.pk in reviewers, row.user.pk in approvers, by)


def _put(row: Reviewer, reviews: bool, approves: bool, by) -> None:
    """One account into its groups or out of them; nothing is said where nothing changes."""
    if (row.reviews, row.approves) == (reviews, approves):
        return
    for name, wanted in ((REVIEWERS, reviews), (APPROVERS, approves)):
        group = Group.objects.get(name=name)
        (row.user.groups.add if wanted else row.user.groups.remove)(group)
    before, after = ({"reviews": one, "approves": other}
                     for one, other in ((row.reviews, row.approves), (reviews, approves)))  # fmt: skip
    deciders_changed.send(sender=Group, user=row.user, by=by, before=before, after=after)
