"""An edition against the one before: impact, safety-relevant marks, comparison, reading old ones, nothing deleted."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from curricula.deletion_guard import is_used, reasons_to_keep
from curricula.editions.impact import effects_of, safety_changes_since
from curricula.loading import load_content
from curricula.models import Curriculum, CurriculumPage, EditionChange, Module, ModulePage
from curricula.models.editions import IsFrozen
from curricula.services import publish_edition
from lms.cascade import rules
from lms.trainings.choices import TrainingStatus
from tests import factories as make
from tests.cascade.facts import EDITION, codes, message, plan

from . import small


@pytest.fixture
def second(edition, curriculum, cast, tmp_path):
    """Edition 2026.8: M01 has another summary, marked as safety-relevant; M02 another scenario."""
    small.change_module(tmp_path / "content", "M01", summary="Weapons leave control in two ways.")
    small.change_module(tmp_path / "content", "M02", scenario="Another morning.")
    load_content(tmp_path / "content")
    return publish_edition(curriculum, "2026.8", by=cast.office, safety=["M01"])


def ahead(cast, edition, **fields):
    """A training that lies ahead on this edition."""
    day = timezone.localdate() + timedelta(days=30)
    fields = {"status": TrainingStatus.APPROVED, **fields}
    return make.TrainingFactory(institution=cast.home, curriculum=edition.curriculum, edition=edition, starts_on=day,
                                **fields)  # fmt: skip


def test_publishing_writes_down_what_changed(edition, second):
    rows = list(second.changes.values_list("module__code", "word", "is_safety_relevant"))
    assert rows == [("M01", "changed", True), ("M02", "changed", False)]


def test_safety_changes_are_those_of_later_editions(edition, second):
    assert [row.module.code for row in safety_changes_since(edition)] == ["M01"]
    assert safety_changes_since(second) == []


def test_a_change_is_written_once(second):
    change = second.changes.first()
    for act in (change.save, change.delete):
        with pytest.raises(IsFrozen):
            act()
    with pytest.raises(IntegrityError), transaction.atomic():
        EditionChange.objects.filter(pk=change.pk).update(is_safety_relevant=False)


# Impact ---------------------------------------------------------------------------------------------------------------


def test_the_office_sees_who_holds_on_to_the_edition(readers, edition, curriculum, as_user, cast):
    training = ahead(cast, edition)
    ahead(cast, edition, status=TrainingStatus.DRAFT)
    make.TrainingFactory(institution=cast.home, curriculum=curriculum, edition=edition)
    counts = {effect.label: effect.count for effect in effects_of(edition)}
    assert counts["Trainings planned on it"] == 1
    assert counts["People trained on it"] == 0
    page = as_user(cast.office).get(reverse("curricula:edition_publish", args=[curriculum.pk])).content.decode()
    assert "Who holds on to edition 2026.7" in page
    assert training.reference in page
    assert "Trainers certified on it" in page


def test_certified_trainers_are_counted_once(cast, edition, curriculum):
    for _number in range(2):
        make.TrainerCertificateFactory(person=cast.trainee_person, edition=edition, curriculum=curriculum)
    assert {row.label: row.count for row in effects_of(edition)}["Trainers certified on it"] == 1


def test_without_an_edition_there_is_no_impact(db):
    assert effects_of(None) == []


def test_the_office_marks_changes_in_the_form(readers, edition, curriculum, as_user, cast, tmp_path):
    small.change_module(tmp_path / "content", "M01", summary="Weapons leave control in two ways.")
    load_content(tmp_path / "content")
    office, address = as_user(cast.office), reverse("curricula:edition_publish", args=[curriculum.pk])
    page = office.get(address).content.decode()
    assert "<ins>" in page
    assert 'name="safety"' in page
    data = {"label": "2026.8", "languages": ["en"], "safety": ["M01"]}
    assert office.post(address, {**data, "safety": ["M02"]}).status_code == 200
    assert office.post(address, data).status_code == 302
    edition.refresh_from_db()
    assert [row.module.code for row in safety_changes_since(edition)] == ["M01"]


# Told to trainers -----------------------------------------------------------------------------------------------------


def test_a_plan_on_an_old_edition_is_warned_and_not_stopped():
    facts = plan(edition=replace(EDITION, safety_changes=("M05 (2026.2)",)))
    found = [row for row in rules.judge_plan(facts) if row.code == "safety_changes"]
    assert [row.blocks for row in found] == [False]
    assert "M05 (2026.2)" in message(found, "safety_changes")
    assert "safety_changes" not in codes(rules.judge_plan(plan()))


@pytest.mark.parametrize("status", [TrainingStatus.DRAFT, TrainingStatus.PLANNED, TrainingStatus.APPROVED])
def test_the_trainer_sees_it_on_the_trainings_page(readers, edition, second, as_user, cast, status):
    training = ahead(cast, edition, status=status)
    make.DelivererFactory(training=training, person=cast.trainer_person)
    page = as_user(cast.trainer).get(training.get_absolute_url()).content.decode()
    assert "changed in a way that matters for safety: M01 (2026.8)" in page
    newest = ahead(cast, second, status=status)
    make.DelivererFactory(training=newest, person=cast.trainer_person)
    assert "matters for safety" not in as_user(cast.trainer).get(newest.get_absolute_url()).content.decode()


def test_editions_say_what_changed_and_what_came_after(readers, edition, second, as_user):
    trainer = as_user(readers.trainer)
    old = trainer.get(reverse("curricula:edition_detail", args=[edition.pk])).content.decode()
    assert "Safety-relevant changes since this edition" in old
    new = trainer.get(reverse("curricula:edition_detail", args=[second.pk])).content.decode()
    assert "Safety-relevant changes since" not in new
    assert "What changed" in new
    assert frozen_address(second) in new
    assert "safety-relevant" in new


# Comparison -----------------------------------------------------------------------------------------------------------


def test_two_editions_are_compared_block_by_block(readers, edition, second, as_user):
    for user in (readers.office, readers.trainer):
        page = as_user(user).get(reverse("curricula:edition_compare", args=[second.pk])).content.decode()
        assert "Edition 2026.8 compared with 2026.7" in page
        assert "<ins>" in page
        assert "<del>" in page
        assert "Another morning" in page
    back = as_user(readers.trainer).get(reverse("curricula:edition_compare", args=[edition.pk]), {"with": second.pk})
    assert "Edition 2026.7 compared with 2026.8" in back.content.decode()


def test_comparison_is_for_trainers_and_the_office(readers, edition, second, as_user):
    address = reverse("curricula:edition_compare", args=[second.pk])
    assert as_user(readers.trainee).get(address).status_code == 403
    assert as_user(readers.stranger).get(address).status_code == 404


@pytest.mark.parametrize("wanted", ["", "0", "x", "9" * 30, "\0"])
def test_any_other_edition_asked_for_is_the_one_before(readers, edition, second, as_user, wanted):
    answer = as_user(readers.trainer).get(reverse("curricula:edition_compare", args=[second.pk]), {"with": wanted})
    assert answer.context["other"] == edition


def test_a_first_edition_has_nothing_to_be_compared_with(readers, as_user, curriculum):
    edition = curriculum.editions.get()
    page = as_user(readers.trainer).get(reverse("curricula:edition_compare", args=[edition.pk])).content.decode()
    assert "There is no other edition yet" in page


# Reading what was -----------------------------------------------------------------------------------------------------


def frozen_address(edition, code="M01") -> str:
    return reverse("curricula:edition_module", args=[edition.modules.get(module__code=code).pk])


def test_a_module_is_read_as_the_edition_has_it(readers, edition, second, as_user):
    trainer = as_user(readers.trainer)
    page = trainer.get(frozen_address(edition)).content.decode()
    assert "Weapons leave control in two ways." not in page
    assert "Lesson plan" in page
    assert "Trainer notes" in page
    assert "As edition" not in page
    assert "edition 2026.7 published it" in page
    assert 'rel="next"' in page
    assert "Weapons leave control in two ways." in trainer.get(frozen_address(second)).content.decode()


def test_a_trainee_reads_what_trainees_may(readers, edition, as_user):
    page = as_user(readers.trainee).get(frozen_address(edition)).content.decode()
    assert "A participant can" in page
    for hidden in ("Lesson plan", "Trainer notes", "Facilitation sheet"):
        assert hidden not in page
    assert as_user(readers.stranger).get(frozen_address(edition)).status_code == 404


def test_a_withdrawn_edition_stays_readable(readers, edition, as_user, cast):
    edition.withdrawn_on = timezone.localdate()
    edition.save(update_fields=["withdrawn_on"])
    assert as_user(readers.trainer).get(frozen_address(edition)).status_code == 200


def test_a_picture_is_the_editions_own(readers, curriculum, cast, as_user):
    image = get_image_model().objects.create(title="A lock", file=get_test_image_file("lock.png"))
    image._set_file_hash()
    image.save()
    page = ModulePage.objects.get(module__code="M01")
    page.body = [("picture", {"image": image, "alt": "A lock", "is_decorative": False, "caption": ""})]
    page.save_revision().publish()
    edition = publish_edition(curriculum, "2026.7", by=cast.office)
    with image.file.open() as file:
        points = file.read()
    page.body = []
    page.save_revision().publish()
    image.delete()
    row = edition.modules.get(module__code="M01")
    address = reverse("curricula:edition_picture", args=[row.pk, row.content["body"][0]["hash"]])
    trainee = as_user(readers.trainee)
    assert f'src="{address}"' in trainee.get(frozen_address(edition)).content.decode()
    answer = trainee.get(address)
    assert (answer.getvalue(), answer.headers["Content-Type"]) == (points, "image/png")
    assert trainee.get(reverse("curricula:edition_picture", args=[row.pk, "0" * 40])).status_code == 404
    assert as_user(readers.stranger).get(address).status_code == 404


# Nothing that was used goes -------------------------------------------------------------------------------------------


def test_what_is_not_used_is_not_kept(curriculum):
    """No edition of it, no training: its page, files and drafts are no use."""
    module = curriculum.modules.get(code="M01")
    assert not is_used(module)
    assert reasons_to_keep(ModulePage.objects.get(module=module)) == []


def test_from_the_shell(edition, curriculum):
    page = ModulePage.objects.get(module__code="M01")
    for row in (page, CurriculumPage.objects.get(), curriculum, curriculum.modules.first()):
        with pytest.raises(ProtectedError), transaction.atomic():
            row.delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        page.get_parent().get_children().delete()
    assert ModulePage.objects.count() == 3


@pytest.mark.parametrize("model", [Module, Curriculum, ModulePage, CurriculumPage])
def test_by_sql(edition, model):
    with pytest.raises(IntegrityError, match="not deleted"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")


def test_in_the_page_tree(readers, edition, as_user):
    office, page = as_user(readers.office), ModulePage.objects.get(module__code="M01")
    for name in ("delete", "unpublish"):
        for row in (page, page.get_parent()):
            answer = office.post(reverse(f"wagtailadmin_pages:{name}", args=[row.pk]))
            assert answer.status_code in (302, 403)
    for name in ("delete", "unpublish"):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", name]) + f"?id={page.pk}&next=/admin/"
        assert office.post(address, {"include_descendants": "on"}).status_code in (302, 403)
    assert ModulePage.objects.live().count() == 3


def test_a_material_somebody_took_stays(readers, material, as_user):
    row = material("trainee")
    as_user(readers.trainee).get(row.url)
    with pytest.raises(ProtectedError):
        row.delete()
