"""How often one address may ask at a public view of our own: counted in the shared cache, one statement a request."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router
from django.http import HttpRequest, HttpResponse

#: Added where it is new or its time is over, else counted on: no lock, no second question.
COUNT_ON = """
INSERT INTO {table} (cache_key, value, expires) VALUES (%(key)s, '1', %(ends)s)
ON CONFLICT (cache_key) DO UPDATE SET
    value = CASE WHEN {table}.expires <= %(now)s THEN '1' ELSE CAST(CAST({table}.value AS INTEGER) + 1 AS TEXT) END,
    expires = CASE WHEN {table}.expires <= %(now)s THEN excluded.expires ELSE {table}.expires END
RETURNING value
"""


def limited(action: str, rate: str) -> Callable:
    """Decorator for views: beyond `rate` ("30/m/ip") the answer is 429, for reading as for writing."""
    allowed = ratelimit.parse_rate(rate)

    def wrap(view: Callable) -> Callable:
        @wraps(view)
        def answer_of(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if count_requests(f"{action}|{ratelimit.get_ip(request)}", int(allowed.duration)) > allowed.amount:
                return ratelimit.respond_429(request)
            return view(request, *args, **kwargs)

        return answer_of

    return wrap


def count_requests(who: str, seconds: int) -> int:
    """Count this request; how many there were in the `seconds` since the first. The address is kept as a digest."""
    key = f"requests:{hashlib.sha256(who.encode()).hexdigest()[:32]}"
    if isinstance(cache._connections[cache._alias], DatabaseCache):
        return _count_in_table(cache.make_key(key), seconds)
    return 1 if cache.add(key, 1, seconds) else cache.incr(key)


def _count_in_table(key: str, seconds: int) -> int:
    """In the cache's own table: rows that are over are swept away with its others."""
    backend = cache._connections[cache._alias]
    connection = connections[router.db_for_write(backend.cache_model_class)]
    now = datetime.now(UTC).replace(microsecond=0)
    at = connection.ops.adapt_datetimefield_value
    values = {"key": key, "now": at(now), "ends": at(now + timedelta(seconds=seconds))}
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ON.format(table=connection.ops.quote_name(backend._table)), values)
        ((count,),) = cursor.fetchall()
    return int(count)
