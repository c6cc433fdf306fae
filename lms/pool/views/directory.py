"""The directory of trainers, its workbook, and the counts for those who may see no names."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lms.core.clock import today
from lms.core.http import XLSX, SignedInRequest, attachment, require
from lms.core.paging import page_of
from lms.people.access_log import note_names_read

from ..counts import counts_of
from ..exports import pool_workbook
from ..forms import PoolFilter
from ..permissions import may_see_counts, may_see_pool
from ..presenters import present
from ..trainers import lines_of, narrowed, ordered, trainers_in
from .common import PAGE, ways_of


@require_safe
def trainer_list(request: SignedInRequest) -> HttpResponse:
    """Who may train, by filters that stay in the address."""
    if not may_see_pool(request.user) and may_see_counts(request.user):
        return redirect("pool:counts")
    require(may_see_pool(request.user))
    form = PoolFilter(request.GET, scope=request.user.scope)
    page = page_of(request, list(_rows(request, form)), size=PAGE)
    page.object_list = present(lines_of(page.object_list))
    note_names_read("trainer pool", request.user, by=request.user, page=page.number)
    context = {
        "form": form,
        "page_obj": page,
        "sort": form.order,
        "filtered": bool(form.chosen.keys() - {"sort"}),
        "query": request.GET.urlencode(),
        "as_of": today(),
        "ways": ways_of(request, "trainer_list"),
    }
    return render(request, "pool/trainer_list.html", context)


def _rows(request: SignedInRequest, form: PoolFilter):
    """The numbers of the certificates, in order: one query to count them and to cut them into pages."""
    rows = narrowed(trainers_in(request.user.scope), form.chosen, today())
    return ordered(rows, form.order).values_list("pk", flat=True)


@require_safe
def trainer_export(request: SignedInRequest) -> HttpResponse:
    """The directory as it is filtered, as a workbook."""
    require(may_see_pool(request.user))
    lines = lines_of(_rows(request, PoolFilter(request.GET, scope=request.user.scope)))
    note_names_read("trainer pool workbook", request.user, by=request.user)
    return attachment(pool_workbook(lines), f"trainer-pool-{today().isoformat()}.xlsx", XLSX)


@require_safe
def show_counts(request: SignedInRequest) -> HttpResponse:
    """How many trainers there are, without names; no count that is small enough to point at somebody."""
    require(may_see_counts(request.user))
    return render(request, "pool/counts.html", {"counts": counts_of(today())})
