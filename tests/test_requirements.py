"""What is installed: every pin exact, and each there because we use it or something we use does."""

import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

HOME = Path(__file__).resolve().parent.parent
# Loaded by name, not by import: the server, what settings name when a variable asks for it, and what ReportLab takes
# where it finds it.
BY_NAME = {"gunicorn", "boto3", "psycopg", "psycopg-binary", "psycopg-pool", "redis", "rl-accel"}
# Extras of our packages: a second factor by app and by key, pictures in Wagtail.
BY_EXTRA = {"qrcode", "fido2", "pillow-heif"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """Version by name; a line that is no exact pin fails here."""
    lines = [line for line in (HOME / "requirements.txt").read_text().splitlines() if not line.startswith("#")]
    here = [pin for pin in map(Requirement, lines) if not pin.marker or pin.marker.evaluate()]
    return {plain(pin.name): str(pin.specifier).removeprefix("==") for pin in here}


def needed_by(name: str) -> set[str]:
    found = [Requirement(text) for text in metadata.distribution(name).requires or ()]
    return {plain(needed.name) for needed in found if not needed.marker or needed.marker.evaluate({"extra": ""})}


def ours() -> str:
    return "\n".join(path.read_text() for folder in ("lms", "curricula") for path in (HOME / folder).rglob("*.py"))


def modules_of(name: str) -> list[str]:
    """The names one imports it by."""
    return [module for module, owners in metadata.packages_distributions().items() if name in map(plain, owners)]


def test_every_pin_is_used_by_us_or_needed_by_one_that_is():
    found, text = pins(), ours()
    needed = set().union(*(needed_by(name) for name in found))
    alone = set(found) - needed - BY_NAME - BY_EXTRA
    unused = [name for name in alone if not any(re.search(rf"\b{module}\b", text) for module in modules_of(name))]
    assert sorted(unused) == []


def test_what_is_installed_is_what_is_pinned():
    assert {name: metadata.version(name) for name in pins()} == pins()
