"""What an installation that was installed before the delivery lacks: its workflow, its languages, the words to search.

After every migration; where a thing is there already, nothing is done. A new installation gets all of it with its first
officer and its first content.
"""

from django.contrib.auth.models import Group
from django.db import connections, transaction
from wagtail.models import Locale, WorkflowPage

from .languages.trees import ensure_locales
from .models import Material, ModulePage, SearchText, SecondPersonTask
from .search.indexing import index_everything
from .workflow.groups import APPROVERS, NAME, REVIEWERS, ensure_office_group, ensure_workflow

NEEDED = (SecondPersonTask, SearchText, ModulePage, Material, Locale, WorkflowPage)


def complete_installation(using: str = "default", **_signal) -> None:
    """Connected to `post_migrate`; passed over while the tables are not all there, or nobody works here yet."""
    present = set(connections[using].introspection.table_names())
    if using != "default" or not {model._meta.db_table for model in NEEDED} <= present:
        return
    with transaction.atomic():
        office = Group.objects.filter(name=NAME).first()
        if office:
            _renew(office)
            ensure_locales()
            _index()


def _renew(office: Group) -> None:
    """Whoever may write becomes reviewer and approver as well, once: who was taken out later stays out."""
    if SecondPersonTask.objects.exists():
        return
    ensure_workflow()
    ensure_office_group()
    deciding = Group.objects.filter(name__in=(REVIEWERS, APPROVERS))
    for user in office.user_set.all():
        user.groups.add(*deciding)


def _index() -> None:
    """The words of all pages and materials, where none were kept so far."""
    if not SearchText.objects.exists():
        index_everything()
