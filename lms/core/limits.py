"""How often one address may knock: allauth's limiter (shared cache, locked, trusted proxies) for doors of our own."""

from collections.abc import Callable
from functools import wraps

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse


def limited(action: str, rate: str) -> Callable:
    """Decorator for views: beyond `rate` ("30/m/ip") the answer is 429, for reading as for writing."""

    def wrap(view: Callable) -> Callable:
        @wraps(view)
        def knock(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            refused = ratelimit.consume_or_429(request, app="lms", action=action, config={action: rate}, limit_get=True)
            return refused or view(request, *args, **kwargs)

        return knock

    return wrap
