"""The site keeps its own rules; and each checker catches the fault it is there for (one of each is planted)."""

from statistics import median, quantiles

import pytest

from tests import architecture as site
from tests.architecture import HOME, Source
from tests.rendered import unrendered

OURS = site.sources("lms", "curricula")
ALL = [*OURS, *site.sources("tests", "deploy", "bench")]
LEVELS = site.layers_by_app()
LENGTHS = [site.length(function) for source in OURS for function in site.functions(source)]
# Functions among the services that take a `by` and write nothing: name and what they do instead.
ONLY_ASK = {
    "open_training": "takes the lock and says whether this person may decide now",
    "refuse_closed": "judges whether a nomination may still be made",
    "pass_rules": "judges by the rules; the decision that follows stores the findings",
}
# A demo writes a past that no person decided.
MAY_SET_STATUS = ("services", "demo")


def planted(text: str, path: str = "lms/trainings/views.py") -> Source:
    return Source(path, text)


# Other packages -------------------------------------------------------------------------------------------------------


def test_nothing_that_other_packages_call_their_own_is_used():
    assert [found for source in [*OURS, *site.sources("bench")] for found in site.private_parts(source)] == []


@pytest.mark.parametrize(
    "text",
    [
        "from allauth.core.internal import ratelimit",
        "from allauth.core.internal.ratelimit import consume",
        "from django.db.models import _names",
        "from django.core.cache import cache\nkept = cache._connections",
        "from django.core.cache import caches\nkept = caches['default']._table",
        "import allauth.core.internal.ratelimit",
        "import allauth\nlimit = allauth.core.internal.ratelimit.consume",
    ],
)
def test_what_another_package_calls_its_own_is_caught(text):
    assert site.private_parts(planted(text))


def test_a_models_fields_and_our_own_internals_are_no_such_use():
    text = "from django.contrib.auth.models import User\nUser._meta.get_fields()\nfrom lms.core.text import _folded"
    assert site.private_parts(planted(text)) == []


# Layers ---------------------------------------------------------------------------------------------------------------


def test_no_string_points_upwards():
    assert [found for source in OURS for found in site.strings_pointing_up(source, LEVELS)] == []


@pytest.mark.parametrize(
    "text",
    ['cohort = models.ForeignKey("cohorts.Cohort", models.PROTECT)', 'apps.get_model("monitoring", "Snapshot")'],
)
def test_a_string_that_points_upwards_is_caught(text):
    assert site.strings_pointing_up(planted(text, "lms/trainings/models.py"), LEVELS)


def test_a_string_that_points_downwards_is_fine():
    text = 'curriculum = models.ForeignKey("curricula.Curriculum", models.PROTECT)'
    assert site.strings_pointing_up(planted(text, "lms/trainings/models.py"), LEVELS) == []


def test_no_template_uses_an_upper_app():
    libraries = site.tag_libraries()
    files = sorted((HOME / "templates").rglob("*.html"))
    names = [(str(path.relative_to(HOME / "templates")), path.read_text()) for path in files]
    assert [up for name, text in names for up in site.templates_pointing_up(name, text, LEVELS, libraries)] == []


@pytest.mark.parametrize(
    "text",
    ['{% include "monitoring/table.html" only %}', "{% load monitoring_tags %}", "{% load x from monitoring_tags %}"],
)
def test_a_template_that_uses_an_upper_app_is_caught(text):
    libraries = {"monitoring_tags": "monitoring"}
    assert site.templates_pointing_up("trainings/page.html", text, LEVELS, libraries)
    assert site.templates_pointing_up("components/page.html", text, LEVELS, libraries)


# Who writes -----------------------------------------------------------------------------------------------------------


def test_only_services_set_a_stored_status():
    others = [source for source in OURS if not any(source.is_a(kind) for kind in MAY_SET_STATUS)]
    assert [found for source in others for found in site.statuses_set(source)] == []


@pytest.mark.parametrize(
    "text",
    ['training.status = "verified"', 'rows.filter(pk=1).update(status="locked")', 'Row.objects.create(status="draft")'],
)
def test_a_status_set_elsewhere_is_caught(text):
    assert site.statuses_set(planted(text))


def test_every_service_that_acts_for_somebody_leaves_an_entry():
    services = [source for source in OURS if source.is_a("services")]
    silent = site.silent_services(services, telling={"record", *site.heard_signals()})
    assert [found for found in silent if found.rpartition(" ")[2] not in ONLY_ASK] == []


def test_a_silent_service_is_caught_and_one_that_calls_a_telling_one_is_not():
    text = """
def change_row(row, *, by):
    row.save()

def change_rows(rows, *, by):
    for row in rows:
        _change(row, by)

def _change(row, by):
    record("changed", row, by=by)
"""
    assert site.silent_services([planted(text, "lms/trainings/services.py")]) == [
        "lms/trainings/services.py:2: change_row"
    ]


# Size and shape -------------------------------------------------------------------------------------------------------


def test_functions_are_short():
    assert median(LENGTHS) <= 8
    assert quantiles(LENGTHS, n=20)[-1] < 30


def test_views_fit_on_a_screen():
    views = [source for source in OURS if source.is_a("views")]
    assert [found for source in views for found in site.long_views(source)] == []


def test_a_long_view_is_caught():
    text = "def show(request):\n" + "    x = 1\n" * 25
    assert site.long_views(planted(text)) == ["lms/trainings/views.py: show (26)"]


def test_no_file_is_over_400_lines():
    long = {source.path: len(source.text.splitlines()) for source in ALL if len(source.text.splitlines()) > 400}
    assert long == {}


def test_an_import_inside_a_function_says_why():
    assert [found for source in OURS for found in site.inline_imports(source)] == []


def test_an_import_inside_a_function_without_a_reason_is_caught():
    silent = "def f():\n    import json  # noqa: PLC0415\n"
    stated = "def f():\n    import json  # noqa: PLC0415 - loaded only where it is used\n"
    assert site.inline_imports(planted(silent)) == ["lms/trainings/views.py:2"]
    assert site.inline_imports(planted(stated)) == []


def test_pages_only_declare():
    assert [found for source in site.sources("curricula") for found in site.long_pages(source)] == []


def test_a_page_that_does_more_is_caught():
    text = "class BusyPage(Page):\n" + "    x = 1\n" * 60
    assert site.long_pages(planted(text, "curricula/models/pages.py")) == ["curricula/models/pages.py: BusyPage (61)"]


def test_every_module_says_in_one_sentence_what_it_is_for():
    """Empty ones and those of fixed form (urls, apps) need none."""
    silent = [source.path for source in OURS if len(source.text.splitlines()) > 25 and '"""' not in source.text[:200]]
    assert silent == []


def test_a_template_that_no_test_renders_is_caught(tmp_path):
    (tmp_path / "seen.html").touch()
    (tmp_path / "forgotten.html").touch()
    assert unrendered({"seen.html"}, tmp_path) == ["forgotten.html"]
