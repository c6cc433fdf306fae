"""Digital credentials: Open Badges 3.0 as signed JWTs, from the same frozen facts as the document."""

from .claims import achievement_of, credential_of, issuer_profile
from .keys import KeyTrouble, can_sign, ring
from .signing import credential_jwt, status_jwt
from .status import PURPOSES

__all__ = [
    "PURPOSES",
    "KeyTrouble",
    "achievement_of",
    "can_sign",
    "credential_jwt",
    "credential_of",
    "issuer_profile",
    "ring",
    "status_jwt",
]
