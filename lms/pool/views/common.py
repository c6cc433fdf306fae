"""What the pool's pages share: the ways between them, and the trail at the top."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from lms.core.breadcrumbs import Crumb

from ..permissions import may_preview_reminders

#: Pages that understand the same filters: going from one to the other keeps them.
FILTERED = {"trainer_list", "matrix"}
#: Trainers on a page: each takes two lines, and on a telephone seven.
PAGE = 25


def ways_of(request: HttpRequest, here: str) -> list[dict]:
    """The pages of the pool as tabs; between filtered ones the filters in force go along."""
    names = [
        ("trainer_list", _("Trainers")),
        ("matrix", _("Modules taught")),
        ("utilisation", _("Utilisation")),
        ("reminder_list", _("Reminders")),
    ]
    if may_preview_reminders(request.user):
        names.append(("reminder_preview", _("What goes out")))
    query = request.GET.copy() if here in FILTERED else {}
    if query:
        query.pop("page", None)
    return [
        {"label": label, "current": name == here,
         "url": reverse(f"pool:{name}") + (f"?{query.urlencode()}" if query and name in FILTERED else "")}
        for name, label in names
    ]  # fmt: skip


def crumbs(*way: tuple[str, str]) -> list[Crumb]:
    """(label, URL name or "") from the pool's first page on."""
    return [Crumb(label, reverse(name) if name else "") for label, name in way]
