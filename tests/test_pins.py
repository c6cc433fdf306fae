"""Every package is pinned: `deploy/start.py` installs with `--no-deps`, so what is not listed would be missing."""

from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

HOME = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11.2", "3.11.9", "3.12.4", "3.13.1", "3.14.0")
#: Comes with the virtual environment.
COMES_ALONG = {"pip"}


def pins(name: str, environment: dict) -> dict[str, Requirement]:
    lines = [line.strip() for line in (HOME / name).read_text().splitlines()]
    own = [Requirement(line) for line in lines if line and line[0] not in "#-"]
    found = {canonicalize_name(pin.name): pin for pin in own if not pin.marker or pin.marker.evaluate(environment)}
    return (pins("requirements.txt", environment) | found) if "-r requirements.txt" in lines else found


def needs(pin: Requirement, environment: dict) -> list[Requirement]:
    """What the installed package says it needs on such a machine, with the extras asked for."""
    found = [Requirement(line) for line in distribution(pin.name).requires or ()]
    extras = pin.extras or {""}
    return [
        need for need in found
        if not need.marker or any(need.marker.evaluate(environment | {"extra": extra}) for extra in extras)
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
@pytest.mark.parametrize("python", PYTHONS)
def test_what_a_package_needs_is_pinned_and_fits(name, python):
    short = ".".join(python.split(".")[:2])
    environment = default_environment() | {"python_version": short, "python_full_version": python, "extra": ""}
    pinned = pins(name, environment)
    here = {key: pin for key, pin in pinned.items() if not pin.marker}
    wrong = [
        f"{pin.name} needs {need}, pinned: {pinned.get(canonicalize_name(need.name), 'nothing')}"
        for pin in here.values()
        for need in needs(pin, environment)
        if canonicalize_name(need.name) not in COMES_ALONG
        and (
            canonicalize_name(need.name) not in pinned
            or not need.specifier.contains(str(pinned[canonicalize_name(need.name)].specifier)[2:], prereleases=True)
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
@pytest.mark.parametrize("python", PYTHONS)
def test_every_pinned_version_may_be_installed_there(name, python):
    """The README promises Debian 12, whose Python is 3.11.2: a release that wants 3.11.5 ends its run command."""
    pinned = [pin for pin in pins(name, default_environment()).values() if not pin.marker]
    asked = {pin.name: distribution(pin.name).metadata["Requires-Python"] or "" for pin in pinned}
    assert {name: wants for name, wants in asked.items() if python not in SpecifierSet(wants)} == {}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_is_one_exact_version(name):
    for pin in pins(name, default_environment()).values():
        assert [part.operator for part in pin.specifier] == ["=="], pin
