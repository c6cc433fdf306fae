"""Navigation, the frame of every page, and the demo's mail."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, get_connection

from lms.assessments.models import TeachBack
from lms.core.clock import today
from lms.dashboard.context_processors import portal
from lms.dashboard.navigation import account_links, belongs_to, entries_for
from lms.dashboard.roles import UserRoles
from lms.people.choices import RoleKind
from lms.people.models import User
from tests import factories as make
from tests.cast import user_with

pytestmark = pytest.mark.django_db
FOLDER = "lms.core.mail.FolderBackend"


WAYS = {
    "office": ["ToT", "Trainings", "People", "Coverage", "Curriculum"],
    "focal": ["Trainings", "People", "Coverage", "ToT", "Curriculum"],
    "trainer": ["Trainings", "My certification", "Curriculum", "Your trainings"],
    "trainee": ["Your trainings", "Curriculum"],
    "assessor": ["Teach-backs", "ToT", "Curriculum"],
    "observer": ["Published figures", "Programme"],
    "stranger": [],
}


@pytest.mark.parametrize("who", WAYS)
def test_everybody_has_the_ways_of_their_role(cast, who):
    assert [entry.label for entry in entries_for(UserRoles(getattr(cast, who)), "/")] == WAYS[who]


def test_the_way_one_is_on_is_marked_and_no_other(cast):
    found = entries_for(UserRoles(cast.office), "/coverage/rows/")

    assert [entry.label for entry in found if entry.current] == ["Coverage"]


def test_an_observer_finds_no_people_and_no_trainings(cast):
    assert {entry.label for entry in entries_for(UserRoles(cast.observer), "/")} <= {"Published figures", "Programme"}


def test_of_many_roles_the_first_ones_ways_are_in_the_navigation_and_the_others_on_the_first_page(cast, as_user):
    for kind in (RoleKind.FOCAL_POINT, RoleKind.ASSESSOR, RoleKind.OBSERVER):
        make.RoleFactory(user=cast.trainer, kind=kind, institution=cast.home)
    make.EnrolmentFactory(person=cast.trainer_person)
    tot = make.TrainingFactory(kind="tot")
    TeachBack.objects.create(training=tot, person=cast.trainee_away_person, held_on=tot.starts_on)

    ways = {entry.label: entry.url for who in WAYS for entry in entries_for(UserRoles(getattr(cast, who)), "/")}
    entries = [entry.label for entry in entries_for(UserRoles(cast.trainer), "/")]
    page = as_user(cast.trainer).get("/").content.decode()

    assert entries == WAYS["focal"]
    left = {label for label, url in ways.items() if label not in entries and f'href="{url}' not in page}
    assert left == set()


def test_the_head_says_whose_site_one_is_in(cast):
    assert belongs_to(UserRoles(cast.office)) == ("SEESAC", "programme office")
    assert belongs_to(UserRoles(cast.observer)) == ("", "observer")
    assert belongs_to(UserRoles(cast.focal)) == ("Administrative Affairs Directorate", "focal point")
    assert belongs_to(UserRoles(cast.trainee)) == ("Administrative Affairs Directorate", "")
    assert belongs_to(UserRoles(cast.stranger)) == ("", "")


def test_the_menu_under_ones_name_has_the_offices_rooms_for_the_office_alone(cast):
    assert "Back office" in dict(account_links(cast.office))
    assert "Back office" not in dict(account_links(cast.focal))
    assert "Password" not in dict(account_links(_without_password()))


def _without_password():
    user = user_with(RoleKind.OBSERVER)
    user.set_unusable_password()
    return user


def test_the_frame_asks_for_the_roles_and_once_for_the_person(cast, rf, django_assert_num_queries):
    request = rf.get("/")
    request.user = User.objects.get(pk=cast.trainer.pk)
    with django_assert_num_queries(2):
        found = portal(request)
    assert "My certification" in {entry.label for entry in found["portal_nav"]}
    with django_assert_num_queries(0):
        portal(request)
        assert request.user.person == request.user.own_person == cast.trainer_person


def test_a_right_that_ended_is_gone_from_the_next_request(cast, as_user):
    assert "/people/" in as_user(cast.focal).get("/").content.decode()
    cast.focal.roles.update(ends_on=today() - timedelta(days=1), starts_on=today() - timedelta(days=9))
    assert "/people/" not in as_user(cast.focal).get("/").content.decode()


# The demo's mail ----------------------------------------------------------------------------------


@pytest.fixture
def letters(settings):
    """A folder with two messages, in the demo."""
    settings.DEMO = True
    connection = get_connection(FOLDER)
    EmailMessage("First", "Здраво\n", to=["a@mup.example"], connection=connection).send()
    EmailMessage("Your code", "Code:\n\n    ABCD-123\n", to=["b@mup.example"], connection=connection).send()


def test_the_demo_shows_its_mail_the_newest_first_with_the_code(client, letters):
    page = client.get("/mail/").content.decode()

    assert page.index("Your code") < page.index("First")
    assert "Здраво" in page
    assert "ABCD-123" in page


def test_an_empty_folder_says_so(client, settings):
    settings.DEMO = True

    assert "No message yet" in client.get("/mail/").content.decode()


def test_a_file_that_is_no_message_does_not_break_the_page(client, letters, settings):
    (settings.MAIL_FOLDER / "99999999-broken.eml").write_bytes(
        b"\xff\xfe\x00Content-Type: text/plain; charset=no-such\n\n\xff"
    )

    assert client.get("/mail/").status_code == 200


def test_a_letter_is_shown_as_text_never_as_markup(client, settings):
    settings.DEMO = True
    EmailMessage("<b>x</b>", "<script>alert(1)</script>", to=["a@b.example"], connection=get_connection(FOLDER)).send()

    assert b"<script>alert" not in client.get("/mail/").content


def test_no_other_machine_shows_its_mail(client, as_user, cast):
    assert client.get("/mail/").status_code == 404
    assert as_user(cast.office).get("/mail/").status_code == 404


def test_the_sign_in_page_of_the_demo_names_its_accounts(client, settings):
    assert client.get("/account/login/").context["demo_accounts"] == []

    settings.DEMO = True
    assert len(client.get("/account/login/").context["demo_accounts"]) == 6
