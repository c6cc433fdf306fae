"""The library's pages: who may read them, what they show to whom, and what they cost."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from curricula.models import Material, ModulePage
from tests import factories as make

from . import small

CURRICULUM, MODULE = "/library/pssm-moi/", "/library/pssm-moi/m01/"


def test_pages_exist_for_those_who_may_read_them(readers, as_user, client):
    for user in (readers.office, readers.trainer, readers.trainee, readers.focal, readers.assessor):
        assert [as_user(user).get(address).status_code for address in ("/library/", CURRICULUM, MODULE)] == [200] * 3
    for user in (readers.stranger, readers.observer):
        assert [as_user(user).get(address).status_code for address in ("/library/", CURRICULUM, MODULE)] == [
            200,
            404,
            404,
        ]
    client.logout()
    assert client.get(MODULE).headers["Location"] == f"/account/login/?next={MODULE}"


def test_the_library_lists_what_is_open_to_the_reader(readers, as_user):
    assert "PSSM for MoI personnel" in as_user(readers.trainee).get("/library/").content.decode()
    empty = as_user(readers.stranger).get("/library/").content.decode()
    assert "PSSM for MoI personnel" not in empty
    assert "No curriculum is open to you yet" in empty


def test_the_curriculum_shows_modules_and_what_one_may_download(edition, readers, as_user):
    page = as_user(readers.trainer).get(CURRICULUM).content.decode()
    assert "M02 Regulatory framework and responsibilities" in page
    assert "2 modules, 1 h 45 min" in page
    assert "1 module, 1 h 30 min" in page
    assert page.count("Facilitation sheet") == 3
    assert "Everything for trainers" in page
    assert "Edition 2026.7" in page
    assert "Publish an edition" not in page


def test_a_trainee_is_offered_the_trainees_part(edition, readers, as_user):
    page = as_user(readers.trainee).get(CURRICULUM).content.decode()
    assert "Facilitation sheet" not in page
    assert "Everything for trainers" not in page
    assert page.count(">Handout<") == 0 or page.count("Handout") == 3
    assert "Everything for trainees" in page


def test_before_the_first_edition_there_is_no_kit(curriculum, readers, as_user):
    curriculum.editions.published().update(withdrawn_on="2026-01-01")
    page = as_user(readers.office).get(CURRICULUM).content.decode()
    assert "No edition is published yet." in page
    assert "Publish an edition" in page


def test_a_trainer_reads_the_whole_module(readers, as_user):
    page = as_user(readers.trainer).get(MODULE).content.decode()
    for words in ("run a loss", "Lesson plan", "Breaking the chain", "For trainers only", "Cheapest"):
        assert (words in page) is (words not in ("run a loss", "Cheapest")), words
    assert "in every training" in page
    assert "if time allows" in page
    assert "MOSAIC 05.20" in page
    assert page.count("0:13") == 2
    assert "End, 45 min in all" in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page


def test_a_trainee_never_gets_what_is_written_for_trainers(readers, as_user):
    # A trainer reads it first: what was rendered for them is kept, and is nothing to a trainee.
    assert "Trainer notes" in as_user(readers.trainer).get(MODULE).content.decode()
    page = as_user(readers.trainee).get(MODULE).content.decode()
    content = ModulePage.objects.get(module__code="M01")
    assert "Why we keep control" in page
    assert content.scenario[:60] in page
    for hidden in (
        str(content.trainer_notes[0].value)[:40],
        content.lesson_plan[0].value["detail"][:40],
        "Trainer notes",
    ):
        assert hidden not in page
    assert str(content.exercise[0].value["purpose"])[:40] not in page


def test_what_is_written_anew_is_read_at_once(readers, as_user):
    client = as_user(readers.trainer)
    assert "Steel and cotton." not in client.get(MODULE).content.decode()
    page = ModulePage.objects.get(module__code="M01")
    page.scenario = "Steel and cotton."
    page.save()
    assert "Steel and cotton." in client.get(MODULE).content.decode()


def test_a_module_without_materials_says_so(readers, as_user):
    Material.objects.filter(module__code="M01").update(classification="")
    assert "There are no materials for you here yet." in as_user(readers.trainer).get(MODULE).content.decode()


def test_an_unpublished_module_does_not_exist(readers, as_user):
    ModulePage.objects.get(module__code="M01").unpublish()
    assert as_user(readers.trainer).get(MODULE).status_code == 404
    assert "not published yet" in as_user(readers.trainer).get(CURRICULUM).content.decode()


@pytest.mark.parametrize(
    "path", ["/library/x/", "/library/pssm-moi/x/", "/library/_util/login/", "/library/pssm-moi/m01"]
)
def test_other_addresses_lead_nowhere(readers, as_user, path):
    assert as_user(readers.trainer).get(path).status_code in (301, 403, 404)


def queries_of(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_module_page_costs_the_same_however_much_there_is(readers, as_user, tmp_path, curriculum):
    trainer = as_user(readers.trainer)
    few = queries_of(trainer, "/library/pssm-moi/m02/")
    small.load(tmp_path / "more", codes=[f"M{number:02d}" for number in range(1, 14)])
    module = curriculum.modules.get(code="M02")
    for number in range(30):
        row = module.materials.first()
        row.pk, row.title = None, f"Copy {number}"
        row.save(force_insert=True)
    assert queries_of(trainer, "/library/pssm-moi/m02/") == few


@pytest.mark.parametrize("who", ["trainer", "trainee"])
def test_a_module_page_asks_at_most_10_times_the_embedded_cache_included(readers, as_user, who, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "house_cache"}}
    call_command("createcachetable")

    assert queries_of(as_user(getattr(readers, who)), "/library/pssm-moi/m02/") <= 10


def test_the_curriculum_page_costs_the_same_for_3_and_for_14_modules(readers, as_user, tmp_path):
    trainer = as_user(readers.trainer)
    few = queries_of(trainer, CURRICULUM)
    small.load(tmp_path / "more", codes=[f"M{number:02d}" for number in range(1, 14)] + ["T01"])
    assert queries_of(trainer, CURRICULUM) == few


def test_another_curriculum_stays_closed(readers, as_user, curriculum):
    """A trainer of one curriculum is nobody in another."""
    other = make.CurriculumFactory(code="other", title="Another curriculum")
    page = ModulePage.objects.get(module__code="M01")
    page.module = make.ModuleFactory(curriculum=other, code="X01", minutes=45)
    page.save()
    assert as_user(readers.trainer).get(MODULE).status_code == 404
    assert as_user(readers.assessor).get(MODULE).status_code == 200
