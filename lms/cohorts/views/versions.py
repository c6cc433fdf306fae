"""What a nomination said before: every version, and what each one changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.breadcrumbs import Crumb, crumb

from ..presenters.versions import changes_of
from .common import breadcrumbs, nomination_of


@require_safe
def nomination_versions(request: HttpRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    versions = changes_of(nomination.versions.select_related("by"))
    nominations = crumb(_("Nominations"), "cohorts:nomination_list", nomination.cohort.training_id)
    person = Crumb(str(nomination.person), nomination.get_absolute_url())
    context = {
        "nomination": nomination,
        "training": nomination.cohort.training,
        "versions": list(reversed(versions)),
        "breadcrumbs": breadcrumbs(nomination.cohort, _("Versions"), over=[nominations, person]),
    }
    return render(request, "cohorts/nomination_versions.html", context)
