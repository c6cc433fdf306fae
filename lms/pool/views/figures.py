"""The matrix of trainers and modules, and the figures about how far trainers are used."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.clock import today
from lms.core.http import SignedInRequest, require
from lms.core.paging import page_of
from lms.people.access_log import note_names_read

from ..forms import PoolFilter
from ..matrix import columns_of, curricula_of, rows_of, trainers_by_module
from ..permissions import may_see_pool
from ..trainers import lines_of, narrowed, ordered, trainers_in
from ..utilisation import utilisation_for, waiting_of
from .common import PAGE, crumbs, ways_of


@require_safe
def matrix(request: SignedInRequest) -> HttpResponse:
    """Who has taught which module; the directory's filters narrow it."""
    require(may_see_pool(request.user))
    form = PoolFilter(request.GET, scope=request.user.scope)
    trainers = trainers_in(request.user.scope)
    known = curricula_of(trainers)
    curriculum = form.chosen.get("curriculum") or (known[0].pk if known else None)
    rows = narrowed(trainers, {**form.chosen, "curriculum": curriculum}, today())
    page = page_of(request, list(ordered(rows, form.order).values_list("pk", flat=True)), size=PAGE)
    modules = columns_of(curriculum)
    counts = trainers_by_module(rows, modules)
    note_names_read("trainers and modules", request.user, by=request.user, page=page.number)
    context = {
        "form": form,
        "page_obj": page,
        "rows": rows_of(lines_of(page.object_list), modules),
        "modules": [{"module": module, "trainers": counts.get(module.pk, 0)} for module in modules],
        "filtered": bool(form.chosen.keys() - {"sort"}),
        "as_of": today(),
        "ways": ways_of(request, "matrix"),
    }
    return render(request, "pool/matrix.html", context)


@require_safe
def utilisation(request: SignedInRequest) -> HttpResponse:
    """How far trainers are used, each figure with its n and its rows; who never delivered."""
    require(may_see_pool(request.user))
    figures = utilisation_for(request.user, today())
    page = page_of(request, figures.never)
    note_names_read("utilisation of trainers", request.user, by=request.user, page=page.number)
    context = {
        "figures": figures,
        "page_obj": page,
        "waiting": waiting_of(page, figures.as_of),
        "ways": ways_of(request, "utilisation"),
        "breadcrumbs": crumbs((_("Trainer pool"), "pool:trainer_list"), (_("Utilisation"), "")),
    }
    return render(request, "pool/utilisation.html", context)
