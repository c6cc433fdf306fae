"""The list of cascade trainings and its workbook."""

from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from lms.core.clock import today
from lms.core.http import XLSX, attachment, require
from lms.core.paging import page_of
from lms.people.models import Person

from ..exports import trainings_workbook
from ..forms import ListFilter
from ..listing import cascade_trainings, filtered, for_showing, with_stages
from ..permissions import may_manage_exceptions, may_plan_training, may_see_cascade, may_see_tree


@require_safe
def training_list(request):
    """What the user may see, by institution, stage, year and language; the filters stay in the address."""
    require(may_see_cascade(request.user))
    trainings = cascade_trainings(request.user)
    form = ListFilter(request.GET, trainings=trainings)
    page = page_of(request, for_showing(filtered(trainings, form.chosen)))
    page.object_list = with_stages(page.object_list)
    return render(
        request,
        "cascade/training_list.html",
        {
            "page_obj": page,
            "form": form,
            "chosen": form.chosen,
            "trainer": _trainer(request.user, form.chosen),
            "lead": _count(page.paginator.count),
            "may_plan": may_plan_training(request.user),
            "may_see_tree": may_see_tree(request.user),
            "may_manage_exceptions": may_manage_exceptions(request.user),
        },
    )


def _count(number: int) -> str:
    return ngettext("%(n)d training", "%(n)d trainings", number) % {"n": number}


def _trainer(user, chosen: dict):
    """The person behind the trainer filter, if this user may know them."""
    pk = chosen.get("trainer")
    return Person.objects.visible_to(user).filter(pk=pk).first() if pk else None


@require_safe
def training_export(request):
    """The list as it is filtered, as a workbook."""
    require(may_see_cascade(request.user))
    trainings = cascade_trainings(request.user)
    rows = for_showing(filtered(trainings, ListFilter(request.GET, trainings=trainings).chosen))
    name = f"cascade-trainings-{today().isoformat()}.xlsx"
    return attachment(trainings_workbook(with_stages(rows)), name, XLSX)
