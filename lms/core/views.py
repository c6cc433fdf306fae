"""Answers of the house itself: health, forged forms, too many requests."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
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


@login_not_required
def go_to_sign_in(request, **kwargs) -> HttpResponse:
    """In place of every other sign-in page: there is one, with its limits and its second factor.

    Whoever is signed in and still sent here lacks the right, not the sign-in.
    """
    if request.user.is_authenticated:
        raise PermissionDenied
    next_page = request.GET.get("next", "")
    query = f"?{urlencode({'next': next_page})}" if next_page else ""
    return HttpResponseRedirect(reverse("account_login") + query)


@login_not_required
def answer_not_found(request, **kwargs) -> HttpResponse:
    """In place of doors that others brought along and this house does not have."""
    raise Http404
