"""What views share: finding what one may see, asking whether one may act, and acting."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from lms.core.accounts import Account
from lms.core.rules import RuleBroken


class SignedInRequest(HttpRequest):
    """What a closed view gets: the middleware lets nobody else through. Only a type; no request is made of it."""

    user: Account


def get_visible_or_404(rows, user, **lookup):
    """The row if this user may see it, else 404: what one may not see does not exist for them."""
    queryset = rows if isinstance(rows, QuerySet) else rows._default_manager.all()
    return get_object_or_404(queryset.visible_to(user), **lookup)


def require(allowed: bool) -> None:
    """403 unless allowed: for what is visible but not this person's to do."""
    if not allowed:
        raise PermissionDenied


def attempt(request: HttpRequest, act: Callable[[], object], *, success: str = "") -> bool:
    """Do the act; tell the person how it went. True if it was done, False if a rule refused it."""
    try:
        act()
    except RuleBroken as refusal:
        for message in refusal.messages:
            messages.error(request, message)
        return False
    if success:
        messages.success(request, success)
    return True


def attachment(content: bytes, file_name: str, content_type: str) -> HttpResponse:
    """A file for saving: never shown in the page, never sniffed, never cached."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
