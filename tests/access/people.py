"""Views of people, accounts and roles."""

from lms.people.choices import RoleKind
from tests import factories as make
from tests.access.view import View

KEEPERS = {"office": 200, "focal": 200, "focal_away": 200, "others": 403}
# Of a person of home with no account: the office and home's focal point; to everybody else there is nobody.
HOME = {"office": 200, "focal": 200, "others": 404}
WRITE_HOME = {"office": 302, "focal": 302, "others": 404}
OFFICE = {"office": 200, "others": 403}
WRITE_OFFICE = {"office": 302, "others": 403}
A_PERSON = {"family_name": "Ilić", "given_name": "Ana", "sex": "woman"}
REASON = {"reason": "Known in person."}


def person(w) -> dict:
    return {"pk": make.PersonFactory(institution=w.home).pk}


def trainee(w) -> dict:
    return {"pk": w.trainee_person.pk}


def account(w) -> dict:
    return {"pk": w.focal.pk}


def duplicate(w) -> dict:
    return {"other": make.PersonFactory(institution=w.home).pk, **REASON}


def factor(w) -> dict:
    from allauth.mfa.models import Authenticator

    Authenticator.objects.create(user=w.focal, type="totp", data={})
    return {"pk": w.focal.pk}


def role(w) -> dict:
    return {"pk": w.focal.roles.get().pk}


VIEWS = [
    View("people:person_list", expect=KEEPERS),
    View("people:person_detail", kwargs=person, expect=HOME),
    View("people:person_detail", kwargs=trainee, expect=HOME | {"trainee": 200}, note="one's own"),
    View("people:person_add", expect=KEEPERS),
    View(
        "people:person_add",
        method="POST",
        data=lambda w: A_PERSON | {"institution": w.home.pk},
        expect={"office": 302, "focal": 302, "focal_away": 200, "others": 403},
        note="another institution is no choice of the form",
    ),
    View("people:person_change", kwargs=person, expect=HOME),
    View("people:person_change", kwargs=trainee, expect=HOME | {"trainee": 403}, note="one's own"),
    View("people:person_change", kwargs=person, method="POST", data=A_PERSON, expect=WRITE_HOME),
    View("people:person_leave", kwargs=person, expect=HOME),
    View("people:person_leave", kwargs=person, method="POST", data={"left_on": "2026-01-31"}, expect=WRITE_HOME),
    View("people:person_duplicates", kwargs=person, expect=HOME),
    View("people:person_merge", kwargs=person, data=duplicate, expect=HOME),
    View("people:person_merge", kwargs=person, method="POST", data=duplicate, expect=WRITE_HOME),
    View("people:person_anonymise", kwargs=person, expect=HOME | {"focal": 403}),
    View("people:person_anonymise", kwargs=person, method="POST", data=REASON, expect=WRITE_HOME | {"focal": 403}),
    View("people:person_unlink", kwargs=trainee, expect=HOME | {"focal": 403, "trainee": 403}),
    View(
        "people:person_unlink",
        kwargs=trainee,
        method="POST",
        data=REASON,
        expect=WRITE_HOME | {"focal": 403, "trainee": 403},
    ),
    View("people:account_list", expect=OFFICE),
    View("people:account_detail", kwargs=account, expect=OFFICE),
    View("people:account_address", kwargs=account, expect=OFFICE),
    View(
        "people:account_address",
        kwargs=account,
        method="POST",
        data={"email": "new.focal@mup.example"},
        expect=WRITE_OFFICE,
    ),
    View("people:account_reset", kwargs=account, expect=OFFICE),
    View("people:account_reset", kwargs=factor, method="POST", data=REASON, expect=WRITE_OFFICE),
    View("people:role_grant", expect=OFFICE),
    View(
        "people:role_grant",
        method="POST",
        data=lambda w: {
            "email": w.stranger.email,
            "kind": RoleKind.FOCAL_POINT,
            "institution": w.home.pk,
            "starts_on": "2026-01-01",
        },
        expect=WRITE_OFFICE,
    ),
    View("people:role_end", kwargs=role, expect=OFFICE),
    View("people:role_end", kwargs=role, method="POST", data=REASON, expect=WRITE_OFFICE),
]
