"""Search in modules and materials."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.breadcrumbs import Crumb

from ..search.queries import find
from ..search.tokens import MAX_CHARACTERS
from .common import library_crumb


@require_safe
def search(request):
    question = request.GET.get("q", "")
    found = find(question, request.user)
    shown = question.replace("\0", "")[:MAX_CHARACTERS]
    way = [library_crumb(), Crumb(_("Search"))]
    context = {"question": shown, "found": found, "breadcrumbs": way}
    return render(request, "curricula/search.html", context)
