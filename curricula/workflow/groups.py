"""The programme office's rights in the back office, as Wagtail keeps them: a group.

The group alone opens nothing: every page of the back office asks for `wagtailadmin.access_admin` first, which
only a role in force answers. Whoever grants or ends the role of the programme office calls `join_office` and
`leave_office`.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from ..models import SecondPersonTask

NAME, REVIEWERS, APPROVERS = "Programme office", "Technical reviewers", "Approvers"
WORKFLOW, REVIEW, APPROVAL = "Technical review and approval", "Technical review", "Approval"
PAGE_ACTS = ("add_page", "change_page", "bulk_delete_page", "lock_page", "unlock_page")
# What is approved is published in the approver's name; publishing without the workflow is refused (`wagtail_hooks`).
DECIDERS_ACTS = ("publish_page",)
COLLECTION_ACTS = (
    ("wagtailimages", ("add_image", "change_image", "choose_image")),
    # Wagtail asks for documents by the name of its own model, whichever stands in its place.
    ("wagtaildocs", ("add_document", "change_document", "choose_document")),
    ("wagtailcore", ("add_collection", "change_collection")),
)
TRANSLATION_ACTS = ("submit_translation",)
MODEL_ACTS = ("add_curriculum", "change_curriculum", "view_curriculum", "add_module", "change_module", "view_module")


def ensure_office_group() -> Group:
    """The group with what the office may do with pages, materials, pictures and records; a second call adds nothing."""
    group = _group(NAME, PAGE_ACTS)
    collection = Collection.get_first_root_node()
    for label, acts in COLLECTION_ACTS if collection else ():
        for permission in _permissions(label, acts):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    group.permissions.add(*_permissions("curricula", MODEL_ACTS), *_permissions("wagtail_localize", TRANSLATION_ACTS))
    return group


def _permissions(label: str, codenames):
    return Permission.objects.filter(content_type__app_label=label, codename__in=codenames)


def _group(name: str, page_acts=()) -> Group:
    """The group with these rights over all pages; what it has beyond them is taken away."""
    group, _made = Group.objects.get_or_create(name=name)
    root = Page.get_first_root_node()
    if root:
        GroupPagePermission.objects.filter(group=group).exclude(permission__codename__in=page_acts).delete()
        for permission in _permissions("wagtailcore", page_acts):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    return group


def ensure_workflow() -> Workflow:
    """Draft, technical review, approval: for all pages; a second call adds nothing."""
    steps = ((REVIEW, _group(REVIEWERS, DECIDERS_ACTS)), (APPROVAL, _group(APPROVERS, DECIDERS_ACTS)))
    workflow, _made = Workflow.objects.get_or_create(name=WORKFLOW)
    for order, (name, group) in enumerate(steps):
        task = SecondPersonTask.objects.filter(name=name).first() or SecondPersonTask.objects.create(name=name)
        task.groups.add(group)
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": order})
    root = Page.get_first_root_node()
    if root:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    return workflow


def join_office(user) -> None:
    """Give the account what the office may do in the back office: write, and decide about what others wrote.

    Who is in the office already keeps what was chosen since (`deciders`).
    """
    ensure_workflow()
    office = ensure_office_group()
    if not user.groups.filter(pk=office.pk).exists():
        user.groups.add(office, *Group.objects.filter(name__in=(REVIEWERS, APPROVERS)))


def leave_office(user) -> None:
    """Take it away again."""
    user.groups.remove(*Group.objects.filter(name__in=(NAME, REVIEWERS, APPROVERS)))
