"""Signing: a credential as a compact JWT (EdDSA over Ed25519) with the newest key, named by its address."""

import warnings
from datetime import UTC, datetime, timedelta

from joserfc import jwt
from joserfc.errors import SecurityWarning

from lms.core.clock import now

from ..models import Certificate
from .claims import CONTEXTS, absolute, credential_of, issuer_profile
from .keys import KeyTrouble, ring
from .status import list_of

ALGORITHM = "EdDSA"
# RFC 9864 prefers the name "Ed25519"; the verifiers of credentials that there are know the older one.
warnings.filterwarnings("ignore", message="EdDSA is deprecated", category=SecurityWarning)
#: For how long a verifier may keep a status list.
LIST_LASTS = timedelta(minutes=5)


def credential_jwt(certificate: Certificate, *, name: str) -> str:
    """The certificate's credential, signed. KeyTrouble without a key."""
    claims = credential_of(certificate, name=name)
    return _sign(claims, sub=claims["credentialSubject"]["id"])


def status_jwt(purpose: str, number: int) -> str:
    """The status list as a credential of its own, signed, good for minutes."""
    address, at = absolute("credentials:status_list", purpose, number), now().astimezone(UTC).replace(microsecond=0)
    claims = {
        "@context": CONTEXTS[:1],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer_profile(),
        "validFrom": _text(at),
        "validUntil": _text(at + LIST_LASTS),
        "credentialSubject": list_of(purpose, number, address),
    }
    return _sign(claims, sub=claims["credentialSubject"]["id"])


def _sign(claims: dict, *, sub: str) -> str:
    key = ring().signer
    if key is None:
        raise KeyTrouble("no signing key is set up")
    header = {"alg": ALGORITHM, "typ": "JWT", "kid": absolute("credentials:key", key.kid)}
    registered = {"iss": claims["issuer"]["id"], "jti": claims["id"], "sub": sub, "nbf": _seconds(claims["validFrom"])}
    if "validUntil" in claims:
        registered["exp"] = _seconds(claims["validUntil"])
    return jwt.encode(header, {**claims, **registered}, key.private, algorithms=[ALGORITHM])


def _text(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _seconds(instant: str) -> int:
    return int(datetime.strptime(instant, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp())
