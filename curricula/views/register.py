"""The download register: everybody their own, the office all."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.breadcrumbs import Crumb
from lms.core.paging import page_of

from ..download_anomalies import days_unusual
from ..forms.portal import RegisterFilter
from ..models import Download
from ..rights import may_read_register
from .common import library_crumb


@require_safe
def list_downloads(request):
    """Newest first; for the office with filters by person, class, module and day, and unusual days marked."""
    everybody = may_read_register(request.user)
    rows = Download.objects.visible_to(request.user).select_related("user", "module", "edition__curriculum")
    form = RegisterFilter(request.GET or None, everybody=everybody)
    days = days_unusual() if everybody else {}
    page = page_of(request, form.narrow(rows))
    for row in page:
        row.unusual = days.get((row.user_id, timezone.localdate(row.at)), [])
    context = {
        "everybody": everybody,
        "breadcrumbs": [
            library_crumb(),
            Crumb(_("Download register") if everybody else _("My downloads")),
        ],
        "form": form,
        "page_obj": page,
        "unusual": len(days),
        "filtered": bool(request.GET.keys() - {"page"}),
    }
    return render(request, "curricula/download_list.html", context)
