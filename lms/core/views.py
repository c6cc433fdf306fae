"""Answers of the site itself: health, forged forms, too many requests."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe


def refusal(template: str, status: int) -> HttpResponse:
    """A page that says why there is nothing else to show.

    Drawn without the request: it needs neither the account nor the navigation, and must not fail with them.
    """
    return HttpResponse(render_to_string(template), status=status)


def csrf_failure(request, reason: str = "") -> HttpResponse:
    """A form without its token: usually a page left open over a new sign-in."""
    return refusal("403_csrf.html", 403)


def forbidden(request, exception=None) -> HttpResponse:
    """Visible to this account, but not for it to do."""
    return refusal("403.html", 403)


def not_found(request, exception=None) -> HttpResponse:
    """No such page, or none that this account may see: the answer is the same."""
    return refusal("404.html", 404)


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
    """In place of views that others brought along and this site does not have."""
    raise Http404
