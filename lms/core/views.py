"""Answers of the house itself: health, forged forms, too many requests."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


def csrf_failure(request, reason: str = "") -> HttpResponse:
    """A form without its token: usually a page left open over a new sign-in."""
    return render(request, "403_csrf.html", status=403)


@login_not_required
@require_safe
def show_health(request) -> JsonResponse:
    """Is the database there? For load balancers; says nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
