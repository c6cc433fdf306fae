"""What is put back from a recording is what building it again would have made, and never in another situation."""

from datetime import date

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from lms.core.clock import pretend
from lms.institutions.models import Institution, Unit
from lms.people.models import Person
from tests import factories as make
from tests import recorded
from tests.cast import assemble

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(recorded.NOW, "kept", {})


@pytest.fixture
def built():
    """How often it was built for real: `built.make()` makes an institution with a unit, a file and a mail."""

    class Built:
        times = 0

        def make(self) -> Unit:
            self.times += 1
            default_storage.save("a.txt", ContentFile(b"words"))
            mail.send_mail("Subject", "Body", None, ["a@b.example"])
            return make.UnitFactory(institution__code="here")

        def ask(self) -> Unit:
            return recorded.begin_with("a unit", self.make)

    return Built()


def twice(built):
    """What it is when built and when put back, each looked at and taken back."""
    seen = []
    for _time in range(2):
        with recorded.undone():
            unit = built.ask()
            seen.append((unit, recorded.all_rows(), default_storage.exists("a.txt"), len(mail.outbox)))
        default_storage.delete("a.txt")
        mail.outbox.clear()
    return seen


def test_rows_files_mails_and_the_value_are_the_same(built):
    (made, rows, *rest), (put_back, rows_again, *rest_again) = twice(built)

    assert built.times == 1
    assert rows_again == rows
    assert (put_back, put_back.institution.code) == (made, "here")
    assert rest == rest_again == [True, 1]


def test_the_whole_cast_comes_back_row_for_row():
    with recorded.undone():
        first, rows = assemble(), recorded.all_rows()
    with recorded.undone():
        second = assemble()
        assert recorded.all_rows() == rows
    assert vars(second) == vars(first)
    assert second is not first


def test_what_was_changed_and_deleted_is_changed_and_deleted_again():
    kept, gone = make.InstitutionFactory(name="Old"), make.InstitutionFactory()
    recorded.begin()

    def change():
        Institution.objects.filter(pk=kept.pk).update(name="New")
        gone.delete()

    for _time in range(2):
        with recorded.undone():
            recorded.begin_with("a change", change)
            assert list(Institution.objects.values_list("name", flat=True)) == ["New"]
        gone = Institution.objects.exclude(pk=kept.pk).get()
    assert len(recorded.NOW.kept) == 1


@pytest.mark.parametrize("situation", ["another row", "another day", "another clock"])
def test_in_any_other_situation_it_is_built(built, situation, monkeypatch):
    twice(built)
    if situation == "another row":
        make.InstitutionFactory()
        built.ask()
    elif situation == "another day":
        with pretend(date(2020, 1, 1)):
            built.ask()
    else:
        real = recorded.timezone.now
        monkeypatch.setattr(recorded.timezone, "now", lambda: real())
        built.ask()
    assert built.times == 2


def test_signing_in_is_no_other_situation(built, client):
    user = make.UserFactory()
    recorded.begin()
    for _time in range(2):
        with recorded.undone():
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
            built.ask()
    assert built.times == 1


def test_what_follows_on_a_recording_is_remembered_with_it(built):
    """The same step after another beginning is another step."""
    for beginning in ("one", "other"):
        with recorded.undone():
            recorded.begin_with(beginning, lambda name=beginning: make.InstitutionFactory(name=name))
            institution = Institution.objects.get()
            recorded.begin_with("somebody", lambda row=institution: make.PersonFactory(institution=row))
            assert Person.objects.get().institution.name == beginning
