"""Views of the curriculum: its pages, its files, its editions."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from curricula.bank.plain import Picture
from curricula.bank.services import add_item, change_item
from curricula.languages import services
from curricula.loading import library_page
from curricula.models import ChangeNote, CurriculumPage, EditionForm, ModulePage
from tests import factories as make
from tests.access.view import PERSONAS, View
from tests.curricula.bank.made import single

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

VIEWS = [
    View("wagtail_serve", kwargs=library, expect={"others": 200}),
    View("picture", kwargs=picture, expect={"others": 200}),
    View("curricula:search", data={"q": "key"}, expect={"others": 200}),
    View("curricula:download_list", expect={"others": 200}),
    View("curricula:edition_list", expect={"others": 200}),
    View("curricula:decider_list", expect={"others": 403, "office": 200}),
    View("curricula:decider_list", method="POST", expect={"others": 403, "office": 302}),
    View("curricula:edition_detail", kwargs=lambda w: {"pk": w.edition.pk}, expect=for_readers(TRAINEES)),
    View("curricula:edition_kit", kwargs=lambda w: {"pk": w.edition.pk}, expect=for_readers(TRAINEES)),
    *[
        View(
            "curricula:module_scorm",
            kwargs=lambda w: {"pk": w.edition_module.pk},
            data={"version": version},
            expect=for_readers(TRAINERS),
            note=version,
        )
        for version in ("1.2", "2004")
    ],
    View("curricula:module_zip", kwargs=lambda w: {"pk": w.module.pk}, expect=for_readers(TRAINEES)),
    View(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_public.pk},
        expect={"public": 200, "others": 200},
        note="public",
    ),
    View(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_trainee.pk},
        expect=for_readers(TRAINEES),
        note="trainee",
    ),
    View(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_trainer.pk},
        expect=for_readers(TRAINERS),
        note="trainer",
    ),
    View(
        "curricula:material_download",
        kwargs=lambda w: {"pk": w.material_unclassified.pk},
        expect=for_readers(()),
        note="undecided",
    ),
    View(
        "curricula:edition_file_download",
        kwargs=lambda w: {"pk": w.edition_file_public.pk},
        expect={"public": 200, "others": 200},
        note="public",
    ),
    View(
        "curricula:edition_file_download",
        kwargs=lambda w: {"pk": w.edition_file_trainee.pk},
        expect=for_readers(TRAINEES),
        note="trainee",
    ),
    View(
        "curricula:edition_file_download",
        kwargs=lambda w: {"pk": w.edition_file_trainer.pk},
        expect=for_readers(TRAINERS),
        note="trainer",
    ),
    View("curricula:edition_publish", kwargs=lambda w: {"pk": w.curriculum.pk}, expect=office_only()),
    View(
        "curricula:edition_publish",
        kwargs=lambda w: {"pk": w.curriculum.pk},
        method="POST",
        data=FORM,
        expect=office_only(),
        note="refused in the form: the world's modules have no pages",
    ),
    View("curricula:edition_withdraw", kwargs=lambda w: {"pk": w.edition.pk}, expect=office_only()),
    View(
        "curricula:edition_withdraw",
        kwargs=lambda w: {"pk": w.edition.pk},
        method="POST",
        expect=office_only(office=302),
    ),
]


# The question bank ----------------------------------------------------------------------------------------------------

SAVED = {"office": 302, "others": 404}
SINGLE = {
    "language": "en", "question": "Which?", "answer-TOTAL_FORMS": "2", "answer-INITIAL_FORMS": "0",
    "answer-0-text": "a", "answer-0-correct": "on", "answer-1-text": "b",
}  # fmt: skip


def bank(w) -> dict:
    return {"pk": w.curriculum.pk}


def an_item(w, **more):
    """An item of the world's module."""
    return add_item(w.curriculum, single(module="M01", **{"objective": None, **more}), by=w.office)


def of_item(w) -> dict:
    return {"pk": an_item(w).pk}


def of_translation(w) -> dict:
    original = an_item(w)
    row = an_item(w, language="sq", translation_of=original.code)
    change_item(original, single("Newer?", objective=None), by=w.office)
    return {"pk": row.pk}


def of_picture(w) -> dict:
    picture = Picture("png", b"points")
    item = single(objective=None, picture=picture.sha256, picture_kind="png")
    return {"sha256": add_item(w.curriculum, item, by=w.office, picture=picture).picture}


def of_form(w) -> dict:
    frozen = {"edition": w.edition, "moment": "pre", "codes": [], "seed": "1", "items": 0, "sha256": "0" * 64}
    return {"pk": EditionForm.objects.create(**frozen).edition_id, "moment": "pre"}


OFFICE_ONLY = office_only()
VIEWS += [
    View("curricula:bank_home", expect={"office": 302, "others": 403}),
    View("curricula:bank_list", kwargs=bank, expect=OFFICE_ONLY),
    View("curricula:bank_item_add", kwargs=bank, expect=OFFICE_ONLY),
    View("curricula:bank_item_add", kwargs=bank, method="POST", expect=OFFICE_ONLY, note="nothing chosen"),
    View("curricula:bank_blueprint", kwargs=bank, expect=OFFICE_ONLY),
    View("curricula:bank_blueprint", kwargs=bank, method="POST", data={"seed": "1"}, expect=office_only(office=302)),
    View("curricula:bank_item", kwargs=of_item, expect={"office": 200, "others": 404}),
    View("curricula:bank_item_change", kwargs=of_item, expect={"office": 200, "others": 404}),
    View("curricula:bank_item_change", kwargs=of_item, method="POST", data=SINGLE, expect=SAVED),
    View("curricula:bank_item_translate", kwargs=of_item, expect={"office": 200, "others": 404}),
    View(
        "curricula:bank_item_translate", kwargs=of_item, method="POST", data={**SINGLE, "language": "ro"}, expect=SAVED
    ),
    View("curricula:bank_item_confirm", kwargs=of_translation, method="POST", expect=SAVED),
    View("curricula:bank_item_retire", kwargs=of_item, expect={"office": 200, "others": 404}),
    View("curricula:bank_item_retire", kwargs=of_item, method="POST", expect=SAVED),
    View("curricula:bank_picture", kwargs=of_picture, expect=for_readers(TRAINERS)),
    View("curricula:form_list", kwargs=lambda w: {"pk": w.edition.pk}, expect=for_readers(TRAINERS)),
    View("curricula:form_sheet", kwargs=of_form, expect=for_readers(TRAINERS)),
    View("curricula:form_key", kwargs=of_form, expect=for_readers(TRAINERS)),
]


def one_language(world) -> dict:
    return {"pk": world.module.pk, "language": "sr-Latn"}


def change_note(world) -> dict:
    return {"pk": ChangeNote.objects.create(module=world.module, part="summary", sha256="a" * 64).pk}


def translated(world) -> dict:
    """A module with a page and a translation that was begun."""
    page = library_page().add_child(instance=CurriculumPage(title="C", curriculum=world.curriculum, summary="s"))
    plan = [("step", {"minutes": 45, "title": "t", "method": "talk", "detail": "d", "materials": ""})]
    said = {"objectives": [("objective", "o")], "lesson_plan": plan, "module": world.module, "summary": "s"}
    page.add_child(instance=ModulePage(title="M", **said))
    services.start_translation(world.module, "sr-Latn", by=None)
    return {"pk": world.module.pk, "language": "sr-Latn"}


def editors_upload(world) -> dict:
    translated(world)
    return {"translation_id": services.translation_of(world.module, "sr-Latn").pk}


TRAINERS_READ = for_readers((), 404) | dict.fromkeys(TRAINEES, 403) | dict.fromkeys(TRAINERS, 200)

VIEWS += [
    View("curricula:language_matrix", kwargs=lambda w: {"pk": w.curriculum.pk}, expect=TRAINERS_READ),
    View("curricula:language_detail", kwargs=one_language, expect=TRAINERS_READ),
    *(
        View(f"curricula:language_{name}", kwargs=one_language, method="POST", expect=office_only(office=302))
        for name in ("start", "fetch", "confirm", "draft")
    ),
    View("curricula:language_po", kwargs=translated, expect=office_only()),
    View("curricula:language_po_import", kwargs=translated, method="POST", expect=office_only()),
    View("curricula:language_mark", kwargs=change_note, method="POST", expect=office_only(office=302)),
    View(
        "curricula:edition_add_languages",
        kwargs=lambda w: {"pk": w.edition.pk},
        method="POST",
        expect=office_only(office=302),
    ),
    View(
        "editor_po_import",
        kwargs=editors_upload,
        method="POST",
        files=lambda w: {"file": ContentFile(b"no PO file", "m.po")},
        expect=office_only(office=302),
    ),
]


def a_page(world) -> dict:
    """A module's page, for keeping the place in it."""
    translated(world)
    return {"pk": ModulePage.objects.filter(module=world.module, live=True).order_by("pk").first().pk}


def a_frozen_picture(world) -> dict:
    """A module of an edition with a picture of its own."""
    name = "a" * 40
    default_storage.save(f"editions/aa/{name}", ContentFile(b"\x89PNG points"))
    edition = make.EditionFactory(curriculum=world.curriculum, label="2026.8")
    body = [{"type": "picture", "hash": name, "alt": "A lock"}]
    row = make.EditionModuleFactory(edition=edition, module=world.module, content={"body": body})
    return {"pk": row.pk, "name": name}


READ_IT = for_readers(TRAINEES)
VIEWS += [
    View("curricula:edition_compare", kwargs=lambda w: {"pk": w.edition.pk}, expect=TRAINERS_READ),
    View("curricula:edition_module", kwargs=lambda w: {"pk": w.edition_module.pk}, expect=READ_IT),
    View("curricula:edition_picture", kwargs=a_frozen_picture, expect=READ_IT),
    View("curricula:place_keep", kwargs=a_page, method="POST", data={"anchor": "points"},
         expect=READ_IT),
]  # fmt: skip
