"""Accounts and roles: one of each kind to enter with, and a focal point wherever trainings are held."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import make_password

from lms.institutions.models import Institution
from lms.people.choices import RoleKind
from lms.people.models import User
from lms.people.services import grant_role

LONG_AGO = timedelta(days=1500)

# e-mail, role, institution (empty: everything), first and last name
STAFF = [
    ("officer2@seesac.example", RoleKind.OFFICE, "", "Mira", "Radulović"),
    ("donor@donor.example", RoleKind.OBSERVER, "", "Anneke", "de Vries"),
    ("assessor@seesac.example", RoleKind.ASSESSOR, "rs-police", "Goran", "Vuković"),
    ("assessor2@seesac.example", RoleKind.ASSESSOR, "xk-academy", "Liridona", "Shala"),
    ("assessor3@seesac.example", RoleKind.ASSESSOR, "ba-sipa", "Damir", "Alić"),
    ("focal.al@mup.example", RoleKind.FOCAL_POINT, "al-police", "Ermal", "Topalli"),
    ("focal.ba1@mup.example", RoleKind.FOCAL_POINT, "ba-federation", "Sanela", "Kurtović"),
    ("focal.ba2@mup.example", RoleKind.FOCAL_POINT, "ba-rs", "Dragana", "Savić"),
    ("focal.ba3@mup.example", RoleKind.FOCAL_POINT, "ba-sarajevo", "Nedim", "Hodžić"),
    ("focal.ba4@mup.example", RoleKind.FOCAL_POINT, "ba-brcko", "Ivo", "Pavić"),
    ("focal.xk@mup.example", RoleKind.FOCAL_POINT, "xk-police", "Shqipe", "Hoti"),
    ("focal.md@mup.example", RoleKind.FOCAL_POINT, "md-police", "Radu", "Balan"),
    ("focal.me@mup.example", RoleKind.FOCAL_POINT, "me-police", "Vesna", "Popović"),
    ("focal.mk@mup.example", RoleKind.FOCAL_POINT, "mk-weapons", "Елена", "Ристова"),
    ("focal.rs@mup.example", RoleKind.FOCAL_POINT, "rs-administrative", "Бранислав", "Костић"),
]


@dataclass
class Staff:
    """The accounts by e-mail, and the focal point of each institution."""

    office: User
    accounts: dict[str, User] = field(default_factory=dict)
    focal_points: dict[str, User] = field(default_factory=dict)

    @property
    def assessors(self) -> list[User]:
        return [user for email, user in self.accounts.items() if email.startswith("assessor")]


def make_office(today: date) -> User:
    """The first officer: made by the system, as the very first of an installation is."""
    office = account("office@seesac.example", "Jelena", "Stojković")
    grant_role(user=office, kind=RoleKind.OFFICE, institution=None, by=None, starts_on=today - LONG_AGO)
    return office


def make_staff(today: date, places: dict[str, Institution], office: User) -> Staff:
    """Everybody of the table, each with their role."""
    staff = Staff(office)
    for email, kind, code, first_name, last_name in STAFF:
        user = staff.accounts[email] = account(email, first_name, last_name)
        grant_role(user=user, kind=kind, institution=places.get(code), by=office, starts_on=today - LONG_AGO)
        if kind == RoleKind.FOCAL_POINT:
            staff.focal_points[code] = user
    return staff


def account(email: str, first_name: str, last_name: str) -> User:
    """An account that signs in with the demo's password."""
    user = User.objects.create_user(email, first_name=first_name, last_name=last_name)
    user.password = demo_password_hash()
    user.save(update_fields=["password"])
    return user


@cache
def demo_password_hash() -> str:
    """One public password, hashed once: a hash for each of forty accounts was a third of the demo's loading."""
    return make_password(settings.DEMO_PASSWORD)
