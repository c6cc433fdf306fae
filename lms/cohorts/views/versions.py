"""What a nomination said before: every version, and what each one changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..presenters.versions import changes_of
from .common import breadcrumbs, nomination_of


@require_safe
def nomination_versions(request: HttpRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    versions = changes_of(nomination.versions.select_related("by"))
    trail = breadcrumbs(nomination.cohort, _("Versions"))
    person = {"label": str(nomination.person), "url": nomination.get_absolute_url()}
    nominations = reverse("cohorts:nomination_list", args=[nomination.cohort.training_id])
    context = {
        "nomination": nomination,
        "training": nomination.cohort.training,
        "versions": list(reversed(versions)),
        "breadcrumbs": [*trail[:-1], {"label": _("Nominations"), "url": nominations}, person, trail[-1]],
    }
    return render(request, "cohorts/nomination_versions.html", context)
