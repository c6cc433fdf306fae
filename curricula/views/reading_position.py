"""The reader's place in a module, told by the page in their browser."""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from ..models import ModulePage
from ..reading_position import keep_place
from ..rights import rights_for


@require_POST
def keep(request, pk: int) -> JsonResponse:
    """A page that one may not read does not exist."""
    page = get_object_or_404(ModulePage.objects.live().select_related("module__curriculum"), pk=pk)
    if not rights_for(request, page.module.curriculum).trainee:
        raise Http404
    keep_place(page, request.POST.get("anchor", ""), by=request.user)
    return JsonResponse({"kept": True})
