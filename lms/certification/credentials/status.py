"""Status lists: which credentials are revoked or suspended today, one bit each, made anew from the certificates.

A certificate's bit is its number in the database: position `pk % BITS` of list `pk // BITS`. "Revoked" is what is not
coming back: withdrawn, or replaced by a newer one.
"""

import base64
import gzip
from collections.abc import Callable

from ..choices import State
from ..models import Certificate

#: The least the recommendation allows, so that one credential hides among many.
BITS = 131_072
PURPOSES = {"revocation": (State.WITHDRAWN, State.REPLACED), "suspension": (State.SUSPENDED,)}


def status_entries(pk: int, absolute: Callable[..., str]) -> list[dict]:
    """Where the two bits of a certificate stand; `absolute` gives an address by URL name and arguments."""
    number, index = divmod(pk, BITS)
    found = []
    for purpose in PURPOSES:
        address = absolute("credentials:status_list", purpose, number)
        found.append(
            {
                "id": f"{address}#{index}",
                "type": "BitstringStatusListEntry",
                "statusPurpose": purpose,
                "statusListIndex": str(index),
                "statusListCredential": address,
            }
        )
    return found


def is_list(number: int) -> bool:
    """Is there a certificate whose bit stands in this list? The first list is always there."""
    last = Certificate.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return number <= last // BITS


def set_bits(purpose: str, number: int) -> list[int]:
    """The positions that are set today."""
    first = number * BITS
    rows = Certificate.objects.filter(pk__gte=first, pk__lt=first + BITS).with_state()
    return [pk - first for pk in rows.filter(state__in=PURPOSES[purpose]).order_by("pk").values_list("pk", flat=True)]


def encode(positions: list[int]) -> str:
    """The list as it is published: gzip, base64url without padding, "u" before it; position 0 is the leftmost bit."""
    bits = bytearray(BITS // 8)
    for position in positions:
        bits[position >> 3] |= 0x80 >> (position & 7)
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).rstrip(b"=").decode()


def list_of(purpose: str, number: int, address: str) -> dict:
    """The status list's subject."""
    return {
        "id": f"{address}#list",
        "type": "BitstringStatusList",
        "statusPurpose": purpose,
        "encodedList": encode(set_bits(purpose, number)),
    }
