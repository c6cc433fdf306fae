"""The demo's database and the bench's own addresses, in this process."""

from pathlib import Path

import pytest
from django.template import engines

from tests.journeys.demo_copy import demo_of_its_own


@pytest.fixture
def demo(request, django_db_setup, django_db_blocker, project_settings, settings, tmp_path):
    """A copy of the demo that is this test's own: the bench fills it with copies, and commits."""
    folder = Path(request.config.cache.mkdir("demo"))
    with django_db_blocker.unblock(), demo_of_its_own(folder, tmp_path / "demo") as copy:
        yield copy


@pytest.fixture
def bench_site(demo, settings):
    """`bench.settings`, of which the process's own settings take what differs."""
    settings.ROOT_URLCONF = "bench.urls"
    # Added to the engine there is: another one would read all templates anew for each of these tests.
    folders, own = engines["django"].engine.dirs, settings.BASE_DIR / "bench" / "templates"
    folders.append(own)
    yield demo
    folders.remove(own)
