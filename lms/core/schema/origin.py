"""What a schema follows from: the migrations of all installed apps, their triggers, and a few settings."""

import hashlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

# Migrations ask for these; all of them are constants of ours today, and the digest says so should that change.
SETTINGS = (
    "AUTH_USER_MODEL", "DEFAULT_AUTO_FIELD", "LANGUAGE_CODE", "LANGUAGES", "WAGTAIL_CONTENT_LANGUAGES",
    "WAGTAILDOCS_DOCUMENT_MODEL", "WAGTAILIMAGES_IMAGE_MODEL",
)  # fmt: skip


def digest() -> str:
    """SHA-256 in hexadecimal; the same on every machine with the same files, wherever they lie."""
    found = hashlib.sha256()
    for name, content in [*_files(), *_settings()]:
        found.update(f"{name} {len(content)}\n".encode() + content)
    return found.hexdigest()


def _files() -> Iterator[tuple[str, bytes]]:
    """Migrations, and the triggers that are put in place after them (`guards.py`)."""
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        paths = [path for folder in _folders(config.label) for path in sorted(folder.glob("*.py"))]
        for path in [*paths, *Path(config.path).glob("guards.py")]:
            yield f"{config.label}/{path.name}", path.read_bytes()


def _folders(label: str) -> list[Path]:
    module, _explicit = MigrationLoader.migrations_module(label)
    try:
        spec = find_spec(module) if module else None
    except ModuleNotFoundError:
        return []
    return [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []


def _settings() -> Iterator[tuple[str, bytes]]:
    for name in SETTINGS:
        yield name, repr(getattr(settings, name, None)).encode()
