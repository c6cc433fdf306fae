"""Exceptions: which trainers may deliver outside their institution, and granting one."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.clock import today
from lms.core.http import attempt, get_visible_or_404, require
from lms.core.idempotency import act_once
from lms.core.paging import page_of

from .. import services
from ..forms import ExceptionForm
from ..models import DeliveryException
from ..permissions import may_manage_exceptions
from .common import crumbs


@require_safe
def exception_list(request):
    """All exceptions, those in force first."""
    require(may_manage_exceptions(request.user))
    rows = DeliveryException.objects.visible_to(request.user)
    rows = rows.select_related("person__institution", "institution__jurisdiction", "granted_by").order_by(
        "-ends_on", "pk"
    )
    context = {
        "page_obj": page_of(request, rows), "today": today(), "breadcrumbs": crumbs((_("Exceptions"), "")),
    }  # fmt: skip
    return render(request, "cascade/exception_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@act_once
def exception_grant(request):
    """Let a trainer deliver in another institution, from a day to a day."""
    require(may_manage_exceptions(request.user))
    form = ExceptionForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        grant = lambda: services.grant_exception(by=request.user, **form.cleaned_data)  # noqa: E731
        if attempt(request, grant, success=_("The exception is granted.")):
            return redirect("cascade:exception_list")
    way = crumbs((_("Exceptions"), reverse("cascade:exception_list")), (_("Grant"), ""))
    return render(request, "cascade/exception_grant.html", {"form": form, "breadcrumbs": way})


@require_POST
def exception_end(request, pk):
    """End it now; one that has not begun is taken back."""
    row = get_visible_or_404(DeliveryException, request.user, pk=pk)
    require(may_manage_exceptions(request.user))
    attempt(request, lambda: services.end_exception(row, by=request.user), success=_("The exception has ended."))
    return redirect("cascade:exception_list")
