"""What tests of the bank share."""

import pytest

from curricula.bank.services import add_item, save_blueprint
from curricula.services import publish_edition
from tests.curricula import small
from tests.recorded import begin_with

from .made import ONE_OF_EACH


@pytest.fixture
def curriculum(cast, tmp_path):
    """Three real modules, with pages and without items."""
    return small.load(tmp_path / "content", owner=cast.office)


@pytest.fixture
def items(curriculum, cast):
    """One item of each kind."""
    return begin_with("one of each", lambda: [add_item(curriculum, item, by=cast.office) for item in ONE_OF_EACH])


@pytest.fixture
def edition(curriculum, items, cast):
    """An edition with a form of two items before and after."""
    save_blueprint(curriculum, lines={"M01": 1, "M02": 1}, seed="7", by=cast.office)
    return publish_edition(curriculum, "2026.7", by=cast.office, note="First.")
