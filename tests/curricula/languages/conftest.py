"""A small curriculum with M01 in Serbian, as the files bring it."""

import pytest

from curricula.languages import saving, services
from curricula.languages.trees import originals
from curricula.models import ModulePage
from tests.curricula import small
from tests.curricula.conftest import curriculum, edition, readers  # noqa: F401 - fixtures


@pytest.fixture
def folder(tmp_path):
    """Three modules' files and the Serbian M01."""
    return small.write_translations(small.write_content(tmp_path / "spoken"))


@pytest.fixture
def spoken(cast, folder):
    """The curriculum with its Serbian M01: published in Latin, a draft in Cyrillic."""
    return small.loaded(small.CODES, cast.office, spoken=True)


@pytest.fixture
def m01(spoken):
    return spoken.modules.get(code="M01")


@pytest.fixture
def m02(spoken):
    return spoken.modules.get(code="M02")


@pytest.fixture
def original():
    """`original(module)`: its page in the source language."""
    return lambda module: originals(ModulePage.objects.filter(module=module)).get()


@pytest.fixture
def edit(original):
    """`edit(module, by=…, summary="…")`: the source is changed and published."""

    def change(module, *, by=None, **values):
        page = original(module)
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
        return original(module)

    return change


@pytest.fixture
def translate(cast):
    """`translate(module, language, {"original": "translation"})`: sentences typed by a person, then published."""

    def write(module, language, texts):
        from curricula.languages.loading import _put_strings

        row = services.start_translation(module, language, by=cast.office)
        _put_strings(row, texts, cast.office)
        saving.save_draft(row, by=cast.office)
        return services.publish_translation(module, language, by=cast.office)

    return write
