"""Kits of the small edition."""

import io
import json
import zipfile

import pytest
from django.urls import reverse


@pytest.fixture
def address(edition):
    return reverse("curricula:edition_kit", args=[edition.pk])


@pytest.fixture
def kit_for(readers, as_user, address):
    """`kit_for(readers.trainer, "?language=en")`: the ZIP that this user gets, opened."""

    def fetch(user, query=""):
        content = as_user(user).get(address + query).getvalue()
        return zipfile.ZipFile(io.BytesIO(content))

    return fetch


@pytest.fixture
def manifest_of():
    return lambda archive: json.loads(archive.read("manifest.json"))
