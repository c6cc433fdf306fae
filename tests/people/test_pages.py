"""The pages about people, accounts and roles."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.audit.models import Entry
from lms.people import merging
from lms.people.choices import RoleKind
from lms.people.models import Person, Role, User
from tests import factories as make

pytestmark = pytest.mark.django_db
PERSON = {"family_name": "Ilić", "given_name": "Ana", "sex": "woman"}


def found(client, **query) -> list[Person]:
    return list(client.get("/people/", query).context["page_obj"])


def person(institution, family_name="Petrović", given_name="Milica", **fields) -> Person:
    return make.PersonFactory(institution=institution, family_name=family_name, given_name=given_name, **fields)


# The list -----------------------------------------------------------------------------------------


def test_a_focal_point_sees_their_own_institutions_people_only(cast, as_user):
    assert {row.institution for row in found(as_user(cast.focal))} == {cast.home}
    assert {row.institution for row in found(as_user(cast.office))} == {cast.home, cast.away}


@pytest.mark.parametrize("words", ["Петровић", "petrovic", "MILICA petrović", "SR-777", "m.petrovic@", "Милица"])
def test_a_search_finds_a_person_in_any_script(cast, as_user, words):
    known = person(cast.home, service_number="SR-777", email="m.petrovic@mup.example")
    Person.objects.exclude(pk=known.pk).filter(given_name="Milica").update(name_key="else")

    assert found(as_user(cast.focal), q=words) == [known]


def test_a_search_finds_the_kept_record_by_the_name_of_the_merged_one(cast, as_user):
    kept = person(cast.home, "Đurić", "Ana")
    person(cast.home, "Petrović", "Ana", merged_into=kept)

    assert found(as_user(cast.focal), q="petrovic ana") == [kept]


@pytest.mark.parametrize("words", ["%", "_", "'", '"', "\x00", "(", "x" * 300, "   "])
def test_odd_words_are_no_error(cast, as_user, words):
    assert as_user(cast.focal).get("/people/", {"q": words}).status_code == 200


def test_who_left_is_asked_for(cast, as_user):
    gone = person(cast.home, left_on="2026-01-31")
    client = as_user(cast.focal)

    assert gone not in found(client)
    assert found(client, show="left") == [gone]
    assert gone in found(client, show="all")


def test_merged_and_anonymised_records_are_not_listed(cast, as_user):
    hidden = [
        person(cast.home, merged_into=cast.trainee_person),
        person(cast.home, anonymised_at="2026-01-01T00:00Z"),
    ]

    assert not set(hidden) & set(found(as_user(cast.office), show="all"))


def test_a_foreign_institution_is_no_filter(cast, as_user):
    assert {row.institution for row in found(as_user(cast.focal), institution=cast.away.pk)} == {cast.home}


@pytest.mark.parametrize("path", ["/people/", "/people/accounts/"])
def test_a_list_costs_the_same_for_one_row_and_for_thirty(cast, as_user, path):
    client = as_user(cast.office)
    with CaptureQueriesContext(connection) as one:
        client.get(path)
    for row in make.PersonFactory.create_batch(30, institution=cast.home):
        make.RoleFactory(user=make.UserFactory(), kind=RoleKind.FOCAL_POINT, institution=row.institution)
    with CaptureQueriesContext(connection) as thirty:
        client.get(path)
    assert len(one) == len(thirty)


def test_an_empty_list_says_what_to_try(cast, as_user):
    assert "Nobody was found" in as_user(cast.focal).get("/people/", {"q": "nobody at all"}).content.decode()


# One person ---------------------------------------------------------------------------------------


def test_the_offices_look_at_a_person_is_logged_a_focal_points_is_not(cast, as_user):
    as_user(cast.focal).get(f"/people/{cast.trainee_person.pk}/")
    assert not Entry.objects.filter(action="person read").exists()

    as_user(cast.office).get(f"/people/{cast.trainee_person.pk}/")
    entry = Entry.objects.get(action="person read")
    assert (entry.actor, entry.object_id, entry.institution_id) == (
        cast.office,
        str(cast.trainee_person.pk),
        cast.home.pk,
    )


def test_the_offices_look_at_a_list_of_people_is_logged_without_what_was_searched(cast, as_user):
    as_user(cast.focal).get("/people/")
    assert not Entry.objects.filter(action="list of people read").exists()

    as_user(cast.office).get("/people/", {"q": cast.trainee_person.family_name})
    entry = Entry.objects.get(action="list of people read")
    assert (entry.actor, entry.object_id, entry.after) == (cast.office, str(cast.office.pk), {"page": 1})


def test_the_trail_of_a_person_is_the_offices_to_read(cast, as_user):
    url = f"/people/{cast.trainee_person.pk}/"
    assert "Trail" not in as_user(cast.focal).get(url).content.decode()
    assert "Trail" in as_user(cast.office).get(url).content.decode()


def test_one_sees_ones_own_facts_and_nothing_to_press(cast, as_user):
    page = as_user(cast.trainee).get(f"/people/{cast.trainee_person.pk}/").content.decode()

    assert cast.trainee_person.service_number in page
    assert not [
        verb for verb in ("change", "left", "twins", "anonymise") if f"/{cast.trainee_person.pk}/{verb}/" in page
    ]


def test_a_merged_record_leads_to_the_one_that_was_kept(cast, as_user):
    drop = person(cast.home, merged_into=cast.trainee_person)

    assert as_user(cast.focal).get(f"/people/{drop.pk}/")["Location"] == f"/people/{cast.trainee_person.pk}/"


def test_an_anonymised_person_has_a_page_without_a_name(cast, as_user):
    gone = person(cast.home, "", "", anonymised_at="2026-01-01T00:00Z", left_on="2025-01-01")

    page = as_user(cast.office).get(f"/people/{gone.pk}/").content.decode()
    assert f"Anonymised person {gone.pk}" in page and "/anonymise/" not in page


# Entering and changing ----------------------------------------------------------------------------


def test_a_person_is_entered_with_a_unit_of_any_spelling(cast, as_user):
    unit = make.UnitFactory(institution=cast.home, name="ПУ Ниш")

    response = as_user(cast.focal).post("/people/add/", PERSON | {"institution": cast.home.pk, "unit": "pu Niš"})

    entered = Person.objects.get(family_name="Ilić", given_name="Ana")
    assert response["Location"] == f"/people/{entered.pk}/"
    assert (entered.unit, entered.institution) == (unit, cast.home)


def test_what_is_refused_leaves_nothing_behind_and_keeps_what_was_typed(cast, as_user):
    make.PersonFactory(institution=cast.home, service_number="SR-1")
    form = PERSON | {"institution": cast.home.pk, "unit": "New unit", "service_number": "SR-1"}

    page = as_user(cast.focal).post("/people/add/", form)

    assert "has this service number" in page.content.decode()
    assert 'value="New unit"' in page.content.decode()
    assert not cast.home.units.exists()


def test_a_focal_point_cannot_enter_somebody_elsewhere(cast, as_user):
    response = as_user(cast.focal).post("/people/add/", PERSON | {"institution": cast.away.pk})

    assert response.status_code == 200
    assert not Person.objects.filter(institution=cast.away, family_name="Ilić", given_name="Ana").exists()


def test_the_form_starts_with_what_is_known_and_saves_what_changed(cast, as_user):
    client, row = as_user(cast.focal), cast.trainee_person
    assert f'value="{row.family_name}"' in client.get(f"/people/{row.pk}/change/").content.decode()

    client.post(f"/people/{row.pk}/change/", PERSON | {"version": 1, "email": row.email, "unit": "PS Zemun"})

    row.refresh_from_db()
    assert (row.family_name, row.unit.name, row.version) == ("Ilić", "PS Zemun", 2)


def test_a_stale_form_changes_nothing_and_says_so(cast, as_user):
    Person.objects.filter(pk=cast.trainee_person.pk).update(version=5)

    page = as_user(cast.focal).post(f"/people/{cast.trainee_person.pk}/change/", PERSON | {"version": 1})

    assert "Somebody else changed this" in page.content.decode()
    assert Person.objects.get(pk=cast.trainee_person.pk).family_name == "Jovanović"


def test_leaving_is_recorded_with_its_day(cast, as_user):
    client = as_user(cast.focal)
    assert client.get(f"/people/{cast.trainee_person.pk}/left/").status_code == 200

    client.post(f"/people/{cast.trainee_person.pk}/left/", {"version": 1, "left_on": "2026-01-31"})

    assert str(Person.objects.get(pk=cast.trainee_person.pk).left_on) == "2026-01-31"


# Merging and forgetting ---------------------------------------------------------------------------


@pytest.fixture
def alone(monkeypatch):
    monkeypatch.setattr(merging, "_movers", [])


def test_the_page_of_twins_offers_who_looks_alike_and_finds_others(cast, as_user):
    one = person(cast.home, service_number="")
    duplicate = person(cast.home, "Петровић", "Милица", service_number="")
    other = person(cast.home, "Kovač", "Petra", service_number="SR-5")
    person(cast.away, "Petrović", "Milica", service_number="")
    client = as_user(cast.focal)

    assert list(client.get(f"/people/{one.pk}/twins/").context["found"]) == [duplicate]
    assert list(client.get(f"/people/{one.pk}/twins/", {"q": "SR-5"}).context["found"]) == [other]
    assert "No other record" in client.get(f"/people/{other.pk}/twins/").content.decode()


def test_merging_shows_both_and_makes_them_one(cast, as_user, alone):
    keep, drop = person(cast.home), person(cast.home, "Петровић", "Милица")
    client = as_user(cast.focal)
    page = client.get(f"/people/{keep.pk}/merge/", {"other": drop.pk}).content.decode()
    assert "Петровић" in page and "Petrović" in page

    client.post(f"/people/{keep.pk}/merge/", {"other": drop.pk, "reason": "one card"})

    assert Person.objects.get(pk=drop.pk).merged_into == keep


@pytest.mark.parametrize("other", ["", "x", "-1", "9" * 30, "999999"])
def test_merging_with_nobody_is_not_found(cast, as_user, other):
    assert as_user(cast.focal).get(f"/people/{cast.trainee_person.pk}/merge/", {"other": other}).status_code == 404


def test_merging_with_a_foreign_record_is_not_found(cast, as_user):
    form = {"other": cast.trainee_away_person.pk, "reason": "x"}

    assert as_user(cast.focal).post(f"/people/{cast.trainee_person.pk}/merge/", form).status_code == 404
    assert Person.objects.get(pk=cast.trainee_away_person.pk).merged_into is None


def test_anonymising_asks_once_more_and_needs_a_reason(cast, as_user):
    client, row = as_user(cast.office), person(cast.home)
    assert "cannot be undone" in client.get(f"/people/{row.pk}/anonymise/").content.decode()
    client.post(f"/people/{row.pk}/anonymise/", {"reason": ""})
    assert Person.objects.get(pk=row.pk).anonymised_at is None

    client.post(f"/people/{row.pk}/anonymise/", {"reason": "asked for it"})
    assert Person.objects.get(pk=row.pk).anonymised_at is not None


def test_a_wrong_account_is_taken_off(cast, as_user):
    client = as_user(cast.office)
    assert cast.trainee.email in client.get(f"/people/{cast.trainee_person.pk}/unlink/").content.decode()

    client.post(f"/people/{cast.trainee_person.pk}/unlink/", {"reason": "wrong"})

    assert Person.objects.get(pk=cast.trainee_person.pk).user is None


# Accounts and roles -------------------------------------------------------------------------------


def roles(client, **query) -> list[Role]:
    return list(client.get("/people/accounts/", query).context["page_obj"])


def test_roles_are_found_by_who_what_where_and_whether_they_last(cast, as_user):
    client = as_user(cast.office)
    focal = cast.focal.roles.get()
    ended = make.RoleFactory(user=cast.stranger, kind=RoleKind.OBSERVER, ends_on="2021-01-01")

    assert focal in roles(client) and ended not in roles(client)
    assert roles(client, q="focal@") == [focal]
    assert roles(client, kind="focal_point", institution=cast.home.pk) == [focal]
    assert roles(client, show="over") == [ended]
    assert ended in roles(client, show="all")
    assert "No role was found" in client.get("/people/accounts/", {"q": "nobody"}).content.decode()


def test_the_office_grants_a_role_to_a_new_address(cast, as_user):
    client = as_user(cast.office)
    assert "x@mup.example" in client.get("/people/roles/grant/", {"email": "x@mup.example"}).content.decode()
    form = {"email": "New@mup.example", "kind": "focal_point", "institution": cast.home.pk, "starts_on": "2026-01-01"}

    response = client.post("/people/roles/grant/", form)

    user = User.objects.get(email="new@mup.example")
    assert response["Location"] == f"/people/accounts/{user.pk}/"
    assert user.holds(RoleKind.FOCAL_POINT)


def test_a_refused_grant_makes_no_account(cast, as_user):
    form = {"email": "new@mup.example", "kind": "focal_point", "starts_on": "2026-01-01"}

    page = as_user(cast.office).post("/people/roles/grant/", form)

    assert "Choose the institution" in page.content.decode()
    assert not User.objects.filter(email="new@mup.example").exists()


def test_nobody_grants_themselves_a_role(cast, as_user):
    form = {"email": cast.office.email, "kind": "observer", "starts_on": "2026-01-01"}

    assert (
        "Nobody grants a role to themselves" in as_user(cast.office).post("/people/roles/grant/", form).content.decode()
    )


def test_the_page_of_an_account_says_its_roles_and_factors(cast, as_user):
    make.RoleFactory(user=cast.focal, kind=RoleKind.OBSERVER, ends_on="2021-01-01")
    Authenticator.objects.create(user=cast.focal, type="totp", data={})

    page = as_user(cast.office).get(f"/people/accounts/{cast.focal.pk}/").content.decode()

    assert page.count("/end/") == 1
    assert f"/people/accounts/{cast.focal.pk}/second-factor/" in page
    assert "None" not in page


def test_ones_own_account_offers_nothing(cast, as_user):
    page = as_user(cast.office).get(f"/people/accounts/{cast.office.pk}/").content.decode()

    assert "another officer" in page and "/roles/grant/" not in page
    assert as_user(cast.office).get(f"/people/accounts/{cast.office.pk}/address/").status_code == 403
    assert as_user(cast.office).post(f"/people/accounts/{cast.office.pk}/second-factor/").status_code == 403


def test_ending_a_role_asks_for_a_reason(cast, as_user):
    role, client = cast.focal.roles.get(), as_user(cast.office)
    assert cast.focal.email in client.get(f"/people/roles/{role.pk}/end/").content.decode()

    client.post(f"/people/roles/{role.pk}/end/", {"reason": "transferred"})

    assert Role.objects.get(pk=role.pk).ended_at is not None


def test_the_second_factor_and_the_address_are_changed_by_another_officer(cast, as_user):
    client = as_user(cast.office)
    Authenticator.objects.create(user=cast.focal, type="totp", data={})
    for page in ("second-factor", "address"):
        assert client.get(f"/people/accounts/{cast.focal.pk}/{page}/").status_code == 200

    client.post(f"/people/accounts/{cast.focal.pk}/second-factor/", {"reason": "known by voice"})
    client.post(f"/people/accounts/{cast.focal.pk}/address/", {"email": "f@mup.example"})

    assert not Authenticator.objects.filter(user=cast.focal).exists()
    assert User.objects.get(pk=cast.focal.pk).email == "f@mup.example"
