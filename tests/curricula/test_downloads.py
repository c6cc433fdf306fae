"""Who gets which file, that it is written down, and that a withdrawn certificate closes every way to it."""

import io
import zipfile

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage
from django.urls import reverse

from curricula.models import Curriculum, Download, EditionFile, Material
from lms.certification.choices import EventKind
from lms.certification.models import CertificateEvent
from lms.core.clock import today
from lms.people.models import Person
from lms.trainings.choices import EnrolmentStatus
from lms.trainings.models import Enrolment
from tests import factories as make
from tests.cast import person_with_account


def status_of(client, address) -> int:
    answer = client.get(address)
    if answer.streaming:
        answer.getvalue()
    return answer.status_code


def test_each_reader_gets_their_classes(readers, material, as_user, client):
    rows = [material(word) for word in ("public", "trainee", "trainer")]
    expected = {
        readers.office: [200, 200, 200],
        readers.trainer: [200, 200, 200],
        readers.assessor: [200, 200, 200],
        readers.trainee: [200, 200, 404],
        readers.focal: [200, 200, 404],
        readers.observer: [200, 404, 404],
        readers.stranger: [200, 404, 404],
    }
    for user, statuses in expected.items():
        assert [status_of(as_user(user), row.url) for row in rows] == statuses, user
    client.logout()
    assert [status_of(client, row.url) for row in rows] == [200, 302, 302]
    assert client.get(rows[2].url).headers["Location"] == f"{reverse('account_login')}?next={rows[2].url}"


def ways_to(row, edition) -> list[str]:
    """The living file, the same file as the edition has it, and the ZIP of its module."""
    copy = EditionFile.objects.get(
        module__edition=edition, module__module=row.module, classification=row.classification
    )
    views = {"edition_file_download": copy.pk, "module_zip": row.module_id}
    return [row.url, *(reverse(f"curricula:{name}", args=[pk]) for name, pk in views.items())]


PAGES = ("/library/pssm-moi/", "/library/pssm-moi/m01/")


@pytest.mark.parametrize("status", EnrolmentStatus.values)
def test_a_trainee_reads_while_enrolled_and_not_once_the_place_is_gone(edition, readers, material, as_user, status):
    """Waiting, asking, declined, withdrawn: none of these opens anything."""
    Enrolment.objects.filter(person=readers.trainee_person).update(status=status)
    trainee, row = as_user(readers.trainee), material("trainee")

    found = [status_of(trainee, address) for address in [*ways_to(row, edition), *PAGES]]

    assert found == [200 if status == EnrolmentStatus.ENROLLED else 404] * 5


def reader_of(readers, who, curriculum) -> Person:
    """Somebody new of home who takes part in a training on the curriculum, or trains for it."""
    person = person_with_account(readers.home)
    if who == "trainer":
        make.TrainerCertificateFactory(person=person, curriculum=curriculum)
    else:
        make.EnrolmentFactory(person=person, training=make.TrainingFactory(curriculum=curriculum))
    return person


@pytest.mark.parametrize("who", ["trainee", "trainer"])
def test_the_class_of_one_curriculum_opens_nothing_of_another(edition, readers, material, as_user, who):
    other = make.CurriculumFactory(code="border", title="PSSM at the border")
    person = reader_of(readers, who, other)
    client, row = as_user(person.user), material(who)

    assert [status_of(client, address) for address in [*ways_to(row, edition), *PAGES]] == [404] * 5
    assert person.user.has_perm(f"curricula.read_{who}_material", other)
    for rows in (Material.objects.visible_to(person.user), EditionFile.objects.visible_to(person.user)):
        assert set(rows.values_list("classification", flat=True)) == {"public"}


def test_a_visitor_cannot_tell_what_exists(client, material):
    assert status_of(client, reverse("curricula:material_download", args=[999_999])) == 302
    assert status_of(client, reverse("curricula:edition_file_download", args=[999_999])) == 302


def test_who_is_not_signed_in_has_the_public_files_and_no_curriculum(edition, curriculum):
    visitor = AnonymousUser()
    for rows in (Material.objects.visible_to(visitor), EditionFile.objects.visible_to(visitor)):
        assert set(rows.values_list("classification", flat=True)) == {"public"}
    assert not Curriculum.objects.visible_to(visitor).exists()


@pytest.mark.parametrize("spoil", [{"classification": ""}, {"module": None}])
def test_what_nobody_decided_about_is_refused_to_everybody(readers, material, as_user, spoil):
    row = material("public")
    Material.objects.filter(pk=row.pk).update(**spoil)
    assert status_of(as_user(readers.office), row.url) == 404


def test_a_file_that_is_gone_is_not_found(readers, material, as_user):
    row = material("trainee")
    default_storage.delete(row.file.name)
    assert status_of(as_user(readers.office), row.url) == 404
    assert status_of(as_user(readers.office), reverse("curricula:module_zip", args=[row.module_id])) == 404


def test_a_restricted_download_is_written_down(readers, material, as_user):
    row = material("trainer")
    answer = as_user(readers.trainer).get(row.url)
    assert len(answer.getvalue()) == row.file.size
    entry = Download.objects.get()
    assert (entry.user, entry.material, entry.module, entry.classification) == (
        readers.trainer,
        row,
        row.module,
        "trainer",
    )
    assert (entry.capacity, entry.size, entry.sha256, entry.title) == ("trainer", row.file.size, row.sha256, row.title)


def test_the_capacity_is_the_highest_right_of_the_day(readers, material, as_user):
    for user, capacity in ((readers.trainee, "trainee"), (readers.trainer, "trainer"), (readers.office, "office")):
        as_user(user).get(material("trainee").url)
        assert Download.objects.first().capacity == capacity


def test_a_public_download_is_counted_without_a_name(readers, material, as_user, client):
    client.get(material("public").url)
    as_user(readers.trainer).get(material("public").url)
    assert list(Download.objects.values_list("user", "capacity", "classification")) == [(None, "public", "public")] * 2


def test_what_sends_no_bytes_is_not_written_down(readers, material, as_user):
    row, trainer = material("trainer"), as_user(readers.trainer)
    assert trainer.head(row.url).status_code == 200
    assert trainer.get(row.url, headers={"If-None-Match": f'"{row.sha256}"'}).status_code == 304
    assert trainer.get(row.url, headers={"Range": "bytes=99999999-"}).status_code == 416
    assert trainer.post(row.url).status_code == 405
    assert Download.objects.count() == 0
    assert trainer.get(row.url, headers={"Range": "bytes=0-9"}).status_code == 206
    assert Download.objects.count() == 1


def test_bytes_arrive_uncompressed_with_their_length(readers, material, as_user):
    row = material("trainer")
    answer = as_user(readers.trainer).get(row.url, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Length"] == str(len(answer.getvalue()))
    assert answer.headers["Cache-Control"] == "private, no-store"


def names_in(answer) -> list[str]:
    content = answer.getvalue()
    assert answer.headers["Content-Length"] == str(len(content))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_a_module_comes_as_one_zip(readers, material, as_user):
    address = reverse("curricula:module_zip", args=[material("public").module_id])
    assert names_in(as_user(readers.trainer).get(address)) == [
        "M01-Facilitation-sheet-Model-answers-and-board-plan-en.pdf",
        "M01-Handout-Why-we-keep-control-en.pdf",
        "M01-Overview-About-this-module-en.pdf",
    ]
    assert Download.objects.get().classification == "trainer"
    assert len(names_in(as_user(readers.trainee).get(address))) == 2
    entry = Download.objects.first()
    assert (entry.classification, entry.capacity, entry.module.code) == ("trainee", "trainee", "M01")
    assert as_user(readers.stranger).get(address).status_code == 404


def test_a_modules_zip_goes_on_where_it_broke_off_and_is_not_sent_twice(readers, material, as_user):
    address = reverse("curricula:module_zip", args=[material("public").module_id])
    trainer = as_user(readers.trainer)
    whole = trainer.get(address)
    content, etag = whole.getvalue(), whole.headers["ETag"]
    assert (len(content), trainer.get(address).getvalue()) == (int(whole.headers["Content-Length"]), content)
    for start in (0, 40, 5000, len(content) - 1):
        rest = trainer.get(address, headers={"Range": f"bytes={start}-", "If-Range": etag})
        assert (rest.status_code, rest.getvalue()) == (206, content[start:])
    written = Download.objects.count()
    assert trainer.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert trainer.head(address).headers["Content-Length"] == str(len(content))
    assert trainer.get(address, headers={"Range": "bytes=999999999-"}).status_code == 416
    assert Download.objects.count() == written == 6


def test_a_module_without_files_for_the_reader_has_no_zip(readers, material, as_user):
    module = material("public").module
    module.materials.exclude(classification="trainer").delete()
    address = reverse("curricula:module_zip", args=[module.pk])
    assert status_of(as_user(readers.trainer), address) == 200
    assert status_of(as_user(readers.trainee), address) == 404


# After withdrawal -----------------------------------------------------------------------------------------------------


def every_address_of(material, edition) -> list[str]:
    """All ways to a trainer's file that anybody could think of."""
    copy = EditionFile.objects.get(module__edition=edition, module__module=material.module, classification="trainer")
    names = [material.file.name, copy.file.name]
    views = [
        material.url,
        reverse("curricula:edition_file_download", args=[copy.pk]),
        reverse("curricula:module_zip", args=[material.module_id]),
        reverse("curricula:edition_kit", args=[edition.pk]),
        reverse("curricula:edition_kit", args=[edition.pk]) + "?for=trainer",
    ]
    raw = [f"/{root}/{name}" for root in ("media", "pictures", "static", "library") for name in names]
    theirs = [f"/documents/{material.pk}/{material.filename}", f"/admin/documents/{material.pk}/"]
    odd = [f"/pictures/images/../{names[0]}", f"/pictures/images/%2e%2e/{names[0]}", f"/pictures//{names[0]}"]
    return [*views, *raw, *theirs, *odd]


def sent(client, address) -> bytes:
    answer = client.get(address, follow=True)
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_withdrawal_closes_every_way_on_the_next_request(edition, readers, material, as_user):
    row, trainer = material("trainer"), as_user(readers.trainer)
    with row.file.open() as file:
        secret = file.read()
    assert sent(trainer, row.url) == secret
    CertificateEvent.objects.create(
        certificate=readers.trainer_person.certificates.get(), kind=EventKind.WITHDRAWN, effective_on=today(),
        reason="Left the service.", by=readers.office,
    )  # fmt: skip
    written = Download.objects.count()
    for address in every_address_of(row, edition):
        got = sent(trainer, address)
        assert secret[:200] not in got, address
        assert b"%PDF" not in got, address
        assert not got.startswith(b"PK"), address
    assert Download.objects.count() == written


def test_raw_addresses_give_nothing_to_anybody(edition, readers, material, as_user):
    row, office = material("trainer"), as_user(readers.office)
    for address in every_address_of(row, edition)[5:]:
        assert b"%PDF" not in sent(office, address), address


# The register ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def taken(readers, material, as_user):
    as_user(readers.trainer).get(material("trainer").url)
    as_user(readers.trainee).get(material("trainee", "M02").url)
    as_user(readers.stranger).get(material("public").url)


def titles(client, **query) -> list[str]:
    page = client.get(reverse("curricula:download_list"), query)
    assert page.status_code == 200
    return [row.title for row in page.context["page_obj"]]


TRAINER = "M01 Facilitation sheet: Model answers and board plan"


def test_everybody_sees_their_own_downloads(taken, readers, as_user):
    assert titles(as_user(readers.trainer)) == [TRAINER]
    assert titles(as_user(readers.stranger)) == []
    page = as_user(readers.trainer).get(reverse("curricula:download_list")).content.decode()
    assert "My downloads" in page
    assert 'name="who"' not in page


def test_the_office_sees_all_and_narrows_them(taken, readers, as_user, material):
    office = as_user(readers.office)
    assert len(titles(office)) == 3
    assert titles(office, classification="trainer") == [TRAINER]
    assert titles(office, module=material("trainer").module_id) == ["M01 Overview: About this module", TRAINER]
    assert titles(office, who=readers.trainer.email) == [TRAINER]
    assert titles(office, who="nobody") == []
    assert len(titles(office, since=today().isoformat(), until=today().isoformat())) == 3
    assert titles(office, until="2020-01-01") == []


@pytest.mark.parametrize(
    "query", [{"since": "gestern"}, {"module": "x"}, {"classification": "secret"}, {"who": "\0'\""}, {"page": "999"}]
)
def test_filters_that_make_no_sense_break_nothing(taken, readers, as_user, query):
    titles(as_user(readers.office), **query)


def test_a_trainee_cannot_look_for_others(taken, readers, as_user):
    assert titles(as_user(readers.trainee), who=readers.trainer.email) == ["M02 Handout: " + _own(readers)]


def _own(readers) -> str:
    return Download.objects.get(user=readers.trainee).title.partition(": ")[2]
