"""A form that is sent twice is acted on once: the second answer leads where the first one led."""

import hashlib
import time
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

REMEMBERED = 15  # seconds
PATIENCE = 5  # seconds that the second waits for the first
UNDER_WAY = ""


def act_once(view: Callable) -> Callable:
    """Decorator for views whose form creates something that nothing else keeps from being there twice.

    The same form from the same person to the same address within seconds is one act, as far as the first led onward;
    what was refused may be sent again. The cache is shared, so this holds between processes too.
    """

    @wraps(view)
    def act(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        key = key_of(request)
        if not cache.add(key, UNDER_WAY, REMEMBERED) and (place := place_of_first(key)):
            messages.info(request, _("This was sent twice. It is done once."))
            return redirect(place)
        return remember(key, lambda: view(request, *args, **kwargs))

    return act


def key_of(request: HttpRequest) -> str:
    """Who sent what where, as one digest; the token of the form is none of its content."""
    sent = sorted((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    text = repr((request.user.pk, request.get_full_path(), sent))
    return f"once:{hashlib.sha256(text.encode()).hexdigest()}"


def place_of_first(key: str) -> str | None:
    """Where the first one led; None if it led nowhere or takes too long."""
    deadline = time.monotonic() + PATIENCE
    while (place := cache.get(key)) == UNDER_WAY and time.monotonic() < deadline:
        time.sleep(0.1)
    return place or None


def remember(key: str, answer: Callable[[], HttpResponse]) -> HttpResponse:
    place = None
    try:
        response = answer()
        place = response.headers.get("Location")
        return response
    finally:
        if place:
            cache.set(key, place, REMEMBERED)
        else:
            cache.delete(key)
