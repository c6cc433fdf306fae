"""Packages of the small edition's first module."""

import io
import zipfile

import pytest
from django.urls import reverse

from curricula.kit import registry
from tests.journeys.browser import chromium

QUESTIONS = [
    registry.CheckQuestion("q1", "Who signs for a key?", ("Nobody", "Who takes it", "The cook"), (1,), "Who takes it."),
    registry.CheckQuestion("q2", "What is counted?", ("Weapons", "Ammunition", "Clouds"), (0, 1)),
]


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of this worker."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def questions(monkeypatch):
    monkeypatch.setattr(registry, "CHECKS", [lambda module, language: QUESTIONS])


@pytest.fixture
def module(edition):
    return edition.modules.get(module__code="M01")


@pytest.fixture
def address(module):
    return reverse("curricula:module_scorm", args=[module.pk])


@pytest.fixture
def package(readers, as_user, address):
    """`package("2004")`: the ZIP that a trainer gets, opened."""

    def fetch(version="1.2"):
        return zipfile.ZipFile(io.BytesIO(as_user(readers.trainer).get(address, {"version": version}).getvalue()))

    return fetch
