"""The cascade tree: what each ToT has grown into."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.http import require
from lms.trainings.models import Training

from ..permissions import may_see_tree
from ..tree_rows import tree_for
from ..tree_svg import draw, greatest
from .common import crumbs, link


@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """From ToT to trainers to trainings to people: a drawing, a table, and who never delivered."""
    require(may_see_tree(request.user))
    grown = tree_for(request.user)
    most = greatest(grown.tots)
    known = Training.objects.visible_to(request.user).filter(pk__in=[tot.tot_id for tot in grown.tots])
    context = {
        "tree": grown,
        "pictures": [draw(tot, most) for tot in grown.tots],
        "known_tots": {row.pk: link("cohorts:training_detail", row.pk) for row in known},
        "breadcrumbs": crumbs((_("The cascade tree"), "")),
    }
    return render(request, "cascade/tree.html", context)
