"""How often one address may ask a public view of our own: counted in the shared cache, one statement a request.

No lock is waited for, so that a classroom behind one address, all asking in the same second, is not turned away.
"""

import hashlib
import ipaddress
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import DEFAULT_CACHE_ALIAS, caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router
from django.http import HttpRequest, HttpResponse

from .views import refusal

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
#: The part of an IPv6 address that one household or office has.
NETWORK_BITS = 64

#: Added where it is new or its time is over, else counted on: no lock, no second question.
COUNT_ON = """
INSERT INTO {table} (cache_key, value, expires) VALUES (%(key)s, '1', %(ends)s)
ON CONFLICT (cache_key) DO UPDATE SET
    value = CASE WHEN {table}.expires <= %(now)s THEN '1' ELSE CAST(CAST({table}.value AS INTEGER) + 1 AS TEXT) END,
    expires = CASE WHEN {table}.expires <= %(now)s THEN excluded.expires ELSE {table}.expires END
RETURNING value
"""


READ = "SELECT value FROM {table} WHERE cache_key = %(key)s AND expires > %(now)s"


def limited(action: str, rate: str) -> Callable:
    """Decorator for views: beyond `rate` ("30/m": so many in a minute) it is 429, for reading as for writing."""

    def wrap(view: Callable) -> Callable:
        @wraps(view)
        def counted(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            return view(request, *args, **kwargs) if spend(request, action, rate) else too_often()

        return counted

    return wrap


def spend(request: HttpRequest, action: str, rate: str) -> bool:
    """Count this request of its address; may it still go on?"""
    most, seconds = _parse(rate)
    return count_requests(_who(request, action), seconds) <= most


def is_spent(request: HttpRequest, action: str, rate: str) -> bool:
    """Has this address had all that it may? Nothing is counted."""
    most, _seconds = _parse(rate)
    return requests_so_far(_who(request, action)) >= most


def too_often() -> HttpResponse:
    """The answer to whoever asks too often."""
    return refusal("429.html", 429)


def _parse(rate: str) -> tuple[int, int]:
    most, number, unit = re.fullmatch(r"(\d+)/(\d*)([smhd])", rate).groups()
    return int(most), int(number or 1) * SECONDS[unit]


def _who(request: HttpRequest, action: str) -> str:
    address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    if address.version == 6:
        address = ipaddress.ip_network(f"{address}/{NETWORK_BITS}", strict=False).network_address
    return f"{action}|{address}"


def _key(who: str) -> str:
    return f"requests:{hashlib.sha256(who.encode()).hexdigest()[:32]}"


def count_requests(who: str, seconds: int) -> int:
    """Count this request; how many there were in the `seconds` since the first. The address is kept as a digest."""
    cache = caches[DEFAULT_CACHE_ALIAS]
    if isinstance(cache, DatabaseCache):
        found = _ask_table(cache, COUNT_ON, _key(who), seconds)
        return int(found[0])
    return 1 if cache.add(_key(who), 1, seconds) else cache.incr(_key(who))


def requests_so_far(who: str) -> int:
    """How many were counted and are not over."""
    cache = caches[DEFAULT_CACHE_ALIAS]
    if isinstance(cache, DatabaseCache):
        found = _ask_table(cache, READ, _key(who), 0)
        return int(found[0]) if found else 0
    return cache.get(_key(who), 0)


def _ask_table(cache: BaseCache, statement: str, key: str, seconds: int) -> tuple | None:
    """In the cache's own table: rows that are over are swept away with its others."""
    connection = connections[router.db_for_write(cache.cache_model_class)]
    now = datetime.now(UTC).replace(microsecond=0)
    at = connection.ops.adapt_datetimefield_value
    values = {"key": cache.make_key(key), "now": at(now), "ends": at(now + timedelta(seconds=seconds))}
    table = connection.ops.quote_name(settings.CACHES[DEFAULT_CACHE_ALIAS]["LOCATION"])
    with connection.cursor() as cursor:
        cursor.execute(statement.format(table=table), values)
        return cursor.fetchone()
