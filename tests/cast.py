"""The named cast: two institutions and one person of each kind in each: every test speaks of the same people."""

from dataclasses import dataclass

from lms.institutions.models import Institution
from lms.people.choices import RoleKind
from lms.people.models import Person, User

from . import factories as make
from .recorded import recorded


@dataclass
class Cast:
    """`home` and `away` are two institutions of two jurisdictions; names ending in `_away` belong to the second."""

    home: Institution
    away: Institution
    office: User
    officer: User
    observer: User
    focal: User
    focal_away: User
    assessor: User
    trainer: User
    trainer_person: Person
    trainer_away: User
    trainer_away_person: Person
    trainee: User
    trainee_person: Person
    trainee_away: User
    trainee_away_person: Person
    stranger: User


def user_with(kind: str, institution=None, **fields) -> User:
    """An account that carries one role."""
    user = make.UserFactory(**fields)
    make.RoleFactory(user=user, kind=kind, institution=institution)
    return user


def person_with_account(institution, **fields) -> Person:
    """A person who can sign in."""
    person = make.PersonFactory(institution=institution, user=make.UserFactory(), **fields)
    person.user.email = person.email
    person.user.save()
    return person


def trainer_in(institution, **fields) -> Person:
    """A person of the institution who can sign in and holds a trainer certificate in force."""
    person = person_with_account(institution, **fields)
    make.TrainerCertificateFactory(person=person)
    return person


@recorded
def assemble() -> Cast:
    """Make the cast. `officer` is a second programme officer, for what needs two people."""
    home = make.InstitutionFactory(code="home", name="Administrative Affairs Directorate")
    away = make.InstitutionFactory(
        code="away",
        name="Albanian State Police",
        jurisdiction=make.JurisdictionFactory(code="AL", time_zone="Europe/Tirane"),
    )
    people = {
        "trainer": trainer_in(home, family_name="Ilić"),
        "trainer_away": trainer_in(away, family_name="Kola"),
        "trainee": person_with_account(home, family_name="Jovanović"),
        "trainee_away": person_with_account(away, family_name="Shehu"),
    }
    return Cast(
        home=home,
        away=away,
        office=user_with(RoleKind.OFFICE, email="office@seesac.example"),
        officer=user_with(RoleKind.OFFICE, email="officer@seesac.example"),
        observer=user_with(RoleKind.OBSERVER, email="donor@donor.example"),
        focal=user_with(RoleKind.FOCAL_POINT, home, email="focal@mup.example"),
        focal_away=user_with(RoleKind.FOCAL_POINT, away, email="focal.away@mup.example"),
        assessor=user_with(RoleKind.ASSESSOR, away, email="assessor@mup.example"),
        stranger=make.UserFactory(email="stranger@mup.example"),
        **{name: person.user for name, person in people.items()},
        **{f"{name}_person": person for name, person in people.items()},
    )
