"""Search in modules and materials."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..searching import MAX_CHARACTERS, find


@require_safe
def search(request):
    question = request.GET.get("q", "")
    found = find(question, request.user)
    shown = question.replace("\0", "")[:MAX_CHARACTERS]
    return render(request, "curricula/search.html", {"question": shown, "found": found})
