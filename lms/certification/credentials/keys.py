"""The signing keys: files of a folder outside the repository, or one variable; never in the database.

The newest private key signs; the public half of every key in the folder is published, so that what an older one signed
can still be checked. A retired key is a file with its public half alone.
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.utils import timezone
from joserfc.jwk import OKPKey

PRIVATE, PUBLIC = ".pem", ".pub.pem"
#: Bits that let others than the owner read or write.
OTHERS = 0o077


class KeyTrouble(Exception):
    """A key cannot be made, read or retired; its text says why."""


@dataclass(frozen=True)
class Key:
    """One key: `kid` is its thumbprint (RFC 7638); `private` is None for a retired one. `name` sorts by age."""

    name: str
    kid: str
    public: OKPKey
    private: OKPKey | None = None

    def as_jwk(self) -> dict:
        """The public half for publishing."""
        return {**self.public.as_dict(private=False), "kid": self.kid, "alg": "EdDSA", "use": "sig"}


@dataclass(frozen=True)
class Ring:
    """All keys, the newest first."""

    keys: tuple[Key, ...] = ()

    @property
    def signer(self) -> Key | None:
        return next((key for key in self.keys if key.private is not None), None)

    def find(self, kid: str) -> Key | None:
        return next((key for key in self.keys if key.kid == kid), None)


def can_sign() -> bool:
    """Is there a key to sign with? Without one the product works, and has no digital credentials."""
    return ring().signer is not None


def ring() -> Ring:
    """The keys of the settings; a demo or a developer's machine makes its first one itself."""
    folder = settings.CREDENTIAL_KEYS_DIR
    found = _ring(folder, _stamp(folder), settings.CREDENTIAL_KEY_PEM)
    if found.signer is None and folder and settings.CREDENTIAL_KEYS_MADE_HERE:
        make_key(Path(folder))
        found = _ring(folder, _stamp(folder), settings.CREDENTIAL_KEY_PEM)
    return found


def _stamp(folder: str) -> tuple:
    """Changes whenever a key file comes, goes or changes: keys are read from the disk only then."""
    if not folder or not Path(folder).is_dir():
        return ()
    found = [(entry.name, entry.stat()) for entry in os.scandir(folder) if entry.name.endswith(PRIVATE)]
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_mode) for name, stat in found))


@lru_cache(maxsize=8)
def _ring(folder: str, stamp: tuple, pem: str) -> Ring:
    keys = [_read(Path(folder) / name) for name, _time, mode in stamp if not is_too_open(name, mode)]
    # The variable's key is the one a container was started with: it signs.
    given = [_key("variable", pem.replace("\\n", "\n").encode())] if pem else []
    return Ring((*given, *sorted(keys, key=lambda key: key.name, reverse=True)))


def is_too_open(name: str, mode: int) -> bool:
    """A private key that others may read is not used."""
    return not name.endswith(PUBLIC) and bool(mode & OTHERS)


def _read(path: Path) -> Key:
    return _key(path.name, path.read_bytes())


def _key(name: str, pem: bytes) -> Key:
    try:
        private = None if b"PUBLIC KEY" in pem else serialization.load_pem_private_key(pem, None)
        public = private.public_key() if private else serialization.load_pem_public_key(pem)
    except ValueError as error:
        raise KeyTrouble(f"{name} is no key: {error}") from error
    if not isinstance(public, Ed25519PublicKey):
        raise KeyTrouble(f"{name} is no Ed25519 key")
    half = OKPKey.import_key(_public_pem(public))
    return Key(name, half.thumbprint(), half, OKPKey.import_key(pem) if private else None)


def _public_pem(public) -> bytes:
    return public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


# Making and retiring --------------------------------------------------------------------------------------------------


def make_key(folder: Path) -> Key:
    """A new key in a file that only its owner reads; from now on it signs."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    private = Ed25519PrivateKey.generate()
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    key = _key("new", pem)
    name = f"{timezone.now():%Y%m%dT%H%M%S%f}Z-{key.kid[:8]}{PRIVATE}"
    _write_new(folder / name, pem, 0o600)
    return Key(name, key.kid, key.public, key.private)


def retire_key(folder: Path, kid: str) -> Path:
    """Keep the public half of a key, delete the private one; what it signed stays good. KeyTrouble for the last."""
    keys = _ring(str(folder), _stamp(str(folder)), "").keys
    private = [key for key in keys if key.private is not None]
    chosen = [key for key in private if key.kid.startswith(kid)]
    if len(chosen) != 1:
        raise KeyTrouble(f"{len(chosen)} signing keys begin with {kid!r}")
    if len(private) == 1:
        raise KeyTrouble("it is the only key that signs: make a new one first")
    kept = folder / (chosen[0].name.removesuffix(PRIVATE) + PUBLIC)
    _write_new(kept, chosen[0].public.as_pem(private=False), 0o644)
    (folder / chosen[0].name).unlink()
    return kept


def _write_new(path: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
