"""Publishing: what is frozen, what is refused, and that what was published never changes."""

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from curricula.files.storage import digest_of
from curricula.guards import install_guards
from curricula.loading import load_content
from curricula.models import Edition, EditionFile, EditionModule, Material, ModulePage
from curricula.models.editions import IsFrozen
from curricula.services import changes_since, publish_edition, withdraw_edition
from lms.audit.models import Entry
from tests.refusals import refused

from . import small


def test_an_edition_freezes_modules_content_and_files(edition, curriculum, cast):
    assert (edition.label, edition.minutes, edition.languages, edition.published_by) == (
        "2026.7", 105, ["en"], cast.office,
    )  # fmt: skip
    first = edition.modules.get(module__code="M01")
    assert (first.title, first.minutes, first.order) == ("Why PSSM matters: diversion and accidents", 45, 1)
    assert len(first.content["lesson_plan"]) == 5
    assert first.content["trainer_notes"]
    assert sorted(first.files.values_list("classification", flat=True)) == ["public", "trainee", "trainer"]
    assert len(edition.sha256) == 64


def test_files_lie_under_their_digest_and_are_what_they_were(edition, material):
    original = material("trainee")
    copy = EditionFile.objects.get(module__edition=edition, classification="trainee", module__module__code="M01")
    assert copy.file.name == f"editions/{copy.sha256[:2]}/{copy.sha256}"
    assert (copy.sha256, copy.size) == (original.sha256, original.file.size)
    with copy.file.open() as file:
        assert digest_of(file) == original.sha256


def test_two_editions_keep_equal_files_once(edition, curriculum, cast, tmp_path):
    stored = set(walk("editions"))
    small.change_module(tmp_path / "content", "M01", summary="Other words.")
    load_content(tmp_path / "content")
    second = publish_edition(curriculum, "2026.8", by=cast.office)
    assert EditionFile.objects.filter(module__edition=second).count() == 9
    assert set(walk("editions")) == stored


def walk(folder):
    folders, files = default_storage.listdir(folder)
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from walk(f"{folder}/{name}")


def test_materials_nobody_decided_about_stay_out(curriculum, cast, material):
    Material.objects.filter(pk=material("trainee").pk).update(classification="")
    edition = publish_edition(curriculum, "2026.7", by=cast.office)
    assert not EditionFile.objects.filter(module__edition=edition, classification="trainee", module__order=1).exists()


def test_publishing_is_in_the_trail(edition, cast):
    entry = Entry.objects.get(action="edition_published")
    assert (entry.actor, entry.object_id, entry.after["label"]) == (cast.office, str(edition.pk), "2026.7")


def test_languages_may_be_named(curriculum, cast):
    assert publish_edition(curriculum, "x", by=cast.office, languages=["sr-Latn", "en"]).languages == ["en", "sr-Latn"]


def shorten_a_step(curriculum):
    page = ModulePage.objects.get(module__code="M02")
    page.module.minutes = 61
    page.module.save()


def empty_objectives(curriculum):
    page = ModulePage.objects.get(module__code="M02")
    page.objectives = []
    page.save(clean=False)


def take_down_a_page(curriculum):
    ModulePage.objects.get(module__code="M02").unpublish()


@pytest.mark.parametrize(
    ("label", "spoil", "codes"),
    [
        ("", None, {"label_unusable"}),
        ("2026 1", None, {"label_unusable"}),
        ("x" * 21, None, {"label_unusable"}),
        ("2026.8", shorten_a_step, {"minutes_differ"}),
        ("2026.8", empty_objectives, {"objective_missing"}),
        ("2026.8", take_down_a_page, {"page_missing"}),
    ],
)
def test_what_is_not_ready_is_refused_and_nothing_is_written(curriculum, cast, label, spoil, codes):
    if spoil:
        spoil(curriculum)
    with refused(*codes):
        publish_edition(curriculum, label, by=cast.office)
    assert Edition.objects.filter(curriculum=curriculum).exclude(label="2026.1").count() == 0
    assert not Entry.objects.filter(action="edition_published").exists()


def test_a_label_is_used_once(edition, curriculum, cast):
    empty_objectives(curriculum)
    with refused("label_taken", "objective_missing"):
        publish_edition(curriculum, edition.label, by=cast.office)


def test_the_same_again_is_refused(edition, curriculum, cast):
    with refused("nothing_changed"):
        publish_edition(curriculum, "2026.8", by=cast.office)


def test_changes_since_the_last_edition_are_told(edition, curriculum, tmp_path):
    assert changes_since(curriculum, edition) == []
    small.change_module(tmp_path / "content", "M02", scenario="Another story.")
    load_content(tmp_path / "content")
    assert [(row.code, row.what) for row in changes_since(curriculum, edition)] == [
        ("M02", ("The text changed: scenario.",))
    ]
    assert [row.word for row in changes_since(curriculum, None)] == ["new", "new", "new"]


def test_withdrawing_is_dated_said_once_and_in_the_trail(edition, cast):
    assert withdraw_edition(edition, by=cast.office).withdrawn_on
    assert list(Edition.objects.published().filter(pk=edition.pk)) == []
    assert Entry.objects.get(action="edition_withdrawn").actor == cast.office
    with refused("withdrawn_already"):
        withdraw_edition(edition, by=cast.office)


# Immutable ------------------------------------------------------------------------------------------------------------


def rows_of(edition):
    module = edition.modules.first()
    return [edition, module, module.files.first()]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_models_refuse_to_change_or_delete(edition, number):
    row = rows_of(edition)[number]
    with pytest.raises(IsFrozen):
        row.save()
    with pytest.raises(IsFrozen):
        row.delete()


STATEMENTS = [
    "UPDATE curricula_edition SET label = 'x'",
    "UPDATE curricula_edition SET sha256 = ''",
    "UPDATE curricula_edition SET published_by_id = NULL",
    "DELETE FROM curricula_edition",
    "UPDATE curricula_editionmodule SET content = '{}'",
    "UPDATE curricula_editionmodule SET title = 'x'",
    "DELETE FROM curricula_editionmodule",
    "UPDATE curricula_editionfile SET sha256 = ''",
    "UPDATE curricula_editionfile SET file = 'elsewhere'",
    "UPDATE curricula_editionfile SET classification = 'public'",
    "DELETE FROM curricula_editionfile",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_refuses_too(edition, statement):
    with pytest.raises(DatabaseError, match="published edition"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Edition.objects.filter(pk=edition.pk, label="2026.7").exists()


def test_query_sets_cannot_get_past_it(edition):
    for rows in (Edition.objects.all(), EditionModule.objects.all(), EditionFile.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(id=999_999)


def test_the_day_of_withdrawal_alone_may_be_set_by_sql(edition):
    assert Edition.objects.filter(pk=edition.pk).update(withdrawn_on="2026-12-01") == 1


def test_installing_the_triggers_again_changes_nothing(edition):
    install_guards()
    install_guards()
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.update(label="x")


# Pages ----------------------------------------------------------------------------------------------------------------


def test_the_list_shows_the_editions_of_readable_curricula(edition, readers, as_user):
    for user, seen in (
        (readers.office, True),
        (readers.trainer, True),
        (readers.trainee, True),
        (readers.stranger, False),
    ):
        page = as_user(user).get(reverse("curricula:edition_list"))
        assert page.status_code == 200
        assert (b"2026.7" in page.content) is seen
        assert (b"Publish an edition" in page.content) is (user == readers.office)


def test_an_edition_shows_each_reader_the_files_they_may_have(edition, readers, as_user):
    address = reverse("curricula:edition_detail", args=[edition.pk])
    trainers = as_user(readers.trainer).get(address).content.decode()
    assert edition.sha256 in trainers
    assert trainers.count("Facilitation sheet") == 3
    trainees = as_user(readers.trainee).get(address).content.decode()
    assert "Facilitation sheet" not in trainees
    assert trainees.count("Handout") == 3
    assert "Everything for trainers" not in trainees
    assert as_user(readers.stranger).get(address).status_code == 404


def test_a_withdrawn_edition_says_so(edition, readers, as_user):
    withdraw_edition(edition, by=readers.office)
    page = as_user(readers.trainer).get(reverse("curricula:edition_detail", args=[edition.pk])).content.decode()
    assert "no new training may be planned" in page
    assert b"withdrawn" in as_user(readers.trainer).get(reverse("curricula:edition_list")).content


def test_the_office_publishes_on_a_page_that_says_what_changed(curriculum, readers, as_user):
    office, address = as_user(readers.office), reverse("curricula:edition_publish", args=[curriculum.pk])
    assert "M01 Why PSSM matters" in office.get(address).content.decode()
    answer = office.post(address, {"label": "2026.9", "languages": ["en", "sq"], "note": "First."})
    edition = Edition.objects.get(label="2026.9")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        reverse("curricula:edition_detail", args=[edition.pk]),
    )
    assert (edition.languages, edition.note, edition.published_by) == (["en", "sq"], "First.", readers.office)


def test_a_refusal_is_said_on_the_page(edition, curriculum, readers, as_user):
    office, address = as_user(readers.office), reverse("curricula:edition_publish", args=[curriculum.pk])
    page = office.post(address, {"label": edition.label, "languages": ["en"]})
    assert page.status_code == 200
    assert "There is an edition 2026.7 already" in page.content.decode()
    assert "Nothing changed since edition 2026.7" in office.get(address).content.decode()
    assert office.post(address, {"label": "", "languages": ["klingon"]}).status_code == 200


def test_nobody_else_publishes_or_withdraws(edition, curriculum, readers, as_user):
    for name, pk in (("edition_publish", curriculum.pk), ("edition_withdraw", edition.pk)):
        address = reverse(f"curricula:{name}", args=[pk])
        for user, status in ((readers.trainer, 403), (readers.trainee, 403), (readers.stranger, 404)):
            assert as_user(user).get(address).status_code == status
            assert as_user(user).post(address, {"label": "x", "languages": ["en"]}).status_code == status
    assert Edition.objects.get(pk=edition.pk).withdrawn_on is None


def test_withdrawing_asks_once_more(edition, readers, as_user):
    office, address = as_user(readers.office), reverse("curricula:edition_withdraw", args=[edition.pk])
    assert "cannot be undone" in office.get(address).content.decode()
    assert Edition.objects.get(pk=edition.pk).withdrawn_on is None
    assert office.post(address).status_code == 302
    assert Edition.objects.get(pk=edition.pk).withdrawn_on
    assert office.post(address).status_code == 302


def test_many_modules_cost_no_more_queries(cast, readers, tmp_path, as_user, curriculum):
    few = publish_edition(curriculum, "few", by=cast.office)
    more = small.load(tmp_path / "more", codes=[f"M{number:02d}" for number in range(1, 14)] + ["T01"])
    many = publish_edition(more, "many", by=cast.office)
    office = as_user(readers.office)
    counts = [count_queries(office, reverse("curricula:edition_detail", args=[row.pk])) for row in (few, few, many)]
    assert counts[1] == counts[2]


def count_queries(client, address) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
