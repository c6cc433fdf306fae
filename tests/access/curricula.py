"""Doors of the curriculum: its pages, its files, its editions."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from curricula.loading import library_page
from tests.access.door import PERSONAS, Door

# In the world of these tests: who reads the curriculum as trainee at least, who as trainer.
TRAINERS = ("trainer", "trainer_away", "assessor", "office")
TRAINEES = (*TRAINERS, "trainee", "trainee_away", "focal", "focal_away")


def for_readers(readers, otherwise: int = 404, **more) -> dict:
    """200 for these; everybody else who is signed in learns nothing."""
    signed_in = [name for name in PERSONAS if name != "public"]
    return {**{name: 200 if name in readers else otherwise for name in signed_in}, **more}


def office_only(visible=TRAINEES, office: int = 200) -> dict:
    """The office; who may see the row but not do this: 403; the others: 404."""
    return for_readers((), 404) | dict.fromkeys(visible, 403) | {"office": office}


def library(_world) -> dict:
    library_page()
    return {"path": ""}


def picture(_world) -> dict:
    """A picture in storage, as Wagtail puts them there."""
    return {"path": default_storage.save("images/a.png", ContentFile(b"points"))}


FORM = {"label": "2026.9", "languages": ["en"]}

DOORS = [
    Door("wagtail_serve", kwargs=library, expect={"others": 200}),
    Door("picture", kwargs=picture, expect={"others": 200}),
    Door("curricula:search", data={"q": "key"}, expect={"others": 200}),
    Door("curricula:download_list", expect={"others": 200}),
    Door("curricula:edition_list", expect={"others": 200}),
    Door("curricula:edition_detail", kwargs=lambda w: {"pk": w.edition.pk}, expect=for_readers(TRAINEES)),
    Door("curricula:edition_zip", kwargs=lambda w: {"pk": w.edition.pk}, expect=for_readers(TRAINEES)),
    Door("curricula:module_zip", kwargs=lambda w: {"pk": w.module.pk}, expect=for_readers(TRAINEES)),
    Door(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_public.pk},
        expect={"public": 200, "others": 200},
        note="public",
    ),
    Door(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_trainee.pk},
        expect=for_readers(TRAINEES),
        note="trainee",
    ),
    Door(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_trainer.pk},
        expect=for_readers(TRAINERS),
        note="trainer",
    ),
    Door(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_unclassified.pk},
        expect=for_readers(()),
        note="undecided",
    ),
    Door(
        "curricula:edition_file_download",
        kwargs=lambda w: {"pk": w.edition_file_public.pk},
        expect={"public": 200, "others": 200},
        note="public",
    ),
    Door(
        "curricula:edition_file_download",
        kwargs=lambda w: {"pk": w.edition_file_trainee.pk},
        expect=for_readers(TRAINEES),
        note="trainee",
    ),
    Door(
        "curricula:edition_file_download",
        kwargs=lambda w: {"pk": w.edition_file_trainer.pk},
        expect=for_readers(TRAINERS),
        note="trainer",
    ),
    Door("curricula:edition_publish", kwargs=lambda w: {"pk": w.curriculum.pk}, expect=office_only()),
    Door(
        "curricula:edition_publish",
        kwargs=lambda w: {"pk": w.curriculum.pk},
        method="POST",
        data=FORM,
        expect=office_only(),
        note="refused in the form: the world's modules have no pages",
    ),
    Door("curricula:edition_withdraw", kwargs=lambda w: {"pk": w.edition.pk}, expect=office_only()),
    Door(
        "curricula:edition_withdraw",
        kwargs=lambda w: {"pk": w.edition.pk},
        method="POST",
        expect=office_only(office=302),
    ),
]
