"""What tests of the curriculum share."""

import pytest

from curricula.workflow.groups import join_office
from tests import factories as make
from tests.recorded import begin_with

from . import small


@pytest.fixture
def curriculum(cast, tmp_path):
    """Three real modules with pages and materials."""
    return small.load(tmp_path / "content", owner=cast.office)


@pytest.fixture
def edition(curriculum, cast):
    return small.publish(curriculum, "2026.7", by=cast.office, note="First.")


@pytest.fixture
def readers(cast, curriculum):
    """The cast, with the trainee enrolled in a training on the curriculum and the office in its group."""
    begin_with("readers", lambda: let_read(cast, curriculum))
    return cast


def let_read(cast, curriculum) -> None:
    make.EnrolmentFactory(
        person=cast.trainee_person, training=make.TrainingFactory(institution=cast.home, curriculum=curriculum)
    )
    join_office(cast.office)


@pytest.fixture
def material(curriculum):
    """`material("trainer")`: the material of module M01 of this class."""
    return lambda word, code="M01": curriculum.modules.get(code=code).materials.get(classification=word)
