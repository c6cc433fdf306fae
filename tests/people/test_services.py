"""Entering, changing, merging and forgetting people; accounts and roles."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator

from lms.audit.models import Entry
from lms.core.clock import months_later, today
from lms.core.rules import Finding
from lms.people import merging, services
from lms.people.choices import RoleKind, Sex
from lms.people.models import Person, Role, User
from tests import factories as make
from tests.cast import user_with
from tests.refusals import refusal_of

pytestmark = pytest.mark.django_db


def last_entry() -> Entry:
    return Entry.objects.first()


# Entering -----------------------------------------------------------------------------------------


def test_a_person_is_entered_tidy_with_key_retention_and_trail(cast, settings):
    settings.RETENTION_YEARS = 10
    person = services.create_person(
        institution=cast.home,
        family_name=" Петровић ",
        given_name="Ана  Марија",
        email="Ana@MUP.example",
        sex=Sex.WOMAN,
        by=cast.focal,
    )

    person.refresh_from_db()
    assert (person.family_name, person.given_name, person.email) == ("Петровић", "Ана Марија", "ana@mup.example")
    assert person.name_key == "petrovic ana marija"
    assert person.retain_until == months_later(today("Europe/Belgrade"), 120)
    entry = last_entry()
    assert (entry.action, entry.object_id, entry.institution_id) == ("person created", str(person.pk), cast.home.pk)
    assert "Петровић" not in str(entry.after) and "ana@" not in str(entry.after)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"family_name": " "}, "name_missing"),
        ({"given_name": ""}, "name_missing"),
        ({"service_number": "SR-1"}, "service_number_taken"),
        ({"email": "TAKEN@mup.example"}, "email_taken"),
    ],
)
def test_a_person_is_refused_by_what_is_wrong(cast, fields, code):
    make.PersonFactory(institution=cast.home, service_number="SR-1", email="taken@mup.example")
    count = Person.objects.count()
    values = {"family_name": "Ilić", "given_name": "Ana"} | fields

    assert refusal_of(services.create_person, institution=cast.home, by=cast.focal, **values) == {code}
    assert Person.objects.count() == count


def test_a_unit_of_another_institution_is_refused(cast):
    unit = make.UnitFactory(institution=cast.away)

    assert refusal_of(
        services.create_person, institution=cast.home, family_name="I", given_name="A", unit=unit, by=None
    ) == {"unit_elsewhere"}


def test_the_same_number_elsewhere_is_another_person(cast):
    make.PersonFactory(institution=cast.away, service_number="SR-1")

    services.create_person(institution=cast.home, family_name="Ilić", given_name="Ana", service_number="SR-1", by=None)

    assert Person.objects.filter(service_number="SR-1").count() == 2


def test_an_unknown_field_is_a_mistake_of_the_caller(cast):
    with pytest.raises(TypeError):
        services.create_person(institution=cast.home, family_name="I", given_name="A", by=None, rank="x")


def test_a_change_is_written_once_with_its_trail(cast):
    person = cast.trainee_person

    services.change_person(person, by=cast.focal, version=1, family_name="Ђорђевић", job_function="Storage keeper")

    person.refresh_from_db()
    assert (person.version, person.name_key) == (2, "dordevic milica")
    entry = last_entry()
    assert entry.before == {"family_name": "(recorded)", "job_function": ""}
    assert entry.after == {"family_name": "(recorded)", "job_function": "Storage keeper"}


def test_nothing_changed_nothing_written(cast):
    count = Entry.objects.count()

    services.change_person(cast.trainee_person, by=cast.focal, version=1, family_name=cast.trainee_person.family_name)

    assert Entry.objects.count() == count
    assert Person.objects.get(pk=cast.trainee_person.pk).version == 1


def test_a_form_drawn_from_an_older_version_is_refused(cast):
    services.change_person(cast.trainee_person, by=cast.focal, version=1, job_function="A")

    assert refusal_of(services.change_person, cast.trainee_person, by=cast.office, version=1, job_function="B") == {
        "stale"
    }


def test_leaving_is_a_day_on_the_record(cast):
    services.mark_left(cast.trainee_person, left_on=date(2026, 5, 1), by=cast.focal, version=1)

    assert not Person.objects.serving(date(2026, 5, 1)).filter(pk=cast.trainee_person.pk).exists()
    assert Person.objects.serving(date(2026, 4, 30)).filter(pk=cast.trainee_person.pk).exists()


# Accounts -----------------------------------------------------------------------------------------


def test_an_account_is_made_once_in_lower_case_without_a_password():
    user = services.ensure_account(" Milica@MUP.example ")

    assert user.email == "milica@mup.example"
    assert not user.has_usable_password()
    assert services.ensure_account("MILICA@mup.example") == user
    assert last_entry().action == "account created"


def test_no_account_for_what_is_no_address():
    assert refusal_of(services.ensure_account, "milica at mup") == {"email_invalid"}
    assert not User.objects.exists()


def test_linking_takes_the_address_over_and_is_idempotent(cast):
    person = make.PersonFactory(institution=cast.home, email="")
    user = services.ensure_account("new@mup.example")

    person = services.link_account(person, user, by=cast.focal)
    services.link_account(person, user, by=cast.focal)

    assert (person.user, person.email) == (user, "new@mup.example")
    assert Entry.objects.filter(action="account linked").count() == 1


def test_linking_is_refused_where_it_would_mix_two_people(cast):
    free = make.PersonFactory(institution=cast.home, email="")
    other = make.PersonFactory(institution=cast.away, email="other@mup.example")
    fresh = services.ensure_account("fresh@mup.example")

    assert refusal_of(services.link_account, free, cast.trainee, by=None) == {"account_taken"}
    assert refusal_of(services.link_account, cast.trainee_person, fresh, by=None) == {"person_has_account"}
    assert refusal_of(services.link_account, free, make.UserFactory(email=other.email), by=None) == {
        "address_of_another"
    }
    assert refusal_of(services.link_account, other, fresh, by=None) == {"address_differs"}


def test_a_person_gets_an_account_of_their_own_address(cast):
    newcomer = make.PersonFactory(institution=cast.home, email="nova@mup.example")

    person = services.open_account(newcomer, by=cast.office)

    assert person.user.email == "nova@mup.example"
    assert not person.user.has_usable_password()
    assert services.open_account(person, by=cast.office).user == person.user


@pytest.mark.parametrize("email", ["", "focal@mup.example", "shared@mup.example"])
def test_no_account_without_an_address_of_ones_own(cast, email):
    make.PersonFactory(institution=cast.home, email="shared@mup.example")
    make.PersonFactory(institution=cast.home, user=cast.focal)
    newcomer = make.PersonFactory(institution=cast.away, email=email)
    before = User.objects.count()

    assert services.open_account(newcomer, by=cast.office).user is None
    assert User.objects.count() == before


def test_a_wrong_link_can_be_undone(cast):
    services.unlink_account(cast.trainee_person, by=cast.office, reason="wrong person")

    assert Person.objects.get(pk=cast.trainee_person.pk).user is None
    assert last_entry().before == {"user": cast.trainee.pk}
    assert refusal_of(services.unlink_account, cast.trainer_person, by=cast.office, reason=" ") == {"reason_missing"}


def test_the_office_changes_the_address_of_an_account(cast):
    services.change_account_email(cast.focal, "New.Focal@mup.example", by=cast.office)

    assert User.objects.get(pk=cast.focal.pk).email == "new.focal@mup.example"
    assert refusal_of(services.change_account_email, cast.focal, cast.trainee.email, by=cast.office) == {"email_taken"}
    assert refusal_of(services.change_account_email, cast.office, "x@y.example", by=cast.office) == {"own_account"}
    assert refusal_of(services.change_account_email, cast.trainee, "x@y.example", by=cast.focal) == {"not_office"}


def test_a_second_officer_resets_a_second_factor(cast):
    Authenticator.objects.create(user=cast.focal, type="totp", data={"secret": "x"})

    assert refusal_of(services.reset_second_factor, cast.focal, by=cast.focal, reason="lost") == {"not_office"}
    assert refusal_of(services.reset_second_factor, cast.office, by=cast.office, reason="lost") == {"own_account"}
    assert refusal_of(services.reset_second_factor, cast.focal, by=cast.office, reason="") == {"reason_missing"}
    assert Authenticator.objects.exists()

    services.reset_second_factor(cast.focal, by=cast.office, reason="phone lost, known by voice")

    assert not Authenticator.objects.exists()
    assert (last_entry().action, last_entry().before) == ("second factor reset", {"factors": ["totp"]})
    assert refusal_of(services.reset_second_factor, cast.focal, by=cast.office, reason="again") == {"no_second_factor"}


# Roles --------------------------------------------------------------------------------------------


def test_a_role_is_granted_and_works_at_once(cast):
    assert not cast.stranger.holds(RoleKind.FOCAL_POINT)

    role = services.grant_role(user=cast.stranger, kind=RoleKind.FOCAL_POINT, institution=cast.home, by=cast.office)

    assert cast.stranger.holds(RoleKind.FOCAL_POINT)
    assert (role.starts_on, role.ends_on, role.granted_by) == (today(), None, cast.office)
    assert last_entry().after["kind"] == "focal_point"


def test_a_role_is_refused_by_what_is_wrong(cast):
    def grant(**changes):
        fields = {"user": cast.stranger, "kind": RoleKind.FOCAL_POINT, "institution": cast.home, "by": cast.office}
        return refusal_of(services.grant_role, **fields | changes)

    assert grant(user=cast.office) == {"own_role"}
    assert grant(by=cast.focal) == {"not_office"}
    assert grant(institution=None) == {"institution_missing"}
    assert grant(kind=RoleKind.OFFICE) == {"office_is_unbound"}
    assert grant(starts_on=date(2026, 2, 2), ends_on=date(2026, 2, 1)) == {"dates"}
    assert grant(user=cast.focal) == {"already_granted"}
    assert not cast.stranger.roles.exists()


def test_a_role_that_ended_may_be_granted_again(cast):
    services.end_role(cast.focal.roles.get(), by=cast.office, reason="transferred")
    services.grant_role(user=cast.focal, kind=RoleKind.FOCAL_POINT, institution=cast.home, by=cast.office)

    assert User.objects.get(pk=cast.focal.pk).holds(RoleKind.FOCAL_POINT)


def test_an_ended_role_opens_nothing_on_the_next_request(cast):
    role = cast.focal.roles.get()

    services.end_role(role, by=cast.office, reason="transferred")

    assert not User.objects.get(pk=cast.focal.pk).holds(RoleKind.FOCAL_POINT)
    assert last_entry().reason == "transferred"
    assert refusal_of(services.end_role, role, by=cast.office, reason="again") == {"ended"}


def test_ending_needs_the_office_and_a_reason(cast):
    assert refusal_of(services.end_role, cast.focal_away.roles.get(), by=cast.focal, reason="x") == {"not_office"}
    assert refusal_of(services.end_role, cast.focal_away.roles.get(), by=cast.office, reason=" ") == {"reason_missing"}


def test_the_last_officer_cannot_be_ended(cast):
    services.end_role(cast.officer.roles.get(), by=cast.office, reason="left")

    assert refusal_of(services.end_role, cast.office.roles.get(), by=cast.office, reason="left") == {"last_officer"}


def test_the_office_is_in_wagtails_group_for_as_long_as_the_role_lasts(cast):
    role = services.grant_role(user=cast.stranger, kind=RoleKind.OFFICE, institution=None, by=cast.office)
    assert cast.stranger.groups.count() == 3

    services.end_role(role, by=cast.office, reason="left")
    assert cast.stranger.groups.count() == 0
    assert not User.objects.get(pk=cast.stranger.pk).has_perm("wagtailadmin.access_admin")


# Merging ------------------------------------------------------------------------------------------


@pytest.fixture
def duplicates(cast):
    keep = make.PersonFactory(institution=cast.home, family_name="Petrović", given_name="Ana", email="")
    drop = make.PersonFactory(institution=cast.home, family_name="Петровић", given_name="Ана", service_number="SR-9")
    return keep, drop


@pytest.fixture
def movers(monkeypatch):
    """No other app's movers, and a list to add some."""
    added = []
    monkeypatch.setattr(merging, "_movers", added)
    return added


def test_merging_keeps_one_record_with_all_that_was_known(cast, duplicates, movers):
    keep, drop = duplicates
    seen = []
    merging.register(lambda one, other: seen.append((one, other)))

    services.merge_people(keep, drop, by=cast.focal, reason="same service card")

    keep.refresh_from_db()
    drop.refresh_from_db()
    assert seen == [(keep, drop)]
    assert drop.merged_into == keep
    assert (keep.email, keep.other_spellings) == (drop.email, ["Петровић Ана"])
    assert (last_entry().action, last_entry().reason) == ("people merged", "same service card")


def test_merging_takes_the_account_over(cast, movers):
    keep = make.PersonFactory(institution=cast.home, email="")

    services.merge_people(keep, cast.trainee_person, by=cast.office, reason="one person")

    assert Person.objects.get(user=cast.trainee) == keep


def test_a_third_spelling_points_at_the_record_kept_last(cast, duplicates, movers):
    keep, drop = duplicates
    third = make.PersonFactory(institution=cast.home)
    services.merge_people(drop, third, by=cast.office, reason="one person")
    services.merge_people(keep, drop, by=cast.office, reason="one person")

    assert set(Person.objects.filter(merged_into=keep)) == {drop, third}


def test_merging_is_refused_and_undone_as_a_whole(cast, duplicates, movers):
    keep, drop = duplicates
    merging.register(lambda one, other: Person.objects.filter(pk=one.pk).update(job_function="moved") and [])
    merging.register(lambda one, other: [Finding("in_both", "Both are in one training.")])

    assert refusal_of(services.merge_people, keep, drop, by=cast.focal, reason="one person") == {"in_both"}
    keep.refresh_from_db()
    assert keep.job_function == ""


def test_merging_is_refused_to_who_may_not(cast, duplicates, movers):
    keep, drop = duplicates

    assert refusal_of(services.merge_people, keep, drop, by=cast.focal_away, reason="x") == {"not_allowed"}
    assert refusal_of(services.merge_people, keep, keep, by=cast.focal, reason="x") == {"not_allowed"}
    assert refusal_of(services.merge_people, keep, drop, by=cast.focal, reason="") == {"reason_missing"}
    assert refusal_of(services.merge_people, cast.trainee_person, cast.trainer_person, by=cast.focal, reason="x") == {
        "two_accounts"
    }


# Forgetting ---------------------------------------------------------------------------------------


def test_an_anonymised_person_has_no_name_left_and_still_counts(cast, movers):
    person = cast.trainee_person
    merged = make.PersonFactory(institution=cast.home, merged_into=person)

    services.anonymise_person(person, by=cast.office, reason="retention ended")

    for row in Person.objects.filter(pk__in=[person.pk, merged.pk]):
        assert (row.family_name, row.given_name, row.name_key, row.service_number, row.email) == ("", "", "", "", "")
        assert (row.institution, row.sex) == (cast.home, Sex.WOMAN)
        assert row.anonymised_at and row.full_name == f"Anonymised person {row.pk}"
    account = User.objects.get(pk=cast.trainee.pk)
    assert not account.is_active and account.email == f"closed-{account.pk}@account.invalid"
    assert refusal_of(services.change_person, person, by=cast.office, job_function="x") == {"gone"}


def test_anonymising_asks_the_rooms_above(cast, monkeypatch):
    monkeypatch.setattr(merging, "_erasers", [])
    seen = []
    merging.register_eraser(seen.append)

    services.anonymise_person(cast.trainee_person, by=cast.office, reason="asked for it")

    assert seen == [cast.trainee_person]


def test_anonymising_is_the_offices_and_never_of_a_role_holder(cast):
    make.RoleFactory(user=cast.trainer, kind=RoleKind.FOCAL_POINT, institution=cast.home)

    assert refusal_of(services.anonymise_person, cast.trainee_person, by=cast.focal, reason="x") == {"not_allowed"}
    assert refusal_of(services.anonymise_person, cast.trainee_person, by=cast.office, reason="") == {"reason_missing"}
    assert refusal_of(services.anonymise_person, cast.trainer_person, by=cast.office, reason="x") == {"has_role"}
    assert Role.objects.filter(user=cast.trainer).exists()


def test_an_office_of_one_institution_is_no_programme_office(cast):
    bound = user_with(RoleKind.OFFICE, cast.home)

    assert refusal_of(services.grant_role, user=cast.stranger, kind=RoleKind.OBSERVER, institution=None, by=bound) == {
        "not_office"
    }
