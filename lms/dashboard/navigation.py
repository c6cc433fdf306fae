"""The five ways at most that each role needs every day."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lms.people.choices import RoleKind
from lms.people.permissions import is_office

from .links import library, link
from .roles import UserRoles

MOST = 5
LIBRARY = "wagtail_serve"


@dataclass(frozen=True)
class NavigationEntry:
    """One way of the main navigation; `current` while one is somewhere in its part of the site."""

    label: str
    url: str
    current: bool = False


def entries_for(roles: UserRoles, path: str) -> list[NavigationEntry]:
    """The navigation of this user on this path: at most five, the first role's first."""
    wanted = dict.fromkeys(way for ways in _ways(roles) for way in ways)
    found = [(label, library() if name == LIBRARY else link(name)) for label, name in wanted][:MOST]
    here = max((url for _label, url in found if path.startswith(url)), key=len, default="")
    return [NavigationEntry(label, url, url == here) for label, url in found]


def _ways(roles: UserRoles) -> list[tuple]:
    """Ways by role: (label, URL name)."""
    cascade = (_("Trainings"), "cascade:training_list")
    cohorts = (_("ToT"), "cohorts:training_list")
    people = (_("People"), "people:person_list")
    coverage = (_("Coverage"), "monitoring:coverage")
    teach_backs = (_("Teach-backs"), "assessments:teach_back_list")
    shelves = (_("Curriculum"), LIBRARY)
    certification = (_("My certification"), "pool:my_certification")
    own = (_("Your trainings"), "trainings:my_enrolments")
    published = (_("Published figures"), "monitoring:period_list")
    programme = (_("Programme"), "programme:programme_list")
    return [
        (cohorts, cascade, people, coverage, shelves) if roles.office else (),
        (cascade, people, coverage, cohorts, shelves) if roles.holds(RoleKind.FOCAL_POINT) else (),
        (teach_backs, cohorts, shelves) if roles.holds(RoleKind.ASSESSOR) else (),
        (cascade, certification, shelves) if roles.trainer else (),
        (published, programme) if roles.holds(RoleKind.OBSERVER) else (),
        (own, shelves) if roles.person else (),
    ]


def account_links(user) -> list[tuple[str, str]]:
    """What stands in the menu under one's name: (label, address)."""
    ways = [(_("Second factor"), "mfa_index")]
    if user.has_usable_password():
        ways.insert(0, (_("Password"), "account_change_password"))
    if is_office(user):
        ways += [
            (_("Accounts and roles"), "people:account_list"),
            (_("Institutions"), "institutions:institution_list"),
            (_("Programme"), "programme:programme_list"),
            (_("Audit trail"), "audit:entry_list"),
            (_("Back office"), "wagtailadmin_home"),
        ]
    return [(label, link(name)) for label, name in ways]


def belongs_to(roles: UserRoles) -> tuple[str, str]:
    """(institution, role) as the head of the page says them; empty where there is nothing to say."""
    for role in roles.user.live_roles:
        everywhere = "SEESAC" if role.kind == RoleKind.OFFICE else ""
        return (role.institution.name if role.institution else everywhere, role.get_kind_display())
    person = roles.person
    return (person.institution.name, "") if person else ("", "")
