"""Static files in production are found once, when a process starts; tests look for each when it is asked for."""

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.test import Client
from whitenoise.middleware import WhiteNoiseMiddleware

from lms.core import static_files

pytestmark = pytest.mark.django_db
SHEET = "/static/css/tokens.css"


@pytest.fixture
def scanned(settings, monkeypatch) -> list[WhiteNoiseMiddleware]:
    """The middleware of every client made from now on, reading all files as production does."""
    settings.WHITENOISE_AUTOREFRESH = False
    made, real = [], WhiteNoiseMiddleware.__init__

    def note(self, *args, **kwargs):
        real(self, *args, **kwargs)
        made.append(self)

    monkeypatch.setattr(WhiteNoiseMiddleware, "__init__", note)
    return made


def test_a_scan_knows_every_file_and_serves_it(scanned):
    answer = Client().get(SHEET)

    (middleware,) = scanned
    assert answer.status_code == 200
    assert answer.getvalue() == (django_settings.BASE_DIR / SHEET.strip("/")).read_bytes()
    assert {SHEET, "/static/img/mark.svg"} <= set(middleware.files)
    assert len(middleware.files) > 100


def test_tests_scan_nothing_and_are_served_the_same(scanned, settings):
    read_at_once = Client().get(SHEET).getvalue()
    settings.WHITENOISE_AUTOREFRESH = True

    assert Client().get(SHEET).getvalue() == read_at_once
    assert [bool(middleware.files) for middleware in scanned] == [True, False]


def test_what_is_no_static_file_is_not_found(scanned):
    assert Client().get("/static/css/nothing.css").status_code == 404
    assert Client().get("/static/../manage.py").status_code == 404


def test_who_was_there_before_files_were_gathered_knows_them_afterwards(settings, tmp_path, monkeypatch):
    """The first start: the code is loaded while another process gathers the files that pages name by digest."""
    settings.STATIC_ROOT = tmp_path
    early = ManifestStaticFilesStorage(location=tmp_path, base_url="/static/")
    monkeypatch.setattr(static_files, "staticfiles_storage", early)
    (tmp_path / "staticfiles.json").write_text('{"paths": {"a.css": "a.1f2e.css"}, "version": "1.1", "hash": "9"}')
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry"):
        early.stored_name("a.css")

    static_files.read_manifest()

    assert early.stored_name("a.css") == "a.1f2e.css"
