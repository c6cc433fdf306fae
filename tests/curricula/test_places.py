"""The reading position and unusual days in the register."""

from datetime import date

import pytest
from django.urls import reverse

from curricula.download_anomalies import Day, days_unusual, reasons
from curricula.models import Download, ModulePage, ReadingPlace

from .test_back_office import module_page


def keep(client, code="M01", anchor="step-2"):
    return client.post(reverse("curricula:place_keep", args=[module_page(code).pk]), {"anchor": anchor})


def test_the_next_visit_offers_to_go_on(readers, as_user):
    trainer = as_user(readers.trainer)
    assert "Go on where you were" not in trainer.get("/library/").content.decode()
    assert keep(trainer).status_code == 200
    for address in ("/library/", "/library/pssm-moi/"):
        page = trainer.get(address).content.decode()
        assert 'href="/library/pssm-moi/m01/#step-2"' in page
        assert "Go on where you were: M01" in page
        assert str(module_page().lesson_plan[1].value["title"]) in page


def test_there_is_one_place_a_curriculum_and_reader(readers, as_user):
    keep(as_user(readers.trainer))
    keep(as_user(readers.trainer), "M02", "")
    keep(as_user(readers.trainee))
    rows = set(ReadingPlace.objects.values_list("user", "page__module__code", "anchor"))
    assert rows == {(readers.trainer.pk, "M02", ""), (readers.trainee.pk, "M01", "step-2")}


@pytest.mark.parametrize("anchor", ['"><script>', "x" * 500, "\0", "step-99999999999999999999", "Ж"])
def test_an_unknown_part_is_the_pages_head(readers, as_user, anchor):
    assert keep(as_user(readers.trainer), anchor=anchor).status_code == 200
    assert as_user(readers.trainer).get("/library/").status_code == 200


def test_who_may_not_read_keeps_no_place(readers, as_user, client):
    assert keep(as_user(readers.stranger)).status_code == 404
    assert as_user(readers.trainer).get(reverse("curricula:place_keep", args=[module_page().pk])).status_code == 405
    ModulePage.objects.get(module__code="M01").unpublish()
    assert keep(as_user(readers.trainer)).status_code == 404
    assert not ReadingPlace.objects.exists()


def test_a_place_on_a_page_that_went_is_not_offered(readers, as_user):
    keep(as_user(readers.trainer))
    ModulePage.objects.get(module__code="M01").unpublish()
    assert "Go on where you were" not in as_user(readers.trainer).get("/library/").content.decode()


# The register ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("files", "size", "count"), [(0, 0, 0), (9, 99, 0), (10, 99, 1), (9, 100, 1), (10, 100, 2)])
def test_a_day_is_unusual_from_the_threshold_on(files, size, count):
    assert len(reasons(Day(1, date(2026, 10, 12), files, size), files=10, size=100)) == count


def take(user, times: int, size: int = 10):
    for number in range(times):
        Download.objects.create(user=user, title=f"File {number}", classification="trainer", capacity="trainer",
                                size=size, sha256="a" * 64)  # fmt: skip


def test_the_office_sees_and_filters_unusual_days(readers, as_user, settings):
    settings.DOWNLOADS_UNUSUAL_FILES = 3
    take(readers.trainer, 3)
    take(readers.trainee, 2)
    office = as_user(readers.office)
    page = office.get(reverse("curricula:download_list")).content.decode()
    assert page.count("3 downloads on one day") == 3
    assert "On 1 day somebody took unusually much." in page
    narrowed = office.get(reverse("curricula:download_list"), {"unusual": "on"}).context["page_obj"]
    assert {row.user for row in narrowed} == {readers.trainer}
    assert [user for user, _day in days_unusual()] == [readers.trainer.pk]


def test_much_at_once_is_unusual_too(readers, settings):
    settings.DOWNLOADS_UNUSUAL_BYTES = 1000
    take(readers.trainer, 2, size=500)
    assert len(days_unusual()) == 1


def test_the_holder_sees_their_own_and_no_judgement(readers, as_user, settings):
    settings.DOWNLOADS_UNUSUAL_FILES = 1
    take(readers.trainer, 1)
    take(readers.trainee, 1)
    page = as_user(readers.trainer).get(reverse("curricula:download_list"), {"unusual": "on"})
    assert [row.user for row in page.context["page_obj"]] == [readers.trainer]
    assert "Unusual" not in page.content.decode()


def test_what_is_public_has_no_name_and_is_never_unusual(db, settings):
    settings.DOWNLOADS_UNUSUAL_FILES = 1
    Download.objects.create(title="x", classification="public", capacity="public", size=1, sha256="a" * 64)
    assert days_unusual() == {}
