"""The programme office's rights in the back office, as Wagtail keeps them: a group.

The group alone opens nothing: every page of the back office asks for `wagtailadmin.access_admin` first, which
only a role in force answers. Whoever grants or ends the role of the programme office calls `join_office` and
`leave_office`.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

NAME = "Programme office"
PAGE_ACTS = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
COLLECTION_ACTS = (
    ("wagtailimages", ("add_image", "change_image", "choose_image")),
    # Wagtail asks for documents by the name of its own model, whichever stands in its place.
    ("wagtaildocs", ("add_document", "change_document", "choose_document")),
    ("wagtailcore", ("add_collection", "change_collection")),
)
MODEL_ACTS = ("add_curriculum", "change_curriculum", "view_curriculum", "add_module", "change_module", "view_module")


def ensure_office_group() -> Group:
    """The group with what the office may do with pages, materials, pictures and records; a second call adds nothing."""
    group, _made = Group.objects.get_or_create(name=NAME)
    root = Page.get_first_root_node()
    if root:
        for permission in _permissions("wagtailcore", PAGE_ACTS):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    collection = Collection.get_first_root_node()
    for label, acts in COLLECTION_ACTS if collection else ():
        for permission in _permissions(label, acts):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    group.permissions.add(*_permissions("curricula", MODEL_ACTS))
    return group


def _permissions(label: str, codenames):
    return Permission.objects.filter(content_type__app_label=label, codename__in=codenames)


def join_office(user) -> None:
    """Give the account what the office may do in the back office."""
    user.groups.add(ensure_office_group())


def leave_office(user) -> None:
    """Take it away again."""
    user.groups.remove(*Group.objects.filter(name=NAME))
