"""The trail, for those who may read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.core.http import require
from lms.core.paging import page_of

from .actions import sentence_of
from .differences import changes
from .forms import TrailForm
from .models import Entry
from .naming import kind_of, names


@require_safe
def list_entries(request: HttpRequest) -> HttpResponse:
    """Who did what, the latest first, with what changed."""
    require(request.user.has_perm("audit.read_trail"))
    form = TrailForm(request.GET)
    page = page_of(request, form.narrow(Entry.objects.visible_to(request.user).select_related("actor")))
    institutions = dict(names("institution"))
    rows = [
        {
            "entry": entry,
            "action": sentence_of(entry.action),
            "kind": kind_of(entry.object_type),
            "changes": changes(entry.before, entry.after),
            "institution": institutions.get(entry.institution_id),
        }
        for entry in page
    ]
    return render(request, "audit/entry_list.html", {"form": form, "page_obj": page, "rows": rows})
